/** Words of the page in Chinese: packets. */

import type { Words } from '../words.js'

export const packets: Words['packets'] = {}
