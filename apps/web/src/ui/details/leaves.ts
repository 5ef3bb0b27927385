/** The parts of an item that have no parts themselves: they tile its bytes. */

import { type FieldNode, findNode, type Leaf } from './field-node.js'

interface Span {
  readonly start: number
  readonly end: number
}

const EVERYTHING: Span = { start: 0, end: Number.POSITIVE_INFINITY }

/**
 * The leaves that have bytes in a span, in order. Of a field with many parts not all may have been
 * asked for: then they are what has been located there, and what has not is the field itself.
 */
export function leavesIn(nodes: readonly FieldNode[], span = EVERYTHING): readonly Leaf[] {
  const found: Leaf[] = []
  for (const node of nodes) collect(node, span, node.located ?? [], found)
  return found
}

function collect(node: FieldNode, span: Span, located: readonly Leaf[], found: Leaf[]): void {
  if (node.end <= span.start || node.start >= span.end) return
  let at = node.start
  for (const child of node.children) {
    fill(node, { start: at, end: child.start }, span, located, found)
    collect(child, span, located, found)
    at = child.end
  }
  fill(node, { start: at, end: node.end }, span, located, found)
}

/** Bytes of a field that no part of it holds that is there. */
function fill(node: FieldNode, gap: Span, span: Span, located: readonly Leaf[], found: Leaf[]) {
  let at = gap.start
  const add = (leaf: Leaf, { start, end }: Span) => {
    if (start < end && start < span.end && end > span.start) found.push({ ...leaf, start, end })
  }
  for (let i = firstEndingAfter(located, Math.max(at, span.start)); i < located.length; i++) {
    const leaf = located[i]
    if (!leaf || leaf.start >= Math.min(gap.end, span.end)) break
    add(node, { start: at, end: leaf.start })
    add(leaf, leaf)
    at = leaf.end
  }
  add(node, { start: at, end: gap.end })
}

function firstEndingAfter(leaves: readonly Leaf[], offset: number): number {
  let low = 0
  let high = leaves.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((leaves[middle]?.end ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return low
}

/** The one that a byte belongs to. */
export const leafAt = (nodes: readonly FieldNode[], byte: number): Leaf | undefined =>
  leavesIn(nodes, { start: byte, end: byte + 1 })[0]

/** Where a field lies, whether it has been asked for or only located. */
export const spanOf = (nodes: readonly FieldNode[], id: string): Leaf | undefined =>
  findNode(nodes, id) ??
  nodes.flatMap(({ located = [] }) => located.filter((leaf) => leaf.id === id))[0]

/** Whether a leaf is a field whose parts are not known there. */
export const isUnknown = (nodes: readonly FieldNode[], { id }: Leaf): boolean =>
  (findNode(nodes, id)?.children.length ?? 0) > 0

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

/** The smallest field that both lie in; undefined where only the item itself is. */
export function commonField(one: string, other: string): string | undefined {
  const path = other.split('.')
  const common = one.split('.').filter((index, i, all) => {
    const isSame = all.slice(0, i).every((before, j) => before === path[j])
    return isSame && index === path[i]
  })
  return common.length > 0 ? common.join('.') : undefined
}
