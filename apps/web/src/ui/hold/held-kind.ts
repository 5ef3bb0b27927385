/** What of ours can be held, apart from messages, which are called by their type. */

import type { WireItem } from '../../session/item.js'

export type HeldKind = 'key' | 'garbage' | 'terminator' | 'decoy' | 'version packet'

const KINDS: readonly string[] = [
  'key',
  'garbage',
  'terminator',
  'decoy',
  'version packet',
] satisfies readonly HeldKind[]

export const isHeldKind = (kind: WireItem['kind']): kind is HeldKind => KINDS.includes(kind)
