/** The Lab's man in the middle: of use while that panel is open. */

import { lazyWords } from './lazy-words.js'

/** What can be looked at of a connection, in v2 and in v1. */
export type Loss = 'reader' | 'recognised' | 'lengths' | 'change' | 'id'

export interface MalloryWords {
  readonly intro: string
  readonly mode: {
    readonly legend: string
    readonly between: { readonly name: string; readonly why: string }
    readonly downgrade: { readonly name: string; readonly why: string }
  }
  readonly parties: {
    readonly label: string
    readonly you: string
    readonly youAre: string
    readonly mallory: string
    readonly malloryIs: string
    readonly simulated: string
    readonly demo: string
    readonly node: string
    readonly nodeIs: string
    /** Her end of each connection. */
    readonly towardsYou: string
    readonly towardsNode: string
    readonly roles: Readonly<Record<'initiator' | 'responder', string>>
  }
  readonly leg: {
    readonly none: string
    readonly detecting: string
    readonly v2: string
    readonly v1: string
    readonly failed: string
    readonly ended: string
    /** Read out: who is at its ends. */
    readonly between: (one: string, other: string) => string
  }
  readonly id: {
    readonly name: string
    readonly later: string
    readonly v1: string
    readonly notAsked: string
    readonly asking: string
    readonly unavailable: string
    readonly reported: string
    readonly pasted: string
  }
  readonly key: {
    readonly name: string
    readonly later: string
    readonly why: string
  }
  readonly read: {
    readonly title: string
    readonly aside: (read: number, changed: number) => string
    readonly nothing: string
    readonly nothingWhy: string
    readonly columns: readonly [
      time: string,
      direction: string,
      type: string,
      bytes: string,
      says: string,
    ]
    readonly toPeer: string
    readonly toUs: string
    readonly changed: string
    /** She made it herself. */
    readonly hers: string
    readonly kinds: Readonly<
      Record<'decoy' | 'rejected', { readonly name: string; readonly why: string }>
    >
    readonly earlier: (count: number) => string
  }
  readonly change: {
    readonly title: string
    /** By whether the connections are encrypted, or are to be. */
    readonly why: Readonly<Record<'v2' | 'v1', string>>
    readonly legend: string
    readonly kinds: Readonly<
      Record<'nothing' | 'user agent' | 'start height' | 'fee filter', string>
    >
    readonly says: Readonly<
      Record<'nothing' | 'user agent' | 'start height' | 'fee filter', string>
    >
    readonly bad: Readonly<Record<'user agent' | 'start height' | 'fee filter', string>>
    readonly apply: string
    readonly applied: string
    readonly atStart: string
    readonly inMessage: string
    readonly nextStart: string
    readonly shows: string
    readonly fields: Readonly<Record<'user agent' | 'start height' | 'fee filter', string>>
    readonly changes: (changed: number) => string
  }
  readonly verdict: {
    readonly title: string
    readonly notYet: string
    /** It ended before there were ids. */
    readonly over: string
    readonly compareFirst: string
    readonly different: string
    readonly wouldHave: string
    readonly equal: string
    /** She has dropped v2, and nothing is tried yet. */
    readonly dropped: string
    /** Where the node has dialled. */
    readonly droppedCalled: string
    readonly unchecked: string
    readonly nothingOnScreen: string
    readonly v1: string
  }
  readonly compare: {
    readonly title: string
    readonly why: string
    readonly methods: Readonly<Record<'command' | 'voice' | 'code', string>>
    readonly yours: string
    /** A node that dialled us has no other name. */
    readonly node: string
    readonly theirs: (who: string) => string
    readonly same: string
    readonly command: {
      readonly how: string
      readonly simulated: string
      readonly paste: string
      readonly label: string
      readonly found: (digit: number) => string
    }
    readonly voice: {
      readonly how: string
      readonly all: string
      readonly yoursAloud: string
      readonly theirsAloud: string
      readonly digits: Readonly<Record<string, string>>
      readonly found: (group: number) => string
      readonly same: string
    }
    readonly code: {
      readonly how: string
      readonly image: (whose: string) => string
      readonly drawing: string
      readonly notDrawn: string
      readonly found: string
    }
  }
  readonly downgrade: {
    readonly title: string
    readonly steps: {
      readonly refused: (times: number) => string
      readonly refusing: string
      /** Once v1 is taken: what was before. */
      readonly refusedBefore: string
      readonly failedBefore: string
      readonly fails: string
      readonly failed: string
      /** Where the node has dialled. */
      readonly failsCalled: string
      readonly caller: string
      readonly offer: string
      readonly tryV1: string
      readonly core: string
      readonly passes: string
      readonly passed: string
    }
    readonly lost: {
      readonly title: string
      readonly what: string
      readonly rows: Readonly<
        Record<Loss, { readonly name: string; readonly v2: string; readonly v1: string }>
      >
    }
  }
  readonly start: {
    readonly button: string
    readonly again: string
  }
}

export const useMalloryWords = lazyWords<MalloryWords>({
  en: async () => (await import('./en/mallory.js')).mallory,
  zh: async () => (await import('./zh/mallory.js')).mallory,
})
