/** A recording, shown: its events are there at once. */

import type { Recording, Refusal, SessionStanding, SessionWorld } from '@v2scope/recording'
import type { DriverHandlers, SessionDriver } from './session-driver.js'

/** What is told before the worker looks after its other messages: events, and bytes in them. */
const MOST_EVENTS_AT_ONCE = 2000
const MOST_BYTES_AT_ONCE = 4 * 1024 * 1024

export interface RecordedDriverOptions extends DriverHandlers {
  readonly recording: Recording
  readonly clock: Pick<SessionWorld, 'after'>
}

export class RecordedDriver implements SessionDriver {
  readonly decoySchedule = undefined
  readonly hold = undefined
  readonly #options: RecordedDriverOptions

  constructor(options: RecordedDriverOptions) {
    this.#options = options
  }

  get time(): number {
    return this.whole.time
  }

  get whole(): Recording {
    return this.#options.recording
  }

  start(): void {
    this.#tellFrom(0)
  }

  stop(): void {}

  run(): Refusal {
    return { code: 'RECORDING', text: 'This is a recording: nothing can be sent.' }
  }

  standing(droppedBytes: number): SessionStanding {
    const { standing } = this.whole
    return { ...standing, droppedBytes: standing.droppedBytes + droppedBytes }
  }

  #tellFrom(start: number): void {
    const { recording, clock, onEvent, onChange } = this.#options
    let bytes = 0
    for (const [i, event] of recording.events.slice(start, start + MOST_EVENTS_AT_ONCE).entries()) {
      onEvent(event)
      bytes += event.bytes.length
      if (bytes >= MOST_BYTES_AT_ONCE || i === MOST_EVENTS_AT_ONCE - 1) {
        clock.after(0, () => this.#tellFrom(start + i + 1))
        break
      }
    }
    onChange()
  }
}
