/** How what is sent is shaped, so that sizes and times say less. */

export interface ShapingPlan {
  readonly shaping: Shaping
  /** The simulated peer does so too; a real one can't be made to. Default: not. */
  readonly isBothWays?: boolean
}

/** Bytes are bytes on the wire, a packet of 20 at least; times are in ms. */
export type Shaping =
  /** A decoy of so many bytes, every so many ms. */
  | { readonly strategy: 'fixed rate'; readonly everyMs: number; readonly bytes: number }
  /** As many on average, at times that have no memory. */
  | { readonly strategy: 'poisson'; readonly meanMs: number; readonly bytes: number }
  /** So many bytes of ciphertext a tick: real packets first, and decoys that fill up. */
  | { readonly strategy: 'constant bit rate'; readonly tickMs: number; readonly bytes: number }
  /** As the constant bit rate, but each tick's bytes and length are drawn from another recording. */
  | { readonly strategy: 'mimic'; readonly model: readonly MimicSample[]; readonly name: string }
  /** Beside each real packet a decoy, of a size drawn from those of answers. */
  | { readonly strategy: 'burst cover'; readonly most: number }
  /** So many decoys before the version packet, each of up to so many bytes. Only from the start. */
  | { readonly strategy: 'handshake decoys'; readonly count: number; readonly most: number }

export interface MimicSample {
  readonly gapMs: number
  readonly bytes: number
}

export interface ShapingStanding {
  /** Undefined: none now. */
  readonly plan: ShapingPlan | undefined
  readonly ours: ShapingCost
  readonly peers?: ShapingCost
}

/** Since the session began. */
export interface ShapingCost {
  readonly realBytes: number
  readonly decoyBytes: number
  readonly decoys: number
  /** Real packets, and what they waited for their turn. */
  readonly packets: number
  readonly meanDelayMs: number
  readonly mostDelayMs: number
  /** Bytes that wait now. */
  readonly waitingBytes: number
}
