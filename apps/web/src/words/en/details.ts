/** Words of the page in English: the details of an item, its tree of fields and its bytes. */

import { count } from '../../ui/parts/format.js'

const hex = (n: number): string => `0x${n.toString(16)}`
const bytes = (n: number): string => `${count(n)} ${n === 1 ? 'byte' : 'bytes'}`

const colours = {
  key: 'key',
  garbage: 'garbage',
  terminator: 'terminator',
  length: 'length',
  header: 'header',
  type: 'type',
  payload: 'payload',
  decoy: 'decoy',
  tag: 'tag',
}

export const details = {
  none: 'Nothing chosen yet',
  choose:
    'Choose anything on the wire or in the list: its fields appear here, each with the rule behind it, and its bytes below.',
  dropped: 'These bytes are gone',
  droppedWhy:
    'A session keeps 64 MiB of payload. The oldest was dropped to make room; what the list says of it stays.',
  sent: 'sent',
  received: 'received',
  /** Where the fields are. */
  fields: 'fields',
  facts: 'what has no bytes of its own',
  bytes: {
    wire: 'On the wire',
    plain: 'Decrypted',
    clear: 'Bytes',
    total: bytes,
    /** Of a range: where it begins, how long it is. */
    where: (start: number, length: number) =>
      `offset ${count(start)} (${hex(start)}) · ${bytes(length)}${length > 9 ? ` (${hex(length)})` : ''}`,
    /** Said when bytes have been chosen. @param fields that they lie in */
    chosen: (where: string, fields: string) => `${where}, in ${fields}`,
    moreFields: (n: number) => `${count(n)} more`,
    how: 'Arrows move by bytes and rows, with Shift they choose several.',
  },
  tree: {
    before: (n: number) => `… ${count(n)} more before`,
    after: (n: number) => `… ${count(n)} more`,
    toKeys: 'show in the keys',
    allCharacters: (n: number) => `show all ${count(n)} characters`,
  },
  legend: { label: 'colours of fields', colours },
}
