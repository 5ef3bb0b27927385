/**
 * BIP324 §Handshake: the states of the receiving side, and their one table of transitions.
 *
 *   responder      initiator
 *       │              │
 *   detecting ──▶ v1   │            the first byte that isn't the v1 prefix, or all 16 that are (H2)
 *       │              │
 *       └────▶ key ◀───┘            the peer's 64 bytes
 *               │
 *            garbage                up to 4095 bytes and the terminator (H5)
 *               │
 *            version                decoys, then the first packet that is none (H7)
 *               │
 *          application              messages and decoys
 *
 * Each of them can end: `failed` by the peer's fault, `ended` where the stream may end.
 * What is sent needs no states of its own: key and garbage go out on entering `key`, terminator,
 * decoys and version packet on entering `garbage` (H4), messages from then on.
 */

import type { DirectionCipher } from './direction-cipher.js'
import { assertNever, type RemoteProtocolError } from './errors.js'
import type { GarbageScanner } from './garbage-scanner.js'
import type { GrowingBuffer } from './growing-buffer.js'
import type { PacketReader } from './packet-reader.js'

export type ReceiveState =
  | { readonly state: 'detecting'; readonly key: GrowingBuffer }
  | { readonly state: 'key'; readonly key: GrowingBuffer }
  | {
      readonly state: 'garbage'
      readonly scanner: GarbageScanner
      readonly cipher: DirectionCipher
    }
  | { readonly state: 'version'; readonly packets: PacketReader; readonly garbage: Uint8Array }
  | { readonly state: 'application'; readonly packets: PacketReader }
  | { readonly state: 'v1' }
  | { readonly state: 'failed'; readonly error: RemoteProtocolError }
  | { readonly state: 'ended' }

export type StateName = ReceiveState['state']

/** Where a state may lead. */
export const TRANSITIONS: Readonly<Record<StateName, readonly StateName[]>> = {
  detecting: ['key', 'v1', 'failed'],
  key: ['garbage', 'failed'],
  garbage: ['version', 'failed'],
  version: ['application', 'failed'],
  application: ['ended', 'failed'],
  v1: ['ended'],
  failed: [],
  ended: [],
}

/** How far the handshake has come. Shown apart from the transport. */
export type Phase = 'key exchange' | 'garbage' | 'version negotiation' | 'application'

/** What is spoken: not known before the peer's version packet has authenticated (S3). */
export type TransportKind = 'detecting' | 'v1' | 'v2'

export interface Shown {
  readonly phase: Phase
  readonly transport: TransportKind
}

/** The phase and the transport of a state; undefined where it keeps those of the state before. */
export function shownAs(state: StateName): Shown | undefined {
  switch (state) {
    case 'detecting':
    case 'key':
      return { phase: 'key exchange', transport: 'detecting' }
    case 'garbage':
      return { phase: 'garbage', transport: 'detecting' }
    case 'version':
      return { phase: 'version negotiation', transport: 'detecting' }
    case 'application':
      return { phase: 'application', transport: 'v2' }
    case 'v1':
      return { phase: 'application', transport: 'v1' }
    case 'failed':
    case 'ended':
      return undefined
    default:
      return assertNever(state)
  }
}
