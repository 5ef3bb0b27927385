/** The memory of the rows of a chunk: one buffer, a typed array for each column. */

import type { AnswerKind, WireItem } from './item.js'

/** Rows of a whole chunk: ids of labels and of texts fit into 16 bits. */
export const CHUNK_ROWS = 1 << 14
/** In 16 bits: no number, no text. */
export const NONE_16 = 0xffff
/** In 32 bits: answers nothing. */
export const NONE_32 = 0xffff_ffff

export const DIRECTIONS = ['sent', 'received'] as const satisfies readonly WireItem['direction'][]

/** A kind is its index here. */
export const KINDS = [
  'key',
  'garbage',
  'terminator',
  'decoy',
  'version packet',
  'message',
  'rejected',
  'v1 message',
  'not understood',
  'unread bytes',
] as const satisfies readonly WireItem['kind'][]

/** What is asked for is its index here and 1; 0 asks for nothing. */
export const ANSWER_KINDS = [
  'pong',
  'headers',
  'inventory',
  'block',
  'transaction',
  'block and transaction',
  'block transactions',
  'addresses',
  'filters',
  'filter headers',
  'filter checkpoints',
] as const satisfies readonly AnswerKind[]

/** Bytes of a row: the sum of what the columns take. */
const ROW_BYTES = 31

/** For `capacity` rows; what is beyond the rows of a chunk is 0. */
export class Columns {
  readonly buffer: ArrayBuffer
  readonly capacity: number
  /** In ms. */
  readonly times: Float64Array
  readonly seqs: Uint32Array
  readonly wireBytes: Uint32Array
  /** The `seq` of what asked, or `NONE_32`. */
  readonly answers: Uint32Array
  /** Index in the labels of the chunk. */
  readonly labels: Uint16Array
  /** Index in the texts of the chunk, or `NONE_16`. */
  readonly texts: Uint16Array
  /** Counted from the first one of its direction in the chunk, or `NONE_16`. */
  readonly numbers: Uint16Array
  /** How many things are asked for, or settled. */
  readonly linkCounts: Uint16Array
  /** Index in `DIRECTIONS`. */
  readonly directions: Uint8Array
  /** Index in `KINDS`. */
  readonly kinds: Uint8Array
  /** Index in `ANSWER_KINDS` and 1, or 0. */
  readonly asks: Uint8Array

  constructor(capacity: number, buffer = new ArrayBuffer(capacity * ROW_BYTES)) {
    this.capacity = capacity
    this.buffer = buffer
    // the widest first: each begins at a multiple of its width
    let at = 0
    const next = (width: number) => {
      const start = at
      at += width * capacity
      return start
    }
    this.times = new Float64Array(buffer, next(8), capacity)
    this.seqs = new Uint32Array(buffer, next(4), capacity)
    this.wireBytes = new Uint32Array(buffer, next(4), capacity)
    this.answers = new Uint32Array(buffer, next(4), capacity)
    this.labels = new Uint16Array(buffer, next(2), capacity)
    this.texts = new Uint16Array(buffer, next(2), capacity)
    this.numbers = new Uint16Array(buffer, next(2), capacity)
    this.linkCounts = new Uint16Array(buffer, next(2), capacity)
    this.directions = new Uint8Array(buffer, next(1), capacity)
    this.kinds = new Uint8Array(buffer, next(1), capacity)
    this.asks = new Uint8Array(buffer, next(1), capacity)
  }

  /** For `capacity` rows and no more: these, or the first of them in memory of their own. */
  cut(capacity: number): Columns {
    if (capacity === this.capacity) return this
    const columns = new Columns(capacity)
    columns.set(0, this, 0, capacity)
    return columns
  }

  /** Rows [start, end) of `from`, put at `to`; ids and numbers as they are there. */
  set(to: number, from: Columns, start: number, end: number): void {
    this.times.set(from.times.subarray(start, end), to)
    this.seqs.set(from.seqs.subarray(start, end), to)
    this.wireBytes.set(from.wireBytes.subarray(start, end), to)
    this.answers.set(from.answers.subarray(start, end), to)
    this.labels.set(from.labels.subarray(start, end), to)
    this.texts.set(from.texts.subarray(start, end), to)
    this.numbers.set(from.numbers.subarray(start, end), to)
    this.linkCounts.set(from.linkCounts.subarray(start, end), to)
    this.directions.set(from.directions.subarray(start, end), to)
    this.kinds.set(from.kinds.subarray(start, end), to)
    this.asks.set(from.asks.subarray(start, end), to)
  }
}
