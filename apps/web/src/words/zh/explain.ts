/** Words of the page in Chinese: explain. */

import type { Words } from '../words.js'

export const explain: Words['explain'] = {}
