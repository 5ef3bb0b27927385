/** Words of the page in English: the Lab's faults, from the guess to what came of it. */

import {
  BOUNDS,
  MOST_BITS,
  type OwnField,
  type OwnProblem,
} from '../../ui/lab/faults/own/own-draft.js'
import { bytes, count, plural } from '../../ui/parts/format.js'
import { reasonOf } from '../fault-reasons.js'
import type { FaultsWords } from '../faults.js'
import { reasons } from './fault-reasons.js'
import { done, name, part } from './fault-texts.js'

function problem(field: OwnField, what: OwnProblem): string {
  const [least, most] = BOUNDS[field]
  switch (what) {
    case 'not a number':
      return field === 'length'
        ? `a whole number from ${count(least)} to ${count(most)}, or empty for all of it`
        : `a whole number from ${count(least)} to ${count(most)}`
    case 'no bits':
      return `numbers of bits from 0 to ${count(most)}, such as 0, 9, 16-18`
    case 'too many bits':
      return `at most ${MOST_BITS} bits`
    case 'no hex':
      return 'whole bytes in hex, such as 00ff: two digits each'
    case 'too many bytes':
      return `at most ${count(most)} bytes`
  }
}

const FAR =
  ' It is far away, and nothing is sent to get there: choose a place that comes sooner, or let the session say more.'

export const faults: FaultsWords = {
  name,
  done,
  why: (plan, part) => reasonOf(reasons, plan, part),
  part,
  intro: 'Pick a fault, guess what will happen, and watch it happen.',
  list: {
    label: 'faults',
    wire: 'On the wire',
    peer: 'By a peer',
    own: 'Your own',
    choose: 'Fault',
    score: (right, of) => `${count(right)} of ${count(of)} guessed right`,
    scoreWhy: 'your first guess of each fault, as long as this tab is open',
    tried: (outcome, isRight) => {
      const result = `tried: ${outcome}`
      return isRight === undefined ? result : `${result}, guessed ${isRight ? 'right' : 'wrong'}`
    },
  },
  direction: { legend: 'Direction', sent: 'you → peer', received: 'peer → you' },
  place: {
    legend: 'Who does it',
    us: 'you',
    peer: 'the peer',
    simulatedOnly: 'a real peer can’t be made to: choose the simulated one',
  },
  picture: {
    you: 'you',
    peer: 'peer',
    mark: 'here',
    stream: {
      key: 'key',
      garbage: 'garbage',
      terminator: 'terminator',
      packet: 'packet',
      v1: 'v1',
    },
    parts: { 'length field': 'length', header: 'header', contents: 'contents', tag: 'tag' },
  },
  guess: {
    question: 'What will happen?',
    hint: 'Your guess starts a fresh session and does it.',
    names: {
      'fails at once': 'Fails at once',
      stalls: 'Stalls',
      'nothing changes': 'Nothing changes',
    },
    meanings: {
      'fails at once': 'one side notices and ends the connection',
      stalls: 'nothing is answered any more, and it stays open',
      'nothing changes': 'both go on as if it had not been',
    },
    show: 'Just show me',
    cannotStart: 'First write the address of your node, above.',
  },
  run: {
    starting: 'A fresh session begins …',
    waiting: (what) => {
      switch (what.thing) {
        case 'place':
          return `Waiting for the place; ${bytes(what.bytes)} have passed …${what.isFar ? FAR : ''}`
        case 'packets':
          return `Waiting for ${plural(what.count, 'more packet')} …${what.isFar ? FAR : ''}`
        case 'ready':
          return 'Waiting until both have introduced themselves …'
        case 'misbehaviour':
          return 'Waiting for the moment …'
      }
    },
    watching: 'Done. Is anything still answered?',
    watchingWhy: 'A ping is sent, and its answer waited for.',
    inVain: 'It could not be done.',
    inVainWhy: 'The session ended before its moment came: the ladder says why.',
  },
  result: {
    label: 'what came of it',
    expected: 'You expected',
    happened: 'It happened',
    right: 'you were right',
    wrong: 'not what you expected',
    noGuess: 'no guess',
    noticed: 'Who noticed',
    noticedBy: (who) =>
      who === 'us'
        ? 'You did, and ended the connection'
        : who === 'peer'
          ? 'The peer did, and ended the connection'
          : 'Nobody',
    gaveUp: (who) =>
      who === 'us' ? 'You lost patience in the end' : 'The peer lost patience in the end',
    where: 'Where',
    place: ({ direction, offset, part: of, packet }) =>
      `byte ${count(offset)} of what ${direction === 'sent' ? 'you sent' : 'the peer sent'}, ${part(of, packet)}`,
    placeOfPeer: (direction, of) =>
      `${part(of, undefined)}, in what ${direction === 'sent' ? 'you sent' : 'the peer sent'}`,
    before: 'before',
    after: 'after',
    nothing: 'nothing',
    more: 'and more',
    bits: (byte) => `byte ${count(byte)}`,
    sameBytes: 'The bytes stay the same; only when and in which pieces they come changes.',
    open: 'See it in the session',
    openFailed: 'See the end of the session',
    error: 'Error',
    offset: (n) => `at byte ${count(n)}`,
    saysNothing: 'The peer only hung up: it does not say why on the wire.',
    saysPeer: 'in the words of the peer, to whom you are the peer:',
    rule: 'Rule',
    why: 'Why it is built so',
    usual: (outcome) => `Tests with a peer like this one have: ${outcome}.`,
    chance: (share, outcome) =>
      `Chance decides: in about ${Math.round(share * 100)} of 100 runs it is “${outcome}”.`,
    nodeLog: 'In bitcoind’s debug.log',
    again: 'Again',
    againWhy: 'the same fault in a fresh session',
    next: 'Next fault',
  },
  own: {
    name: 'A fault of your own',
    intro: 'Anything that somebody without keys can do to the bytes on their way.',
    at: 'Where',
    places: {
      'next packet': 'the first packet after the handshake',
      packet: 'the packet with number …',
      key: 'the key',
      garbage: 'the garbage',
      terminator: 'the garbage terminator',
      byte: 'the byte with offset …',
    },
    part: 'Part',
    parts: {
      all: 'all of it',
      'length field': 'length field',
      header: 'header',
      contents: 'contents',
      tag: 'tag',
    },
    kind: 'What',
    kinds: {
      flip: 'flip bits',
      truncate: 'cut off',
      drop: 'drop',
      duplicate: 'deliver twice',
      reorder: 'swap with what follows',
      replay: 'replay later',
      insert: 'insert bytes',
      delay: 'delay',
      fragment: 'cut into pieces',
    },
    fields: {
      offset: 'Offset',
      number: 'Number',
      bits: 'Bits',
      keep: 'Bytes that pass',
      length: 'Bytes',
      after: 'Packets between',
      bytes: 'Bytes in hex',
      ms: 'Milliseconds',
      size: 'Bytes a piece',
    },
    hints: {
      offset: 'from the first byte of the key, which is 0',
      number: 'each direction counts from 0, the version packet and decoys too',
      bits: 'from the beginning of the place: 8 × byte + bit, the lowest bit of a byte is 0',
      keep: 'of the place, before the connection is cut off',
      length: 'from the beginning of the place; empty: all of it',
      after: 'that pass before it comes once more',
      bytes: 'that are put in front of the place',
      ms: 'that it, and all that follows, is held back',
      size: 'of all that follows',
    },
    problem,
    mask: (byte, mask) => `byte ${count(byte)} xor ${mask}`,
    wrongLink: 'The link names a fault that there is not.',
    now: 'Do it to this session, now',
    nowWhy: 'a session that the Lab has started, while it is open',
  },
  ladder: 'the session that it is done to',
}
