/** Words of the page in Chinese: recording. */

import type { Words } from '../words.js'

export const recording: Words['recording'] = {}
