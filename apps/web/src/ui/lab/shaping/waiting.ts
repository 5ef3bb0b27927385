/** How long a packet waits for its turn, as it is written. */

import { milliseconds } from '../../parts/format.js'

const LONG_MS = 2000

/** `74 ms`, and from 2 s on `12.0 s` */
export const waiting = (ms: number): string =>
  ms < LONG_MS ? milliseconds(ms) : `${(ms / 1000).toFixed(1)} s`
