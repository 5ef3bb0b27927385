/** What a passive observer has of a session. One chunk of the socket stands for a segment. */

/** The newest of them, oldest first; three columns of the same length. */
export interface SegmentSample {
  /** In ms from the start of the session. */
  readonly times: Float64Array
  readonly bytes: Uint32Array
  /** 1 where it was sent, as we see it; 0 where it was received. */
  readonly isSent: Uint8Array
  /** Of the whole session; the sample has the newest of them. */
  readonly total: { readonly sent: SegmentCount; readonly received: SegmentCount }
  /**
   * How one segment is told from the next: `chunks` as the socket took and gave them; `moments`
   * where that is not known (a recording): bytes of one direction that have the same time are one.
   */
  readonly cut: 'chunks' | 'moments'
}

export interface SegmentCount {
  readonly segments: number
  readonly bytes: number
}
