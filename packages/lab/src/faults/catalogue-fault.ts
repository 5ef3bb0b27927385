/** A fault that the Lab offers, and what comes of it. */

import type { FaultPlan } from './fault-plan.js'
import type { FaultStanding, Outcome } from './fault-standing.js'

/** Whom it is tried with. */
export type FaultPeer = 'simulated' | 'demo' | 'bitcoind'

export interface CatalogueFault {
  /** For the address: `flip-tag-sent`. */
  readonly id: string
  readonly plan: FaultPlan
  /** How the session has to be set up for it. */
  readonly settings?: { readonly garbage?: number; readonly decoys?: number }
  /** The rows of the protocol that it is about, the first above all. */
  readonly rows: readonly string[]
  /** With us as the initiator. */
  readonly expected: ExpectedWith
  /** With us as the responder, where that is something else. */
  readonly asResponder?: ExpectedWith
}

/** Absent: it can't be tried with such a peer, whose place nobody can take; or that dials nobody. */
export type ExpectedWith = Readonly<
  Record<'simulated', Expected> & Partial<Record<FaultPeer, Expected>>
>

/** What is expected to come of it; what comes of it is decided by what is observed, never by this. */
export interface Expected {
  readonly outcome: Outcome
  /** Who notices, and ends the connection; absent where nobody does. */
  readonly noticedBy?: 'us' | 'peer'
  /** What the one who notices says; absent where it is a node that only hangs up. */
  readonly code?: string
  readonly row?: string
  /** What a line of bitcoind's `debug.log` holds. */
  readonly nodeLog?: string
  /** What comes instead where chance has it so. */
  readonly or?: Expected & {
    /** How often, 0..1. */
    readonly chance: number
  }
}

/** Which of what is expected it is that came of it; undefined: none. */
export function matching(expected: Expected, standing: FaultStanding): Expected | undefined {
  const { outcome, noticedBy, failure } = standing
  const fits =
    expected.outcome === outcome &&
    (expected.noticedBy === undefined || expected.noticedBy === noticedBy) &&
    (expected.code === undefined || expected.code === failure?.code) &&
    (expected.row === undefined || expected.row === failure?.row)
  if (fits) return expected
  return expected.or && matching(expected.or, standing)
}
