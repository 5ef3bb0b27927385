/** Finds things out, a slice at a time, so that the session goes on meanwhile. */

import { StudyRoom } from '@v2scope/eavesdropper'
import type { FromWorker, ToWorker } from './contract.js'
import type { SessionEnvironment } from './environment.js'

type Ask = Extract<ToWorker, { type: 'study' }>

/** In ms: shorter than a frame. */
const SLICE_MS = 12

export class StudyRunner {
  readonly #environment: Pick<SessionEnvironment, 'now' | 'after'>
  readonly #post: (message: FromWorker) => void
  readonly #room = new StudyRoom()
  /** By the name of the study: ends the one that is under way. */
  readonly #cancels = new Map<Ask['ask']['study'], () => void>()

  constructor(
    environment: Pick<SessionEnvironment, 'now' | 'after'>,
    post: (message: FromWorker) => void,
  ) {
    this.#environment = environment
    this.#post = post
  }

  start({ id, ask }: Ask): void {
    const { study } = ask
    this.stop(study)
    const steps = this.#room.run(ask)
    let told = 0
    const slice = () => {
      const until = this.#environment.now() + SLICE_MS
      try {
        let step = steps.next()
        while (!step.done && this.#environment.now() < until) step = steps.next()
        if (step.done) {
          this.#cancels.delete(study)
          this.#post({ type: 'study', id, study, progress: 1, result: step.value })
          return
        }
        const percent = Math.floor(step.value * 100)
        if (percent > told) this.#post({ type: 'study', id, study, progress: step.value })
        told = Math.max(told, percent)
        this.#cancels.set(study, this.#environment.after(0, slice))
      } catch (error) {
        this.#cancels.delete(study)
        const failure = error instanceof Error ? error.message : String(error)
        this.#post({ type: 'study', id, study, progress: 0, failure })
      }
    }
    this.#cancels.set(study, this.#environment.after(0, slice))
  }

  stop(study: Ask['ask']['study']): void {
    this.#cancels.get(study)?.()
    this.#cancels.delete(study)
  }
}
