/** What a session needs from the world around it: a clock, and randomness. */

import type { RandomBytes } from '@v2scope/bip324'

export interface SessionWorld {
  /** Milliseconds that never go back. */
  now(): number
  /** Seconds from 1970. */
  unixTime(): number
  /** From the platform's CSPRNG, or from a seed. */
  readonly random: RandomBytes
  /** Calls once, after so many ms, unless the function that it returns is called before. */
  after(ms: number, action: () => void): () => void
}
