/** Looks at a session from outside. */

import type { Eavesdropping } from './eavesdropping.js'
import type { SegmentSample } from './segments.js'

export interface Overheard {
  readonly segments: SegmentSample
  readonly time: number
}

export function eavesdrop({ segments, time }: Overheard): Eavesdropping {
  return {
    transport: 'detecting',
    time,
    segments,
    stream: { first: [], newest: [], leftOut: 0 },
    savings: { rows: [], v2Bytes: 0, v1Bytes: 0 },
    statistics: { wire: undefined, v1: undefined },
  }
}
