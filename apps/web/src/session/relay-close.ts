/** The relay's close codes, in the English words that a failure keeps. What to do about each is in the catalogue. */

import type { ConnectionFailure, RelayCloseCode } from '@v2scope/recording'
import type { RelayStatus } from './status.js'

const WORDS: Readonly<Record<RelayCloseCode, string>> = {
  1000: 'The peer closed the connection before it was open.',
  1001: 'The bridge is shutting down, and ended the connection.',
  1003: 'The bridge was sent text where it takes bytes only.',
  1006: 'The connection to the bridge broke off.',
  1008: 'The bridge was sent a message in more pieces than it takes.',
  1009: 'The bridge was sent more at once than it takes.',
  1011: 'The bridge met a fault of its own.',
  4400: 'The bridge does not understand the address of the peer.',
  4401: 'The bridge wants a ticket, and there is none, or not a valid one.',
  4403: 'The bridge does not allow this peer.',
  4404: 'The bridge has no peer of this name.',
  4408: 'The peer did not answer when the bridge dialled it.',
  4409: 'The quota is used up: that of this connection, or that of your ticket.',
  4410: 'The inbound connection is gone.',
  4420: 'You have too many connections with this bridge.',
  4429: 'This peer has as many connections as the bridge allows.',
  4502: 'The bridge could not connect to the peer.',
  4503: 'The peer reset the connection before it was open.',
  4504: 'The connection stalled: one side has read nothing for too long.',
  4505: 'The connection was idle for too long.',
  4506: 'The connection has reached the age at which the bridge ends it.',
}

/** The target's FIN. */
export const PEER_CLOSED = 1000
/** The target's RST. */
export const PEER_RESET = 4503

/** The TCP connection to the peer ended, which the protocol has its own words for (S2). */
export const isPeersEnd = (code: number): boolean => code === PEER_CLOSED || code === PEER_RESET

/** 4505 has two causes; this is the one, where no byte of ours has gone. */
const FIRST_BYTE = 'The bridge ended the connection: your first byte did not come in time.'

/** @param reason of the close frame, in the bridge's words; may be empty */
export function closeFailure(
  code: number,
  reason: string,
  { openedAt, bounds, hasSent }: RelayStatus,
): ConnectionFailure {
  const isOpen = openedAt !== undefined
  if (code === 4505 && isOpen && !hasSent && typeof bounds?.firstByte === 'number') {
    return { code: 'FIRST_BYTE_TIMEOUT', message: quoting(FIRST_BYTE, reason) }
  }
  const words = isKnown(code) ? WORDS[code] : `The bridge ended the connection with code ${code}.`
  return { code: `RELAY_${code}`, message: quoting(words, reason) }
}

/** @param reason may be empty */
export const quoting = (words: string, reason: string): string =>
  reason === '' ? words : `${words} The bridge says: “${reason}”.`

const isKnown = (code: number): code is RelayCloseCode => Object.hasOwn(WORDS, code)
