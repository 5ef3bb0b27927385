/** Words of the page in English: the Lab's decoys and shaping. */

import { MOST_BYTES_A_SECOND, MOST_HANDSHAKE_BYTES } from '@v2scope/lab'
import { count, milliseconds, plural, size } from '../../ui/parts/format.js'
import type { ShapingWords } from '../shaping.js'

const strategies: ShapingWords['strategies'] = {
  legend: 'strategy',
  hidesLabel: 'hides',
  showsLabel: 'does not hide',
  file: 'Each strategy is a small function that you can read, and add to, in one file:',
  names: {
    none: 'None',
    'fixed rate': 'Fixed rate',
    poisson: 'Poisson',
    'constant bit rate': 'Constant bit rate',
    mimic: 'Mimic',
    'burst cover': 'Burst cover',
    'handshake decoys': 'Handshake decoys',
  },
  does: {
    none: 'Each packet goes out as soon as it is made.',
    'fixed rate': 'A decoy of one size, again and again after the same time.',
    poisson: 'Decoys at random moments, as many on average.',
    'constant bit rate':
      'Exactly so many bytes every tick: real packets first, and decoys fill up what is missing.',
    mimic: 'As constant bit rate, with each tick’s bytes and length drawn from a recording.',
    'burst cover': 'Beside each real packet a decoy, as large as some answer might be.',
    'handshake decoys': 'Decoys between the terminator and the version packet.',
  },
  hides: {
    none: 'What you say; encryption alone does that.',
    'fixed rate': 'Whether you say nothing: something always goes out.',
    poisson: 'Which of some lone packets is real: neither its size nor its moment tells.',
    'constant bit rate':
      'When you say something, and how much: the wire looks the same whether you are silent or busy.',
    mimic: 'What you do now, behind the sizes and gaps of something else.',
    'burst cover': 'How large the real packet of a burst is.',
    'handshake decoys': 'How many bytes the handshake has, and with which packet it ends.',
  },
  shows: {
    none: 'How much, and when: a block is not as large as a ping, and comes when blocks come.',
    'fixed rate': 'Anything larger than the decoys, or between them.',
    poisson: 'A burst, and anything larger than the decoys.',
    'constant bit rate':
      'That you are connected, and for how long. It costs bytes while you are silent, and waiting while you are busy.',
    mimic: 'That you are connected, and for how long. Waiting is as long as the recording is slow.',
    'burst cover': 'When you say something: there is still a burst, only a larger one.',
    'handshake decoys': 'Anything that comes after the handshake.',
  },
}

export const shaping: ShapingWords = {
  intro:
    'Encryption hides what you say. Sizes and times still tell what kind of thing it is. BIP324 has no padding, but it has decoys: packets that the other side throws away. Here they are put to work.',
  strategies,
  settings: {
    title: 'Settings',
    names: {
      every: 'a decoy every',
      mean: 'a decoy every, on average',
      decoy: 'size of a decoy',
      tick: 'a tick every',
      tickBytes: 'bytes a tick',
      most: 'largest decoy',
      count: 'number of decoys',
    },
    tooFast: `That is more than ${size(MOST_BYTES_A_SECOND)} a second: a page would do nothing else any more.`,
    tooMuch: `Together no more than ${size(MOST_HANDSHAKE_BYTES)}: they are made all at once, and a page stands still meanwhile.`,
    bothWays: 'The simulated peer does so too',
    oneWay: 'A real node shapes nothing: only what you send is shaped.',
    start: 'Start with it',
    again: 'Start again with it',
    apply: 'Apply now',
    applied: 'In force',
    atStart: 'Only from the start of a session.',
    say: 'Say something:',
  },
  mimic: {
    from: 'drawn from',
    present: 'The session that is shown, so far',
    none: 'Choose what to draw from.',
    reading: 'The recording is being read.',
    failed: 'The recording could not be read.',
    tooFew: 'There is too little in it: at least two moments have to be known.',
    drawn: (samples, meanBytes, meanGapMs) =>
      `${plural(samples, 'sample')}: on average ${size(Math.round(meanBytes))} every ${milliseconds(meanGapMs)}.`,
  },
  picture: {
    title: 'The same seconds twice',
    aside: (n) => `the last ${n} seconds`,
    said: 'What is said',
    seen: 'What an observer sees',
    sent: '↑ sent',
    received: '↓ received',
    ago: (n) => `${n} s ago`,
    now: 'now',
    sizes: 'Heights grow with the logarithm of the size.',
    nothing: 'nothing',
    range: (n, least, most) =>
      least === most
        ? `${count(n)}, ${n === 1 ? '' : 'each '}${size(least)}`
        : `${count(n)}, ${size(least)} to ${size(most)}`,
    chunk: 'One chunk of the socket stands for a segment.',
    cut: 'The simulated network cuts what it carries at random, as a real one may: what arrives in pieces left in one.',
    empty: 'No session yet',
    emptyWhy: 'Start one, and say something: a ping, or a question for headers.',
  },
  cost: {
    title: 'What it costs',
    ours: 'you',
    peers: 'simulated peer',
    rows: {
      share: 'decoys, share of the bytes',
      decoys: 'decoys',
      real: 'real packets',
      delay: 'waiting, on average',
      most: 'waiting, at most',
      waiting: 'waits now',
    },
    percent: (of) => `${of} %`,
    empty: 'Known once a session is shaped.',
  },
  hidden: {
    title: 'What it hides',
    why: 'How often a classifier guesses rightly what a burst is about (ping, inv, tx, block or headers), from sizes and times alone.',
    plain: 'without shaping',
    shaped: 'with these settings',
    chance: 'chance: always the most frequent',
    percent: (share) => `${share} %`,
    margin: (share) => `± ${share}`,
    running: (percent) => `being measured, ${percent} %`,
    failed: 'It could not be measured.',
    bad: 'Correct the settings, and it is measured.',
    overhead: (percent, delay) =>
      `In those sessions it costs ${percent} % more bytes, and ${delay} of waiting on average.`,
    unsent: (percent) =>
      `${percent} % of what was to be said had not gone out by their end: the rate is too low for it.`,
    sample: (bursts, sessions, seed) =>
      `${plural(bursts, 'burst')} of ${plural(sessions, 'simulated session')} that the classifier had not seen before; seed ${seed}.`,
    verdicts: {
      nothing: 'It hides nothing from this classifier.',
      some: 'It hides some of it.',
      most: 'It hides most of it.',
      all: 'Nothing is left for this classifier: its guess is as good as without looking.',
    },
  },
}
