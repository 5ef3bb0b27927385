/** BIP155 §Specification: the networks that an address can be of, and how each is written. */

import { sha3_256 } from '@noble/hashes/sha3.js'
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { toBase32 } from './base32.js'
import type { FormChoice } from './form.js'
import { showIpv4, showIpv6 } from './ip-address.js'

/** BIP155's networks; `unknown` for any other id. */
export type AddrV2NetworkName =
  | 'ipv4'
  | 'ipv6'
  | 'torv2'
  | 'torv3'
  | 'i2p'
  | 'cjdns'
  | 'yggdrasil'
  | 'unknown'

interface AddrV2Network {
  readonly name: AddrV2NetworkName
  /** Bytes of an address. */
  readonly size: number
  readonly show: (bytes: Uint8Array) => string
}

/** Tor's rend-spec-v3 §6 [ONIONADDRESS]. */
const ONION_CHECKSUM_PREFIX = utf8ToBytes('.onion checksum')
const ONION_VERSION = Uint8Array.of(3)
const ONION_CHECKSUM_SIZE = 2

/** onion_address = base32(PUBKEY ‖ CHECKSUM ‖ VERSION), 56 characters before the suffix. */
function showTorV3(publicKey: Uint8Array): string {
  // CHECKSUM = SHA3-256(".onion checksum" ‖ PUBKEY ‖ VERSION)[:2]
  const digest = sha3_256(concatBytes(ONION_CHECKSUM_PREFIX, publicKey, ONION_VERSION))
  const checksum = digest.subarray(0, ONION_CHECKSUM_SIZE)
  return `${toBase32(concatBytes(publicKey, checksum, ONION_VERSION))}.onion`
}

const NETWORKS: ReadonlyMap<number, AddrV2Network> = new Map<number, AddrV2Network>([
  [1, { name: 'ipv4', size: 4, show: showIpv4 }],
  [2, { name: 'ipv6', size: 16, show: showIpv6 }],
  [3, { name: 'torv2', size: 10, show: (bytes) => `${toBase32(bytes)}.onion` }],
  [4, { name: 'torv3', size: 32, show: showTorV3 }],
  [5, { name: 'i2p', size: 32, show: (bytes) => `${toBase32(bytes)}.b32.i2p` }],
  [6, { name: 'cjdns', size: 16, show: showIpv6 }],
  [7, { name: 'yggdrasil', size: 16, show: showIpv6 }],
])

/** The networks by name, for a form. */
export const ADDRV2_NETWORK_CHOICES: readonly FormChoice[] = [...NETWORKS].map(
  ([network, { name }]) => ({ value: BigInt(network), label: name }),
)

/** The name of a network id, 0..255; `unknown` for one that BIP155 does not list. */
export function addrV2NetworkName(network: number): AddrV2NetworkName {
  return NETWORKS.get(network)?.name ?? 'unknown'
}

/** Bytes of an address of this network; `undefined` where the network is unknown. */
export function addrV2AddressSize(network: number): number | undefined {
  return NETWORKS.get(network)?.size
}

/**
 * An address as text: `192.0.2.1`, `2001:db8::1`, `….onion`, `….b32.i2p`, `fc00:…`; hex where the
 * network is unknown.
 */
export function showAddrV2Address(network: number, bytes: Uint8Array): string {
  const known = NETWORKS.get(network)
  return known?.size === bytes.length ? known.show(bytes) : bytesToHex(bytes)
}
