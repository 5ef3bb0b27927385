/** Simulated sessions to learn from, and others to be tested on. */

import type { Steps } from '../study-room.js'
import type { SessionTrace } from './session-trace.js'
import { simulateTraffic, WINDOW_MS } from './simulated-traffic.js'
import { BURST_CLASSES, type CorpusFacts } from './traffic-study.js'

const SESSIONS = 12
const BURSTS = 50

export interface Corpus {
  readonly seed: string
  readonly train: readonly SessionTrace[]
  readonly test: readonly SessionTrace[]
}

/** Each session has a seed of its own: none is in both halves. */
export function* makeCorpus(seed: string): Steps<Corpus> {
  const corpus = { seed, train: [] as SessionTrace[], test: [] as SessionTrace[] }
  for (let i = 0; i < SESSIONS; i += 1) {
    for (const half of ['train', 'test'] as const) {
      const done = (corpus.train.length + corpus.test.length) / (2 * SESSIONS)
      const session = simulateTraffic(`traffic: ${half} ${i}: ${seed}`, BURSTS)
      let step = session.next()
      for (; !step.done; step = session.next()) yield done
      corpus[half].push(step.value)
    }
  }
  return corpus
}

export function factsOf({ train, test }: Corpus): CorpusFacts {
  const bursts = { train: countBursts(train), test: countBursts(test) }
  const all = bursts.test.reduce((sum, count) => sum + count, 0)
  const parts = test.flatMap(({ sent, received }) => [...sent, ...received])
  return {
    sessions: { train: train.length, test: test.length },
    bursts,
    chance: Math.max(...bursts.test) / all,
    windowMs: WINDOW_MS,
    bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0),
  }
}

const countBursts = (sessions: readonly SessionTrace[]): number[] => {
  const bursts = sessions.flatMap((session) => session.bursts)
  return BURST_CLASSES.map((wanted) => bursts.filter(({ burst }) => burst === wanted).length)
}
