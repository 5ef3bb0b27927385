/** Words of the page in Chinese: header. */

import type { Words } from '../words.js'

export const header: Words['header'] = {}
