/** What has become of a fault. */

import type { FaultPlan } from './fault-plan.js'
import type { Place } from './wire-fault.js'

/**
 * - `fails at once`: one of the two ended the connection because of it
 * - `stalls`: nothing is answered any more, and the connection stays open
 * - `nothing changes`: what is asked for afterwards is answered
 */
export type Outcome = 'fails at once' | 'stalls' | 'nothing changes'

export interface FaultStanding {
  readonly plan: FaultPlan
  /** It waits for its moment; it has happened and is being watched; it is known what came of it, or the session is over. */
  readonly state: 'waiting' | 'watching' | 'over'
  /** Why it can't be at all, in words: then it is over, and was not tried. */
  readonly problem?: string
  /** While it waits: for what. */
  readonly waitsFor?: WaitsFor
  /** In ms from the start of the session. */
  readonly happenedAt?: number
  /** What was done to the wire. */
  readonly done?: WireDeed
  /** By what was observed; absent where the session was stopped before anything was. */
  readonly outcome?: Outcome
  /** Who noticed, and ended the connection; where it stalled: whose patience ended, if it has. */
  readonly noticedBy?: 'us' | 'peer'
  /** What the one who noticed says; absent where it is a node that only hung up. */
  readonly failure?: FaultFailure
}

export interface FaultFailure {
  readonly code: string
  readonly row: string
  readonly message: string
  /** In the stream that it received, in bytes. */
  readonly offset?: number
}

export type WaitsFor =
  /** This place, in a direction in which so many bytes and whole packets have passed. */
  | {
      readonly thing: 'place'
      readonly direction: 'sent' | 'received'
      readonly where: Place
      readonly bytes: number
      readonly packets: number
      /** So far away that nothing is sent to get there: it comes by itself, or never. */
      readonly isFar?: true
    }
  /** So many further packets: to change places with, or to be replayed after. */
  | {
      readonly thing: 'packets'
      readonly direction: 'sent' | 'received'
      readonly count: number
      readonly isFar?: true
    }
  /** Version and verack. */
  | { readonly thing: 'ready' }
  /** What a misbehaving peer does wrong. */
  | { readonly thing: 'misbehaviour' }

/** What a byte of a stream is. */
export type StreamPart =
  | 'key'
  | 'garbage'
  | 'terminator'
  | 'length field'
  | 'header'
  | 'contents'
  | 'tag'
  | 'v1 header'
  | 'v1 payload'
  | 'unknown'

export interface WireDeed {
  readonly direction: 'sent' | 'received'
  /** In the stream of this direction as it was before, in bytes. */
  readonly offset: number
  /** What is there. */
  readonly part: StreamPart
  /** Where it was in a packet: which. */
  readonly packet?: number
  /** The bytes there, at most 64 of them, as they were and as they became. */
  readonly before: Uint8Array
  readonly after: Uint8Array
}
