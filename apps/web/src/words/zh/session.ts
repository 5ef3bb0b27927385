/** Words of the page in Chinese: session. */

import type { Words } from '../words.js'

export const session: Words['session'] = {}
