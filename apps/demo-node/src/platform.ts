/** Node's clock and random source, in the form that a peer takes. */

import { randomFillSync } from 'node:crypto'

/** From the platform's CSPRNG. */
export const randomBytes = (length: number): Uint8Array => randomFillSync(new Uint8Array(length))

/** Milliseconds since the process started; never goes back. */
export const monotonicMs = (): number => performance.now()

/** Seconds from 1970. */
export const unixTime = (): number => Date.now() / 1000

/** A point in time of `monotonicMs`, in whole seconds from 1970. */
export const unixTimeOf = (ms: number): number => Math.floor((performance.timeOrigin + ms) / 1000)
