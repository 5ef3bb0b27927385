/** Simulated sessions to learn from, and others to be tested on. */

import { type Steps, within } from '../steps.js'
import type { SessionTrace } from './session-trace.js'
import { simulateTraffic, WINDOW_MS } from './simulated-traffic.js'
import { BURST_CLASSES, type CorpusFacts } from './traffic-study.js'

const SESSIONS = 6
const BURSTS = 100
/** Both halves, and the model. */
const ALL_SESSIONS = 2 * SESSIONS + 1

export interface Corpus {
  readonly seed: string
  readonly train: readonly SessionTrace[]
  readonly test: readonly SessionTrace[]
  /** In neither: what `mimic` takes for its recording. */
  readonly model: SessionTrace
}

/** Each session has a seed of its own: none is in both halves. */
export function* makeCorpus(seed: string): Steps<Corpus> {
  const train: SessionTrace[] = []
  const test: SessionTrace[] = []
  const make = (name: string) => {
    const made = train.length + test.length
    const session = simulateTraffic(`traffic: ${name}: ${seed}`, BURSTS)
    return within(made / ALL_SESSIONS, (made + 1) / ALL_SESSIONS, session)
  }
  for (let i = 0; i < SESSIONS; i += 1) {
    train.push(yield* make(`train ${i}`))
    test.push(yield* make(`test ${i}`))
  }
  return { seed, train, test, model: yield* make('model') }
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
