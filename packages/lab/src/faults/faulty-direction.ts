/** One direction of the wire: what its bytes are, and what is done to them. */

import { concatBytes } from '@v2scope/bip324'
import type { SessionWorld, TimedEvent } from '@v2scope/recording'
import { DelayLine } from './delay-line.js'
import type { Interferer } from './interferer.js'
import { Passage } from './passage.js'
import { type Passed, type Span, slice } from './span.js'
import type { StreamFollower } from './stream-follower.js'

const EMPTY = new Uint8Array(0)

export interface FaultyDirectionOptions {
  readonly world: SessionWorld
  readonly follower: StreamFollower
  readonly deliver: (bytes: Uint8Array) => void
  /** This direction was ended by what was done to it: nothing follows. */
  readonly onCut: () => void
  /** More has passed. */
  readonly onPassed: () => void
}

interface Chunk {
  readonly bytes: Uint8Array
  /** On the clock of the world. */
  readonly cameAt: number
}

export class FaultyDirection {
  /** What has passed of it. */
  readonly passage = new Passage()
  readonly #options: FaultyDirectionOptions
  readonly #line: DelayLine
  readonly #chunks: Chunk[] = []
  #interferers: readonly Interferer[] = []
  /** Of the present chunk: what goes on, and has not yet. */
  #out: Uint8Array[] = []
  /** Bytes that have come, and of which the follower has not told what they are; and how many of them have gone on. */
  #untold = 0
  #ahead = 0
  /** When what the follower keeps until our keys stand has come. */
  #keptSince: number | undefined
  #isBusy = false
  #isCut = false
  #onEnd: (() => void) | undefined

  constructor(options: FaultyDirectionOptions) {
    this.#options = options
    const { world, deliver } = options
    this.#line = new DelayLine({ world, deliver, onLate: () => this.#goOn() })
  }

  /** Whether nothing waits here that goes on by itself. */
  get isIdle(): boolean {
    return this.#line.isEmpty
  }

  /** Bytes that wait. */
  get backlog(): number {
    return this.#line.backlog
  }

  /** To be done to what comes from now on. */
  add(interferer: Interferer): void {
    this.#interferers = [...this.#interferers, interferer]
  }

  onEvent(event: TimedEvent): void {
    this.#options.follower.onEvent(event)
  }

  take(bytes: Uint8Array): void {
    if (this.#isCut || this.#onEnd) return
    this.#chunks.push({ bytes, cameAt: this.#options.world.now() })
    this.#goOn()
  }

  /** The stream has ended. @param onEnd called when all of it has gone on */
  end(onEnd: () => void): void {
    if (this.#isCut || this.#onEnd) return
    this.#onEnd = onEnd
    this.#goOn()
  }

  /** Nothing goes on any more. */
  stop(): void {
    this.#isCut = true
    this.#line.cut()
  }

  /** What is handed on may bring our keys, or more to hand on: that is taken here, in its turn. */
  #goOn(): void {
    if (this.#isBusy) return
    this.#isBusy = true
    while (!this.#isCut && this.#step());
    this.#isBusy = false
    this.#options.onPassed()
  }

  /** @returns whether there may be more to do */
  #step(): boolean {
    const { follower } = this.#options
    if (this.#keptSince !== undefined) {
      // a key that is still on its way to us may bring them
      if (follower.needsKeys && !this.#line.isEmpty) return false
      if (follower.needsKeys) follower.giveUp()
      const cameAt = this.#keptSince
      this.#keptSince = undefined
      this.#takeAll(follower.take(EMPTY), cameAt)
      return true
    }
    const chunk = this.#chunks.shift()
    if (chunk) this.#takeChunk(chunk)
    else if (this.#onEnd) this.#finish(this.#onEnd)
    return chunk !== undefined
  }

  #takeChunk({ bytes, cameAt }: Chunk): void {
    this.#interferers = this.#interferers.filter(({ isDone }) => !isDone)
    const isFree = this.#interferers.length === 0 && this.#untold === this.#ahead
    this.#untold += bytes.length
    // in one piece, as it came, unless what came before it is still kept
    if (isFree) this.#line.push(bytes, cameAt)
    if (isFree) this.#ahead += bytes.length
    this.#takeAll(this.#options.follower.take(bytes), cameAt)
    if (this.#options.follower.needsKeys) this.#keptSince = cameAt
  }

  #takeAll(spans: Iterable<Span>, cameAt: number): void {
    for (const span of spans) {
      if (this.#isCut) return
      this.passage.note(span)
      this.#untold -= span.bytes.length
      const gone = Math.min(this.#ahead, span.bytes.length)
      this.#ahead -= gone
      if (gone === 0 || gone < span.bytes.length) {
        this.#interfere(slice(span, gone, span.bytes.length), cameAt)
      }
      // what comes next can only be told when this has reached us
      if (this.#options.follower.needsKeys) this.#flush(cameAt)
    }
    this.#flush(cameAt)
  }

  #interfere(span: Span, cameAt: number): void {
    let items: readonly Passed[] = [{ pass: 'span', span }]
    for (const interferer of this.#interferers) {
      items = items.flatMap((item) => interferer.pass(item))
    }
    for (const item of items) this.#pass(item, cameAt)
  }

  #pass(item: Passed, cameAt: number): void {
    if (this.#isCut) return
    if (item.pass === 'span') {
      this.#out.push(item.span.bytes)
      return
    }
    if (item.pass === 'inserted') {
      this.#out.push(item.bytes)
      return
    }
    this.#flush(cameAt)
    if (item.pass === 'delay') this.#line.delay(item.ms)
    if (item.pass === 'fragment') this.#line.fragment(item.size)
    if (item.pass === 'end') this.#cut()
  }

  #flush(cameAt: number): void {
    const bytes = concatBytes(...this.#out)
    this.#out = []
    this.#line.push(bytes, cameAt)
  }

  #cut(): void {
    this.#isCut = true
    this.#line.end(() => this.#options.onCut())
  }

  #finish(onEnd: () => void): void {
    const now = this.#options.world.now()
    this.#takeAll(this.#options.follower.flush(), now)
    for (const interferer of this.#interferers) {
      for (const item of interferer.end()) this.#pass(item, now)
    }
    this.#flush(now)
    this.#line.end(onEnd)
  }
}
