/** Cuts a stream into its parts, whose lengths are told one after the other. */

import type { StreamPart } from './fault-standing.js'
import type { Span } from './span.js'

interface Present {
  readonly part: StreamPart
  /** In bytes; may not be known. */
  readonly length: number
  readonly packet?: number
}

export class PartReader {
  #at = 0
  #present: Present | undefined
  /** Of the present part. */
  #done = 0

  /** Whether no part has been begun. */
  get isBetween(): boolean {
    return this.#present === undefined
  }

  /** Of the present part, in bytes. */
  get done(): number {
    return this.#done
  }

  /** @param length in bytes; infinite where it is not known: see `finish` */
  begin(part: StreamPart, length: number, packet?: number): void {
    this.#present = { part, length, ...(packet !== undefined && { packet }) }
    this.#done = 0
  }

  /** The present part is another than was thought; what has been taken of it stays. */
  rename(part: StreamPart, length: number, packet: number): void {
    this.#present = { part, length, packet }
  }

  /** Takes bytes of the present part from the front of the input; undefined where there are none. */
  take(input: Uint8Array): Span | undefined {
    const present = this.#present
    if (!present) return undefined
    const bytes = input.subarray(0, present.length - this.#done)
    const ends = this.#done + bytes.length === present.length
    return bytes.length > 0 || ends ? this.#span(present, bytes, ends) : undefined
  }

  /** These bytes, perhaps none, end the present part. */
  finish(bytes: Uint8Array): Span | undefined {
    return this.#present && this.#span(this.#present, bytes, true)
  }

  #span({ part, packet }: Present, bytes: Uint8Array, ends: boolean): Span {
    const begins = this.#done === 0
    const at = this.#at
    this.#at += bytes.length
    this.#done += bytes.length
    if (ends) this.#present = undefined
    return { part, at, bytes, begins, ends, ...(packet !== undefined && { packet }) }
  }
}
