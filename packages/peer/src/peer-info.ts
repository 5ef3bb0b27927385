/** A connection in the form of an entry of `bitcoin-cli getpeerinfo`. */

import { toHex } from '@v2scope/bip324'
import { describeServices } from '@v2scope/messages'
import type { Peer } from './peer.js'

export interface Connection {
  readonly id: number
  readonly peer: Peer
  /** The peer's address, HOST:PORT. */
  readonly addr: string
  /** Ours. */
  readonly addrbind: string
  /** Seconds from 1970. */
  readonly connectedAt: number
  readonly bytesSent: number
  readonly bytesReceived: number
  /** Turns the clock of the peer (ms) into seconds from 1970. */
  readonly toUnixTime: (ms: number) => number
}

const inSeconds = (ms: number) => Math.round(ms * 1000) / 1e6

/** Bytes are on the wire; times in seconds, from 1970 where they are points in time. */
export function peerInfo(connection: Connection) {
  const { peer, toUnixTime } = connection
  const version = peer.peerVersion
  const services = version?.services ?? 0n
  const { lastSent, lastReceived, sentByType, receivedByType } = peer.traffic
  return {
    id: connection.id,
    addr: connection.addr,
    addrbind: connection.addrbind,
    network: 'not_publicly_routable',
    services: services.toString(16).padStart(16, '0'),
    servicesnames: describeServices(services),
    relaytxes: version ? (version.relay ?? true) : false, // BIP37: absent means yes
    lastsend: lastSent === 0 ? 0 : toUnixTime(lastSent),
    lastrecv: toUnixTime(lastReceived),
    bytessent: connection.bytesSent,
    bytesrecv: connection.bytesReceived,
    conntime: connection.connectedAt,
    ...(peer.latency && {
      pingtime: inSeconds(peer.latency.last),
      minping: inSeconds(peer.latency.least),
    }),
    version: version?.version ?? 0,
    subver: version?.userAgent ?? '',
    inbound: peer.role === 'responder',
    startingheight: version?.startHeight ?? -1,
    bytessent_per_msg: Object.fromEntries(sentByType),
    bytesrecv_per_msg: Object.fromEntries(receivedByType),
    connection_type: peer.role === 'responder' ? 'inbound' : 'outbound-full-relay',
    transport_protocol_type: peer.transport,
    session_id: peer.sessionId ? toHex(peer.sessionId) : '',
  }
}

export type PeerInfo = ReturnType<typeof peerInfo>
