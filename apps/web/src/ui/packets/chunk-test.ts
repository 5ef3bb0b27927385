/** The condition of a filter, asked of rows in columns: nothing is made of a row to be looked at. */

import { assertNever, REKEY_INTERVAL } from '@v2scope/bip324'
import { DIRECTIONS, KINDS, NONE_16 } from '../../session/item-columns.js'
import type { ChunkView } from '../../session/item-list.js'
import type { Condition, NumberKey } from './filter-keys.js'
import { textFinder } from './text-search.js'

/** Of a row of the chunk. */
type RowTest = (row: number) => boolean

/** @returns of a packet; what is no packet never passes. It holds for rows that are added later. */
export function chunkTest(condition: Condition, chunk: ChunkView): RowTest {
  const test = testOf(condition, chunk)
  return (row) => isPacketAt(chunk, row) && test(row)
}

export const isPacketAt = (chunk: ChunkView, row: number): boolean =>
  chunk.columns.numbers[row] !== NONE_16 || chunk.apart.get(row)?.number !== undefined

function testOf(condition: Condition, chunk: ChunkView): RowTest {
  const { columns } = chunk
  switch (condition.is) {
    case 'every':
      return testsOf(condition.of, chunk).reduce<RowTest>(
        (before, test) => (row) => before(row) && test(row),
        () => true,
      )
    case 'some':
      return testsOf(condition.of, chunk).reduce<RowTest>(
        (before, test) => (row) => before(row) || test(row),
        () => false,
      )
    case 'not': {
      const test = testOf(condition.of, chunk)
      return (row) => !test(row)
    }
    case 'direction': {
      const wanted = DIRECTIONS.indexOf(condition.direction)
      return (row) => columns.directions[row] === wanted
    }
    case 'kind': {
      const wanted = KINDS.indexOf(condition.kind)
      return (row) => columns.kinds[row] === wanted
    }
    case 'type': {
      const has = labelTest(chunk, (label) => label === condition.label)
      return (row) => has(columns.labels[row] ?? 0)
    }
    case 'between': {
      const { min, max } = condition
      const at = numberOf(condition.key, chunk)
      return (row) => {
        const value = at(row)
        return value >= min && value <= max
      }
    }
    case 'text':
      return containing(condition.text, chunk)
    default:
      return assertNever(condition)
  }
}

/** What is quickly said is asked first. */
const testsOf = (conditions: readonly Condition[], chunk: ChunkView): readonly RowTest[] =>
  conditions.toSorted((a, b) => costOf(a) - costOf(b)).map((one) => testOf(one, chunk))

function costOf(condition: Condition): number {
  switch (condition.is) {
    case 'every':
    case 'some':
      return condition.of.reduce((sum, one) => sum + costOf(one), 0)
    case 'not':
      return costOf(condition.of)
    case 'text':
      return 100
    default:
      return 1
  }
}

/** Each label of the chunk is looked at once. */
function labelTest({ labels }: ChunkView, matches: (lowerCase: string) => boolean) {
  const known: boolean[] = []
  return (label: number): boolean => {
    known[label] ??= matches((labels[label] ?? '').toLowerCase())
    return known[label]
  }
}

const YES = 1
const NO = 2

/** Each text of the chunk is looked at once, however many rows have it. */
function containing(text: string, chunk: ChunkView): RowTest {
  const { columns, texts } = chunk
  const inLabel = labelTest(chunk, (label) => label.includes(text))
  const find = textFinder(text)
  const known = new Uint8Array(NONE_16)
  const inText = (index: number): boolean => {
    if (known[index] === 0) {
      known[index] = find(texts.bytes, texts.start(index), texts.end(index)) ? YES : NO
    }
    return known[index] === YES
  }
  return (row) => {
    if (inLabel(columns.labels[row] ?? 0)) return true
    const index = columns.texts[row] ?? NONE_16
    return index === NONE_16 ? text === '' : inText(index)
  }
}

/** Of a v2 packet beside its contents: length field, header, tag. */
const PACKET_OVERHEAD = 20
const V1_HEADER_LEN = 24
const V1 = KINDS.indexOf('v1 message')

/** NaN where a packet has no such number. */
function numberOf(key: NumberKey, chunk: ChunkView): (row: number) => number {
  const { columns, apart, firstNumbers } = chunk
  const numberAt = (row: number): number => {
    const counted = columns.numbers[row] ?? NONE_16
    if (counted === NONE_16) return apart.get(row)?.number ?? Number.NaN
    return counted + firstNumbers[columns.directions[row] === 1 ? 1 : 0]
  }
  switch (key) {
    case 'size':
      return (row) => columns.wireBytes[row] ?? Number.NaN
    case 'time':
      return (row) => columns.times[row] ?? Number.NaN
    case 'number':
      return numberAt
    case 'epoch':
      return (row) => {
        const own = apart.get(row)?.epoch
        if (own !== undefined) return own
        return columns.kinds[row] === V1 ? Number.NaN : Math.floor(numberAt(row) / REKEY_INTERVAL)
      }
    case 'contents':
      return (row) => {
        const own = apart.get(row)?.contentsBytes
        if (own !== undefined) return own
        const overhead = columns.kinds[row] === V1 ? V1_HEADER_LEN : PACKET_OVERHEAD
        return (columns.wireBytes[row] ?? Number.NaN) - overhead
      }
    default:
      return assertNever(key)
  }
}
