/** The bytes that are chosen in an item, and the ways to choose others. */

import { useCallback, useMemo, useRef } from 'react'
import type { ByteRange } from '../../session/look.js'
import { selectBytes, useUi } from '../ui-store.js'
import type { FieldNode } from './field-node.js'
import { commonField, isUnknown, leafAt } from './leaves.js'
import { useLocated } from './use-located.js'

export interface ByteChoice {
  readonly fields: readonly FieldNode[]
  readonly bytes: ByteRange | undefined
  /** The byte that moves when the choice is extended. */
  readonly head: number | undefined
  /** @param extend from where the choice began */
  readonly choose: (view: ByteRange['view'], byte: number, extend: boolean) => void
  readonly chooseAll: (view: ByteRange['view']) => void
  /** Has the fields of bytes [start, end) brought, where they are not known. */
  readonly locate: (start: number, end: number) => void
}

interface Ends {
  readonly anchor: number
  readonly head: number
}

/** @param length of the item, in bytes */
export function useByteChoice(fields: readonly FieldNode[], length: number): ByteChoice {
  const bytes = useUi((state) => state.bytes)
  const own = useRef<Ends | undefined>(undefined)
  const locate = useLocated(fields)
  const ends = endsOf(bytes, own.current)
  const latest = useRef(ends)
  latest.current = ends

  const take = useCallback(
    (view: ByteRange['view'], next: Ends) => {
      own.current = next
      latest.current = next
      const start = Math.min(next.anchor, next.head)
      const end = Math.max(next.anchor, next.head) + 1
      selectBytes({ view, start, end }, fieldOf(fields, start, end))
    },
    [fields],
  )
  const choose = useCallback(
    (view: ByteRange['view'], byte: number, extend: boolean) =>
      take(view, { anchor: extend ? (latest.current?.anchor ?? byte) : byte, head: byte }),
    [take],
  )
  const chooseAll = useCallback(
    (view: ByteRange['view']) => take(view, { anchor: 0, head: length - 1 }),
    [take, length],
  )
  const head = ends?.head
  return useMemo(
    () => ({ fields, bytes, head, choose, chooseAll, locate }),
    [fields, bytes, head, choose, chooseAll, locate],
  )
}

/** Bytes that were chosen otherwise are looked at from their beginning. */
function endsOf(bytes: ByteRange | undefined, own: Ends | undefined): Ends | undefined {
  if (!bytes) return undefined
  const isOwn =
    own !== undefined &&
    Math.min(own.anchor, own.head) === bytes.start &&
    Math.max(own.anchor, own.head) + 1 === bytes.end
  return isOwn ? own : { anchor: bytes.end - 1, head: bytes.start }
}

/**
 * The innermost field of a byte, or the smallest that covers them all; undefined where it is the
 * item itself, or not known yet.
 */
export function fieldOf(
  fields: readonly FieldNode[],
  start: number,
  end: number,
): string | undefined {
  const first = leafAt(fields, start)
  const last = leafAt(fields, end - 1)
  if (!first || !last) return undefined
  const field = commonField(first.id, last.id)
  const isOpen = [first, last].some((leaf) => leaf.id === field && isUnknown(fields, leaf))
  return isOpen ? undefined : field
}
