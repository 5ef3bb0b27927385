/** A node's address in 26 bytes: services, IP address, port; in version, and in addr with a time. */

import { fixedField } from './field.js'
import { ipAddress } from './ip-address.js'
import { unsigned16BigEndian } from './number-field.js'
import { servicesField } from './services.js'
import { struct } from './struct.js'

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

/** The one big-endian number of the messages. */
export const PORT = unsigned16BigEndian('port', 'network address.port')

const ADDRESS = fixedField(
  { name: 'address', fieldKey: 'network address.address' },
  ipAddress,
  String,
  { kind: 'text', hint: '192.0.2.1 or 2001:db8::1', initial: '::' },
)

/** The parts of a network address. */
export const NETWORK_ADDRESS_PARTS = {
  services: servicesField('network address.services'),
  address: ADDRESS,
  port: PORT,
}

/** Services, IP address and port: 26 bytes. */
export const networkAddress = struct(NETWORK_ADDRESS_PARTS)

/** `192.0.2.1:8333`, `[2001:db8::1]:8333` */
export function showEndpoint({ address, port }: { address: string; port: number }): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`
}
