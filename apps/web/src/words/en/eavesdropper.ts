/** Words of the page in English: the Eavesdropper. */

import { bytes, count, plural } from '../../ui/parts/format.js'
import type { EavesdropperWords, StreamWords } from '../eavesdropper.js'
import { firstBytes, statistics } from './eavesdropper-statistics.js'
import { segments, traffic } from './eavesdropper-traffic.js'

const stream: StreamWords = {
  title: 'The same messages, twice',
  titleOfV1: 'What everybody can read',
  intro:
    'On the left is what crossed the wire, as somebody on the path records it. On the right are the same messages as v1 would have sent them, which is what everybody on the path could read before BIP324. We need our keys to write the right side; the left side needs none.',
  introOfV1:
    'This session speaks v1: nothing is encrypted, and what is marked can be read by everybody on the path.',
  wire: {
    v2: 'On the wire: v2',
    v1: 'On the wire: v1, in the clear',
    detecting: 'On the wire',
  },
  same: 'The same, had it been v1',
  legend: 'What jumps out of v1',
  marks: {
    magic: 'magic',
    command: 'command',
    length: 'length',
    address: 'address',
    text: 'text',
    hash: 'hash',
  },
  marksWhy: {
    magic: 'this is Bitcoin, and which network',
    command: 'what kind of message',
    length: 'how long it is',
    address: 'who talks to whom',
    text: 'such as the name of the software',
    hash: 'which block or transaction',
  },
  kinds: {
    key: 'ElligatorSwift key',
    garbage: 'garbage',
    terminator: 'garbage terminator',
    decoy: 'decoy',
    'version packet': 'version packet',
    rejected: 'rejected',
    'not understood': 'not understood',
    'unread bytes': 'unread bytes',
  },
  ways: { sent: 'you → peer', received: 'peer → you' },
  at: (seconds) => `${seconds} s`,
  size: bytes,
  noV1: {
    handshake: 'v1 has no such handshake: nothing is sent here',
    decoy: 'v1 has no decoys: nothing is sent here',
    unknown: 'what this is can’t be told without the keys',
  },
  nothing: 'nothing jumps out',
  hash: 'a hash',
  more: (n) => `… and ${bytes(n)} more`,
  handshake: (n) =>
    `The handshake: ${bytes(n)} that look like nothing (keys, garbage, terminators, version packets). v1 has none.`,
  leftOut: (rows) => `${plural(rows, 'thing')} between these, of the same kind`,
  toSession: (label) => `show ${label} in its session`,
  list: 'the stream, in the order of the wire',
}

export const eavesdropper: EavesdropperWords = {
  title: 'Eavesdropper',
  lede: 'Somebody on the path between you and your peer (a provider, whoever runs the Wi-Fi) records every byte, and changes none. They have the bytes, how many there are, and when they came. They have no key. What does that tell them?',
  segment:
    'One chunk of the socket stands for a segment of TCP here; on the way it may be cut otherwise.',
  tabList: 'what an eavesdropper can look at',
  tabs: { stream: 'The bytes', statistics: 'Statistics', traffic: 'Sizes and times' },
  findings: {
    stream: (magics, commands, ofV2) =>
      `v1 shows ${plural(magics, 'magic')} and ${plural(commands, 'command name')}; v2 ${ofV2 === 0 ? 'none' : count(ofV2)}`,
    inTheClear: (magics, commands) =>
      `${plural(magics, 'magic')} and ${plural(commands, 'command name')} in the clear`,
    statistics: (v2, v1) =>
      v1 === undefined
        ? `v2: ${v2} of 8 bits of entropy a byte`
        : `entropy of v2 ${v2} of 8 bits a byte, of v1 ${v1}`,
    entropy: (bits) => `entropy ${bits} of 8 bits a byte`,
    traffic: (accuracy, chance) => `${accuracy} % of bursts guessed right; chance is ${chance} %`,
    none: {
      stream: 'does anything jump out?',
      statistics: 'can it be told from random bytes?',
      traffic: 'what they still give away',
    },
  },
  session: {
    listening: (name) => `Overheard: ${name}`,
    upTo: (segments, n, seconds) => `${plural(segments, 'segment')}, ${bytes(n)} in ${seconds} s`,
    again: 'Again',
    simulated: 'Simulated session',
  },
  empty: {
    title: 'Nothing has crossed the wire yet',
    why: 'There is something to be overheard once two peers talk. A simulated session needs nothing but this page: both peers are in it.',
    start: 'Start the simulated session',
    waiting: 'Listening …',
  },
  stream,
  savings: {
    title: 'Bytes saved, and bytes added',
    intro:
      'v1 puts 24 bytes in front of each payload. v2 adds 21 where the message type has a short id (3 fewer) and 33 where it has none (9 more). Before that, each side pays once for its handshake: 100 bytes (key 64, terminator 16, version packet 20) and its garbage.',
    introOfV1:
      'This session speaks v1. What v2 would have taken for the same messages is reckoned here, without a handshake and decoys.',
    columns: {
      type: 'what',
      count: 'how many',
      v1: 'v1 bytes',
      v2: 'v2 bytes',
      difference: 'difference',
      each: 'for each',
    },
    labels: {
      handshake: 'handshake, both sides',
      decoy: 'decoys',
      rejected: 'rejected',
      unread: 'can’t be told apart',
    },
    garbage: (n) => `of it garbage: ${count(n)}`,
    total: 'in all',
    messages: 'messages alone',
    verdict: (difference, percent) => {
      if (difference === 0) return 'v2 has taken as many bytes as v1 would have.'
      const share = percent === undefined ? '' : ` (${percent} %)`
      return `v2 has taken ${bytes(Math.abs(difference))} ${difference > 0 ? 'more' : 'fewer'} than v1 would have${share}.`
    },
    verdictOfV1: (difference, percent) => {
      if (difference === 0) return 'v2 would have taken as many bytes as v1 has.'
      const share = percent === undefined ? '' : ` (${percent} %)`
      const than = `${difference > 0 ? 'more' : 'fewer'} than v1 has`
      return `v2 would have taken ${bytes(Math.abs(difference))} ${than}${share}.`
    },
    messagesVerdict: (difference) =>
      difference === 0
        ? 'The messages alone are as long in both.'
        : difference > 0
          ? `The messages alone are ${bytes(difference)} longer: many of the first ones have no short id.`
          : `The messages alone are ${bytes(-difference)} shorter: short ids pay for the handshake in the long run.`,
  },
  statistics,
  firstBytes,
  segments,
  study: {
    seed: 'Seed',
    seedHint: 'a text of 1 to 64 characters: the same seed gives the same numbers',
    run: 'Run it',
    again: 'Run it again',
    stop: 'Stop',
    running: (percent) => `${percent} % done`,
    stopped: 'Stopped. What is shown is of the run before it, if there was one.',
    failed: (why) => `It failed: ${why}`,
    progress: 'progress of the study',
  },
  traffic,
  plot: {
    table: 'The numbers, as a table',
    left: (shown, all) =>
      `The first ${count(shown)} of ${count(all)} rows are shown; a copy has all of them.`,
  },
}
