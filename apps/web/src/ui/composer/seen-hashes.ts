/** Hashes in the message that is looked at, to be asked for. */

import { useEffect, useMemo, useState } from 'react'
import type { FieldPart } from '../../session/detail.js'
import type { DetailView } from '../../session/session-view.js'
import { useActions, useView } from '../session-hooks.js'

interface SeenHash {
  /** Where it stands: `header 3`, `item 0 / hash`. */
  readonly name: string
  /** 64 hex digits. */
  readonly hash: string
}

export interface SeenHashes {
  readonly hashes: readonly SeenHash[]
  /** Has the rest of a long message brought, for its last hashes; absent where all is there. */
  readonly askRest?: () => void
}

/** A value may say more than the hash: `block 00ab…`. */
const HASH = /(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/
/** Nobody can be asked for it. */
const NOT_ASKED_FOR = 'merkle root'
const ZEROS = '0'.repeat(64)
/** Of a long message the first and the last: more would be no choice for anybody. */
const AT_EACH_END = 100

const decodedOf = (detail: DetailView) => {
  const decoded = detail.state === 'there' ? detail.detail.decoded : undefined
  return decoded && 'fields' in decoded ? decoded : undefined
}

/** Of the message that is selected, in its order, each once. */
export function useSeenHashes(): SeenHashes {
  const { askParts } = useActions()
  const decoded = useView(({ detail }) => decodedOf(detail))
  const selected = useView((view) => view.selected)
  const [whole, setWhole] = useState<number | undefined>(undefined)
  const fields = decoded?.fields
  const isLong = decoded?.fieldCount !== undefined
  const from = isLong ? fields?.length : undefined
  const isWanted = whole !== undefined && whole === selected
  useEffect(() => {
    if (isWanted && from !== undefined) askParts([], from)
  }, [isWanted, from, askParts])
  const hashes = useMemo(() => (fields ? hashesIn(fields) : []), [fields])
  return useMemo(
    () => ({ hashes, ...(isLong && !isWanted && { askRest: () => setWhole(selected) }) }),
    [hashes, isLong, isWanted, selected],
  )
}

function hashesIn(fields: readonly FieldPart[]): readonly SeenHash[] {
  const found = new Map<string, SeenHash>()
  collect(fields, [], found)
  const all = [...found.values()]
  if (all.length <= 2 * AT_EACH_END) return all
  return [...all.slice(0, AT_EACH_END), ...all.slice(-AT_EACH_END)]
}

function collect(
  parts: readonly FieldPart[],
  around: readonly string[],
  found: Map<string, SeenHash>,
): void {
  for (const { name, value, children = [] } of parts) {
    if (name === NOT_ASKED_FOR) continue
    const names = [...around, name]
    const hash = HASH.exec(value)?.[0]
    if (hash !== undefined && hash !== ZEROS && !found.has(hash)) {
      found.set(hash, { name: names.join(' / '), hash })
    }
    collect(children, names, found)
  }
}
