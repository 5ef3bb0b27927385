/** addrv2 (BIP155): addresses of other nodes, on any network. */

import * as P from 'micro-packed'
import { LAST_SEEN, MAX_ADDRESSES } from './addr.js'
import {
  type AddrV2NetworkName,
  addrV2AddressSize,
  addrV2NetworkName,
  showAddrV2Address,
} from './addrv2-network.js'
import {
  readCompactSize,
  readCount,
  readLength,
  writeCompactSize,
  writeCount,
  writeWithLength,
} from './compact-size.js'
import { fixedField, sizeOf } from './field.js'
import type { MessageCodec } from './message-codec.js'
import { PORT, showEndpoint } from './network-address.js'
import type { PayloadReader } from './reader.js'
import { showServices } from './services.js'
import { showCount } from './show.js'
import type { PayloadWriter } from './writer.js'

/** BIP155: the longest address of any network, bytes. */
export const MAX_ADDRV2_ADDRESS_LENGTH = 512

/** A node's address on any network, and when it was last heard of. */
export interface AddrV2Address {
  /** Seconds from 1970, unsigned 32 bits. */
  readonly time: number
  /** Service bits, unsigned 64 bits; see `describeServices`. */
  readonly services: bigint
  /** BIP155's network id, 0..255. */
  readonly network: number
  /** Follows from `network`; not encoded. */
  readonly networkName: AddrV2NetworkName
  /** Follows from `network` and `bytes`, for people; not encoded. */
  readonly address: string
  /** The address as it is on the wire: 4, 16, 10, 32, 32, 16 bytes for networks 1..6, else 0..512. */
  readonly bytes: Uint8Array
  /** 0..65535; 0 for I2P. */
  readonly port: number
}

export interface AddrV2Message {
  readonly type: 'addrv2'
  /** At most 1000. */
  readonly addresses: readonly AddrV2Address[]
}

const SERVICES = { name: 'services', note: 'what the node at this address offers' }
const NETWORK = fixedField(
  'network',
  P.U8,
  (network) => `${network}: ${addrV2NetworkName(network)}`,
  'which network the address is of',
)
const ADDRESS = { name: 'address', note: 'the address, behind its length' }
const LENGTH = { name: 'length', note: 'bytes that follow' }
/** Bytes of a CompactSize at least. */
const COMPACT_SIZE_MIN = 1
const COUNT = {
  name: 'count',
  note: 'addresses that follow',
  max: MAX_ADDRESSES,
  itemSize: sizeOf(LAST_SEEN, NETWORK, PORT) + 2 * COMPACT_SIZE_MIN,
}

/** BIP155: an address of a known network, but of another length, is not to be accepted. */
function lengthFault(network: number, length: number): string | undefined {
  const size = addrV2AddressSize(network) ?? length
  if (size === length) return undefined
  return `an address of network ${addrV2NetworkName(network)} has ${size} bytes, not ${length}`
}

/** The address in bytes, and as text. */
function readAddress(
  reader: PayloadReader,
  network: number,
): Pick<AddrV2Address, 'address' | 'bytes'> {
  const read = () => {
    const start = reader.offset
    const length = readLength(reader, LENGTH, MAX_ADDRV2_ADDRESS_LENGTH)
    const fault = lengthFault(network, length)
    if (fault !== undefined) throw reader.error('BAD_VALUE', LENGTH.name, start, fault)
    const bytesStart = reader.offset
    const bytes = reader.take('bytes', length).slice()
    const address = showAddrV2Address(network, bytes)
    reader.record({ name: 'bytes' }, bytesStart, address)
    return { address, bytes }
  }
  return reader.group(ADDRESS, read, ({ address }) => address)
}

function readEntry(reader: PayloadReader): AddrV2Address {
  const time = reader.read(LAST_SEEN)
  const services = readCompactSize(reader, SERVICES, showServices)
  const network = reader.read(NETWORK)
  const networkName = addrV2NetworkName(network)
  const { address, bytes } = readAddress(reader, network)
  return { time, services, network, networkName, address, bytes, port: reader.read(PORT) }
}

function writeEntry(writer: PayloadWriter, entry: AddrV2Address): void {
  writer.write(LAST_SEEN, entry.time)
  writeCompactSize(writer, SERVICES.name, entry.services)
  writer.write(NETWORK, entry.network)
  const fault = lengthFault(entry.network, entry.bytes.length)
  if (fault !== undefined) throw writer.error('BAD_VALUE', ADDRESS.name, fault)
  writeWithLength(writer, ADDRESS.name, entry.bytes, MAX_ADDRV2_ADDRESS_LENGTH)
  writer.write(PORT, entry.port)
}

export const addrV2Codec: MessageCodec<AddrV2Message> = {
  read: (reader) => {
    const count = readCount(reader, COUNT)
    const addresses = Array.from({ length: count }, (_, i) =>
      reader.group({ name: `address ${i}` }, () => readEntry(reader), showEndpoint),
    )
    return { type: 'addrv2', addresses }
  },
  write: (writer, { addresses }) => {
    writeCount(writer, COUNT, addresses.length)
    for (const [i, entry] of addresses.entries()) {
      writer.group(`address ${i}`, () => writeEntry(writer, entry))
    }
  },
  summarize: ({ addresses }) => showCount(addresses.length, 'address', 'addresses'),
}
