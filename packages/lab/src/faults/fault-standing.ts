/** What has become of a fault. */

/**
 * - `fails at once`: one of the two ended the connection because of it
 * - `stalls`: nothing is answered any more, and the connection stays open
 * - `nothing changes`: what is asked for afterwards is answered
 */
export type Outcome = 'fails at once' | 'stalls' | 'nothing changes'

export interface FaultStanding {
  /** It waits for its moment; it has happened and is being watched; it is known what came of it. */
  readonly state: 'waiting' | 'watching' | 'over'
  /** In ms from the start of the session. */
  readonly happenedAt?: number
  /** What was done to the wire. */
  readonly done?: WireDeed
  readonly outcome?: Outcome
  /** Who noticed, and ended the connection. */
  readonly noticedBy?: 'us' | 'peer'
  /** What the one who noticed says; absent where it is a node that only hung up. */
  readonly failure?: {
    readonly code: string
    readonly row: string
    readonly message: string
    /** In the stream that it received, in bytes. */
    readonly offset?: number
  }
}

export interface WireDeed {
  readonly direction: 'sent' | 'received'
  /** In the stream of this direction as it was before, in bytes. */
  readonly offset: number
  /** Where it was in a packet: which. */
  readonly packet?: number
  /** The bytes there, at most 64 of them, as they were and as they became. */
  readonly before: Uint8Array
  readonly after: Uint8Array
}
