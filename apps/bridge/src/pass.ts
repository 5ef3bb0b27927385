import type { Caller } from './caller.js'
import type { Refusal } from './refusal.js'

/** A caller's leave for one connection, until it is given back. */
export interface Pass {
  readonly kind: 'pass'
  /** Counts bytes that crossed the bridge, either way; says so when the quota is used up. */
  spend(bytes: number): Refusal | null
  /** The connection is over. Once. */
  leave(): void
}

/** Counts what callers have, and gives a pass to those that may have one more. */
export interface Admission {
  /** @param target what its limit counts by: the name of a target, or HOST:PORT; `null`: none. */
  enter(caller: Caller, target: string | null): Promise<Pass | Refusal>
}
