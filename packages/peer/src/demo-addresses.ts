/** The addresses that the demo node gives away: nobody can be reached at any of them. */

import {
  type AddrV2Address,
  addrV2NetworkName,
  type Message,
  showAddrV2Address,
} from '@v2scope/messages'

const PORT = 18444
/** I2P has no ports (BIP155). */
const NO_PORT = 0
/** BIP155's network ids. */
const NETWORK = { ipv4: 1, ipv6: 2, torV3: 4, i2p: 5, cjdns: 6 } as const

/** Of this many bytes, that begin with these. */
function padded(length: number, ...start: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(length)
  bytes.set(start)
  bytes[length - 1] = 1
  return bytes
}

/** A key or a hash that nobody has made: 1, 2, 3, … */
const counted = Uint8Array.from({ length: 32 }, (_, i) => i + 1)

const ENTRIES = [
  // RFC 5737: for documentation
  { network: NETWORK.ipv4, bytes: Uint8Array.of(192, 0, 2, 1), port: PORT },
  { network: NETWORK.ipv4, bytes: Uint8Array.of(198, 51, 100, 7), port: PORT },
  { network: NETWORK.ipv4, bytes: Uint8Array.of(203, 0, 113, 42), port: PORT },
  // RFC 3849: for documentation
  { network: NETWORK.ipv6, bytes: padded(16, 0x20, 0x01, 0x0d, 0xb8), port: PORT },
  { network: NETWORK.torV3, bytes: counted, port: PORT },
  { network: NETWORK.i2p, bytes: counted, port: NO_PORT },
  // fc00::/8 are CJDNS's addresses, each the hash of a key
  { network: NETWORK.cjdns, bytes: padded(16, 0xfc), port: PORT },
] as const

export interface AddressesAsked {
  /** Whether the caller has sent sendaddrv2 (BIP155). */
  readonly isV2: boolean
  /** Seconds from 1970. */
  readonly time: number
  readonly services: bigint
}

/** All of them as addrv2, or those that addr has room for. */
export function demoAddresses({ isV2, time, services }: AddressesAsked): Message {
  const addresses = ENTRIES.map(
    ({ network, bytes, port }): AddrV2Address => ({
      time,
      services,
      network,
      networkName: addrV2NetworkName(network),
      address: showAddrV2Address(network, bytes),
      bytes,
      port,
    }),
  )
  if (isV2) return { type: 'addrv2', addresses }
  const isOld = ({ network }: AddrV2Address) => network <= NETWORK.ipv6
  return { type: 'addr', addresses: addresses.filter(isOld).map(toAddr) }
}

const toAddr = ({ time, services, address, port }: AddrV2Address) => ({
  time,
  services,
  address,
  port,
})
