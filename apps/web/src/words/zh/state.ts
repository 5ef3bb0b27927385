/** Words of the page in Chinese: state. */

import type { Words } from '../words.js'

export const state: Words['state'] = {}
