/** The bytes that wait to be let go, whose packets they are, and what the waiting costs. */

import type { ShapingCost } from './shaping-plan.js'

/** What a stretch of the stream is; `handshake`: no packet. */
export type PieceKind = 'real' | 'decoy' | 'handshake'

interface Piece {
  readonly kind: PieceKind
  /** When it came, in ms. */
  readonly since: number
  /** What of it has not left. */
  bytes: number
}

export class ShapedQueue {
  readonly #pieces: Piece[] = []
  /** Pieces before it have left. */
  #first = 0
  #bytes = 0
  /** Of them, those of real packets. */
  #realWaiting = 0
  #realBytes = 0
  #decoyBytes = 0
  #decoys = 0
  #packets = 0
  #delay = 0
  #mostDelay = 0

  /** That wait. */
  get bytes(): number {
    return this.#bytes
  }

  get cost(): ShapingCost {
    return {
      realBytes: this.#realBytes,
      decoyBytes: this.#decoyBytes,
      decoys: this.#decoys,
      packets: this.#packets,
      meanDelayMs: this.#packets > 0 ? this.#delay / this.#packets : 0,
      mostDelayMs: this.#mostDelay,
      waitingBytes: this.#bytes,
      waitingRealBytes: this.#realWaiting,
    }
  }

  /** Behind all that waits. */
  add(kind: PieceKind, bytes: number, now: number): void {
    if (bytes === 0) return
    this.#pieces.push({ kind, since: now, bytes })
    this.#bytes += bytes
    if (kind === 'real') {
      this.#realBytes += bytes
      this.#realWaiting += bytes
    }
    if (kind === 'decoy') {
      this.#decoyBytes += bytes
      this.#decoys += 1
    }
  }

  /**
   * Lets the first so many bytes go, or what there is.
   * @returns how many, and how many real packets have left by it
   */
  letGo(most: number | 'all', now: number): { readonly bytes: number; readonly packets: number } {
    const bytes = most === 'all' ? this.#bytes : Math.min(most, this.#bytes)
    const packetsBefore = this.#packets
    this.#bytes -= bytes
    for (let rest = bytes; rest > 0; ) {
      const piece = this.#pieces[this.#first]
      if (!piece) break
      const part = Math.min(rest, piece.bytes)
      piece.bytes -= part
      if (piece.kind === 'real') this.#realWaiting -= part
      rest -= part
      if (piece.bytes === 0) this.#left(piece, now)
    }
    return { bytes, packets: this.#packets - packetsBefore }
  }

  #left({ kind, since }: Piece, now: number): void {
    this.#first += 1
    if (this.#first === this.#pieces.length || this.#first >= MOST_LEFT) {
      this.#pieces.splice(0, this.#first)
      this.#first = 0
    }
    if (kind !== 'real') return
    this.#packets += 1
    this.#delay += now - since
    this.#mostDelay = Math.max(this.#mostDelay, now - since)
  }
}

/** So that taking from the front costs the same however many wait. */
const MOST_LEFT = 1000
