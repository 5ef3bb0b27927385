/** After a bare 1006, which says nothing: asks whether there is a bridge, and says what was learned. */

import type { ConnectionFailure } from '@v2scope/recording'
import type { SessionEnvironment } from './environment.js'

/** http(s)://…/readyz beside ws(s)://…/relay/NAME. */
export function readyzOf(relayUrl: string): string {
  const url = new URL('../readyz', relayUrl)
  url.protocol = url.protocol === 'wss:' ? 'https:' : 'http:'
  return url.href
}

/** @param wasOpen whether the relay had been open. Never rejects. */
export async function learnWhy(
  environment: Pick<SessionEnvironment, 'get'>,
  relayUrl: string,
  wasOpen: boolean,
): Promise<ConnectionFailure> {
  const answer = await environment.get(readyzOf(relayUrl)).catch(() => undefined)
  const broke = wasOpen
    ? 'The connection to the bridge broke off'
    : 'The connection to the bridge could not be made'
  if (!answer) {
    return wasOpen
      ? { code: 'RELAY_1006', message: `${broke}, and the bridge no longer answers.` }
      : { code: 'NO_BRIDGE', message: `${broke}: nothing answers where the bridge should be.` }
  }
  switch (statusIn(answer.text)) {
    case 'ready':
      return {
        code: 'RELAY_1006',
        message: wasOpen
          ? `${broke}; the bridge itself is up.`
          : `${broke}, though the bridge is up: it has too many connections, or does not accept the address under which this page was opened.`,
      }
    case 'draining':
      return { code: 'RELAY_1006', message: `${broke}: the bridge is shutting down.` }
    case 'none':
      return {
        code: 'NO_BRIDGE',
        message: `${broke}: this page was not served by a bridge (/readyz answers with status ${answer.status}).`,
      }
  }
}

function statusIn(text: string): 'ready' | 'draining' | 'none' {
  try {
    const answer: unknown = JSON.parse(text)
    if (typeof answer !== 'object' || answer === null || !('status' in answer)) return 'none'
    const { status } = answer
    return status === 'ready' || status === 'draining' ? status : 'none'
  } catch {
    return 'none'
  }
}
