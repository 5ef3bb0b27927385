/** Words of the page in Chinese: keys. */

import type { Words } from '../words.js'

export const keys: Words['keys'] = {}
