/** Each strategy at a few settings, from cheap to dear. */

import type { MimicSample, Shaping } from '@v2scope/lab'

/** A page that is loaded, and one that lies open: what mimic takes its sizes and gaps from here. */
const modelOf = (scale: number): readonly MimicSample[] => [
  { gapMs: 20, bytes: 1448 * scale },
  { gapMs: 30, bytes: 1448 * scale },
  { gapMs: 40, bytes: 517 * scale },
  { gapMs: 120, bytes: 320 * scale },
  { gapMs: 250, bytes: 90 * scale },
  { gapMs: 400, bytes: 52 * scale },
]

export const STUDIED: readonly Shaping[] = [
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
  { strategy: 'mimic', name: '', model: modelOf(2) },
  { strategy: 'mimic', name: '', model: modelOf(5) },
  { strategy: 'constant bit rate', tickMs: 100, bytes: 1000 },
  { strategy: 'constant bit rate', tickMs: 100, bytes: 2000 },
  { strategy: 'constant bit rate', tickMs: 50, bytes: 2000 },
  { strategy: 'constant bit rate', tickMs: 50, bytes: 5000 },
]
