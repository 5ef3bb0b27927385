/** Words of the page in Chinese: composer. */

import type { Words } from '../words.js'

export const composer: Words['composer'] = {}
