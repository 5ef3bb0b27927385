/** What drives a session: a real peer through the bridge, dialled by us or by the peer; a simulated one. */

import type { Core } from '@v2scope/bip324'
import { type Connection, type ConnectionHandlers, SessionRun } from '@v2scope/recording'
import type { ToWorker } from './contract.js'
import type { SessionEnvironment } from './environment.js'
import { labParts } from './lab-layer.js'
import type { InboundCode, LabCode, SimulationCode } from './lazy-code.js'
import type { ListeningPort } from './listening-port.js'
import { RelayConnection } from './relay-connection.js'
import type { SessionOptions } from './session-options.js'
import type { RelayStatus } from './status.js'

export type Shown = Omit<SessionOptions, 'environment' | 'post'>

/** With what computes it. */
export type Starting = Extract<ToWorker, { type: 'start' }> & { readonly core: Core }

/** With a peer that is dialled. @param code of the Lab, where it has to do with it */
export function overRelay(
  environment: SessionEnvironment,
  start: Starting,
  code: LabCode | undefined,
): Shown {
  const { relayUrl: url, ticket } = start
  return live(
    environment,
    start,
    (toRun) => new RelayConnection(environment, { url, ticket }, toRun),
    code,
  )
}

/** With the next node that dials this port. */
export function inbound(
  environment: SessionEnvironment,
  port: ListeningPort,
  start: Starting,
  { inboundConnection }: InboundCode,
  code: LabCode | undefined,
): Shown {
  return {
    ...live(
      environment,
      start,
      (toRun) => inboundConnection(environment, port, start, toRun),
      code,
    ),
    listening: () => (port.isOver ? undefined : port.status),
  }
}

interface LiveConnection extends Connection {
  /** Undefined where there is no relay yet. */
  readonly status: RelayStatus | undefined
}

/** With a peer in this worker. @param lab code of the Lab, where it has to do with it */
export function simulated(
  environment: SessionEnvironment,
  start: Starting,
  code: SimulationCode,
  lab: LabCode | undefined,
): Shown {
  const { session, settings, hold = false, core } = start
  const parts = labParts(start, lab)
  return {
    id: session,
    settings,
    core,
    ...(parts && { lab: parts.lab }),
    drive: (handlers) =>
      new code.SimulatedDriver({
        settings,
        hold,
        core,
        layer: parts?.layer,
        clock: environment,
        ...handlers,
      }),
  }
}

function live(
  environment: SessionEnvironment,
  start: Starting,
  connect: (toRun: ConnectionHandlers) => LiveConnection,
  code: LabCode | undefined,
): Shown {
  const { session, settings, hold = false, core } = start
  const parts = labParts(start, code)
  let connection: LiveConnection | undefined
  return {
    id: session,
    settings,
    core,
    relay: () => connection?.status,
    ...(parts && { lab: parts.lab }),
    drive: (handlers) =>
      new SessionRun({
        settings,
        world: environment,
        hold,
        core,
        layer: parts?.layer,
        connect: (toRun) => {
          connection = connect(toRun)
          return connection
        },
        ...handlers,
      }),
  }
}
