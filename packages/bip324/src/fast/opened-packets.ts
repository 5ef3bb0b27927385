/** What a batch of packets came to; to be used again and again. */

import { REKEY_INTERVAL } from '../constants.js'

/**
 * Why no more were opened: `more` if the next call may go on at once (a new key, or a long array),
 * `incomplete` where the next packet isn't whole, `too large` where it announces more than is accepted
 * (P3), `not authentic` where its tag is wrong (P5).
 */
export type BatchEnd = 'more' | 'incomplete' | 'too large' | 'not authentic'

/** In the order of the compiled code. */
export const BATCH_ENDS: readonly BatchEnd[] = ['more', 'incomplete', 'too large', 'not authentic']

export class OpenedPackets {
  /** How many packets were opened. */
  count = 0
  /** How many bytes they take on the wire. */
  taken = 0
  end: BatchEnd = 'incomplete'
  /** Of packet i, where its header is in the array that was given; its contents follow. */
  readonly headers = new Uint32Array(REKEY_INTERVAL)
  /** Of packet i, the length of its contents, in bytes. */
  readonly lengths = new Uint32Array(REKEY_INTERVAL)
}
