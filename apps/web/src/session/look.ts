/** What is looked at inside a session, as an address or a recording names it. */

import type { Query } from './query.js'

/** Some of an item's bytes. */
export interface ByteRange {
  /** As they crossed the wire, or decrypted in the same layout. */
  readonly view: 'wire' | 'plain'
  /** [start, end) of the item. */
  readonly start: number
  readonly end: number
}

export interface Look {
  /** `seq` of an item. */
  readonly selected?: number | undefined
  /** Id of a field of it, such as `3.0.1`. */
  readonly field?: string | undefined
  readonly bytes?: ByteRange | undefined
  /** Id of a value of the key schedule. */
  readonly keyNode?: string | undefined
}

/** Reads `at=4&field=3.0.1&bytes=wire:5-9&key=prk`. */
export function parseLook(query: Query): Look {
  const selected = query.wholeNumber('at', Number.MAX_SAFE_INTEGER, 'events')
  const field = parseField(query)
  const bytes = parseBytes(query)
  const keyNode = query.text('key')?.trim()
  return {
    ...(selected !== undefined && { selected }),
    ...(field !== undefined && { field }),
    ...(bytes && { bytes }),
    ...(keyNode && { keyNode }),
  }
}

/** As `parseLook` reads it, each with an `&` before it. */
export function formatLook({ selected, field, bytes, keyNode }: Look): string {
  return [
    selected !== undefined && `&at=${selected}`,
    field !== undefined && `&field=${field}`,
    bytes && `&bytes=${formatBytes(bytes)}`,
    keyNode !== undefined && `&key=${encodeURIComponent(keyNode)}`,
  ]
    .filter(Boolean)
    .join('')
}

/** The first byte and the last, by the offsets that the page shows: `wire:5-9` are five bytes. */
const formatBytes = ({ view, start, end }: ByteRange): string => `${view}:${start}-${end - 1}`

function parseField(query: Query): string | undefined {
  const value = query.text('field')?.trim()
  if (value === undefined || /^\d+(\.\d+)*$/.test(value)) return value
  query.problems.push({ code: 'BAD_FIELD', value })
  return undefined
}

function parseBytes(query: Query): ByteRange | undefined {
  const value = query.text('bytes')?.trim()
  if (value === undefined) return undefined
  const [, view, first, last = first] = /^(wire|plain):(\d+)(?:-(\d+))?$/.exec(value) ?? []
  const [start, end] = [Number(first), Number(last) + 1]
  const isInOrder = start < end && end <= Number.MAX_SAFE_INTEGER
  if ((view === 'wire' || view === 'plain') && isInOrder) return { view, start, end }
  query.problems.push({ code: 'BAD_BYTES', value })
  return undefined
}
