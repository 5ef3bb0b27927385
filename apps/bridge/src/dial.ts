import { type Socket, connect as tcpConnect } from 'node:net'
import { CloseCode } from './close-codes.js'
import { formatAddress, type Target } from './targets.js'

/** Starts a TCP connection to `target`. */
export function dial(target: Target): Socket {
  return tcpConnect({ host: target.host, port: target.port, noDelay: true, keepAlive: true })
}

/** What the page is told of a dial that failed with `error`. */
export function dialFailure(target: Target, error: Error): { code: CloseCode; reason: string } {
  const { name, host } = target
  const at = `${name} (${formatAddress(host, target.port)})`
  const cause = 'code' in error ? String(error.code) : error.message
  switch (cause) {
    case 'ECONNREFUSED':
      return { code: CloseCode.refused, reason: `${at} refused: does a node listen there?` }
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return { code: CloseCode.refused, reason: `${name}: the host name ${host} was not found` }
    case 'ETIMEDOUT':
      return dialTimedOut(target)
    default:
      return { code: CloseCode.refused, reason: `${at} could not be reached (${cause})` }
  }
}

export function dialTimedOut(target: Target): { code: CloseCode; reason: string } {
  const at = `${target.name} (${formatAddress(target.host, target.port)})`
  return { code: CloseCode.dialTimeout, reason: `${at} did not answer the dial in time` }
}
