/** After a bare 1006, which says nothing: asks whether there is a bridge, and says what was learned. */

import type { ConnectionFailure } from '@v2scope/recording'
import type { SessionEnvironment } from './environment.js'
import { quoting } from './relay-close.js'

type Get = Pick<SessionEnvironment, 'get'>

const HTTP_FORBIDDEN = 403

/** http(s)://…/PATH beside ws(s)://…/relay/NAME, /relay?addr=HOST:PORT, /listen, /accept/ID. */
export function besideRelay(relayUrl: string, path: string): string {
  const url = new URL(relayUrl)
  url.protocol = url.protocol === 'wss:' ? 'https:' : 'http:'
  url.pathname = url.pathname.replace(/(?:relay|listen|accept\/[^/]*|relay\/[^/]*)$/, path)
  url.search = ''
  return url.href
}

/** @param wasOpen whether the relay had been open. Never rejects. */
export async function learnWhy(
  environment: Get,
  relayUrl: string,
  wasOpen: boolean,
): Promise<ConnectionFailure> {
  const answer = await environment.get(besideRelay(relayUrl, 'readyz')).catch(() => undefined)
  const broke = wasOpen
    ? 'The connection to the bridge broke off'
    : 'The connection to the bridge could not be made'
  if (!answer) {
    return wasOpen
      ? { code: 'RELAY_1006', message: `${broke}, and the bridge no longer answers.` }
      : { code: 'NO_BRIDGE', message: `${broke}: nothing answers where the bridge should be.` }
  }
  const said = parsed(answer.text)
  switch (textIn(said, 'status')) {
    case 'ready':
      return wasOpen
        ? { code: 'RELAY_1006', message: `${broke}; the bridge itself is up.` }
        : refusedUpgrade(environment, relayUrl)
    case 'draining':
      return { code: 'RELAY_1001', message: `${broke}: the bridge is shutting down.` }
  }
  const error = textIn(said, 'error')
  if (answer.status === HTTP_FORBIDDEN && error !== undefined) {
    return { code: 'PAGE_REFUSED', message: quoting(PAGE_REFUSED, error) }
  }
  return {
    code: 'NO_BRIDGE',
    message: `${broke}: this page was not served by a bridge (/readyz answers with status ${answer.status}).`,
  }
}

const PAGE_REFUSED = 'The bridge does not accept the address under which this page was opened.'

/** It is up, and a browser does not tell with which status it refused. */
async function refusedUpgrade(environment: Get, relayUrl: string): Promise<ConnectionFailure> {
  const answer = await environment.get(besideRelay(relayUrl, 'limits')).catch(() => undefined)
  if (answer && isFull(parsed(answer.text))) {
    return { code: 'BRIDGE_FULL', message: 'The bridge has as many connections as it takes.' }
  }
  return {
    code: 'UPGRADE_REFUSED',
    message:
      'The bridge is up, but the connection to it could not be made. It probably does not accept the address under which this page was opened (Host, Origin), or a proxy before it lets no WebSocket through, or it was full just then.',
  }
}

function isFull(limits: unknown): boolean {
  if (typeof limits !== 'object' || limits === null || !('connections' in limits)) return false
  const { connections } = limits
  if (typeof connections !== 'object' || connections === null) return false
  if (!('open' in connections && 'most' in connections)) return false
  const { open, most } = connections
  return typeof open === 'number' && typeof most === 'number' && open >= most
}

function textIn(answer: unknown, name: 'status' | 'error'): string | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined
  const value = new Map<string, unknown>(Object.entries(answer)).get(name)
  return typeof value === 'string' ? value : undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
