/** Words of the page in Chinese: details. */

import type { Words } from '../words.js'

export const details: Words['details'] = {}
