/** addr: addresses of other nodes, IPv4 and IPv6 only. */

import * as P from 'micro-packed'
import { readCount, writeCount } from './compact-size.js'
import { fixedField, sizeOf } from './field.js'
import type { MessageCodec } from './message-codec.js'
import {
  NETWORK_ADDRESS_SIZE,
  type NetworkAddress,
  readNetworkAddress,
  showEndpoint,
  writeNetworkAddress,
} from './network-address.js'
import { showCount, showTime } from './show.js'

/** MAX_ADDR_TO_SEND of Bitcoin Core, for addr and addrv2. */
export const MAX_ADDRESSES = 1000

/** A node's address, and when it was last heard of. */
export interface TimedAddress extends NetworkAddress {
  /** Seconds from 1970, unsigned 32 bits. */
  readonly time: number
}

export interface AddrMessage {
  readonly type: 'addr'
  /** At most 1000. */
  readonly addresses: readonly TimedAddress[]
}

/** When an address was last heard of; in addr and addrv2. */
export const LAST_SEEN = fixedField(
  'time',
  P.U32LE,
  showTime,
  'when the node at this address was last heard of',
)
const COUNT = {
  name: 'count',
  note: 'addresses that follow',
  max: MAX_ADDRESSES,
  itemSize: sizeOf(LAST_SEEN) + NETWORK_ADDRESS_SIZE,
}

export const addrCodec: MessageCodec<AddrMessage> = {
  read: (reader) => {
    const count = readCount(reader, COUNT)
    const addresses = Array.from({ length: count }, (_, i) =>
      reader.group(
        { name: `address ${i}` },
        () => ({ time: reader.read(LAST_SEEN), ...readNetworkAddress(reader) }),
        showEndpoint,
      ),
    )
    return { type: 'addr', addresses }
  },
  write: (writer, { addresses }) => {
    writeCount(writer, COUNT, addresses.length)
    for (const [i, address] of addresses.entries()) {
      writer.group(`address ${i}`, () => {
        writer.write(LAST_SEEN, address.time)
        writeNetworkAddress(writer, address)
      })
    }
  },
  summarize: ({ addresses }) => showCount(addresses.length, 'address', 'addresses'),
}
