/** A field's parts as they are shown: those that are there, and the gaps between them. */

import { PARTS_AT_ONCE } from '../../session/detail.js'
import { type FieldNode, indexOf } from './field-node.js'

/** Parts [from, to) have not been asked for. */
export interface Gap {
  readonly kind: 'gap'
  readonly from: number
  readonly to: number
  /** Which of them are asked for first: those after the parts above, or those before the parts below. */
  readonly side: 'after' | 'before'
  /** How many come at once. */
  readonly portion: number
}

export type TreeEntry = { readonly kind: 'node'; readonly node: FieldNode } | Gap

/** @param count how many parts there are in all */
export function entriesOf(nodes: readonly FieldNode[], count: number): readonly TreeEntry[] {
  const entries: TreeEntry[] = []
  let next = 0
  for (const node of nodes) {
    const index = indexOf(node)
    if (index > next) {
      entries.push(gap(next, index, 'after'))
      if (index - next > PARTS_AT_ONCE) entries.push(gap(next, index, 'before'))
    }
    entries.push({ kind: 'node', node })
    next = index + 1
  }
  if (count > next) entries.push(gap(next, count, 'after'))
  return entries
}

const gap = (from: number, to: number, side: Gap['side']): Gap => ({
  kind: 'gap',
  from,
  to,
  side,
  portion: Math.min(to - from, PARTS_AT_ONCE),
})

/** Index of the first part to be asked for. */
export const askFrom = ({ side, from, to, portion }: Gap): number =>
  side === 'after' ? from : to - portion

/** The first parts to be asked for on the way to a field; undefined where it is there, or nowhere. */
export function missingOn(
  nodes: readonly FieldNode[],
  id: string,
): { readonly path: readonly number[]; readonly from: number } | undefined {
  const [top, ...path] = id.split('.').map(Number)
  let node = nodes.find((one) => indexOf(one) === top)
  for (const [depth, index] of path.entries()) {
    const inside = node?.children.find((one) => indexOf(one) === index)
    if (inside === undefined) {
      if (node?.partCount === undefined || index >= node.partCount) return undefined
      const from = Math.floor(index / PARTS_AT_ONCE) * PARTS_AT_ONCE
      return { path: path.slice(0, depth), from }
    }
    node = inside
  }
  return undefined
}
