/** What Mallory has read. */

import { MessageError, readMessage } from '@v2scope/messages'
import type { ReadMessage } from './mallory-plan.js'
import type { ReadPiece } from './piece.js'

/** So many are kept: the latest. */
export const MOST_READ = 200

export class ReadLog {
  #latest: readonly ReadMessage[] = []
  #count = 0
  #changedCount = 0

  get latest(): readonly ReadMessage[] {
    return this.#latest
  }

  get count(): number {
    return this.#count
  }

  get changedCount(): number {
    return this.#changedCount
  }

  /** @param piece as she passes it on */
  add(
    piece: ReadPiece,
    about: Pick<ReadMessage, 'time' | 'direction' | 'changed' | 'isHers'>,
  ): void {
    const entry: ReadMessage = { id: this.#count, ...about, ...factsOf(piece) }
    this.#latest = [...this.#latest.slice(1 - MOST_READ), entry]
    this.#count += 1
    if (about.changed || about.isHers) this.#changedCount += 1
  }
}

function factsOf(
  piece: ReadPiece,
): Pick<ReadMessage, 'kind' | 'messageType' | 'bytes' | 'summary'> {
  const { kind } = piece
  if (kind !== 'message') {
    return { kind, messageType: '', bytes: piece.bytes.length, summary: '' }
  }
  const { messageType, payload } = piece
  return { kind, messageType, bytes: payload.length, summary: summaryOf(messageType, payload) }
}

function summaryOf(messageType: string, payload: Uint8Array): string {
  try {
    return readMessage(messageType, payload).summary
  } catch (error) {
    if (error instanceof MessageError) return ''
    throw error
  }
}
