/** One session in the worker: what drives it, what is shown of it, and what is asked about it. */

import { type Overheard, type Reading, SegmentLog } from '@v2scope/eavesdropper'
import type { LabCommand } from '@v2scope/lab'
import {
  APPLICATION,
  type Recording,
  type Refusal,
  type SessionCommand,
  type SessionSettings,
  SIMULATED,
  type TimedEvent,
} from '@v2scope/recording'
import type { KeptEvents } from './event-log.js'
import { Feed } from './feed.js'
import { FrameGate } from './frame-gate.js'
import { HeldItems } from './held-items.js'
import type { ItemDetails } from './item-details.js'
import type { DetailsCode } from './lazy-code.js'
import type { PacketLog } from './packet-log.js'
import type { SessionDriver } from './session-driver.js'
import type { SessionOptions } from './session-options.js'
import type { RecordingFacts, SessionNotice, SessionStatus } from './status.js'

const MS = 1000

const NO_LAB: Refusal = {
  code: 'NOT_READY',
  text: 'The Lab can only reach into a session that it started: start this one again there.',
}

/** Posts batches until it is over, and answers what is asked of it afterwards too. */
export class Session {
  readonly id: number
  readonly settings: SessionSettings
  readonly #options: SessionOptions
  readonly #driver: SessionDriver
  readonly #feed: Feed
  readonly #gate: FrameGate
  readonly #segments = new SegmentLog()
  readonly #held = new HeldItems()
  #details: ItemDetails | undefined
  #notice: SessionNotice | undefined
  /** In ms from 1970; undefined before anything has happened. */
  #startedAt: number | undefined

  constructor(options: SessionOptions) {
    this.id = options.id
    this.settings = options.settings
    this.#options = options
    this.#feed = new Feed(options.logLimit)
    this.#gate = new FrameGate(options.environment, () => this.#flush())
    this.#driver = options.drive({
      onEvent: (event) => {
        this.#startedAt ??= this.#now() - event.time
        this.#feed.add(event)
      },
      onSegment: ({ direction, bytes, time }) => this.#segments.add(direction, bytes, time),
      onChange: () => this.#gate.poke(),
    })
  }

  start(): void {
    this.#driver.start()
  }

  /** Ends it from our side, and tells how it stood. */
  stop(): void {
    this.#driver.stop()
    this.#gate.flushNow()
  }

  /** Something that is shown has changed without its driver. */
  poke(): void {
    this.#gate.poke()
  }

  run(command: SessionCommand): void {
    this.#noteRefusal(this.#driver.run(command))
  }

  lab(command: LabCommand): void {
    const lab = this.#options.lab?.()
    const act = () => (lab ? lab.command(command) : NO_LAB)
    this.#noteRefusal(this.#driver.during ? this.#driver.during(act) : act())
  }

  /** Packets that come from now on are kept there. */
  packInto(packets: PacketLog): void {
    this.#feed.log.packInto(packets)
  }

  /** All there is to know of single items. */
  details({ ItemDetails }: DetailsCode): ItemDetails {
    this.#details ??= new ItemDetails(this.#feed.log, this.settings)
    return this.#details
  }

  /** Something that Hold keeps from the wire; undefined where it has gone. */
  heldEvent(id: number): TimedEvent | undefined {
    return this.#driver.hold?.first.find((piece) => piece.id === id)?.event
  }

  /** All that is kept of what has happened, in order. */
  events(): KeptEvents {
    return this.#feed.log.kept()
  }

  /** Undefined where it had to be dropped. */
  event(seq: number): TimedEvent | undefined {
    return this.#feed.log.get(seq)
  }

  /** All that there is to keep. @param view what is being looked at */
  recording(view: NonNullable<RecordingFacts['view']>, reported?: string): Recording {
    const { whole, time } = this.#driver
    const isSimulated = this.settings.peer === SIMULATED
    // the whole of a seed is the same whoever looks at it, and whatever they look at
    if (whole && this.#driver.seedProgress) return whole
    if (whole) {
      const { view: _, ...kept } = whole
      return whole.level === 'wire' ? kept : { ...kept, ...viewed(view) }
    }
    return {
      level: 'secrets',
      application: APPLICATION,
      origin: isSimulated ? 'simulated' : 'live',
      ...(!isSimulated && {
        startedAt: new Date(this.#startedAt ?? this.#now()).toISOString(),
      }),
      settings: this.settings,
      events: this.#feed.log.events(),
      standing: {
        ...this.#driver.standing(this.#feed.log.droppedBytes),
        ...(reported !== undefined && { peerReportedSessionId: reported }),
      },
      time,
      ...viewed(view),
    }
  }

  /** How many things have been on the wire. */
  get wireCount(): number {
    return this.#feed.tally.count
  }

  /** What there is to be made of it from outside. @param reading how events are understood */
  overheard(reading: Reading): Overheard {
    const { seedProgress, time } = this.#driver
    const recorded = seedProgress ? undefined : this.#driver.whole
    return {
      magic: this.settings.magic,
      time,
      events: recorded?.events ?? this.events(),
      tally: this.#feed.tally,
      segments: recorded ? undefined : this.#segments.sample('chunks'),
      reading,
    }
  }

  #noteRefusal(refusal: Refusal | undefined): void {
    if (refusal) this.#notice = { id: (this.#notice?.id ?? 0) + 1, ...refusal }
    this.#gate.poke()
  }

  #now(): number {
    return this.#options.environment.unixTime() * MS
  }

  #flush(): void {
    const news = this.#feed.take()
    this.#options.post({ type: 'batch', session: this.id, ...news, status: this.#status() })
  }

  #status(): SessionStatus {
    const { decoySchedule, hold, seedProgress } = this.#driver
    const relay = this.#options.relay?.()
    const listening = this.#options.listening?.()
    const lab = this.#options.lab?.()?.standing
    return {
      ...this.#driver.standing(this.#feed.log.droppedBytes),
      ...(decoySchedule && { decoySchedule }),
      ...(hold && { hold: this.#held.view(hold) }),
      ...(relay && { relay }),
      ...(listening && { listening }),
      ...(lab && { lab }),
      ...(this.#options.core && { core: this.#options.core.name }),
      ...(this.#notice && { notice: this.#notice }),
      ...seedProgress,
    }
  }
}

const viewed = (view: NonNullable<RecordingFacts['view']>): Pick<Recording, 'view'> =>
  view.selected === undefined ? {} : { view }
