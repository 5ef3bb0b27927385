/** What the eavesdropper is given of a session. */

import type { TimedEvent } from '@v2scope/recording'
import type { StreamRow } from './eavesdropping.js'
import type { SegmentSample } from './segments.js'
import type { WireTally } from './wire-tally.js'

/** An array, or what makes each of them when it is asked for. */
export type Events = Pick<readonly TimedEvent[], 'length' | 'at'>

export interface Overheard {
  /** 4 bytes, of the network. */
  readonly magic: Uint8Array
  /** In ms from the start of the session. */
  readonly time: number
  /** What is kept of it, in order. */
  readonly events: Events
  /** Of all of it. */
  readonly tally: Pick<WireTally, 'rows' | 'count'>
  /** As they were; undefined where that is not known, in a recording. */
  readonly segments: SegmentSample | undefined
  readonly reading: Reading
}

/** How events are understood. */
export interface Reading {
  /** What an event put on the wire; undefined where it put nothing there. */
  item(event: TimedEvent): Pick<StreamRow, 'direction' | 'kind' | 'label'> | undefined
  /** The message that an event carries; undefined where it carries none. */
  message(
    event: TimedEvent,
  ): { readonly messageType: string; readonly payload: Uint8Array } | undefined
}
