/** Words of the page in English: the glossary, terms of packets and messages. */

import type { Glossary } from '../../glossary.js'

export const packets: Glossary<'packets'> = {
  packet: {
    term: 'packet',
    definition:
      'The unit of v2: an encrypted length of 3 bytes, then header and contents, encrypted, and a tag of 16 bytes.',
  },
  length_field: {
    term: 'length field',
    definition:
      'The first 3 bytes of a packet: the size of its contents, encrypted with a key of its own.',
  },
  header: {
    term: 'header',
    definition:
      'The first encrypted byte of a packet. Its highest bit is the ignore bit; the others are 0.',
  },
  ignore_bit: {
    term: 'ignore bit',
    definition: 'The bit in the header that makes a packet a decoy.',
  },
  decoy: {
    term: 'decoy',
    definition:
      'A packet that is checked and then thrown away. To an observer it looks like any other, so sizes and times tell less.',
  },
  contents: {
    term: 'contents',
    definition: 'What a packet carries: message type and payload, or anything in a decoy.',
  },
  message_type: {
    term: 'message type',
    definition:
      'The name of a message, such as ping or block. v2 writes it as one byte, or as 00 and 12 letters.',
  },
  short_id: {
    term: 'short id',
    definition:
      'One byte from 1 to 255 that stands for a common message type: 18 is ping. In compact blocks, six bytes that stand for a transaction.',
  },
  payload: {
    term: 'payload',
    definition: 'What a message says, after its type. It is the same in v1 and v2.',
  },
  field: {
    term: 'field',
    definition: 'A part of the bytes that has a name and a meaning of its own.',
  },
  compact_size: {
    term: 'CompactSize',
    definition:
      'A number in 1, 3, 5 or 9 bytes. Counts and lengths are written so, because most of them are small.',
  },
}
