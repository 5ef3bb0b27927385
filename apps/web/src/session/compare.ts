/** Two sessions, aligned: by phase, in each phase by direction, in each direction by what was said. */

import type { Phase } from '@v2scope/bip324'
import type { Items } from './handshake.js'
import type { WireItem } from './item.js'
import { type Pairing, pairUp } from './lcs.js'

/** `unread`: of a recording of the wire alone, where phases end is not known. */
export type ComparedPhase = Phase | 'unread'

export const COMPARED_PHASES: readonly ComparedPhase[] = [
  'key exchange',
  'garbage',
  'version negotiation',
  'application',
  'unread',
]

/** How two items of the same kind and type differ. Times always do, and are no difference. */
export type Difference = 'size' | 'garbage' | 'AAD' | 'epoch' | 'summary'

interface Both {
  readonly on: 'both'
  readonly left: WireItem
  readonly right: WireItem
  /** Empty: the same, as far as items tell. */
  readonly differences: readonly Difference[]
}
export type ComparedRow =
  | Both
  | { readonly on: 'left'; readonly left: WireItem }
  | { readonly on: 'right'; readonly right: WireItem }

export interface ComparedGroup {
  readonly phase: ComparedPhase
  readonly rows: readonly ComparedRow[]
}

/** The items of a session that are compared. */
export interface ComparedItems {
  readonly items: readonly WireItem[]
  /** Items after them, which are not. */
  readonly rest: number
}

/** Of each session: messages that are compared; the product of both is what it costs. */
const MOST_AFTER_HANDSHAKE = 2000
/** Of each session: a peer may send decoys without end. */
const MOST_IN_ALL = 10_000

type Direction = WireItem['direction']
const DIRECTIONS: readonly Direction[] = ['sent', 'received']

/**
 * Where each item belongs: by what it is, for in which order the two directions cross is up to the
 * network, and not the same twice.
 */
function phases(): (item: WireItem) => ComparedPhase {
  const last: Record<Direction, ComparedPhase> = { sent: 'key exchange', received: 'key exchange' }
  return ({ kind, direction }) => {
    const phase = phaseOf(kind, last[direction])
    last[direction] = kind === 'version packet' ? 'application' : phase
    return phase
  }
}

/** @param before what the direction was in */
function phaseOf(kind: WireItem['kind'], before: ComparedPhase): ComparedPhase {
  switch (kind) {
    case 'key':
      return 'key exchange'
    case 'garbage':
    case 'terminator':
      return 'garbage'
    case 'decoy':
      return before === 'application' ? 'application' : 'version negotiation'
    case 'version packet':
      return 'version negotiation'
    case 'message':
    case 'rejected':
    case 'v1 message':
      return 'application'
    case 'not understood':
      return before
    case 'unread bytes':
      return 'unread'
  }
}

/** The handshake, and the first of what followed it. */
export function comparedItems(items: Items): ComparedItems {
  const phaseOfItem = phases()
  const compared: WireItem[] = []
  let after = 0
  for (let i = 0; i < items.length && i < MOST_IN_ALL; i++) {
    const item = items.at(i)
    if (!item) break
    const phase = phaseOfItem(item)
    if (phase === 'application' || phase === 'unread') after += 1
    if (after > MOST_AFTER_HANDSHAKE) break
    compared.push(item)
  }
  return { items: compared, rest: items.length - compared.length }
}

type Ways = Readonly<Record<Direction, readonly WireItem[]>>

/** Phases in which neither has anything are left out. */
export function compareItems(
  left: readonly WireItem[],
  right: readonly WireItem[],
): readonly ComparedGroup[] {
  const [lefts, rights] = [byPhase(left), byPhase(right)]
  return COMPARED_PHASES.map((phase) => {
    const [sent = [], received = []] = DIRECTIONS.map((direction) =>
      compareWay(lefts[phase][direction], rights[phase][direction]),
    )
    return { phase, rows: interleave(sent, received) }
  }).filter(({ rows }) => rows.length > 0)
}

function byPhase(items: readonly WireItem[]): Readonly<Record<ComparedPhase, Ways>> {
  const none = (): Record<Direction, WireItem[]> => ({ sent: [], received: [] })
  const groups: Record<ComparedPhase, Record<Direction, WireItem[]>> = {
    'key exchange': none(),
    garbage: none(),
    'version negotiation': none(),
    application: none(),
    unread: none(),
  }
  const phaseOfItem = phases()
  for (const item of items) groups[phaseOfItem(item)][item.direction].push(item)
  return groups
}

function compareWay(left: readonly WireItem[], right: readonly WireItem[]): ComparedRow[] {
  const ids = new Map<string, number>()
  const keysOf = (items: readonly WireItem[]) =>
    items.map(({ kind, label }) => {
      const key = `${kind} ${label}`
      const id = ids.get(key) ?? ids.size
      ids.set(key, id)
      return id
    })
  return pairUp(keysOf(left), keysOf(right)).flatMap((pairing) => rowOf(pairing, left, right))
}

function rowOf(
  [l, r]: Pairing,
  lefts: readonly WireItem[],
  rights: readonly WireItem[],
): ComparedRow[] {
  const left = l === undefined ? undefined : lefts[l]
  const right = r === undefined ? undefined : rights[r]
  if (left && right) return [{ on: 'both', left, right, differences: differencesOf(left, right) }]
  if (left) return [{ on: 'left', left }]
  return right ? [{ on: 'right', right }] : []
}

const DIFFERS: Readonly<Record<Difference, (left: WireItem, right: WireItem) => boolean>> = {
  // that of a packet follows from its contents
  size: (left, right) => left.wireBytes !== right.wireBytes,
  garbage: (left, right) => left.offset !== right.offset,
  AAD: (left, right) => left.aadBytes !== right.aadBytes,
  epoch: (left, right) => left.epoch !== right.epoch,
  summary: (left, right) => left.summary !== right.summary,
}
const DIFFERENCES = ['size', 'garbage', 'AAD', 'epoch', 'summary'] as const

const differencesOf = (left: WireItem, right: WireItem): Difference[] =>
  DIFFERENCES.filter((difference) => DIFFERS[difference](left, right))

/** The rows of the two directions in the order of the left session, or of the right one where it has none. */
function interleave(sent: readonly ComparedRow[], received: readonly ComparedRow[]): ComparedRow[] {
  const rows: ComparedRow[] = []
  let [s, r] = [0, 0]
  while (s < sent.length || r < received.length) {
    const [mine, theirs] = [sent[s], received[r]]
    if (mine && (!theirs || isBefore(mine, theirs))) {
      rows.push(mine)
      s += 1
    } else if (theirs) {
      rows.push(theirs)
      r += 1
    }
  }
  return rows
}

function isBefore(a: ComparedRow, b: ComparedRow): boolean {
  if (a.on !== 'right' && b.on !== 'right') return a.left.seq < b.left.seq
  if (a.on !== 'left' && b.on !== 'left') return a.right.seq < b.right.seq
  // each is on a side of its own
  return timeOf(a) <= timeOf(b)
}

const timeOf = (row: ComparedRow): number => (row.on === 'right' ? row.right.time : row.left.time)

/** Whether a row is to be marked. */
export const isDifferent = (row: ComparedRow): boolean =>
  row.on !== 'both' || row.differences.length > 0
