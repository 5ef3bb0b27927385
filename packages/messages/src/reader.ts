/** Reads a payload from its start to its end, and notes the byte span of each field. */

import type { FixedField } from './field.js'
import { MessageError, type MessageErrorCode } from './message-error.js'

/** One field of a payload: its bytes are `payload.subarray(start, end)`. */
export interface FieldSpan {
  readonly name: string
  /** Bytes from the payload's start. */
  readonly start: number
  /** Bytes from the payload's start to the first byte after the field; always above `start`. */
  readonly end: number
  /** The value, written for people. */
  readonly value: string
  /** One short plain sentence: what it is. */
  readonly note?: string
  /** The parts of this field, where it has any; they tile `start..end`. */
  readonly children?: readonly FieldSpan[]
}

/** What a span says beside its position. */
export interface SpanLabel {
  readonly name: string
  readonly note?: string
}

/**
 * A cursor over one payload. Every byte that it passes is put into exactly one span, so the spans
 * tile what was read. A reader that has thrown is of no further use.
 */
export class PayloadReader {
  readonly #payload: Uint8Array
  readonly #path: string[] = []
  #spans: FieldSpan[] = []
  #offset = 0

  constructor(payload: Uint8Array) {
    this.#payload = payload
  }

  /** Bytes read so far. */
  get offset(): number {
    return this.#offset
  }

  /** Bytes not read yet. */
  get remaining(): number {
    return this.#payload.length - this.#offset
  }

  /** The next byte, left unread; `undefined` at the end. */
  peek(): number | undefined {
    return this.#payload[this.#offset]
  }

  /** A view of what was read since byte `start`; valid as long as the payload is. */
  since(start: number): Uint8Array {
    return this.#payload.subarray(start, this.#offset)
  }

  /**
   * Passes `length` bytes and returns a view of them; `record` must give them a span.
   *
   * @throws MessageError `TRUNCATED` if fewer are left.
   */
  take(name: string, length: number): Uint8Array {
    if (length > this.remaining) {
      const reason = `needs ${length} bytes, ${this.remaining} are left`
      throw this.error('TRUNCATED', name, this.#offset, reason)
    }
    const start = this.#offset
    this.#offset += length
    return this.since(start)
  }

  /** Gives the bytes from `start` up to here a span; none if there are no bytes. */
  record(label: SpanLabel, start: number, value: string, children?: readonly FieldSpan[]): void {
    if (this.#offset === start) return
    this.#spans.push({
      name: label.name,
      start,
      end: this.#offset,
      value,
      ...(label.note === undefined ? {} : { note: label.note }),
      ...(children === undefined ? {} : { children }),
    })
  }

  /** Reads one field of fixed size. @throws MessageError `TRUNCATED` */
  read<T>(field: FixedField<T>): T {
    const start = this.#offset
    const value = field.coder.decode(this.take(field.name, field.size))
    this.record(field, start, field.show(value))
    return value
  }

  /** Reads several fields under one name: their spans become the children of its span. */
  group<T>(label: SpanLabel, read: () => T, show: (value: T) => string): T {
    const start = this.#offset
    const outer = this.#spans
    const children: FieldSpan[] = []
    this.#spans = children
    this.#path.push(label.name)
    const value = read()
    this.#path.pop()
    this.#spans = outer
    this.record(label, start, show(value), children)
    return value
  }

  /** The error to throw for a field that starts at `offset`. */
  error(code: MessageErrorCode, name: string, offset: number, reason: string): MessageError {
    return new MessageError(code, { field: [...this.#path, name].join(' / '), offset }, reason)
  }

  /**
   * Ends the reading and returns the spans. Bytes after the last known field are no error, as in
   * Bitcoin Core: a later version of the protocol may have put a field there.
   */
  finish(): FieldSpan[] {
    const start = this.#offset
    const extra = this.take('extra bytes', this.remaining)
    const label = {
      name: 'extra bytes',
      note: 'bytes after the last field known; nodes ignore them',
    }
    this.record(label, start, `${extra.length} bytes`)
    return this.#spans
  }
}
