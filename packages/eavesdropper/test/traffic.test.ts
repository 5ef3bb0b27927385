/** What sizes and times say, and what shaping leaves of it: by seed, with real peers. */

import type { Shaping } from '@v2scope/lab'
import { describe, expect, it } from 'vitest'
import {
  BURST_CLASSES,
  FEATURES,
  type ShapingPoint,
  STUDY_SEED,
  StudyRoom,
  type TrafficStudy,
} from '../src/index.js'
import { makeCorpus } from '../src/traffic/corpus.js'
import { NaiveBayes } from '../src/traffic/naive-bayes.js'
import { bucketOf, windowsOf } from '../src/traffic/windows.js'
import { finished } from './finished.js'

const FIVE_POINTS = 0.05

const room = new StudyRoom()
const progress: number[] = []
const study: TrafficStudy = finished(
  room.run({ study: 'traffic', seed: STUDY_SEED }),
  'traffic',
  (value) => progress.push(value),
)

const measure = (shaping: Shaping, seed = STUDY_SEED, isBothWays = true, of = room) =>
  finished(of.run({ study: 'shaping', seed, plan: { shaping, isBothWays } }), 'shaping')

const pointsOf = (strategy: Shaping['strategy']): ShapingPoint[] =>
  study.points.filter(({ shaping }) => shaping.strategy === strategy)

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)

describe('traffic that is not shaped', () => {
  it('tells what it is about, by sizes and times alone', () => {
    const { corpus, plain } = study
    expect(plain.accuracy).toBeGreaterThan(0.9)
    expect(plain.confusion.map(sum)).toEqual(corpus.bursts.test)
    const right = sum(plain.confusion.map((row, i) => row[i] ?? 0))
    expect(plain.accuracy).toBe(right / sum(corpus.bursts.test))
  })

  it('has chance at the share of the largest class, and classes that are not as frequent', () => {
    const { test, train } = study.corpus.bursts
    expect(study.corpus.chance).toBe(Math.max(...test) / sum(test))
    expect(study.corpus.chance).toBeLessThan(0.5)
    for (const counts of [test, train]) {
      expect(counts).toHaveLength(BURST_CLASSES.length)
      expect(Math.min(...counts)).toBeGreaterThan(20)
    }
  })

  it('is learned of as shares that a reader can follow', () => {
    expect(study.learned.map(({ feature }) => feature)).toEqual(FEATURES)
    const sent = study.learned.find(({ feature }) => feature === 'bytes sent')
    // 29 bytes are a ping, and between 16 and 31
    expect(sent?.shares[BURST_CLASSES.indexOf('ping')]?.[5]).toBe(1)
    for (const { shares, buckets } of study.learned) {
      for (const of of shares) {
        expect(of).toHaveLength(buckets)
        expect(sum(of)).toBeCloseTo(1, 12)
      }
    }
  })

  it('is of sessions that are in one half alone', () => {
    const corpus = finishedCorpus('halves')
    const all = [...corpus.train, ...corpus.test, corpus.model].map((trace) =>
      JSON.stringify(trace),
    )
    expect(new Set(all).size).toBe(all.length)
  })
})

describe('traffic that is shaped', () => {
  it('is told apart no better than by chance where its bit rate is constant', () => {
    const points = pointsOf('constant bit rate')
    expect(points.length).toBeGreaterThanOrEqual(2)
    for (const { accuracy } of points) {
      expect(Math.abs(accuracy - study.corpus.chance)).toBeLessThanOrEqual(FIVE_POINTS)
    }
  })

  it.each([
    ['a tick that does not go into the window', { tickMs: 70, bytes: 1777 }],
    ['ticks of one packet', { tickMs: 20, bytes: 21 }],
    ['a tick longer than the window', { tickMs: 900, bytes: 30_000 }],
  ])('and so with %s', (_, setting) => {
    const { point, corpus } = measure({ strategy: 'constant bit rate', ...setting })
    expect(Math.abs(point.accuracy - corpus.chance)).toBeLessThanOrEqual(FIVE_POINTS)
  })

  it('and so with another seed', () => {
    const seed = 'another'
    const shaping = { strategy: 'constant bit rate', tickMs: 50, bytes: 2000 } as const
    const { point, corpus, plain } = measure(shaping, seed, true, new StudyRoom())
    expect(plain.accuracy).toBeGreaterThan(0.9)
    expect(Math.abs(point.accuracy - corpus.chance)).toBeLessThanOrEqual(FIVE_POINTS)
  })

  it('is told apart less well the more is spent, with each strategy that sends while it runs', () => {
    for (const strategy of ['fixed rate', 'poisson', 'burst cover', 'mimic'] as const) {
      const points = pointsOf(strategy)
      expect(points.length).toBeGreaterThanOrEqual(2)
      expect(Math.min(...points.map(({ accuracy }) => accuracy))).toBeLessThan(
        study.plain.accuracy - FIVE_POINTS,
      )
      const overheads = points.map(({ overhead }) => overhead)
      expect(overheads).toEqual([...overheads].sort((a, b) => a - b))
    }
  })

  it('is as before where only the handshake has decoys', () => {
    for (const point of pointsOf('handshake decoys')) {
      expect(point.accuracy).toBe(study.plain.accuracy)
      expect(point.overhead).toBeGreaterThan(0)
      expect(point.meanDelayMs).toBe(0)
    }
  })

  it('costs what it costs: bytes at a constant rate, and waiting where that is low', () => {
    const [slow, fast] = [10_000, 100_000].map((bytes) =>
      measure({ strategy: 'constant bit rate', tickMs: 1000, bytes }),
    )
    expect(slow?.point.meanDelayMs).toBeGreaterThan(fast?.point.meanDelayMs ?? 0)
    expect(slow?.point.unsentShare).toBeGreaterThan(0)
    const wireBytes = (measured: typeof slow) =>
      (1 + (measured?.point.overhead ?? 0)) * (measured?.corpus.bytes ?? 0)
    // what both put on the wire does not depend on what was said
    expect(wireBytes(fast) / wireBytes(slow)).toBeCloseTo(10, 9)
  })

  it('in one direction alone shows the other as it is', () => {
    const shaping = { strategy: 'constant bit rate', tickMs: 50, bytes: 2000 } as const
    const one = measure(shaping, STUDY_SEED, false)
    const both = measure(shaping)
    expect(one.point.accuracy).toBeGreaterThan(both.point.accuracy + 0.2)
    expect(one.point.overhead).toBeLessThan(both.point.overhead)
  })

  it('is refused with settings that no strategy can have', () => {
    expect(() => measure({ strategy: 'constant bit rate', tickMs: 0, bytes: 1 })).toThrow(/in ms/)
  })
})

describe('a study', () => {
  it('is the same for the same seed, whatever was studied before', () => {
    const again = finished(new StudyRoom().run({ study: 'traffic', seed: STUDY_SEED }), 'traffic')
    expect(again).toEqual(study)
  })

  it('tells how far it is, in many steps and never backwards', () => {
    expect(progress.length).toBeGreaterThan(200)
    expect(progress).toEqual([...progress].sort((a, b) => a - b))
    expect(progress.at(0)).toBe(0)
    expect(progress.at(-1)).toBeLessThan(1)
  })
})

describe('the classifier', () => {
  it('has buckets of powers of two', () => {
    expect([0, 1, 2, 3, 4, 7, 8, 1023, 1024, 2 ** 31].map(bucketOf)).toEqual([
      0, 1, 2, 2, 3, 3, 4, 10, 11, 32,
    ])
  })

  it('looks at a burst from its beginning to the end of the window, and no further', () => {
    const wire = {
      sent: [
        { time: 99, bytes: 1000 },
        { time: 100, bytes: 30 },
        { time: 199, bytes: 2 },
        { time: 200, bytes: 4000 },
      ],
      received: [],
    }
    const [window] = windowsOf(wire, [{ at: 100, burst: 'tx' }], 100)
    expect(window).toEqual({ burst: 2, buckets: [32, 0, 2, 0, 30, 0].map(bucketOf) })
  })

  it('guesses by Bayes’s rule, reckoned by hand', () => {
    const bayes = new NaiveBayes()
    const of = (burst: number, bytes: number) => ({ burst, buckets: [bytes, 0, 0, 0, 0, 0] })
    // the others are new to it, and speak for neither
    const seen = (bytes: number) => ({ buckets: [bytes, 20, 20, 20, 20, 20] })
    for (const window of [of(1, 5), of(1, 5), of(1, 7), of(0, 7), of(0, 7)]) bayes.learn(window)
    // by 33 buckets each seen once already: 3 · 3/36⁶ against 2 · 1/35⁶; then 3 · 2/36⁶ against 2 · 3/35⁶
    expect(bayes.guess(seen(5))).toBe(1)
    expect(bayes.guess(seen(7))).toBe(0)
    // never seen: the more frequent
    expect(bayes.guess(seen(9))).toBe(1)
  })
})

function finishedCorpus(seed: string) {
  const steps = makeCorpus(seed)
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}
