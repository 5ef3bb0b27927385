/** Fields of a message, whose parts come in portions. */

import type { FieldPart, ItemDetail } from './contract.js'

/** More parts of one field, as `parts` brings them. */
export interface MoreParts {
  /** From the message's fields down: index in each list; empty: of the message itself. */
  readonly path: readonly number[]
  readonly from: number
  readonly parts: readonly FieldPart[]
}

interface Portion {
  readonly first: readonly FieldPart[]
  /** Of how many; undefined where all are there. */
  readonly count: number | undefined
}

/** The detail with these parts in it; as it was, where they don't follow those that are there. */
export function withParts(detail: ItemDetail, more: MoreParts): ItemDetail {
  const { decoded } = detail
  if (!decoded || 'error' in decoded) return detail
  const { fields, fieldCount, summary } = decoded
  const portion = joined({ first: fields, count: fieldCount }, more.path, more)
  if (portion.first === fields) return detail
  const count = portion.count === undefined ? {} : { fieldCount: portion.count }
  return { ...detail, decoded: { fields: portion.first, ...count, summary } }
}

function joined(portion: Portion, [index, ...path]: readonly number[], more: MoreParts): Portion {
  const { first, count } = portion
  if (index === undefined) {
    if (count === undefined || more.from !== first.length || more.parts.length === 0) return portion
    const longer = [...first, ...more.parts]
    return { first: longer, count: longer.length < count ? count : undefined }
  }
  const field = first[index]
  if (!field?.children) return portion
  const { children, partCount, ...rest } = field
  const inside = joined({ first: children, count: partCount }, path, more)
  if (inside.first === children) return portion
  const left = inside.count === undefined ? {} : { partCount: inside.count }
  return { first: first.with(index, { ...rest, children: inside.first, ...left }), count }
}
