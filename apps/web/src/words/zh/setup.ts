/** Words of the page in Chinese: setup. */

import type { Words } from '../words.js'

export const setup: Words['setup'] = {}
