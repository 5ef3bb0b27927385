/**
 * One direction, shaped: keeps back what its side sends, and lets it go and adds decoys as a strategy
 * says. It begins behind the version packet: nothing that keys are agreed on with is ever kept back.
 */

import type { PacketKind } from '@v2scope/bip324'
import { randomBelow, type SessionEvent } from '@v2scope/peer'
import type { SessionWorld } from '@v2scope/recording'
import { ByteQueue } from './byte-queue.js'
import { type PieceKind, ShapedQueue } from './shaped-queue.js'
import type { ShapingCost } from './shaping-plan.js'
import { type Clock, type Shaping, type Step, step } from './strategies.js'

/** With the wire full, the timer waits for so long. */
const CONGESTED_WAIT_MS = 50

export interface ShaperOptions {
  readonly world: SessionWorld
  readonly shaping: Shaping | undefined
  /** Further on its way. */
  readonly send: (bytes: Uint8Array) => void
  /** Some of what waited is on its way: what it costs has changed. */
  readonly onLetGo: () => void
  /** Makes its side send a decoy of so many bytes on the wire: they come by `push`, at once. */
  readonly makeDecoy: (bytes: number) => void
  /** Whether a decoy would come, and should. */
  readonly mayMakeDecoys: () => boolean
  /** Whether so much is on its way already that a timer adds nothing to it. */
  readonly isCongested: () => boolean
}

/** What matters of an event of the trace. */
type ToldEvent = Pick<SessionEvent, 'direction' | 'type' | 'bytes'> & { readonly kind?: PacketKind }

/** A piece of the stream as it was told: its bytes are still to come. */
interface ToldPiece {
  readonly kind: PieceKind
  bytes: number
  /** Shaping begins behind it. */
  readonly isVersion: boolean
}

export class Shaper {
  readonly #options: ShaperOptions
  readonly #bytes = new ByteQueue()
  readonly #queue = new ShapedQueue()
  readonly #told: ToldPiece[] = []
  #shaping: Shaping | undefined
  #state: 'handshake' | 'on' | 'over' = 'handshake'
  #arrived: number[] = []
  #nextAt: number | undefined
  #timer: { readonly at: number; readonly cancel: () => void } | undefined
  #isActing = false
  #hasPushed = false

  constructor(options: ShaperOptions) {
    this.#options = options
    this.#shaping = options.shaping
  }

  get cost(): ShapingCost {
    return this.#queue.cost
  }

  /** Bytes that wait to be let go. */
  get waiting(): number {
    return this.#queue.bytes
  }

  /** From now on. What waits stays in its order, and is the new strategy's. */
  shape(shaping: Shaping | undefined): void {
    this.#shaping = shaping
    this.#stopTimer()
    if (this.#state === 'on') this.#act('start')
  }

  /** What its side sends from here on is none of ours: it speaks v1, or is over. */
  stop(): void {
    this.#stopTimer()
    this.#state = 'over'
  }

  /** What was told by the trace; the bytes of it follow. */
  note(event: ToldEvent): void {
    if (event.direction !== 'sent' || event.bytes.length === 0) return
    if (event.type === 'message' || event.type === 'message_rejected') return
    const kind = event.type === 'packet_sent' ? event.kind : 'handshake'
    this.#told.push({
      kind: kind === 'message' ? 'real' : kind === 'decoy' ? 'decoy' : 'handshake',
      bytes: event.bytes.length,
      isVersion: kind === 'version',
    })
  }

  /** Takes bytes that its side sends. */
  push(bytes: Uint8Array): void {
    const wasOn = this.#state === 'on'
    let free = 0
    this.#hasPushed = true
    this.#bytes.push(bytes)
    for (let rest = bytes.length; rest > 0; ) {
      const isFree = this.#state !== 'on'
      rest -= this.#takePiece(rest)
      if (isFree) free = this.#queue.bytes
    }
    this.#letGo(free)
    if (this.#state === 'on') this.#act(wasOn ? 'packets' : 'start')
  }

  /** @returns how many of the bytes that have come are of the piece that is next */
  #takePiece(most: number): number {
    const piece = this.#told[0] ?? { kind: 'handshake' as const, bytes: most, isVersion: false }
    const bytes = Math.min(most, piece.bytes)
    piece.bytes -= bytes
    this.#queue.add(piece.kind, bytes, this.#now())
    if (piece.bytes > 0) return bytes
    this.#told.shift()
    if (piece.kind === 'real') this.#arrived.push(bytes)
    if (piece.isVersion && this.#state === 'handshake') this.#state = 'on'
    return bytes
  }

  /** Decoys that it asks for are in the queue when it is let go. */
  #act(cause: Clock['cause']): void {
    if (this.#isActing) return
    this.#isActing = true
    try {
      const { decoys, letGo, nextAt } = this.#step(cause)
      this.#nextAt = nextAt
      if (decoys.length > 0 && this.#options.mayMakeDecoys()) {
        for (const bytes of decoys) this.#options.makeDecoy(bytes)
      }
      this.#hasPushed = false
      this.#letGo(letGo)
      this.#setTimer()
    } finally {
      this.#isActing = false
    }
    // what goes out may be answered before it returns, where all is in one process
    if (this.#hasPushed || this.#arrived.length > 0) this.#act('packets')
  }

  #step(cause: Clock['cause']): Step {
    const arrived = this.#arrived
    this.#arrived = []
    if (!this.#shaping) return { decoys: [], letGo: 'all', nextAt: undefined }
    const { random } = this.#options.world
    return step(
      this.#shaping,
      { now: this.#now(), nextAt: this.#nextAt, cause },
      { bytes: this.#queue.bytes, arrived },
      (limit) => randomBelow(random, limit),
    )
  }

  #letGo(most: number | 'all'): void {
    const { bytes } = this.#queue.letGo(most, this.#now())
    if (bytes === 0) return
    this.#options.send(this.#bytes.take(bytes))
    this.#options.onLetGo()
  }

  #setTimer(): void {
    const at = this.#nextAt
    if (at === this.#timer?.at) return
    this.#timer?.cancel()
    this.#timer = undefined
    if (at !== undefined && this.#state === 'on') this.#wait(at, at - this.#now())
  }

  #wait(at: number, ms: number): void {
    const cancel = this.#options.world.after(Math.max(0, Math.ceil(ms)), () => {
      this.#timer = undefined
      this.#due(at)
    })
    this.#timer = { at, cancel }
  }

  #due(at: number): void {
    const early = at - this.#now()
    if (this.#options.isCongested()) this.#wait(at, CONGESTED_WAIT_MS)
    // as timers of browsers are, by less than a millisecond
    else if (early > 0) this.#wait(at, early)
    else this.#act('timer')
  }

  #stopTimer(): void {
    this.#timer?.cancel()
    this.#timer = undefined
    this.#nextAt = undefined
  }

  #now(): number {
    return this.#options.world.now()
  }
}
