/** Words of the page in Chinese: hold. */

import type { Words } from '../words.js'

export const hold: Words['hold'] = {}
