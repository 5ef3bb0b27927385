/** Words of the page in Chinese: footer. */

import type { Words } from '../words.js'

export const footer: Words['footer'] = {}
