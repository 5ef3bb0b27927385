/** Some rows of the list of items: their columns, labels and texts; items are made of them when asked for. */

import { REKEY_INTERVAL } from '@v2scope/bip324'
import type { WireItem } from './item.js'
import {
  ANSWER_KINDS,
  CHUNK_ROWS,
  Columns,
  DIRECTIONS,
  KINDS,
  NONE_16,
  NONE_32,
} from './item-columns.js'
import type { Apart, PackedItems } from './packed-items.js'
import { TextColumn } from './text-column.js'

/** Of a v2 packet beside its contents: length field, header, tag. */
const PACKET_OVERHEAD = 20
const V1_HEADER_LEN = 24

export class ItemChunk {
  readonly columns: Columns
  length = 0
  /** A row has the index of its label here. */
  readonly labels: string[] = []
  readonly texts: TextColumn
  /** What the columns don't say of a row: of the items of the handshake. */
  readonly apart = new Map<number, Apart>()
  /** The number that those of a direction count from; -1 where there are none yet. */
  readonly firstNumbers: [sent: number, received: number] = [-1, -1]
  readonly #labelIds = new Map<string, number>()

  constructor(columns = new Columns(CHUNK_ROWS), texts = new TextColumn()) {
    this.columns = columns
    this.texts = texts
  }

  /** Reads what was packed, in its own memory. */
  static of(packed: PackedItems): ItemChunk {
    const columns = new Columns(packed.rows, packed.columns)
    const chunk = new ItemChunk(columns, new TextColumn(packed.textBytes, packed.textEnds))
    chunk.length = packed.rows
    for (const label of packed.labels) chunk.#labelId(label)
    for (const [row, apart] of packed.apart) chunk.apart.set(row, apart)
    chunk.firstNumbers.splice(0, 2, ...packed.firstNumbers)
    return chunk
  }

  get isFull(): boolean {
    return this.length === this.columns.capacity
  }

  /** An estimate for what is not in typed arrays. */
  get byteLength(): number {
    const strings = this.labels.reduce((sum, { length }) => sum + 32 + length, 0)
    return this.columns.buffer.byteLength + this.texts.byteLength + strings + 200 * this.apart.size
  }

  /** @param item follows the last one; there is room for it */
  add(item: WireItem): void {
    const { columns, length: row } = this
    const { asks, answers, summary } = item
    columns.times[row] = item.time
    columns.seqs[row] = item.seq
    columns.wireBytes[row] = item.wireBytes
    columns.answers[row] = answers?.seq ?? NONE_32
    columns.labels[row] = this.#labelId(item.label)
    columns.texts[row] = summary === undefined ? NONE_16 : this.texts.add(summary)
    columns.linkCounts[row] = answers?.count ?? asks?.count ?? 0
    columns.directions[row] = DIRECTIONS.indexOf(item.direction)
    columns.kinds[row] = KINDS.indexOf(item.kind)
    columns.asks[row] = asks ? ANSWER_KINDS.indexOf(asks.what) + 1 : 0
    this.#setNumber(row, item.number)
    this.#setApart(row, apartOf(item))
    this.length += 1
  }

  /** Rows [start, end) of another chunk, behind the last one; there is room for them. */
  addRows(from: ItemChunk, start: number, end: number): void {
    const first = this.length
    const { labels, texts } = this.columns
    this.columns.set(first, from.columns, start, end)
    const labelOf = once((label: number) => this.#labelId(from.labels[label] ?? ''))
    const textOf = once((text: number) => this.texts.addBytes(from.texts.bytesAt(text)))
    for (let source = start; source < end; source++) {
      const row = first + source - start
      labels[row] = labelOf(from.columns.labels[source] ?? 0)
      const text = from.columns.texts[source] ?? NONE_16
      if (text !== NONE_16) texts[row] = textOf(text)
      this.#setNumber(row, from.#numberAt(source))
      this.#setApart(row, from.apart.get(source))
    }
    this.length += end - start
  }

  /** Nothing more is added. */
  seal(): void {
    this.texts.seal()
  }

  /** The first `count` rows in memory of their own. */
  pack(count: number): PackedItems {
    const packed = new ItemChunk(new Columns(count))
    packed.addRows(this, 0, count)
    return packed.handOver()
  }

  /** All rows, in the memory of this chunk, which is of no use afterwards. */
  handOver(): PackedItems {
    this.seal()
    return {
      rows: this.length,
      columns: this.columns.cut(this.length).buffer,
      labels: this.labels,
      textBytes: this.texts.bytes,
      textEnds: this.texts.ends,
      firstNumbers: this.firstNumbers,
      apart: [...this.apart],
    }
  }

  at(row: number): WireItem {
    const { columns } = this
    const apart = this.apart.get(row)
    const text = columns.texts[row] ?? NONE_16
    const base = {
      direction: DIRECTIONS[columns.directions[row] ?? 0] ?? 'sent',
      kind: KINDS[columns.kinds[row] ?? 0] ?? 'unread bytes',
      wireBytes: columns.wireBytes[row] ?? 0,
    }
    const number = this.#numberAt(row)
    return {
      seq: columns.seqs[row] ?? 0,
      time: columns.times[row] ?? 0,
      ...base,
      label: this.labels[columns.labels[row] ?? 0] ?? '',
      ...(number !== undefined && { number, ...ofPacket(base.kind, base.wireBytes, number) }),
      ...(text !== NONE_16 && { summary: this.texts.at(text) }),
      ...this.#links(row),
      ...apart,
    }
  }

  #links(row: number): Pick<WireItem, 'asks' | 'answers'> {
    const { asks, answers, linkCounts } = this.columns
    const count = linkCounts[row] ?? 0
    const what = ANSWER_KINDS[(asks[row] ?? 0) - 1]
    const seq = answers[row] ?? NONE_32
    return {
      ...(what !== undefined && { asks: { what, count } }),
      ...(seq !== NONE_32 && { answers: { seq, count } }),
    }
  }

  #labelId(label: string): number {
    const known = this.#labelIds.get(label)
    if (known !== undefined) return known
    this.#labelIds.set(label, this.labels.length)
    return this.labels.push(label) - 1
  }

  #numberAt(row: number): number | undefined {
    const { numbers, directions } = this.columns
    const counted = numbers[row] ?? NONE_16
    if (counted === NONE_16) return this.apart.get(row)?.number
    return counted + this.firstNumbers[directions[row] === 1 ? 1 : 0]
  }

  #setNumber(row: number, number: number | undefined): void {
    const { numbers, directions } = this.columns
    numbers[row] = NONE_16
    if (number === undefined) return
    const way = directions[row] === 1 ? 1 : 0
    if (this.firstNumbers[way] < 0) this.firstNumbers[way] = number
    const counted = number - this.firstNumbers[way]
    if (counted >= 0 && counted < NONE_16) numbers[row] = counted
    else this.#setApart(row, { number })
  }

  #setApart(row: number, apart: Apart | undefined): void {
    if (apart) this.apart.set(row, { ...this.apart.get(row), ...apart })
  }
}

/** What follows from the size and the number of a packet. */
function ofPacket(
  kind: WireItem['kind'],
  wireBytes: number,
  number: number,
): Pick<WireItem, 'contentsBytes' | 'epoch'> {
  if (kind === 'v1 message') return { contentsBytes: wireBytes - V1_HEADER_LEN }
  return {
    contentsBytes: wireBytes - PACKET_OVERHEAD,
    epoch: Math.floor(number / REKEY_INTERVAL),
  }
}

function apartOf(item: WireItem): Apart | undefined {
  const { preview, offset, aadBytes, contentsBytes, epoch, number, asks, answers } = item
  const derived = number === undefined ? {} : ofPacket(item.kind, item.wireBytes, number)
  const apart: Apart = {
    ...(preview !== undefined && { preview }),
    ...(offset !== undefined && { offset }),
    ...(aadBytes !== undefined && { aadBytes }),
    ...(contentsBytes !== undefined &&
      contentsBytes !== derived.contentsBytes && { contentsBytes }),
    ...(epoch !== undefined && epoch !== derived.epoch && { epoch }),
    ...(asks && (answers || asks.count > NONE_16) && { asks }),
    ...(answers && answers.count > NONE_16 && { answers }),
  }
  return Object.keys(apart).length > 0 ? apart : undefined
}

/** Asks for each only once, and as late as it is needed. */
function once(of: (index: number) => number): (index: number) => number {
  const known: number[] = []
  return (index) => {
    known[index] ??= of(index)
    return known[index]
  }
}
