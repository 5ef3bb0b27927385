/** Where things are found out, and what is of use again is kept. */

import { assertNever } from '@v2scope/bip324'
import { type ShapingPlan, shapingProblem } from '@v2scope/lab'
import { studyFirstBytes } from './first-bytes/study-first-bytes.js'
import { type Steps, within } from './steps.js'
import type { Studies, StudyAsk, StudyName } from './study.js'
import { type Corpus, makeCorpus } from './traffic/corpus.js'
import { studyShaping, studyTraffic } from './traffic/study-traffic.js'
import type { ShapingMeasure } from './traffic/traffic-study.js'

/** Of the time that it takes, making the sessions is so much. */
const MAKING = 0.35

export class StudyRoom {
  /** The sessions that were made last. */
  #corpus: Corpus | undefined

  /** Its first step throws an Error for settings that no strategy can have, with words for whoever wrote them. */
  run(ask: StudyAsk): Steps<Studies[StudyName]> {
    switch (ask.study) {
      case 'first bytes':
        return studyFirstBytes(ask.seed, ask.keys)
      case 'traffic':
        return this.#withCorpus(ask.seed, studyTraffic)
      case 'shaping':
        return this.#studyShaping(ask.seed, ask.plan)
      default:
        return assertNever(ask)
    }
  }

  *#studyShaping(seed: string, plan: ShapingPlan): Steps<ShapingMeasure> {
    const problem = shapingProblem(plan.shaping)
    if (problem) throw new Error(problem.text)
    return yield* this.#withCorpus(seed, (corpus) => studyShaping(corpus, plan))
  }

  *#withCorpus<T>(seed: string, study: (corpus: Corpus) => Steps<T>): Steps<T> {
    const known = this.#corpus?.seed === seed ? this.#corpus : undefined
    const share = known ? 0 : MAKING
    const corpus = known ?? (yield* within(0, share, makeCorpus(seed)))
    this.#corpus = corpus
    return yield* within(share, 1, study(corpus))
  }
}
