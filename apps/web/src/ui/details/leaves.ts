/** The parts of an item that have no parts themselves: they tile its bytes. */

import type { FieldNode } from './field-node.js'

/** Where a leaf lies, and how it looks. */
export type Leaf = Pick<FieldNode, 'id' | 'name' | 'colour' | 'start' | 'end'>

/**
 * The leaves that have bytes in [start, end), in order. What has not been asked for of a field with
 * many parts belongs to the field itself.
 */
export function leavesIn(
  nodes: readonly FieldNode[],
  start = 0,
  end = Number.POSITIVE_INFINITY,
): readonly Leaf[] {
  const found: Leaf[] = []
  const collect = (node: FieldNode) => {
    if (node.end <= start || node.start >= end) return
    let at = node.start
    const own = (from: number, to: number) => {
      if (from < to && from < end && to > start) found.push({ ...node, start: from, end: to })
    }
    for (const child of node.children) {
      own(at, child.start)
      collect(child)
      at = child.end
    }
    own(at, node.end)
  }
  for (const node of nodes) collect(node)
  return found
}

/** One leaf within one row of bytes. */
export interface Run {
  readonly leaf: Leaf
  readonly start: number
  readonly end: number
}

/** Cuts leaves into runs that do not cross a row: for each row of [first, last) its runs. */
export function runsByRow(
  leaves: readonly Leaf[],
  perRow: number,
  first: number,
  last: number,
): readonly (readonly Run[])[] {
  const rows = Array.from({ length: last - first }, (): Run[] => [])
  for (const leaf of leaves) {
    const end = Math.min(leaf.end, last * perRow)
    for (let at = Math.max(leaf.start, first * perRow); at < end; ) {
      const row = Math.floor(at / perRow)
      const next = Math.min(end, (row + 1) * perRow)
      rows[row - first]?.push({ leaf, start: at, end: next })
      at = next
    }
  }
  return rows
}

/** Whether neighbours of one colour are told apart by it: siblings differ in this. */
export const isOdd = ({ id }: Pick<Leaf, 'id'>): boolean =>
  id.split('.').reduce((sum, index) => sum + Number(index), 0) % 2 === 1

/** `3.0.1` lies in `3.0` and in `3`. */
export const isWithin = (id: string, outer: string): boolean =>
  id === outer || id.startsWith(`${outer}.`)

/** The smallest field that both lie in; undefined where only the item itself is. */
export function commonField(one: string, other: string): string | undefined {
  const path = other.split('.')
  const common = one.split('.').filter((index, i, all) => {
    const isSame = all.slice(0, i).every((before, j) => before === path[j])
    return isSame && index === path[i]
  })
  return common.length > 0 ? common.join('.') : undefined
}
