/** What lies between the items of the handshake, and what a newcomer is told about each of its items. */

import type { WireItem } from '../../session/item.js'
import type { KeyScheduleEvent } from '../../session/status.js'
import { currentWords } from '../../words/words.js'

const MAX_TERMINATOR_END = 4111

export const labelOf = ({ kind, label }: WireItem): string =>
  kind === 'message' || kind === 'v1 message' ? label : currentWords().packets.kinds[kind]

export function noteOf(item: WireItem): string | undefined {
  const { notes } = currentWords().ladder
  switch (item.kind) {
    case 'key':
      return notes.key[item.direction]
    case 'garbage':
      return notes.garbage
    case 'terminator':
      return item.offset === undefined
        ? notes.terminatorSent
        : notes.terminatorFound(item.offset, MAX_TERMINATOR_END)
    case 'decoy':
      return item.aadBytes ? notes.firstDecoy(item.aadBytes) : notes.decoy
    case 'version packet': {
      const { contentsBytes, aadBytes, direction } = item
      const said = contentsBytes ? notes.versionWithContents(contentsBytes) : notes.version
      return aadBytes ? notes.versionAad(said, aadBytes, direction) : said
    }
    case 'not understood':
      return notes.notUnderstood
    case 'unread bytes':
      return notes.unread
    default:
      return undefined
  }
}

/** What stands between the items, once what is above it has happened. */
export type Line =
  | { readonly type: 'item'; readonly item: WireItem }
  | { readonly type: 'reached'; readonly what: 'can compute' | 'established' }
  /** @property seq of its event @property keyNode what it came to, in the key schedule */
  | {
      readonly type: 'computed'
      readonly what: 'ecdh' | 'keys'
      readonly seq: number
      readonly keyNode: string
    }

/** The items of the handshake, and what was computed and reached between them. */
export function linesOf(
  items: readonly WireItem[],
  keyEvents: readonly KeyScheduleEvent[],
): readonly Line[] {
  const lines: Line[] = []
  const computed = keyEvents.flatMap(computedIn)
  let keys = 0
  let isEstablished = false
  for (const item of items) {
    lines.push(...takeBefore(computed, item.seq), { type: 'item', item })
    if (item.kind === 'key') keys += 1
    if (item.kind === 'key' && keys === 2) lines.push({ type: 'reached', what: 'can compute' })
    if (item.kind !== 'version packet' || item.direction !== 'received' || isEstablished) continue
    lines.push({ type: 'reached', what: 'established' })
    isEstablished = true
  }
  return [...lines, ...computed]
}

type Computed = Extract<Line, { type: 'computed' }>

function computedIn({ type, seq }: KeyScheduleEvent): Computed[] {
  if (type === 'ecdh_computed') {
    return [{ type: 'computed', what: 'ecdh', seq, keyNode: 'shared_secret' }]
  }
  return type === 'keys_derived' ? [{ type: 'computed', what: 'keys', seq, keyNode: 'prk' }] : []
}

/** Those before an item, which are then gone from the list. */
const takeBefore = (computed: Computed[], seq: number): Computed[] =>
  computed.splice(0, computed.filter((one) => one.seq < seq).length)
