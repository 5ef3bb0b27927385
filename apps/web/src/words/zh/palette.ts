/** Words of the page in Chinese: palette. */

import type { Words } from '../words.js'

export const palette: Words['palette'] = {}
