/** What the demo node says of this connection, in the form of `getpeerinfo`. */

import type { SessionEnvironment } from './environment.js'

export interface PeerReport {
  /** `none`: this peer can't be asked by the page. */
  readonly state: 'none' | 'asking' | 'reported' | 'unavailable'
  /** 64 hex digits, where reported. */
  readonly sessionId?: string
}

/** The demo node has its id once our version packet has reached it: a moment after we have ours. */
const ATTEMPTS = 10
const RETRY_MS = 200

/**
 * Asks until there is an answer, for about 2 s.
 * @param base the address of the page
 * @param local the bridge's end of the TCP connection, HOST:PORT: the demo node's `addr`
 */
export async function askDemoNode(
  environment: Pick<SessionEnvironment, 'get' | 'after'>,
  base: string,
  local: string,
): Promise<PeerReport> {
  const url = new URL('demo/getpeerinfo', base).href
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (attempt > 0) await new Promise<void>((go) => environment.after(RETRY_MS, go))
    const answer = await environment.get(url).catch(() => undefined)
    const sessionId = answer?.status === 200 ? sessionIdOf(answer.text, local) : undefined
    if (sessionId !== undefined) return { state: 'reported', sessionId }
  }
  return { state: 'unavailable' }
}

function sessionIdOf(text: string, local: string): string | undefined {
  try {
    const peers: unknown = JSON.parse(text)
    if (!Array.isArray(peers)) return undefined
    const entry: unknown = peers.find((peer) => peer?.addr === local)
    if (typeof entry !== 'object' || entry === null || !('session_id' in entry)) return undefined
    const { session_id: id } = entry
    return typeof id === 'string' && id !== '' ? id : undefined
  } catch {
    return undefined
  }
}
