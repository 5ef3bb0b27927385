/** Words of the page in English: the list of packets. */

import type { WireItem } from '../../session/item.js'
import type { RuleColour } from '../../ui/packets/colour-rules.js'
import type { FilterProblem } from '../../ui/packets/filter.js'
import type { ChoiceWord, FilterKey, NumberKey } from '../../ui/packets/filter-keys.js'
import { count, plural } from '../../ui/parts/format.js'

const kinds: Record<Exclude<WireItem['kind'], 'message' | 'v1 message'>, string> = {
  key: 'ElligatorSwift key',
  garbage: 'garbage',
  terminator: 'garbage terminator',
  decoy: 'decoy',
  'version packet': 'version packet',
  rejected: 'rejected',
  'not understood': 'not understood',
  'unread bytes': 'unread bytes',
}

const colourNames: Record<RuleColour, string> = {
  red: 'red',
  orange: 'orange',
  purple: 'purple',
  green: 'green',
  blue: 'blue',
  grey: 'grey',
}

const keys: Record<FilterKey, string> = {
  dir: 'direction',
  type: 'message type',
  size: 'bytes on the wire',
  time: 'seconds from the start',
  decoy: 'decoy or not',
  epoch: 'how often its keys had changed',
  kind: 'kind of packet',
  contents: 'bytes of contents',
  number: 'its number in its direction',
}

const choices: Record<ChoiceWord, string> = {
  'dir:in': 'from the peer',
  'dir:out': 'from you',
  'decoy:yes': 'decoys alone',
  'decoy:no': 'all but decoys',
  'kind:message': 'messages',
  'kind:decoy': 'decoys',
  'kind:version': 'version packets',
  'kind:rejected': 'messages that were rejected',
  'kind:v1': 'messages of v1',
}

const examples: Record<NumberKey, string> = {
  size: 'size>1000, size>=100k or size:20..33',
  contents: 'contents>1000 or contents:0',
  time: 'time>1.5, time:1.5..2.0 (in seconds) or time<200ms',
  number: 'number:224 or number<10',
  epoch: 'epoch:3 or epoch>=1',
}

const meant = (word: string | undefined): string =>
  word === undefined ? '' : `Did you mean ${word}? `

function problem(wrong: FilterProblem): string {
  switch (wrong.code) {
    case 'UNCLOSED_QUOTE':
      return `${wrong.word}: a quotation mark is missing at its end.`
    case 'UNKNOWN_KEY':
      return `${wrong.key}: there is no such word. ${meant(wrong.meant && `${wrong.meant}:`)}There are ${Object.keys(keys).join(', ')}. As text: "${wrong.word}"`
    case 'UNKNOWN_VALUE':
      return `${wrong.key}: ${meant(wrong.meant)}There are ${wrong.words.join(', ')}.`
    case 'NOT_A_NUMBER_KEY':
      return `${wrong.key}${wrong.operator}: ${wrong.key} has no more and less; write ${wrong.key}:…`
    case 'TYPE_MISSING':
      return 'type: the name of a message is missing, such as type:inv'
    case 'NUMBER_MISSING':
      return `${wrong.key}: a number is missing, such as ${examples[wrong.key]}`
    case 'RANGE_BACKWARDS':
      return `${wrong.key}:${wrong.value}: ends before it begins.`
    case 'NOTHING_THERE':
      return `${wrong.beside}: a word is missing beside it.`
    case 'UNCLOSED_PARENTHESIS':
      return 'A closing parenthesis is missing.'
    case 'UNOPENED_PARENTHESIS':
      return 'There is a closing parenthesis too many.'
  }
}

export const packets = {
  title: 'Packets',
  messages: (n: number) => plural(n, 'message'),
  counts: (packets: number, decoys: number, share: string) =>
    `${count(packets)} · ${plural(decoys, 'decoy')} · ${share} % of the bytes are decoys`,
  none: 'No packets',
  never: 'The session ended before there were any. What did cross the wire is in its own pane.',
  empty: 'No packets yet',
  waiting:
    'Once both sides hold the keys, everything is a packet: length, header, contents, tag. Each becomes a row here, decoys hatched.',
  unread: 'The packets are not in this recording',
  unreadWhy:
    'It holds the wire alone: what anybody on the path sees. Where one packet ends and the next begins is encrypted too; the bytes are on the wire, in their own pane.',
  left: 'No packet is left',
  leftWhy: 'None of them satisfies the filter.',
  columns: {
    direction: 'direction',
    number: '#',
    time: 'time',
    type: 'type',
    wire: 'wire',
    contents: 'contents',
    epoch: 'epoch',
  },
  columnHelp: {
    direction: '→ from you, ← from the peer',
    number:
      'Number of the packet in its direction: each side counts its own packets, from 0. The nonce is made of it.',
    time: 'Seconds from the start of the session',
    type: 'Message type, or what kind of packet it is; then its contents in one line',
    wire: 'Bytes on the wire: length field 3, header 1, contents, tag 16',
    contents: 'Bytes of contents, encrypted: message type and payload',
    epoch: 'How often the keys of its direction had been changed: once every 224 packets',
  },
  kinds,
  sent: 'sent',
  received: 'received',
  fresh: (n: number) => `${count(n)} new`,
  below: (n: number) => `${count(n)} more below`,
  tail: 'to the end',
  rekeyed: (epoch: number) => `new keys · epoch ${count(epoch)}`,
  rekeyShort: 'after 224 packets; the old ones are gone',
  rekeyWhy: 'after 224 packets; the old keys are gone, and cannot be computed from the new ones',
  strip: {
    label: 'packets over time',
    help: 'When it crossed the wire: yours upwards, the peer’s downwards, decoys hatched, on a logarithmic scale. Drag over it to filter by time.',
    bars: (measure: string) =>
      `${measure} over time: yours upwards, the peer’s downwards, decoys hatched`,
    measures: { packets: 'packets', bytes: 'bytes' },
    other: (measure: string) => `show ${measure}`,
    ends: { min: 'beginning of the range of time', max: 'end of the range of time' },
    at: (seconds: string) => `${seconds} s`,
    range: (from: string, to: string, packets: number) =>
      `${from}–${to} s · ${plural(packets, 'packet')}`,
    clear: 'all of the time',
  },
  colours: {
    title: 'Colours of the rows',
    about:
      'The first rule whose filter a packet satisfies colours its row and puts its letter at the edge.',
    isOn: (letter: string) => `rule ${letter} is on`,
    filterOf: (letter: string) => `filter of rule ${letter}`,
    colourOf: (letter: string) => `colour of rule ${letter}`,
    raise: (letter: string) => `put rule ${letter} one higher`,
    remove: (letter: string) => `remove rule ${letter}`,
    rule: (letter: string) => `colour rule ${letter}`,
    add: 'Add a rule',
    addFilter: 'Add the filter as a rule',
    reset: 'As at first',
    names: colourNames,
  },
  filter: {
    label: 'filter of the packets',
    help: 'Words that each packet has to satisfy: dir:in  type:inv  size>1000  decoy:no  epoch:3  time:1.5..2.0  "text". One of two: or. Not: - before a word. Parentheses.\n/ leads here',
    of: (left: number, all: number) => `${count(left)} of ${count(all)}`,
    clear: 'clear the filter',
    export: 'export',
    exported: (n: number, format: string) => `export ${plural(n, 'packet')} as ${format}`,
    options: 'what could stand here',
    keys,
    choices,
    examples,
    ofType: (n: number) => plural(n, 'packet'),
    problem,
  },
}
