/** Words of the page in Chinese: ladder. */

import type { Words } from '../words.js'

export const ladder: Words['ladder'] = {}
