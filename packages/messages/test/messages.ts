/** Random messages of every type, for property tests. */

import fc from 'fast-check'
import { showEscaped } from '../src/escaped-text.js'
import {
  type AddrV2Address,
  addrV2NetworkName,
  blockHash,
  decodeMessage,
  encodeMessage,
  inventoryKindName,
  type Message,
  type NetworkAddress,
  showAddrV2Address,
} from '../src/index.js'
import { showIp } from '../src/ip-address.js'
import { bytes, hash, i32, i64, type, u8, u16, u32, u64 } from './arbitraries.js'
import { BLOCK_MESSAGES } from './block-messages.js'
import { FILTER_MESSAGES, OTHER_MESSAGES } from './request-messages.js'

const ip16 = fc.oneof(
  bytes(16),
  bytes(4).map((value) => Uint8Array.of(...new Uint8Array(10), 0xff, 0xff, ...value)),
  fc
    .array(fc.constantFrom(0, 0, 1, 0xff), { minLength: 16, maxLength: 16 })
    .map((value) => Uint8Array.from(value)),
)
const networkAddress: fc.Arbitrary<NetworkAddress> = fc.record({
  services: u64,
  address: ip16.map(showIp),
  port: u16,
})

const versionStart = {
  type: fc.constant('version' as const),
  version: i32,
  services: u64,
  timestamp: i64,
  receiver: networkAddress,
}
const nowhere = fc.constant({ services: 0n, address: '::', port: 0 })
const userAgent = fc.oneof(
  fc.uint8Array({ maxLength: 256 }).map(showEscaped),
  fc.constant('/Satoshi:29.1.0/'),
)
const noHeight = fc.constant(-1)

const versionMessage: fc.Arbitrary<Message> = fc.oneof(
  fc.record(
    {
      ...versionStart,
      sender: networkAddress,
      nonce: u64,
      userAgent,
      startHeight: i32,
      relay: fc.boolean(),
    },
    {
      requiredKeys: [
        'type',
        'version',
        'services',
        'timestamp',
        'receiver',
        'sender',
        'nonce',
        'userAgent',
        'startHeight',
      ],
    },
  ),
  fc.record({
    ...versionStart,
    sender: networkAddress,
    nonce: u64,
    userAgent,
    startHeight: noHeight,
    endsAfter: fc.constant('user agent' as const),
  }),
  fc.record({
    ...versionStart,
    sender: networkAddress,
    nonce: u64,
    userAgent: fc.constant(''),
    startHeight: noHeight,
    endsAfter: fc.constant('nonce' as const),
  }),
  fc.record({
    ...versionStart,
    sender: nowhere,
    nonce: fc.constant(0n),
    userAgent: fc.constant(''),
    startHeight: noHeight,
    endsAfter: fc.constant('receiver' as const),
  }),
)

const header = fc
  .record({
    version: i32,
    previousBlock: hash,
    merkleRoot: hash,
    time: u32,
    bits: u32,
    nonce: u32,
    transactionCount: fc.oneof(fc.constant(0n), u64),
  })
  .map((fields) => ({ ...fields, hash: blockHash(fields) }))

const inventoryItem = fc
  .record({
    kind: fc.oneof(fc.constantFrom(0, 1, 2, 3, 4, 5, 0x4000_0001, 0x4000_0002), u32),
    hash,
  })
  .map((item) => ({ ...item, kindName: inventoryKindName(item.kind) }))

const ADDRV2_SIZES = [
  [1, 4],
  [2, 16],
  [3, 10],
  [4, 32],
  [5, 32],
  [6, 16],
  [7, 16],
] as const
const addrV2Place = fc.oneof(
  ...ADDRV2_SIZES.map(([network, size]) =>
    fc.record({ network: fc.constant<number>(network), bytes: bytes(size) }),
  ),
  fc.record({
    network: u8.filter((id) => id === 0 || id > 7),
    bytes: fc.uint8Array({ maxLength: 512, size: 'max' }),
  }),
)
const addrV2Address: fc.Arbitrary<AddrV2Address> = fc
  .tuple(addrV2Place, fc.record({ time: u32, services: u64, port: u16 }))
  .map(([place, rest]) => ({
    ...place,
    ...rest,
    networkName: addrV2NetworkName(place.network),
    address: showAddrV2Address(place.network, place.bytes),
  }))

const locator = { version: i32, locator: fc.array(hash, { maxLength: 101 }), stopHash: hash }

/** A random value of each type whose fields are decoded. */
export const MESSAGES = {
  version: versionMessage,
  verack: fc.record({ type: type('verack') }),
  wtxidrelay: fc.record({ type: type('wtxidrelay') }),
  sendaddrv2: fc.record({ type: type('sendaddrv2') }),
  sendheaders: fc.record({ type: type('sendheaders') }),
  sendcmpct: fc.record({ type: type('sendcmpct'), highBandwidth: fc.boolean(), version: u64 }),
  feefilter: fc.record({ type: type('feefilter'), feeRate: i64 }),
  ping: fc.record({ type: type('ping'), nonce: u64 }),
  pong: fc.record({ type: type('pong'), nonce: u64 }),
  getaddr: fc.record({ type: type('getaddr') }),
  mempool: fc.record({ type: type('mempool') }),
  getheaders: fc.record({ type: type('getheaders'), ...locator }),
  getblocks: fc.record({ type: type('getblocks'), ...locator }),
  headers: fc.record({ type: type('headers'), headers: fc.array(header) }),
  inv: fc.record({ type: type('inv'), inventory: fc.array(inventoryItem) }),
  getdata: fc.record({ type: type('getdata'), inventory: fc.array(inventoryItem) }),
  notfound: fc.record({ type: type('notfound'), inventory: fc.array(inventoryItem) }),
  addr: fc.record({
    type: type('addr'),
    addresses: fc.array(
      fc.tuple(u32, networkAddress).map(([time, address]) => ({ time, ...address })),
    ),
  }),
  addrv2: fc.record({ type: type('addrv2'), addresses: fc.array(addrV2Address) }),
  ...BLOCK_MESSAGES,
  ...FILTER_MESSAGES,
  ...OTHER_MESSAGES,
} satisfies Record<string, fc.Arbitrary<Message>>

/** The types whose fields are decoded. */
export const TYPES = Object.keys(MESSAGES)

/** Encodes and decodes: what comes back. */
export const roundTrip = (message: Message): Message =>
  decodeMessage(
    message.type === 'unknown' ? message.messageType : message.type,
    encodeMessage(message),
  ).message

/** Bytes from hex, blanks allowed. */
export const fromHex = (hex: string): Uint8Array =>
  Uint8Array.from(Buffer.from(hex.replaceAll(/\s/g, ''), 'hex'))
