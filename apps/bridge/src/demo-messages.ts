/** What the demo node says to the bridge over the IPC channel. */
export type DemoMessage =
  | { readonly type: 'listening'; readonly port: number; readonly network: string }
  | { readonly type: 'peerinfo'; readonly id: number; readonly peers: readonly object[] }

export function isDemoMessage(message: unknown): message is DemoMessage {
  if (typeof message !== 'object' || message === null || !('type' in message)) return false
  switch (message.type) {
    case 'listening':
      return (
        'port' in message &&
        typeof message.port === 'number' &&
        'network' in message &&
        typeof message.network === 'string'
      )
    case 'peerinfo':
      return (
        'id' in message &&
        typeof message.id === 'number' &&
        'peers' in message &&
        Array.isArray(message.peers)
      )
    default:
      return false
  }
}
