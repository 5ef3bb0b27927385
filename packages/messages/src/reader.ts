/** Reads a payload from its start to its end, and notes the byte span of each field. */

import type { FixedField } from './field.js'
import type { FieldKey } from './field-keys.js'
import { MessageError, type MessageErrorCode } from './message-error.js'
import { NO_WORDS, type ScriptWords } from './script-words.js'

/** One field of a payload: its bytes are `payload.subarray(start, end)`. */
export interface FieldSpan {
  readonly name: string
  /** Bytes from the payload's start. */
  readonly start: number
  /** Bytes from the payload's start to the first byte after the field; always above `start`. */
  readonly end: number
  /** The value, written for people. */
  readonly value: string
  /** What the field is. */
  readonly fieldKey: FieldKey
  /** The parts of this field, where it has any; they tile `start..end`. */
  readonly children?: readonly FieldSpan[]
}

/** What a span says beside its position. */
export interface SpanLabel {
  readonly name: string
  readonly fieldKey: FieldKey
}

export interface ReaderOptions {
  /** How scripts are shown; their bytes alone where it is left out. */
  readonly scripts?: ScriptWords
  /** How many spans are made at most; `MAX_SPANS` where it is left out. */
  readonly maxSpans?: number
}

/**
 * Spans of one payload. A block of ordinary transactions has half a million at most; one that
 * is made of single bytes to fill memory would have more. What is read after them is one span.
 */
export const MAX_SPANS = 600_000

const FURTHER: SpanLabel = { name: 'further fields', fieldKey: 'further fields' }
const EXTRA: SpanLabel = { name: 'extra bytes', fieldKey: 'extra bytes' }

const NOTHING = new Uint8Array(0)

type OpenSpan = { -readonly [K in keyof FieldSpan]: FieldSpan[K] }

/**
 * A cursor over one payload. Every byte that it passes is put into exactly one span, so the spans
 * tile what was read. A reader that has thrown is of no further use.
 */
export class PayloadReader {
  readonly scripts: ScriptWords
  readonly #payload: Uint8Array
  readonly #path: string[] = []
  #copy: Uint8Array | undefined
  #spans: OpenSpan[] = []
  #spansLeft: number
  /** The span of what came after the last one that was still to be made. */
  #further: OpenSpan | undefined
  #offset = 0

  constructor(payload: Uint8Array, options: ReaderOptions = {}) {
    this.#payload = payload
    this.scripts = options.scripts ?? NO_WORDS
    this.#spansLeft = options.maxSpans ?? MAX_SPANS
  }

  /** Bytes read so far. */
  get offset(): number {
    return this.#offset
  }

  /** Bytes not read yet. */
  get remaining(): number {
    return this.#payload.length - this.#offset
  }

  /** A byte not read yet, the next one or one `ahead` of it; `undefined` after the end. */
  peek(ahead = 0): number | undefined {
    return this.#payload[this.#offset + ahead]
  }

  /** A view of what was read since byte `start`; valid as long as the payload is. */
  since(start: number): Uint8Array {
    return this.#payload.subarray(start, this.#offset)
  }

  /**
   * What was read since byte `start`, to be kept: a view of the one copy that this reader makes of
   * the payload, as thousands of small copies would cost several times the memory.
   */
  keepSince(start: number): Uint8Array {
    if (this.#offset === start) return NOTHING
    this.#copy ??= this.#payload.slice()
    return this.#copy.subarray(start, this.#offset)
  }

  /**
   * Passes `length` bytes and returns a view of them; `record` must give them a span.
   *
   * @throws MessageError `TRUNCATED` if fewer are left.
   */
  take(name: string, length: number): Uint8Array {
    this.skip(name, length)
    return this.since(this.#offset - length)
  }

  /** `take`, without the view. */
  skip(name: string, length: number): void {
    if (length > this.remaining) {
      const reason = `needs ${length} bytes, ${this.remaining} are left`
      throw this.error('TRUNCATED', name, this.#offset, reason)
    }
    this.#offset += length
  }

  /** Gives the bytes from `start` up to here a span; none if there are no bytes. */
  record(label: SpanLabel, start: number, value: string): void {
    this.recordValue(label, start, value, String)
  }

  /** `record`, with a value that is put into words only where it will be shown. */
  recordValue<T>(label: SpanLabel, start: number, value: T, show: (value: T) => string): void {
    if (this.#offset === start) return
    if (this.#spansLeft === 0) {
      this.#recordFurther(start)
    } else {
      this.#spansLeft -= 1
      this.#add(label, start, show(value))
    }
  }

  #add({ name, fieldKey }: SpanLabel, start: number, value: string): OpenSpan {
    const span: OpenSpan = { name, fieldKey, start, end: this.#offset, value }
    this.#spans.push(span)
    return span
  }

  #recordFurther(start: number): void {
    if (this.#further !== undefined && this.#spans.at(-1) === this.#further) {
      this.#further.end = this.#offset
    } else {
      this.#further = this.#add(FURTHER, start, 'not shown one by one')
    }
  }

  /** Reads one field of fixed size. @throws MessageError `TRUNCATED` */
  read<T>(field: FixedField<T>): T {
    const start = this.#offset
    const value = field.coder.decode(this.take(field.name, field.size))
    this.recordValue(field, start, value, field.show)
    return value
  }

  /** Reads several fields under one name: their spans become the children of its span. */
  group<T>(label: SpanLabel, read: () => T, show: (value: T) => string): T {
    this.#path.push(label.name)
    const value = this.#spansLeft === 0 ? read() : this.#readGroup(label, read, show)
    this.#path.pop()
    return value
  }

  #readGroup<T>(label: SpanLabel, read: () => T, show: (value: T) => string): T {
    const start = this.#offset
    const outer = this.#spans
    const children: OpenSpan[] = []
    this.#spans = children
    this.#spansLeft -= 1
    const value = read()
    this.#spans = outer
    if (this.#offset > start) this.#add(label, start, show(value)).children = children
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
    this.skip(EXTRA.name, this.remaining)
    this.recordValue(EXTRA, start, this.#offset - start, (count) => `${count} bytes`)
    return this.#spans
  }
}
