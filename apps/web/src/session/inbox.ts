/** What has come from the network and waits to be read: in slices, and the page is answered in between. */

import type { SessionEnvironment } from './environment.js'

type World = Pick<SessionEnvironment, 'now' | 'soon'>

/** A slice takes about so long: whoever asks something waits for one. */
const SLICE_MS = 8
/** What is read at once where more waits, in bytes: the clock is looked at after each piece. */
const PIECE = 4096
/** With no more bytes than these waiting, frames are read whole. */
const LITTLE = 4 * PIECE
/** With more bytes than these waiting, no more come in than are read: so the network, where it can, waits too. */
export const MOST_WAITING = 16 * 1024 * 1024

export class Inbox {
  readonly #world: World
  readonly #read: (bytes: Uint8Array) => void
  /** Follow those that are being read, all at once: nothing moves up frame by frame. */
  #next: Uint8Array[] = []
  #frames: Uint8Array[] = []
  /** Index of the frame that is being read, and how many of its bytes have been. */
  #frame = 0
  #offset = 0
  #bytesLeft = 0
  /** A slice has been read, and nobody else has had a turn since. */
  #hasHadTurn = false
  #atEnd: (() => void) | undefined

  /** @param read takes what has come, in order, in pieces of any length */
  constructor(world: World, read: (bytes: Uint8Array) => void) {
    this.#world = world
    this.#read = read
  }

  put(bytes: Uint8Array): void {
    if (bytes.length === 0) return
    this.#next.push(bytes)
    this.#bytesLeft += bytes.length
    if (!this.#hasHadTurn) this.#takeTurn()
    while (this.#bytesLeft > MOST_WAITING) this.#readPiece()
  }

  /** @param action done once all is read that was put */
  end(action: () => void): void {
    if (this.#bytesLeft === 0) action()
    else this.#atEnd = action
  }

  /** Nothing of what waits is of use any more. */
  drop(): void {
    this.#next = []
    this.#frames = []
    this.#frame = 0
    this.#offset = 0
    this.#bytesLeft = 0
    this.#atEnd = undefined
  }

  #takeTurn(): void {
    const start = this.#world.now()
    do this.#readPiece()
    while (this.#bytesLeft > 0 && this.#world.now() - start < SLICE_MS)
    this.#hasHadTurn = true
    this.#world.soon(() => {
      this.#hasHadTurn = false
      if (this.#bytesLeft > 0) this.#takeTurn()
    })
  }

  #readPiece(): void {
    if (this.#frame === this.#frames.length) {
      this.#frames = this.#next
      this.#next = []
      this.#frame = 0
    }
    const frame = this.#frames[this.#frame]
    if (!frame) return
    const end = this.#bytesLeft > LITTLE ? this.#offset + PIECE : frame.length
    const piece = frame.subarray(this.#offset, end)
    this.#offset += piece.length
    this.#bytesLeft -= piece.length
    if (this.#offset === frame.length) {
      this.#frame += 1
      this.#offset = 0
    }
    this.#read(piece)
    if (this.#bytesLeft === 0) this.#atEnd?.()
  }
}
