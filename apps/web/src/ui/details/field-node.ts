/** What the tree of fields and the bytes view share: spans of bytes with a name, a value and a rule. */

import type { FieldKey, Source } from '@v2scope/messages'
import type { FactKind } from '../explanations.js'

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
  /** Of a field of a message: what and why are found by it. */
  readonly fieldKey?: FieldKey
  readonly row?: string
  /** Of a message, and what is in it: where it is laid down beside BIP324. */
  readonly source?: Source
  /** Its parts, as many as have been asked for: in order, not always next to each other. */
  readonly children: readonly FieldNode[]
  /** How many parts there are in all, where more can be asked for. */
  readonly partCount?: number
  /** What is known of bytes whose fields have not been asked for, in order. */
  readonly located?: readonly Leaf[]
}

/** Where a field without parts lies, and how it looks. */
export type Leaf = Pick<FieldNode, 'id' | 'name' | 'colour' | 'start' | 'end'>

/** Something that is true of the item and has no bytes in it: its nonce, its key. */
export interface Fact {
  readonly kind: FactKind
  readonly name: string
  readonly value: string
  readonly note: string
  readonly row: string
  /** Leads to the keys. */
  readonly toKeys?: boolean
}

/** From the fields of the message down to a node: index in each list, as the worker counts them. */
export const pathOf = ({ id }: Pick<FieldNode, 'id'>): readonly number[] =>
  id.split('.').slice(1).map(Number)

/** Its place among the parts of the field that it is in. */
export const indexOf = ({ id }: Pick<FieldNode, 'id'>): number =>
  Number(id.slice(id.lastIndexOf('.') + 1))

/** By the id of the field itself: those that it is in lead to it. */
export function findNode(nodes: readonly FieldNode[], id: string): FieldNode | undefined {
  const node = nodes.find((one) => id === one.id || id.startsWith(`${one.id}.`))
  return node === undefined || node.id === id ? node : findNode(node.children, id)
}
