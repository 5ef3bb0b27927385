/** Where things are found out, and what is of use again is kept. */

import { assertNever } from '@v2scope/bip324'
import { studyFirstBytes } from './first-bytes/study-first-bytes.js'
import type { Studies, StudyAsk, StudyName } from './study.js'
import { type Corpus, makeCorpus } from './traffic/corpus.js'
import { studyShaping, studyTraffic } from './traffic/study-traffic.js'

/** Yields how far it is, 0 to 1, every few ms of work; returns what it has found. */
export type Steps<T> = Generator<number, T, void>

/** Of the time that it takes, making the sessions is so much. */
const MAKING = 0.35

export class StudyRoom {
  /** The sessions that were made last. */
  #corpus: Corpus | undefined

  run(ask: StudyAsk): Steps<Studies[StudyName]> {
    switch (ask.study) {
      case 'first bytes':
        return studyFirstBytes(ask.seed, ask.keys)
      case 'traffic':
        return this.#withCorpus(ask.seed, studyTraffic)
      case 'shaping':
        return this.#withCorpus(ask.seed, (corpus) => studyShaping(corpus, ask.plan))
      default:
        return assertNever(ask)
    }
  }

  *#withCorpus<T>(seed: string, study: (corpus: Corpus) => Steps<T>): Steps<T> {
    const known = this.#corpus?.seed === seed ? this.#corpus : undefined
    const share = known ? 0 : MAKING
    const corpus = known ?? (yield* scaled(makeCorpus(seed), 0, share))
    this.#corpus = corpus
    return yield* scaled(study(corpus), share, 1)
  }
}

/** As a part of something longer. */
function* scaled<T>(steps: Steps<T>, from: number, to: number): Steps<T> {
  let step = steps.next()
  for (; !step.done; step = steps.next()) yield from + step.value * (to - from)
  return step.value
}
