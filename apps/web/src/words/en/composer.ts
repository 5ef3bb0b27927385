/** Words of the page in English: the composer. */

import type { MessageRejection } from '@v2scope/bip324'
import type { MessageErrorCode } from '@v2scope/messages'
import type { Fault } from '../../ui/composer/problem.js'
import { UNKNOWN_IDS } from '../../ui/composer/unknown-ids.js'
import type { WhyNot } from '../../ui/composer/use-send.js'
import type { WrongName } from '../../ui/composer/wrongs.js'
import { bytes, count, hexOfByte, plural } from '../../ui/parts/format.js'

function problem(fault: Fault): string {
  switch (fault.code) {
    case 'NO_HEX_DIGIT':
      return `“${fault.letter}” at character ${count(fault.place)} is no hex digit`
    case 'ODD_DIGITS':
      return `${count(fault.digits)} hex digits: the last byte has only one`
    case 'NOT_A_NUMBER':
      return 'a whole number, decimal or as 0x…'
    case 'NOT_A_TIME':
      return 'seconds from 1970, or “now”'
    case 'OUT_OF_RANGE':
      return `allowed: ${fault.min} to ${fault.max}`
    case 'NOT_A_HASH':
      return `64 hex digits; here are ${count(fault.digits)}`
    case 'TOO_FEW_BYTES':
      return `${bytes(fault.length)}; at least ${count(fault.min)} are needed`
    case 'TOO_MANY_BYTES':
      return `${bytes(fault.length)}; at most ${count(fault.max)} fit`
    case 'TOO_MANY_ITEMS':
      return `${plural(fault.length, 'item')}; at most ${count(fault.max)} fit`
    case 'REFUSED':
      return fault.message
    case 'TYPE_MISSING':
      return 'a type has at least one character'
    case 'BAD_TYPE':
      return 'a type is at most 12 characters from 0x20 to 0x7f'
    case 'KNOWN_SHORT_ID':
      return `a number from ${UNKNOWN_IDS.least} to ${UNKNOWN_IDS.most}`
    case 'CANNOT_BE_WRONG':
      return 'this message cannot be wrong in that way'
    case 'NO_CONTENTS_IN_V1':
      return 'v1 has no contents of packets: choose a message type'
    case 'NO_SUCH_TYPE_IN_V1':
      return 'v1 has no such types'
  }
}

const rejected = 'The peer rejects this message, and the connection stays.'
const unread = 'A node cannot read the message: it drops it, and the connection stays.'

const wrongs: Record<WrongName, { readonly label: string; readonly effect: string }> = {
  cut: { label: 'cut the last byte off', effect: unread },
  behind: {
    label: 'add 4 bytes behind the end',
    effect: 'Nodes read what they know and ignore the rest.',
  },
  count: {
    label: 'write the first count longer than it needs to be',
    effect: `A CompactSize has to be as short as it can be. ${unread}`,
  },
  'too big': {
    label: 'fill up with zeros, to one byte more than nodes take',
    effect: 'Nodes disconnect at once, as soon as they have read the length.',
  },
  'short id': { label: 'a short id that nobody knows', effect: rejected },
  'after NUL': { label: 'long form with a byte after the NUL', effect: rejected },
  character: { label: 'long form with a character outside 0x20 to 0x7f', effect: rejected },
  'cut type': { label: 'long form cut short, and nothing behind it', effect: rejected },
  empty: { label: 'no contents at all', effect: rejected },
}

const rejections: Record<MessageRejection, string> = {
  EMPTY_CONTENTS: 'A peer rejects it: there are no contents',
  UNKNOWN_SHORT_ID: 'A peer rejects it: no type has this short id',
  LONG_TYPE_CUT_SHORT: 'A peer rejects it: the long form of the type ends early',
  LONG_TYPE_NOT_ASCII: 'A peer rejects it: a character of the type is outside 0x20 to 0x7f',
  LONG_TYPE_NOT_PADDED: 'A peer rejects it: a byte follows the NUL of the type',
  WRONG_CHECKSUM: 'A peer rejects it: the checksum is wrong',
}

const whyNot: Record<WhyNot, string> = {
  recording: 'This is a recording: nothing can be sent in it.',
  past: 'This is the last session: nothing can be sent in it.',
  over: 'The session is over. “Again” starts a fresh one.',
  early: 'Once the session is established.',
}

export const composer = {
  button: 'Compose…',
  buttonShort: 'Compose',
  title: 'Compose a message',
  close: 'close',
  caution: 'A real node: it may disconnect or ban for a message that is wrong or unasked for.',
  type: {
    label: 'message type',
    none: 'No type has these words. “other type” takes any name.',
    other: 'other type',
    otherWhat: 'Any type of up to 12 characters, with a payload in hex.',
    raw: 'raw contents',
    rawWhat: 'What a packet holds, type and payload, byte by byte in hex.',
  },
  subject: {
    fields: 'fields',
    nothing: 'This message has no payload: its type says all.',
    payload: 'payload',
    contents: 'contents',
    fromForm: 'From the form. Write into it, and it is yours to change byte by byte.',
    byHand: 'No longer from the form: the fields above are not looked at.',
    back: 'Back to the form',
    type: 'type',
    typeNote: 'up to 12 characters from 0x20 to 0x7f; a node ignores types that it does not know',
    forms: 'form of the type',
    short: (id: number) => `short: ${hexOfByte(id)}, 1 byte`,
    long: 'long: 13 bytes',
  },
  fields: {
    add: (item: string) => `Add ${item}`,
    remove: (item: string, i: number) => `remove ${item} ${count(i)}`,
    none: 'none yet',
    include: (name: string) => `send ${name}`,
    optional: 'may be left out',
    otherNumber: 'another number',
    now: 'now',
    yes: 'yes',
    no: 'no',
    choose: (name: string) => `${name}: by its name`,
    hex: 'hex',
    hexDigits: (digits: number) => `${count(digits)} hex digits`,
    hexNote: 'Hex; spaces and line ends are left out.',
    notYet: 'once the fields are right',
    seen: 'from the selected message …',
    seenLabel: (name: string) => `${name}: take a hash of the selected message`,
    seenRest: 'the other hashes of this message …',
    noneSeen:
      'Select a message that has hashes, such as headers or inv: they can then be taken from it.',
  },
  wrong: {
    title: 'Wrong on purpose',
    right: 'as it should be',
    id: `short id, ${UNKNOWN_IDS.least} to ${UNKNOWN_IDS.most}`,
    wrongs,
  },
  preview: {
    title: 'What will be sent',
    type: (n: number) => `type ${count(n)}`,
    payload: (n: number) => `payload ${count(n)}`,
    /** @param beside what a packet, or v1, puts around it */
    onWire: (beside: number, all: number) => `+ ${count(beside)} = ${bytes(all)} on the wire`,
    more: (n: number) => `… and ${bytes(n)} more`,
    empty: 'nothing',
  },
  reading: {
    reads: (type: string, summary: string) =>
      summary === '' ? `A peer reads: ${type}` : `A peer reads: ${type}, ${summary}`,
    unknown: (type: string) => `A peer reads a type that it may not know: ${type}`,
    /** @param message in English, with the field and where it is */
    unread: (type: string, _why: MessageErrorCode, message: string) =>
      `A peer cannot read this ${type}: ${message}`,
    tooBig: (most: number) => `Nodes take at most ${count(most)} bytes, and disconnect`,
    rejections,
  },
  send: {
    send: 'Send',
    sent: 'sent as',
    held: 'Hold keeps it from the wire: let it go, and it is sent.',
    others: (n: number) => ` and ${plural(n, 'more problem')}`,
    whyNot,
  },
  problem,
}
