/** Words of the page in English: what sizes and times say to the Eavesdropper. */

import { bytes, count, interval, plural } from '../../ui/parts/format.js'
import type { SegmentsWords, Strategy, TrafficWords } from '../eavesdropper.js'

export const segments: SegmentsWords = {
  title: 'What is left: how much, and when',
  intro:
    'Encryption hides what is said. It does not hide that something is said, how long it is, which way it goes and when. Yours rise, the peer’s hang down; the scale is logarithmic, so that a ping is to be seen beside a block.',
  moments:
    'The recording does not keep how the stream was cut: bytes of one direction with the same time stand for a segment.',
  series: { sent: 'you → peer', received: 'peer → you' },
  total: (n, of) => `${plural(n, 'segment')}, ${bytes(of)}`,
  label: 'Sizes of the segments of this session, over time',
  x: 'seconds from the start',
  y: 'bytes',
  point: (series, n, seconds) => `${series}: ${bytes(n)} at ${seconds} s`,
  columns: ['time in ms', 'direction', 'bytes'],
  newest: (shown, all) => `the newest ${count(shown)} of ${count(all)} segments`,
}

const names: Readonly<Record<Strategy, string>> = {
  'fixed rate': 'fixed rate',
  poisson: 'Poisson',
  'constant bit rate': 'constant bit rate',
  mimic: 'mimic',
  'burst cover': 'burst cover',
  'handshake decoys': 'handshake decoys',
}

export const traffic: TrafficWords = {
  title: 'Guessing what is said, without a key',
  intro:
    'A burst is what goes over the wire in one breath: a question and its answer. A small classifier has learned from simulated sessions how many bytes each kind of burst has, and in how many segments. Then it is shown bursts of other sessions, and guesses.',
  method: (train, test, windowMs) =>
    `A naive Bayes model of six features; learned from ${plural(train, 'session')}, tested on ${plural(test, 'other')}, none in both. It is told when each burst begins, and looks at the first ${interval(windowMs)} of it.`,
  accuracy: (accuracy, margin) => `${accuracy} % guessed right (± ${margin})`,
  chance: (chance) =>
    `chance: ${chance} % (who always says the most frequent kind, and never looks)`,
  chanceShort: 'chance',
  confusion: {
    title: 'What was taken for what',
    intro: 'A row is what it was, a column what was guessed. Right guesses are on the diagonal.',
    of: 'With',
    plain: 'nothing shaped',
    corner: 'it was',
    guessed: (name) => `guessed ${name}`,
    right: 'right',
    cell: (n, share) => `${count(n)} · ${share} %`,
    total: 'bursts',
  },
  learned: {
    title: 'How the classifier decides',
    intro:
      'For each kind of burst, the typical value of each feature: half of the bursts have less, half have more. The guess is the kind under which what was seen is the least surprising.',
    class: 'burst',
    features: {
      'bytes sent': 'bytes sent',
      'bytes received': 'bytes received',
      'segments sent': 'segments sent',
      'segments received': 'segments received',
      'largest sent': 'largest segment sent',
      'largest received': 'largest segment received',
    },
    bucket: (from, to) => (from === to ? count(from) : `${count(from)}–${count(to)}`),
  },
  strategies: {
    title: 'What hiding it costs',
    intro:
      'Decoys and delays make bursts look alike. Each point is one strategy at one setting: to the right it costs more bytes, further down the classifier is right less often, though it has learned from sessions that were shaped the same way. The dashed line is chance: nothing is left for this classifier.',
    label: 'Accuracy of the classifier against the bytes that each strategy adds',
    x: 'bytes added, in % of the real ones',
    y: 'guessed right',
    names,
    whats: {
      'fixed rate': 'a decoy of one size, at a steady beat',
      poisson: 'a decoy of one size, at random times',
      'constant bit rate': 'so many bytes a tick, whatever there is to say',
      mimic: 'sizes and gaps of another recording',
      'burst cover': 'a decoy answer beside each real one',
      'handshake decoys': 'decoys before the first message',
    },
    setting: (shaping) => {
      switch (shaping.strategy) {
        case 'fixed rate':
          return `${bytes(shaping.bytes)} every ${interval(shaping.everyMs)}`
        case 'poisson':
          return `${bytes(shaping.bytes)} about every ${interval(shaping.meanMs)}`
        case 'constant bit rate':
          return `${bytes(shaping.bytes)} a tick of ${interval(shaping.tickMs)}`
        case 'mimic':
          return shaping.name === ''
            ? 'like another session'
            : `like another session, ${shaping.name}`
        case 'burst cover':
          return `up to ${bytes(shaping.most)}`
        case 'handshake decoys':
          return `${plural(shaping.count, 'decoy')} of up to ${bytes(shaping.most)}`
      }
    },
    plain: 'nothing shaped',
    point: (name, setting, accuracy, overhead) =>
      `${name}${setting === '' ? '' : `, ${setting}`}: ${accuracy} % right, ${overhead} % more bytes`,
    columns: [
      'strategy',
      'setting',
      'guessed right in %',
      '±',
      'bytes added in %',
      'delay in ms',
      'never sent in %',
    ],
    reading:
      'The constant bit rate takes everything: what is sent no longer depends on what there is to say. So does mimic, which takes its beat from another session. Both are dear, and what is real waits for its tick: at the low rates some of it still waits when the session ends. Decoys beside the real thing hide less, whatever they cost.',
    toLab: 'Shape a session of yours in the Lab',
  },
  cannot:
    'What it can’t show: the sessions are simulated, on an even network, with one kind of burst at a time and with both sides shaped. Real observers are not told when a burst begins, and have noise to live with; but they have more to look at, and may build a better classifier. An accuracy near chance says that this one sees nothing, not that nobody can.',
}
