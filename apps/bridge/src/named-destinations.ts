import { type Socket, connect as tcpConnect } from 'node:net'
import { CloseCode } from './close-codes.js'
import type { Destination } from './destination.js'
import { type Refusal, refuse } from './refusal.js'
import { formatAddress, type Target } from './targets.js'

/** What the operator has named, found by its name. */
export function namedDestination(name: string, targets: readonly Target[]): Destination | Refusal {
  const target = targets.find((each) => each.name === name)
  if (target) return toDestination(target)
  return refuse(CloseCode.unknownName, `No target is named "${name}"; /targets lists them`)
}

/** The operator vouches for it, so that nothing about its address is checked. */
function toDestination({ name, host, port }: Target): Destination {
  return {
    kind: 'destination',
    name,
    address: formatAddress(host, port),
    connect: () => dial(host, port),
    check: () => null,
    dialled: () => undefined,
    left: () => undefined,
  }
}

/** Starts a TCP connection. */
export function dial(host: string, port: number): Socket {
  return tcpConnect({ host, port, noDelay: true, keepAlive: true })
}
