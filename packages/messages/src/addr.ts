/** addr: addresses of other nodes, IPv4 and IPv6 only. */

import { type ListLabel, list } from './list.js'
import { codecOf, type MessageCodec } from './message-codec.js'
import { NETWORK_ADDRESS_PARTS, type NetworkAddress, showEndpoint } from './network-address.js'
import { unsigned32 } from './number-field.js'
import { showCount } from './show.js'
import { group, struct } from './struct.js'

/** MAX_ADDR_TO_SEND of Bitcoin Core, for addr and addrv2. */
export const MAX_ADDRESSES = 1000

/** A node's address, and when it was last heard of. */
export interface TimedAddress extends NetworkAddress {
  /** Seconds from 1970, unsigned 32 bits. */
  readonly time: number
}

/** Addresses of nodes, IPv4 and IPv6 only. */
export interface AddrMessage {
  readonly type: 'addr'
  /** At most 1000. */
  readonly addresses: readonly TimedAddress[]
}

/** When an address was last heard of; in addr and addrv2. */
export const LAST_SEEN = unsigned32('time', 'addr.time', {
  unit: 'time',
})

/** Of one of them, in addr and addrv2. */
export const ADDRESS_LABEL = { name: 'address', fieldKey: 'addr.address' } as const

/** What the list of addresses is, in addr and addrv2. */
export const ADDRESS_LIST: ListLabel = {
  name: 'addresses',
  fieldKey: 'addr.addresses',
  count: { name: 'count', fieldKey: 'addr.count' },
  max: MAX_ADDRESSES,
}

/** `addresses 3` */
export const summarizeAddresses = ({
  addresses,
}: {
  readonly addresses: readonly unknown[]
}): string => showCount('addresses', addresses.length)

const TIMED_ADDRESS = struct({ time: LAST_SEEN, ...NETWORK_ADDRESS_PARTS })

export const addrCodec: MessageCodec<AddrMessage> = codecOf(
  'addr',
  struct({
    addresses: list(ADDRESS_LIST, group(ADDRESS_LABEL, TIMED_ADDRESS, showEndpoint)),
  }),
  summarizeAddresses,
)
