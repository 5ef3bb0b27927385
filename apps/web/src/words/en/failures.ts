/** Words of the page in English: what ended a session and what to do about it, and what was refused. */

import type { RefusalCode, SessionErrorCode } from '@v2scope/recording'
import { byCode } from '../by-code.js'

const AGAIN = 'Press “Again” for a fresh session.'
const SIMULATED_OR_BRIDGE =
  'Choose the Simulated peer, which needs no bridge, or start the bridge (npm start) and open the address that it prints.'
const ASK_OPERATOR = 'Ask whoever runs the bridge, or choose another peer.'

const advice: Readonly<Record<SessionErrorCode, string>> = {
  V1_OTHER_NETWORK: 'Choose the network the peer is on.',
  V1_BAD_MAGIC:
    'Choose the network the peer is on; its v1 messages begin with that network’s magic.',
  V1_PAYLOAD_TOO_LARGE: `No node sends a message that large. The peer is faulty, or this is no Bitcoin node. ${AGAIN}`,
  GARBAGE_TERMINATOR_MISSING: `The peer may be on another network: choose the network the peer is on. ${AGAIN} If it stays like this, the peer does not speak v2.`,
  PACKET_TOO_LARGE: `A peer that keeps the protocol sends nothing that large; a changed length field looks like this too. ${AGAIN}`,
  AUTHENTICATION_FAILED: `Something between you and the peer changed the bytes, or the peer is faulty. ${AGAIN} If it happens again on this path, do not trust the path.`,
  CLOSED_BEFORE_KEY:
    'The peer probably speaks v1 only. You may try v1: it is NOT encrypted, so anybody on the way can read and change it. Or allow v2 in the node (v2transport=1).',
  CLOSED_IN_HANDSHAKE: `See that this is a Bitcoin node that speaks v2; its log says why it hung up. It may be on another network: choose the network the peer is on. ${AGAIN}`,
  CLOSED_IN_PACKET: `The connection broke off in the middle of a packet, which was not delivered. ${AGAIN}`,
  HANDSHAKE_TIMEOUT: `See that this is a Bitcoin node that speaks v2. It may be on another network: choose the network the peer is on. ${AGAIN}`,
  VERSION_TIMEOUT: `Encryption works, but the node does not introduce itself; it may be busy, or starting. ${AGAIN}`,
  PEER_SILENT: `The peer, or the way to it, is gone. ${AGAIN}`,
  PING_TIMEOUT: `The peer no longer answers. ${AGAIN}`,
  CLOSED_IN_VERSION_HANDSHAKE: `The node does not want this connection: it may be full, or have banned this address. Its log says why. ${AGAIN}`,
  RELAY_1000: `The peer closed before anything could be said. See that it is a Bitcoin node and that it runs. ${AGAIN}`,
  RELAY_1001: `The bridge is ending or restarting. Wait until it runs again, then press “Again”.`,
  RELAY_1003: `This page and the bridge do not fit together. Reload the page; if it stays, use the same version of both.`,
  RELAY_1006: `See that the bridge still runs, and press “Again”. The Simulated peer needs no bridge.`,
  RELAY_1008:
    'This page sends no such messages. Reload the page; if it stays, see what sits between it and the bridge.',
  RELAY_1009: `Send less at once: the bridge does not take frames of this size. ${AGAIN}`,
  RELAY_1011: `Tell whoever runs the bridge: its log says what happened. ${AGAIN}`,
  RELAY_4400: 'Write the address as HOST:PORT, or choose a peer from the list.',
  RELAY_4401:
    'Ask whoever runs the bridge for a new ticket, or for a link with one, and paste it here.',
  RELAY_4403: `Choose a peer from the list: what else may be dialled is up to whoever runs the bridge. ${ASK_OPERATOR}`,
  RELAY_4404:
    'Choose a peer from the list. To offer your own node, start the bridge with --node NAME=HOST:PORT.',
  RELAY_4408: `See that the node runs and that the bridge can reach it (address, firewall). ${AGAIN}`,
  RELAY_4409:
    'If it was that of this connection, press “Again”. If it was your ticket’s, it is used up: ask whoever runs the bridge for a new one.',
  RELAY_4410: 'The connection that was announced is gone. Wait for the next one.',
  RELAY_4420:
    'Close other sessions of yours with this bridge, or wait a minute, then press “Again”. Everybody behind one router counts as one.',
  RELAY_4429: `Too many are connected to this peer. Wait a little, then press “Again”, or choose another peer.`,
  RELAY_4502: `See that the node runs, and that its address in the bridge’s --node option is right. ${AGAIN}`,
  RELAY_4503: `The peer reset the connection before anything could be said. See that it is a Bitcoin node. ${AGAIN}`,
  RELAY_4504: `One side stopped reading for too long: the bridge says which. ${AGAIN}`,
  RELAY_4505: `Nothing was sent for so long that the bridge ended it. ${AGAIN}`,
  RELAY_4506: `Nothing is wrong: the bridge gives each connection a limited life. ${AGAIN}`,
  FIRST_BYTE_TIMEOUT:
    'With Hold on from the start, let your key go sooner; then there is time. A bridge of your own (npm start) waits for as long as you like.',
  BRIDGE_FULL: 'Wait a little, then press “Again”. The Simulated peer needs no bridge.',
  PAGE_REFUSED:
    'Open the page at the address that the bridge names. If it is to be reached at this one, whoever runs it has to say so (--origin).',
  UPGRADE_REFUSED:
    'Open the page at the address that the bridge prints; behind a proxy it has to be started with --origin and that address. If it was full, wait a little and press “Again”.',
  NO_BRIDGE: SIMULATED_OR_BRIDGE,
  RELAY_SILENT: `The bridge, or something before it, hangs. ${AGAIN} If it stays like this, restart the bridge.`,
  RELAY_PROTOCOL: `What answers at this address is no bridge of this page. ${SIMULATED_OR_BRIDGE}`,
  BAD_SETTINGS: 'Correct the settings of the session, and start it again.',
  UNEXPECTED: `This is a fault of the page itself; please report it with these words. ${AGAIN}`,
}

/** For codes of a bridge, or of something before it, that is newer than this page. */
const UNKNOWN_RELAY_CODE = `This page does not know this code. ${AGAIN} If it stays, reload the page.`

/** What the core says is in English: its own words are what happened. */
export const failures = {
  what: (_code: string, said: string): string => said,
  advice: (code: string): string => byCode(advice, code) ?? UNKNOWN_RELAY_CODE,
  refusal: (_code: RefusalCode, said: string): string => said,
}
