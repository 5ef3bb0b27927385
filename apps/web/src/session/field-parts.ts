/** Fields of a message, whose parts come in portions, from anywhere among them. */

import type { FieldPart, ItemDetail, Located, Portion } from './detail.js'

/** More parts of one field, as `parts` brings them. */
export interface MoreParts extends Portion {
  /** From the message's fields down: index in each list; empty: of the message itself. */
  readonly path: readonly number[]
}

/** What is known of so many stretches of bytes is kept; it can be asked for again. */
const MOST_LOCATED = 32

/** The detail with these parts in it; as it was, where they are there already. */
export function withParts(detail: ItemDetail, more: MoreParts): ItemDetail {
  const { decoded } = detail
  if (!decoded || 'error' in decoded || more.parts.length === 0) return detail
  const { fields, further, fieldCount, ...rest } = decoded
  const list = { first: fields, further: further ?? [], count: fieldCount }
  const longer = joined(list, more.path, more)
  if (longer === list) return detail
  const { first, further: others, count } = longer
  return {
    ...detail,
    decoded: {
      ...rest,
      fields: first,
      ...(others.length > 0 && { further: others }),
      ...(count !== undefined && { fieldCount: count }),
    },
  }
}

/** The detail with what is known of some more of its bytes. */
export function withLeaves(detail: ItemDetail, located: Located): ItemDetail {
  const { decoded } = detail
  if (!decoded || 'error' in decoded) return detail
  const known = [...(decoded.located ?? []), located].slice(-MOST_LOCATED)
  return { ...detail, decoded: { ...decoded, located: known } }
}

interface Parts {
  readonly first: readonly FieldPart[]
  readonly further: readonly Portion[]
  /** Of how many; undefined where all are there. */
  readonly count: number | undefined
}

function joined(list: Parts, [index, ...path]: readonly number[], more: MoreParts): Parts {
  if (index === undefined) return withPortion(list, more)
  const field = partAt(list, index)
  if (!field?.children) return list
  const { children, further, partCount, ...rest } = field
  const inside = { first: children, further: further ?? [], count: partCount }
  const longer = joined(inside, path, more)
  if (longer === inside) return list
  return withPart(list, index, {
    ...rest,
    children: longer.first,
    ...(longer.further.length > 0 && { further: longer.further }),
    ...(longer.count !== undefined && { partCount: longer.count }),
  })
}

const portionsOf = ({ first, further }: Parts): readonly Portion[] => [
  { from: 0, parts: first },
  ...further,
]

function partAt(list: Parts, index: number): FieldPart | undefined {
  const portion = portionsOf(list).findLast(({ from }) => from <= index)
  return portion?.parts[index - portion.from]
}

function withPart(list: Parts, index: number, part: FieldPart): Parts {
  const replaced = portionsOf(list).map(({ from, parts }) =>
    index >= from && index < from + parts.length
      ? { from, parts: parts.with(index - from, part) }
      : { from, parts },
  )
  return { ...list, first: replaced[0]?.parts ?? [], further: replaced.slice(1) }
}

/** What is there already stays as it is, with all that was asked for inside it. */
function withPortion(list: Parts, { from, parts }: Portion): Parts {
  const { count } = list
  if (count === undefined) return list
  const all = new Map<number, FieldPart>()
  for (const portion of [...portionsOf(list), { from, parts }]) {
    for (const [i, part] of portion.parts.entries()) {
      const index = portion.from + i
      if (index < count && !all.has(index)) all.set(index, part)
    }
  }
  const before = portionsOf(list).reduce((sum, portion) => sum + portion.parts.length, 0)
  if (all.size === before) return list
  const [first, ...further] = inPortions([...all].sort(([a], [b]) => a - b))
  const left = all.size < count ? count : undefined
  return { first: first?.parts ?? [], further, count: left }
}

/** Neighbours together. */
function inPortions(parts: readonly (readonly [number, FieldPart])[]): Portion[] {
  const portions: { from: number; parts: FieldPart[] }[] = []
  for (const [index, part] of parts) {
    const last = portions.at(-1)
    if (last && last.from + last.parts.length === index) last.parts.push(part)
    else portions.push({ from: index, parts: [part] })
  }
  return portions
}
