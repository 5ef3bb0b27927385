/** What the classifier makes of sessions as they are, and as each strategy shapes them. */

import type { ShapingPlan } from '@v2scope/lab'
import { type Steps, within } from '../steps.js'
import { type Corpus, factsOf } from './corpus.js'
import { guess, learn } from './guessing.js'
import type { SessionTrace } from './session-trace.js'
import { noCosts, plainWire, shapedWire } from './shaped-trace.js'
import { WINDOW_MS } from './simulated-traffic.js'
import { studiedShapings } from './studied-shapings.js'
import type {
  Guessing,
  LearnedFeature,
  ShapingMeasure,
  ShapingPoint,
  TrafficStudy,
} from './traffic-study.js'
import { type Window, type WireTrace, windowsOf } from './windows.js'

const HALF = 0.5

/** Both directions are shaped by each strategy. */
export function* studyTraffic(corpus: Corpus): Steps<TrafficStudy> {
  const studied = studiedShapings(corpus.model)
  const share = 1 / (studied.length + 1)
  const { plain, learned } = yield* within(0, share, studyPlain(corpus))
  const points: ShapingPoint[] = []
  for (const [i, shaping] of studied.entries()) {
    const measure = measurePoint(corpus, { shaping, isBothWays: true })
    points.push(yield* within((i + 1) * share, (i + 2) * share, measure))
  }
  return { seed: corpus.seed, corpus: factsOf(corpus), plain, learned, points }
}

export function* studyShaping(corpus: Corpus, plan: ShapingPlan): Steps<ShapingMeasure> {
  const { plain } = yield* within(0, HALF, studyPlain(corpus))
  const point = yield* within(HALF, 1, measurePoint(corpus, plan))
  return { seed: corpus.seed, plan, corpus: factsOf(corpus), plain, point }
}

function* studyPlain(
  corpus: Corpus,
): Steps<{ readonly plain: Guessing; readonly learned: readonly LearnedFeature[] }> {
  const train = yield* within(0, HALF, allWindows(corpus.train, plainWire))
  const test = yield* within(HALF, 1, allWindows(corpus.test, plainWire))
  const bayes = learn(train)
  return { plain: guess(bayes, test), learned: bayes.learned() }
}

/** The classifier learns of traffic that is shaped so: the stronger attacker. */
function* measurePoint(corpus: Corpus, plan: ShapingPlan): Steps<ShapingPoint> {
  const { strategy } = plan.shaping
  const costs = noCosts()
  const shape = (half: string, into: typeof costs) => (trace: SessionTrace, i: number) =>
    shapedWire(trace, plan, `shaping: ${strategy} ${half} ${i}: ${corpus.seed}`, into)
  const train = yield* within(0, HALF, allWindows(corpus.train, shape('train', noCosts())))
  const test = yield* within(HALF, 1, allWindows(corpus.test, shape('test', costs)))
  const { realBytes, wireBytes, packets, delayMs, unsentBytes } = costs
  return {
    ...guess(learn(train), test),
    shaping: plan.shaping,
    overhead: wireBytes / realBytes - 1,
    meanDelayMs: delayMs / packets,
    unsentShare: unsentBytes / realBytes,
  }
}

function* allWindows(
  sessions: readonly SessionTrace[],
  wireOf: (trace: SessionTrace, index: number) => WireTrace,
): Steps<readonly Window[]> {
  const windows: Window[] = []
  for (const [i, trace] of sessions.entries()) {
    yield i / sessions.length
    windows.push(...windowsOf(wireOf(trace, i), trace.bursts, WINDOW_MS))
  }
  return windows
}
