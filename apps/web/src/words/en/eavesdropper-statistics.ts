/** Words of the page in English: the Eavesdropper's statistics. */

import { bytes, count } from '../../ui/parts/format.js'
import type { FirstBytesWords, StatisticsWords } from '../eavesdropper.js'

export const statistics: StatisticsWords = {
  title: 'Can it be told from random bytes?',
  intro:
    'Censors who want to block what they can’t read need a way to know it. Here are four tests, each of the stream on the wire and of the same messages as v1. A stream is called not random where random bytes would be so far off less than once in 1,000 tries.',
  streams: {
    v2: 'v2, on the wire',
    v1: 'v1, on the wire',
    detecting: 'on the wire',
    asV1: 'the same as v1',
  },
  columns: {
    stream: 'stream',
    value: 'found',
    expected: 'of random bytes expected',
    verdict: 'verdict',
  },
  sample: bytes,
  tests: {
    entropy: {
      name: 'Entropy',
      asks: 'How much does a byte tell that was not known before? 8 bits is the most.',
      cannot:
        'It counts values, and not their order: 00 01 02 … ff over and over has 8 bits as well.',
    },
    chiSquare: {
      name: 'χ² over byte values',
      asks: 'Is each of the 256 values as frequent as the others?',
      cannot:
        'Nor does it see order; and below 1,280 bytes chance alone makes some values rare: only what is far off counts then.',
    },
    runs: {
      name: 'Runs of equal bits',
      asks: 'Do the bits change as often as a coin that is thrown would?',
      cannot: 'It looks at neighbouring bits: a pattern with a longer period passes.',
    },
    serial: {
      name: 'Serial correlation',
      asks: 'Does a byte say anything of the one after it?',
      cannot: 'Only whether both rise and fall together, and only for direct neighbours.',
    },
  },
  cannotLabel: 'What it can’t show',
  values: {
    bits: (bits) => `${bits} bits`,
    p: (p) => `p ${p}`,
    about: (value, give) => `${value} ± ${give}`,
    within: (bound) => `0 ± ${bound}`,
    none: 'none: all bytes are the same',
  },
  verdicts: {
    random: 'like random bytes',
    told: 'not random',
    few: 'too few bytes to tell',
  },
  threshold: 'not random: random bytes would be so far off less than once in 1,000 tries',
  telling: {
    title: 'What can be searched for',
    intro: 'No statistics are needed where the stream says itself what it is.',
    magics: 'the network’s magic',
    commands: 'names of message types',
    text: 'bytes of readable text (chance makes some)',
  },
  noStream: {
    wire: 'no bytes yet',
    v1: 'no messages are known',
  },
  histogram: {
    title: 'How often each byte value is there',
    intro:
      'The share of each of the 256 values, on a scale where each line is ten times the one below. Random bytes lie around the dashed line. v1 is full of zeros, of letters, and of values that come again with every message.',
    label: 'Share of each byte value, of both streams',
    x: 'byte value',
    y: 'share of the bytes',
    uniform: 'all as frequent: 0.39 %',
    point: (series, value, share) => `${series}: ${value} is ${share} % of the bytes`,
    columns: (series) => [
      'byte value',
      ...series.flatMap((name) => [`count, ${name}`, `share in %, ${name}`]),
    ],
  },
  pass: 'What passes all of them is not told from random by these four tests. That is all that they say: a counter put through a hash that everybody knows passes them too, and hides nothing. That v2 can’t be read rests on its ciphers, not on this page.',
}

export const firstBytes: FirstBytesWords = {
  title: (keys) => `The first bytes of ${count(keys)} handshakes`,
  intro:
    'The first thing that each side sends is its public key. If it looked like a key, its first byte would do to block every connection: a compressed key of 33 bytes begins with 02 or 03, always. The 64 bytes of ElligatorSwift are made so that every string of bytes is as likely. Here are keys that the page makes itself, written both ways.',
  kinds: { ellswift: 'ElligatorSwift', compressed: 'compressed key' },
  columns: {
    length: 'length',
    distinct: 'first bytes seen',
    first: 'χ² of first bytes',
    all: 'χ² of all bytes',
    onCurve: 'bytes 1–32 are on the curve',
  },
  distinct: (n) => `${count(n)} of 256 values`,
  onCurve: (n, of) => `${count(n)} of ${count(of)}`,
  example: (kind) => `one of them, ${kind}`,
  reading: ({ ellswift, compressed }) =>
    `Of 256 values, the first byte has ${count(seen(ellswift.firstBytes))} in ElligatorSwift and ${count(seen(compressed.firstBytes))} in compressed keys. χ² has 255 degrees of freedom: random bytes give about 255 ± 45. Of random numbers about half are an x of the curve; of compressed keys all are.`,
  cannot:
    'What it can’t show: that no other test tells ElligatorSwift from random bytes. That follows from how it is made (BIP324 has the argument), not from a sample.',
  plot: {
    label: 'How often each value is the first byte, of both kinds of keys',
    x: 'first byte',
    y: 'keys that begin with it',
    level: 'all as frequent',
    point: (series, value, n) => `${series}: ${count(n)} begin with ${value}`,
  },
}

const seen = (counts: Uint32Array): number => counts.reduce((n, of) => n + (of > 0 ? 1 : 0), 0)
