/** Words of the page in Chinese: glossary. */

import type { Words } from '../words.js'

export const glossary: Words['glossary'] = {}
