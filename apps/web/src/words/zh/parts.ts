/** Words of the page in Chinese: parts. */

import type { Words } from '../words.js'

export const parts: Words['parts'] = {}
