/** Where things are found out, and what is of use again is kept. */

import type { Studies, StudyAsk, StudyName } from './study.js'

/** Yields how far it is, 0 to 1, every few ms of work. */
export type Steps<T> = Generator<number, T>

export class StudyRoom {
  run(ask: StudyAsk): Steps<Studies[StudyName]> {
    throw new Error(`${ask.study} is still to be built`)
  }
}
