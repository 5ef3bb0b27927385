/** Words of the page in English: fields that stand in any message. */

import type { MessageFields } from '../../message-fields.js'

export const any: MessageFields<'any'> = {
  length: {
    what: 'How many bytes of this field follow, as a CompactSize.',
    why: 'The bytes may be many or few, and the reader has to know where they end; a small length takes one byte.',
  },
  'extra bytes': {
    what: 'Bytes after the last field that is known of this message.',
    why: 'Nodes pass over them, so that a later version of the protocol can add fields that older peers ignore.',
  },
  'further fields': {
    what: 'The rest of the message, whose fields are not shown one by one.',
    why: 'A message can be filled with millions of tiny fields on purpose; what is shown of one is limited to 600,000.',
  },
  'unknown payload': {
    what: 'The payload of a message type whose fields are not known here.',
    why: 'Nodes ignore types that they do not know, which is how new messages come into use without breaking old peers.',
  },
}
