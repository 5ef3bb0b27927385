/** What a passive observer has. */

/** One chunk of the socket, which stands for a segment: its bytes can be read, and mean nothing. */
export interface Segment {
  /** In ms from the start of the session. */
  readonly time: number
  /** As we see it. */
  readonly direction: 'sent' | 'received'
  readonly bytes: number
}
