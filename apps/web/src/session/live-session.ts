/** Sessions with a real peer, through the bridge: dialled by us, or by the peer. */

import { type Connection, type ConnectionHandlers, SessionRun } from '@v2scope/recording'
import type { RelayStatus, ToWorker } from './contract.js'
import type { SessionEnvironment } from './environment.js'
import type { InboundCode } from './lazy-code.js'
import type { ListeningPort } from './listening-port.js'
import { RelayConnection } from './relay-connection.js'
import type { SessionOptions } from './session-options.js'

export type Shown = Omit<SessionOptions, 'environment' | 'post'>

type Start = Extract<ToWorker, { type: 'start' }>

/** With a peer that is dialled. */
export function overRelay(environment: SessionEnvironment, start: Start): Shown {
  const { relayUrl: url, ticket } = start
  return live(
    environment,
    start,
    (toRun) => new RelayConnection(environment, { url, ticket }, toRun),
  )
}

/** With the next node that dials this port. */
export function inbound(
  environment: SessionEnvironment,
  port: ListeningPort,
  start: Start,
  { inboundConnection }: InboundCode,
): Shown {
  return {
    ...live(environment, start, (toRun) => inboundConnection(environment, port, start, toRun)),
    listening: () => (port.isOver ? undefined : port.status),
  }
}

interface LiveConnection extends Connection {
  /** Undefined where there is no relay yet. */
  readonly status: RelayStatus | undefined
}

function live(
  environment: SessionEnvironment,
  { session, settings, hold = false }: Start,
  connect: (toRun: ConnectionHandlers) => LiveConnection,
): Shown {
  let connection: LiveConnection | undefined
  return {
    id: session,
    settings,
    relay: () => connection?.status,
    drive: (handlers) =>
      new SessionRun({
        settings,
        world: environment,
        hold,
        connect: (toRun) => {
          connection = connect(toRun)
          return connection
        },
        ...handlers,
      }),
  }
}
