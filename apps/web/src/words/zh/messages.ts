/** Words of the page in Chinese: messages. */

import type { Words } from '../words.js'

export const messages: Words['messages'] = {}
