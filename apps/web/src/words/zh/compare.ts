/** Words of the page in Chinese: compare. */

import type { Words } from '../words.js'

export const compare: Words['compare'] = {}
