/** What two sessions were set to, and what became of them, fact by fact. */

import { type TransportKind, toHex } from '@v2scope/bip324'
import { type SessionSettings, SIMULATED } from '@v2scope/recording'
import { handshakeLength } from './handshake.js'
import type { WireItem } from './item.js'
import type { SessionView } from './session-view.js'
import type { KeyScheduleEvent, SessionStatus } from './status.js'

export type Origin = 'live' | 'simulated' | 'recorded'
/** Whether verack has come is no difference that is worth a word here. */
export type Standing = Exclude<SessionStatus['state'], 'ready'>

export type FactValue =
  | { readonly what: 'none' }
  /** The same in every language: a name, a code. */
  | { readonly what: 'data'; readonly text: string }
  | { readonly what: 'peer'; readonly peer: string }
  | { readonly what: 'origin'; readonly origin: Origin }
  | { readonly what: 'role'; readonly role: SessionSettings['role'] }
  | { readonly what: 'transport'; readonly transport: TransportKind }
  | { readonly what: 'state'; readonly state: Standing }
  | { readonly what: 'bytes' | 'count'; readonly n: number }
  /** Digits of something that is the same as a whole, or not at all. */
  | { readonly what: 'hex'; readonly hex: string }
  | { readonly what: 'failure'; readonly code: string; readonly message: string }

export type FactName =
  | 'peer'
  | 'origin'
  | 'network'
  | 'role'
  | 'transport'
  | 'seed'
  | 'user agent'
  | 'garbage sent'
  | 'garbage received'
  | 'decoys sent'
  | 'decoys received'
  | 'key sent'
  | 'key received'
  | 'session id'
  | 'packets sent'
  | 'packets received'
  | 'state'
  | 'failure'

export interface Fact {
  readonly name: FactName
  readonly left: FactValue
  readonly right: FactValue
  readonly differs: boolean
}

const NONE: FactValue = { what: 'none' }

const VALUES: Readonly<Record<FactName, (view: SessionView) => FactValue>> = {
  peer: ({ settings: { peer } }) => ({ what: 'peer', peer }),
  origin: (view) => ({ what: 'origin', origin: originOf(view) }),
  network: ({ settings: { network } }) => ({ what: 'data', text: network }),
  role: ({ settings: { role } }) => ({ what: 'role', role }),
  transport: ({ status: { transport } }) => ({ what: 'transport', transport }),
  seed: ({ settings: { seed } }) => data(seed),
  'user agent': ({ status: { peerVersion } }) => data(peerVersion?.userAgent),
  'garbage sent': (view) => garbageOf(view, 'sent'),
  'garbage received': (view) => garbageOf(view, 'received'),
  'decoys sent': (view) => countOf(view, 'sent', 'decoys'),
  'decoys received': (view) => countOf(view, 'received', 'decoys'),
  'key sent': ({ keyEvents }) => keyOf(keyEvents, 'key_sent'),
  'key received': ({ keyEvents }) => keyOf(keyEvents, 'key_received'),
  'session id': ({ status: { sessionId } }) => hex(sessionId),
  'packets sent': (view) => countOf(view, 'sent', 'packets'),
  'packets received': (view) => countOf(view, 'received', 'packets'),
  state: ({ status: { state } }) => ({
    what: 'state',
    state: state === 'ready' ? 'established' : state,
  }),
  failure: ({ status: { failure } }) =>
    failure ? { what: 'failure', code: failure.code, message: failure.message } : NONE,
}

const NAMES: readonly FactName[] = [
  ...(['peer', 'origin', 'network', 'role', 'transport', 'seed', 'user agent'] as const),
  ...(['garbage sent', 'garbage received', 'decoys sent', 'decoys received'] as const),
  ...(['key sent', 'key received', 'session id'] as const),
  ...(['packets sent', 'packets received', 'state', 'failure'] as const),
]

/** Facts that neither has are left out. */
export function compareFacts(left: SessionView, right: SessionView): readonly Fact[] {
  return NAMES.map((name) => {
    const values = { left: VALUES[name](left), right: VALUES[name](right) }
    return {
      name,
      ...values,
      differs: JSON.stringify(values.left) !== JSON.stringify(values.right),
    }
  }).filter((fact) => fact.left.what !== 'none' || fact.right.what !== 'none')
}

export const originOf = ({ recording, settings }: SessionView): Origin => {
  if (recording) return 'recorded'
  return settings.peer === SIMULATED ? 'simulated' : 'live'
}

const data = (text: string | undefined): FactValue =>
  text === undefined ? NONE : { what: 'data', text }

const hex = (digits: string | undefined): FactValue =>
  digits === undefined ? NONE : { what: 'hex', hex: digits }

function keyOf(events: readonly KeyScheduleEvent[], type: 'key_sent' | 'key_received'): FactValue {
  const key = events.find((event) => event.type === type)
  return hex(key && toHex(key.bytes))
}

/** A peer may send decoys without end. */
const MOST_OF_HANDSHAKE = 10_000

/** Known once its end is: a terminator right after the key ends garbage of no bytes. */
function garbageOf({ items }: SessionView, direction: WireItem['direction']): FactValue {
  const first = items.first(MOST_OF_HANDSHAKE)
  const handshake = first
    .slice(0, handshakeLength(first))
    .filter((item) => item.direction === direction)
  if (!handshake.some(({ kind }) => kind === 'garbage' || kind === 'terminator')) return NONE
  const garbage = handshake.filter(({ kind }) => kind === 'garbage')
  return { what: 'bytes', n: garbage.reduce((sum, { wireBytes }) => sum + wireBytes, 0) }
}

/** In all of the session. Of the wire alone there are no packets to be counted. */
function countOf(
  { items, recording }: SessionView,
  direction: WireItem['direction'],
  what: 'packets' | 'decoys',
): FactValue {
  if (recording?.level === 'wire') return NONE
  return { what: 'count', n: items.tally()[direction][what] }
}
