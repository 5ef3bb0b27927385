/** What a session with a node that dials us has beyond others: a port, and a connection from it. */

import type { ConnectionHandlers } from '@v2scope/recording'
import type { ToWorker } from './contract.js'
import type { SessionEnvironment } from './environment.js'
import { InboundConnection } from './inbound-connection.js'
import { ListeningPort } from './listening-port.js'

type Start = Extract<ToWorker, { type: 'start' }>

/** Has the bridge open a port. @param onChange its status has changed */
export function openPort(
  environment: SessionEnvironment,
  { relayUrl: url, ticket }: Start,
  onChange: () => void,
): ListeningPort {
  return new ListeningPort(environment, { url, ticket }, onChange)
}

/** That of the next node that dials this port. */
export function inboundConnection(
  environment: SessionEnvironment,
  port: ListeningPort,
  { ticket }: Start,
  handlers: ConnectionHandlers,
): InboundConnection {
  return new InboundConnection(environment, { port, ticket }, handlers)
}
