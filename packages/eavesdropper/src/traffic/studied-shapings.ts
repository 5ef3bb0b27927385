/** Each strategy at a few settings, from cheap to dear. */

import { mimicModel, type Shaping } from '@v2scope/lab'
import type { SessionTrace } from './session-trace.js'

/** Of mimic: the recording runs so many times faster than it was made, or all waits for ever. */
const SPEEDS = [2, 4, 8] as const

/** @param model a session in neither half: `mimic` is to look like what its peer sent */
export function studiedShapings(model: SessionTrace): readonly Shaping[] {
  return [
    ...CHEAP,
    ...SPEEDS.map((speed): Shaping => {
      const faster = model.received.map(({ time, bytes }) => ({ time: time / speed, bytes }))
      return { strategy: 'mimic', name: `×${speed}`, model: mimicModel(faster) }
    }),
    ...CONSTANT,
  ]
}

const CHEAP: readonly Shaping[] = [
  { strategy: 'handshake decoys', count: 3, most: 400 },
  { strategy: 'handshake decoys', count: 30, most: 4000 },
  { strategy: 'burst cover', most: 1500 },
  { strategy: 'burst cover', most: 20_000 },
  { strategy: 'burst cover', most: 200_000 },
  { strategy: 'fixed rate', everyMs: 1000, bytes: 500 },
  { strategy: 'fixed rate', everyMs: 200, bytes: 500 },
  { strategy: 'fixed rate', everyMs: 50, bytes: 1000 },
  { strategy: 'poisson', meanMs: 1000, bytes: 500 },
  { strategy: 'poisson', meanMs: 200, bytes: 500 },
  { strategy: 'poisson', meanMs: 50, bytes: 1000 },
]

const CONSTANT: readonly Shaping[] = [
  { strategy: 'constant bit rate', tickMs: 100, bytes: 2000 },
  { strategy: 'constant bit rate', tickMs: 50, bytes: 2000 },
  { strategy: 'constant bit rate', tickMs: 50, bytes: 4000 },
  { strategy: 'constant bit rate', tickMs: 50, bytes: 8000 },
]
