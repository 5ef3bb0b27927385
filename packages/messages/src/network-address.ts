/** A node's address in 26 bytes: services, IP address, port; in version, and in addr with a time. */

import * as P from 'micro-packed'
import { fixedField, sizeOf } from './field.js'
import { ipAddress } from './ip-address.js'
import type { PayloadReader } from './reader.js'
import { servicesField } from './services.js'
import type { PayloadWriter } from './writer.js'

/** Where a node is reached, and what it offers. */
export interface NetworkAddress {
  /** Service bits; see `describeServices`. */
  readonly services: bigint
  /**
   * IPv4 (`192.0.2.1`; on the wire as `::ffff:192.0.2.1`) or IPv6 as RFC 5952 writes it. Any form
   * of an IPv6 address can be encoded; decoding gives this one.
   */
  readonly address: string
  /** 0..65535 */
  readonly port: number
}

const SERVICES = servicesField('what the node at this address offers')
const ADDRESS = fixedField(
  'address',
  ipAddress,
  String,
  'IPv6 address in 16 bytes; IPv4 stands in its last four',
)
/** The one big-endian number of the messages. */
export const PORT = fixedField('port', P.U16BE, String, 'TCP port, big-endian')

/** Bytes of a network address. */
export const NETWORK_ADDRESS_SIZE = sizeOf(SERVICES, ADDRESS, PORT)

/** Reads services, address and port. @throws MessageError `TRUNCATED` */
export function readNetworkAddress(reader: PayloadReader): NetworkAddress {
  return {
    services: reader.read(SERVICES),
    address: reader.read(ADDRESS),
    port: reader.read(PORT),
  }
}

/** Adds services, address and port. @throws MessageError `BAD_VALUE` */
export function writeNetworkAddress(writer: PayloadWriter, value: NetworkAddress): void {
  writer.write(SERVICES, value.services)
  writer.write(ADDRESS, value.address)
  writer.write(PORT, value.port)
}

/** `192.0.2.1:8333`, `[2001:db8::1]:8333` */
export function showEndpoint({ address, port }: { address: string; port: number }): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`
}
