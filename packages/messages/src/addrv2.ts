/** addrv2 (BIP155): addresses of other nodes, on any network. */

import { ADDRESS_LABEL, ADDRESS_LIST, LAST_SEEN, summarizeAddresses } from './addr.js'
import {
  ADDRV2_NETWORK_CHOICES,
  type AddrV2NetworkName,
  addrV2AddressSize,
  addrV2NetworkName,
  showAddrV2Address,
} from './addrv2-network.js'
import { readLength } from './compact-size.js'
import { compactSize } from './compact-size-field.js'
import type { Layout } from './layout.js'
import { list } from './list.js'
import { codecOf, type MessageCodec } from './message-codec.js'
import { PORT, showEndpoint } from './network-address.js'
import { unsigned8 } from './number-field.js'
import type { PayloadReader } from './reader.js'
import { showServices } from './services.js'
import { group, struct } from './struct.js'
import { bytesContent, LENGTH, withLength } from './with-length.js'
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
  /** The address as it is on the wire: 4, 16, 10, 32, 32, 16, 16 bytes for networks 1..7, else 0..512. */
  readonly bytes: Uint8Array
  /** 0..65535; 0 for I2P. */
  readonly port: number
}

/** Addresses of nodes on any network (BIP155). */
export interface AddrV2Message {
  readonly type: 'addrv2'
  /** At most 1000. */
  readonly addresses: readonly AddrV2Address[]
}

/** An address that a form starts with, and BIP155's id of its network. */
const IPV4_NETWORK = 1n
const IPV4_LOCALHOST = Uint8Array.of(127, 0, 0, 1)

const ADDRESS = withLength(
  { name: 'address', fieldKey: 'addrv2.address' },
  bytesContent({ min: 0, max: MAX_ADDRV2_ADDRESS_LENGTH }, IPV4_LOCALHOST),
)
const PARTS = {
  time: LAST_SEEN,
  services: compactSize({ name: 'services', fieldKey: 'addrv2.services' }, showServices, 'bits'),
  network: unsigned8('network', 'addrv2.network', {
    show: (network) => `${network}: ${addrV2NetworkName(network)}`,
    choices: ADDRV2_NETWORK_CHOICES,
    initial: IPV4_NETWORK,
  }),
  bytes: ADDRESS,
  port: PORT,
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
    reader.record({ name: 'bytes', fieldKey: ADDRESS.fieldKey }, bytesStart, address)
    return { address, bytes }
  }
  const { name, fieldKey } = ADDRESS
  return reader.group({ name, fieldKey }, read, ({ address }) => address)
}

function readEntry(reader: PayloadReader): AddrV2Address {
  const time = PARTS.time.read(reader)
  const services = PARTS.services.read(reader)
  const network = PARTS.network.read(reader)
  const networkName = addrV2NetworkName(network)
  const { address, bytes } = readAddress(reader, network)
  return { time, services, network, networkName, address, bytes, port: PORT.read(reader) }
}

function writeEntry(writer: PayloadWriter, entry: AddrV2Address): void {
  PARTS.time.write(writer, entry.time)
  PARTS.services.write(writer, entry.services)
  PARTS.network.write(writer, entry.network)
  const fault = lengthFault(entry.network, entry.bytes.length)
  if (fault !== undefined) throw writer.error('BAD_VALUE', ADDRESS.name, fault)
  ADDRESS.write(writer, entry.bytes)
  PORT.write(writer, entry.port)
}

/** Not a struct alone: how long the address may be depends on its network. */
const ENTRY: Layout<AddrV2Address> = { ...struct(PARTS), read: readEntry, write: writeEntry }

export const addrV2Codec: MessageCodec<AddrV2Message> = codecOf(
  'addrv2',
  struct({
    addresses: list(ADDRESS_LIST, group(ADDRESS_LABEL, ENTRY, showEndpoint)),
  }),
  summarizeAddresses,
)
