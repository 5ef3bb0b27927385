/** The browser's clock, randomness and network. */

import type { RelaySocket, RelaySocketHandlers, SessionEnvironment } from './environment.js'

/** What `crypto.getRandomValues` fills at once, in bytes. */
const MOST_RANDOM_AT_ONCE = 65_536
const GET_TIMEOUT_MS = 5000

/** From the platform's CSPRNG. @param length bytes */
export function secureRandom(length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  for (let at = 0; at < length; at += MOST_RANDOM_AT_ONCE) {
    crypto.getRandomValues(bytes.subarray(at, at + MOST_RANDOM_AT_ONCE))
  }
  return bytes
}

export const browserEnvironment: SessionEnvironment = {
  now: () => performance.now(),
  unixTime: () => Date.now() / 1000,
  random: secureRandom,
  after: (ms, action) => {
    const timer = setTimeout(action, ms)
    return () => clearTimeout(timer)
  },
  openSocket,
  get,
  soon,
}

let turns: MessagePort | undefined
const actions: (() => void)[] = []

/** By a message to ourselves: a timer that is set again and again waits 4 ms each time. */
export function soon(action: () => void): void {
  actions.push(action)
  turns ??= openTurns()
  turns.postMessage(undefined)
}

function openTurns(): MessagePort {
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => actions.shift()?.()
  return port2
}

function openSocket(
  url: string,
  protocols: readonly string[],
  handlers: RelaySocketHandlers,
): RelaySocket {
  const socket = new WebSocket(url, [...protocols])
  socket.binaryType = 'arraybuffer'
  socket.onmessage = ({ data }: MessageEvent<string | ArrayBuffer>) => handlers.onFrame(data)
  socket.onclose = ({ code, reason }) => handlers.onClose(code, reason)
  return {
    get bufferedAmount() {
      return socket.bufferedAmount
    },
    // the slice has an ArrayBuffer of its own, as `send` wants it
    send: (bytes) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(bytes.slice())
    },
    close: () => socket.close(),
  }
}

/** The status and the text at a URL; rejects if nothing answers within 5 s. */
export async function get(
  url: string,
  bearer?: string,
): Promise<{ readonly status: number; readonly text: string }> {
  const signal = AbortSignal.timeout(GET_TIMEOUT_MS)
  const headers: HeadersInit = bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }
  const response = await fetch(url, { signal, cache: 'no-store', headers })
  return { status: response.status, text: await response.text() }
}

/**
 * The status and the file at a URL of this origin; rejects if nothing answers there, or it leads to
 * another. The file may be large: there is no hurry.
 */
export async function getFile(
  url: string,
): Promise<{ readonly status: number; readonly file: Blob }> {
  const response = await fetch(url, { mode: 'same-origin', cache: 'no-store' })
  return { status: response.status, file: await response.blob() }
}
