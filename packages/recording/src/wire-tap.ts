/** Sees what goes over the wire, and no more of it than anybody on the path. */

import type { Connect } from './session-layer.js'

/** One chunk of the socket, as it was given to it or came from it. */
export interface WireSegment {
  readonly direction: 'sent' | 'received'
  readonly bytes: number
  /** In ms from the start of the session. */
  readonly time: number
}

/** The same way to the peer. @param onChunk is told of each chunk before it goes on */
export function tapped(
  connect: Connect,
  onChunk: (direction: WireSegment['direction'], bytes: number) => void,
): Connect {
  return (handlers) => {
    const connection = connect({
      ...handlers,
      onBytes: (bytes) => {
        onChunk('received', bytes.length)
        handlers.onBytes(bytes)
      },
    })
    return {
      open: () => connection.open(),
      send: (bytes) => {
        onChunk('sent', bytes.length)
        connection.send(bytes)
      },
      close: () => connection.close(),
      get backlog() {
        return connection.backlog
      },
      get peerReportedSessionId() {
        return connection.peerReportedSessionId
      },
    }
  }
}
