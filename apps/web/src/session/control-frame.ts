/** What the bridge says on the WebSocket of a port that it has opened for us. */

export type ControlFrame =
  /** The port is open at HOST:PORT. */
  | { readonly type: 'listening'; readonly address: string }
  /** A node has dialled from `remote`, and waits to be taken under `id`. */
  | { readonly type: 'inbound'; readonly id: string; readonly remote: string }
  /** It was not taken in time. */
  | { readonly type: 'gone'; readonly id: string }

/** @returns undefined for what is none */
export function readControlFrame(data: string | ArrayBuffer): ControlFrame | undefined {
  if (typeof data !== 'string') return undefined
  try {
    return toFrame(new Map<string, unknown>(Object.entries(JSON.parse(data))))
  } catch {
    return undefined
  }
}

function toFrame(said: ReadonlyMap<string, unknown>): ControlFrame | undefined {
  const [type, address, id, remote] = ['type', 'address', 'id', 'remote'].map((key) =>
    said.get(key),
  )
  if (type === 'listening' && typeof address === 'string') return { type, address }
  if (typeof id !== 'string') return undefined
  if (type === 'inbound' && typeof remote === 'string') return { type, id, remote }
  return type === 'gone' ? { type, id } : undefined
}
