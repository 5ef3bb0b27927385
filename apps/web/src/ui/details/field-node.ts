/** What the tree of fields and the bytes view share: spans of bytes with a name, a value and a rule. */

/** The colour, the letter and the word in the legend. */
export type FieldColour =
  | 'key'
  | 'garbage'
  | 'terminator'
  | 'length'
  | 'header'
  | 'type'
  | 'payload'
  | 'tag'
  | 'decoy'
  | 'none'

export interface FieldNode {
  /** Its place in the tree: `2`, `3.0.1`. */
  readonly id: string
  readonly name: string
  readonly colour: FieldColour
  /** Bytes [start, end) of the item. */
  readonly start: number
  readonly end: number
  readonly value: string
  /** The whole value in hex, where `value` is a part of it. */
  readonly whole?: string
  readonly note: string
  readonly row?: string
  /** Its parts, or the first of them. */
  readonly children: readonly FieldNode[]
  /** How many parts there are in all, where more can be asked for. */
  readonly partCount?: number
}

/** Something that is true of the item and has no bytes in it: its nonce, its key. */
export interface Fact {
  readonly name: string
  readonly value: string
  readonly note: string
  readonly row: string
  /** Leads to the keys. */
  readonly toKeys?: boolean
}

/**
 * The parts of the item that have no parts themselves, in order; they tile its bytes. What has not
 * been asked for of a field with many parts belongs to the field itself.
 */
export function leaves(nodes: readonly FieldNode[]): FieldNode[] {
  return nodes.flatMap((node) => {
    const last = node.children.at(-1)
    if (last === undefined) return [node]
    const parts = leaves(node.children)
    if (last.end < node.end) parts.push({ ...node, start: last.end, children: [] })
    return parts
  })
}

/** From the fields of the message down to a node: index in each list, as the worker counts them. */
export const pathOf = ({ id }: Pick<FieldNode, 'id'>): readonly number[] =>
  id.split('.').slice(1).map(Number)

/** One field within one row of bytes. */
export interface Run {
  readonly field: FieldNode
  readonly start: number
  readonly end: number
  /** Neighbours of one colour differ in this. */
  readonly odd: boolean
}

/** Cuts fields into runs that do not cross a row; rows of `perRow` bytes, the first `limit` bytes. */
export function runsByRow(
  fields: readonly FieldNode[],
  perRow: number,
  limit: number,
): readonly (readonly Run[])[] {
  const rows: Run[][] = []
  fields.forEach((field, i) => {
    const end = Math.min(field.end, limit)
    for (let at = field.start; at < end; ) {
      const row = Math.floor(at / perRow)
      const next = Math.min(end, (row + 1) * perRow)
      rows[row] ??= []
      rows[row]?.push({ field, start: at, end: next, odd: i % 2 === 1 })
      at = next
    }
  })
  return rows
}

export function findNode(nodes: readonly FieldNode[], id: string): FieldNode | undefined {
  for (const node of nodes) {
    if (node.id === id) return node
    const inside = findNode(node.children, id)
    if (inside) return inside
  }
  return undefined
}
