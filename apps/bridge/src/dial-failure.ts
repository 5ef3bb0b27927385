import { CloseCode } from './close-codes.js'
import type { Destination } from './destination.js'
import { type Refusal, refuse } from './refusal.js'

/** What the page is told of a dial that failed with `error`. */
export function dialFailure(destination: Destination, error: Error): Refusal {
  const at = placeOf(destination)
  const cause = causeOf(error)
  switch (cause) {
    case 'ECONNREFUSED':
      return refuse(CloseCode.refused, `${at} refused: does a node listen there?`)
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return refuse(CloseCode.refused, `${at}: the host name was not found`)
    case 'ETIMEDOUT':
      return dialTimedOut(destination)
    default:
      return refuse(CloseCode.refused, `${at} could not be reached (${cause})`)
  }
}

export const dialTimedOut = (destination: Destination): Refusal =>
  refuse(CloseCode.dialTimeout, `${placeOf(destination)} did not answer the dial in time`)

/** What the page is told of an open connection that ended with `error` and without a FIN. */
export function connectionLost({ name }: Destination, error: Error): Refusal {
  const cause = causeOf(error)
  const isReset = cause === 'ECONNRESET' || cause === 'EPIPE'
  return refuse(
    CloseCode.reset,
    isReset ? `${name} reset the connection` : `The connection to ${name} broke off (${cause})`,
  )
}

const placeOf = ({ name, address }: Destination): string =>
  name === address ? address : `${name} (${address})`

const causeOf = (error: Error): string => ('code' in error ? String(error.code) : error.message)
