/** Which fields some bytes lie in, in names. */

import type { FieldNode } from './field-node.js'
import { leafAt } from './leaves.js'

/** More names than these would not be read. */
const MOST_NAMES = 3

interface Covered {
  readonly names: readonly string[]
  /** How many more fields there are than names. */
  readonly more: number
}

/** The one field that holds them all, the innermost; else the fields side by side that they lie in. */
export function coveredBy(
  fields: readonly FieldNode[],
  span: { readonly start: number; readonly end: number },
): Covered {
  const within = fields.filter(({ start, end }) => start < span.end && end > span.start)
  const [only] = within
  const isInOne = within.length === 1 && only !== undefined
  if (isInOne && (only.start < span.start || only.end > span.end)) {
    // parts that have not been asked for may have been located
    const leaf = leafAt(fields, span.start)
    const isLeaf = leaf !== undefined && leaf.end >= span.end && leaf.id !== only.id
    const inside = isLeaf ? { names: [leaf.name], more: 0 } : coveredBy(only.children, span)
    return inside.names.length > 0 ? inside : { names: [only.name], more: 0 }
  }
  const names = within.slice(0, MOST_NAMES).map(({ name }) => name)
  return { names, more: within.length - names.length }
}
