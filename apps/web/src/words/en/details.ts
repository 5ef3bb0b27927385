/** Words of the page in English: the details of an item, its tree of fields and its bytes. */

import type { MessageErrorCode } from '@v2scope/messages'
import type { HexProblem } from '../../ui/find/needle.js'
import { bytes, count } from '../../ui/parts/format.js'
import { links } from './links.js'

const hex = (n: number): string => `0x${n.toString(16)}`

/** Of a range: where it begins, how long it is. */
const where = (start: number, length: number): string =>
  `offset ${count(start)} (${hex(start)}) · ${bytes(length)}${length > 9 ? ` (${hex(length)})` : ''}`
const moreFields = (n: number): string => `${count(n)} more`

const undecoded: Record<MessageErrorCode, string> = {
  TRUNCATED: 'the payload ends before its fields do',
  NON_CANONICAL_SIZE: 'a number takes more bytes than it needs',
  TOO_MANY: 'it counts more than the protocol allows',
  TOO_LONG: 'it is longer than the protocol allows',
  BAD_VALUE: 'a field cannot have these bytes',
}

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
    where,
    /** Said when bytes have been chosen. @param fields that they lie in @param more of them */
    chosen: (start: number, length: number, fields: string, more: number) =>
      `${where(start, length)}, in ${fields}${more > 0 ? `, ${moreFields(more)}` : ''}`,
    moreFields,
    how: 'Arrows move by bytes and rows, with Shift they choose several.',
  },
  copy: {
    button: 'Copy as',
    /** @param view the name of the bytes: on the wire, decrypted */
    label: (view: string) => `Copy as … (${view})`,
    what: 'what is copied',
    chosen: (n: number) => `chosen: ${bytes(n)}`,
    field: (name: string, n: number) => `${name}: ${bytes(n)}`,
    all: (n: number) => `everything: ${bytes(n)}`,
    copied: (n: number, form: string) => `${bytes(n)} copied as ${form}`,
    failed: 'The browser did not let it be copied.',
  },
  find: {
    label: 'Find bytes',
    open: 'Find bytes, hex or text',
    placeholder: 'hex or text',
    mode: 'read what is written as',
    modes: { auto: 'hex or text', hex: 'hex', text: 'text' },
    scope: 'where to look',
    scopes: { plain: 'decrypted', wire: 'on the wire' },
    next: 'next (Enter)',
    previous: 'previous (Shift Enter)',
    close: 'close',
    as: {
      hex: (n: number) => `${bytes(n)} of hex`,
      text: (n: number) => `text of ${bytes(n)}, in either case`,
    },
    /** @param at which of them is selected; 0: none */
    count: (at: number, n: number, state: 'searching' | 'done' | 'full') => {
      const many = state === 'full' ? `the first ${count(n)}` : count(n)
      const found = at > 0 ? `${count(at)} of ${many}` : `${many} found`
      if (state === 'searching') return `${found} so far …`
      return n === 0 ? 'not found' : found
    },
    dropped: (n: number) => `${bytes(n)} had been dropped and can’t be searched`,
    problem: (problem: HexProblem) => {
      switch (problem.code) {
        case 'NO_HEX_DIGIT':
          return `“${problem.letter}” is no digit of hex: two of 0–9 and a–f for each byte.`
        case 'ODD_DIGITS':
          return `${count(problem.count)} digits: each byte takes two, so one is missing.`
      }
    },
  },
  tree: {
    open: (name: string) => `parts of ${name}`,
    /** Parts that are not shown, after those above, and before those below. */
    after: (n: number, portion: number) =>
      portion < n
        ? `… ${count(n)} more: show the next ${count(portion)}`
        : `… show ${count(n)} more`,
    before: (n: number, portion: number) =>
      `… ${count(n)} more before: show the last ${count(portion)}`,
    toKeys: 'show in the keys',
    allCharacters: (n: number) => `show all ${count(n)} characters`,
  },
  /** What is said of a field beside its value. */
  notes: {
    empty: 'empty',
    start: (text: string, length: number) => `${text} … (${bytes(length)})`,
    message: 'ignore bit 0: a message, not a decoy',
    decoy: 'ignore bit 1: a decoy, authenticated and then thrown away',
    length: (key: string, from: number) =>
      `of the contents alone; FSChaCha20 with ${key}, bytes ${count(from)}–${count(from + 2)} of its keystream`,
    v1Type: '12 bytes of ASCII, zero-padded, in the clear',
    longType: 'no short id: 00 and 12 bytes of ASCII',
    shortType: (id: number) => `short id ${id}: one byte instead of 13`,
    tag: (aad: number) =>
      aad === 0
        ? 'Poly1305 over the ciphertext; no additional data'
        : `Poly1305 over the ciphertext and ${bytes(aad)} of garbage`,
    undecoded: (error: MessageErrorCode, field: string, offset: number) =>
      `not decoded: ${undecoded[error]} (${field}, at byte ${count(offset)})`,
    nonce: (number: number, epoch: number) =>
      `packet ${count(number)} of epoch ${count(epoch)}, little-endian`,
    key: (lengthKey: string) => `seals the packet; the length has a key of its own, ${lengthKey}`,
    epoch: (key: string, epoch: number) => `${key}, epoch ${count(epoch)}`,
    aad: 'the garbage before it, which this packet authenticates',
    noAad: 'only the first packet of a side has any: its garbage',
    aadStart: (length: number, text: string) => `${bytes(length)}: ${text}…`,
    found: 'of at most 4,111 bytes after the key',
    offset: (offset: number) => `found after ${bytes(offset)} of garbage`,
    derived: 'half of garbage_terminators, by HKDF-Expand',
    failed: 'what was wrong',
    number: 'in its direction',
  },
  links,
  legend: { label: 'colours of fields', colours },
}
