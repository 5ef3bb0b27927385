/** version: the first message of each side, in which it says who it is. */

import * as P from 'micro-packed'
import { readLength, writeWithLength } from './compact-size.js'
import { fixedField } from './field.js'
import { flag } from './flag.js'
import type { MessageCodec } from './message-codec.js'
import {
  type NetworkAddress,
  readNetworkAddress,
  showEndpoint,
  writeNetworkAddress,
} from './network-address.js'
import type { PayloadReader } from './reader.js'
import { servicesField } from './services.js'
import { showHex, showTime } from './show.js'
import { MAX_USER_AGENT_LENGTH, parseUserAgent, showUserAgent } from './user-agent.js'
import type { PayloadWriter } from './writer.js'

/** The last part of a version message that ends early. */
export type VersionEnd = 'receiver' | 'nonce' | 'user agent'

export interface VersionMessage {
  readonly type: 'version'
  /** The highest protocol version that the sender speaks, a signed 32-bit number. */
  readonly version: number
  /** What the sender offers; see `describeServices`. */
  readonly services: bigint
  /** The sender's clock, seconds from 1970, a signed 64-bit number. */
  readonly timestamp: bigint
  readonly receiver: NetworkAddress
  readonly sender: NetworkAddress
  /** Random 64 bits, by which a node finds that it has dialled itself. */
  readonly nonce: bigint
  /**
   * At most 256 bytes. A byte outside printable ASCII is written `\xNN`, a backslash `\\`, so that
   * any bytes can be shown and encoded again.
   */
  readonly userAgent: string
  /** Height of the sender's best block, a signed 32-bit number. */
  readonly startHeight: number
  /** BIP37: whether transactions are to be announced; absent before protocol 70001. */
  readonly relay?: boolean
  /**
   * Set where the message ended early, as nodes accept it from very old peers: after the receiver,
   * the nonce or the user agent. What would have come after has the value that stands for nothing
   * (services 0, `::`, port 0, nonce 0, empty, height −1) and is not encoded.
   */
  readonly endsAfter?: VersionEnd
}

const VERSION = fixedField('version', P.I32LE, String, 'highest protocol version the sender speaks')
const SERVICES = servicesField('what the sender offers')
const TIMESTAMP = fixedField('timestamp', P.I64LE, showTime, "the sender's clock")
const NONCE = fixedField(
  'nonce',
  P.U64LE,
  (nonce) => showHex(nonce, 8),
  'random number by which a node notices a connection to itself',
)
const START_HEIGHT = fixedField(
  'start height',
  P.I32LE,
  String,
  "height of the sender's best block",
)
const RELAY = fixedField(
  'relay',
  flag,
  (relay) => (relay ? 'yes' : 'no'),
  'whether the sender wants transactions announced (BIP37)',
)
const RECEIVER = { name: 'receiver', note: 'where the sender thinks that it sends this to' }
const SENDER = { name: 'sender', note: 'own address; nodes of today leave it empty' }
const USER_AGENT = { name: 'user agent', note: 'name and version of the software (BIP14)' }
const LENGTH = { name: 'length', note: 'bytes that follow' }

const NOWHERE: NetworkAddress = { services: 0n, address: '::', port: 0 }
const NO_HEIGHT = -1

function readUserAgent(reader: PayloadReader): string {
  const read = (): string => {
    const length = readLength(reader, LENGTH, MAX_USER_AGENT_LENGTH)
    const start = reader.offset
    const text = showUserAgent(reader.take('text', length))
    reader.record({ name: 'text' }, start, text)
    return text
  }
  return reader.group(USER_AGENT, read, String)
}

function readVersion(reader: PayloadReader): VersionMessage {
  const address = (): NetworkAddress => readNetworkAddress(reader)
  const atStart = {
    type: 'version',
    version: reader.read(VERSION),
    services: reader.read(SERVICES),
    timestamp: reader.read(TIMESTAMP),
    receiver: reader.group(RECEIVER, address, showEndpoint),
  } as const
  const nothing = { sender: NOWHERE, nonce: 0n, userAgent: '', startHeight: NO_HEIGHT }
  if (reader.remaining === 0) return { ...atStart, ...nothing, endsAfter: 'receiver' }
  const sender = reader.group(SENDER, address, showEndpoint)
  const toNonce = { ...atStart, ...nothing, sender, nonce: reader.read(NONCE) }
  if (reader.remaining === 0) return { ...toNonce, endsAfter: 'nonce' }
  const toUserAgent = { ...toNonce, userAgent: readUserAgent(reader) }
  if (reader.remaining === 0) return { ...toUserAgent, endsAfter: 'user agent' }
  const toHeight = { ...toUserAgent, startHeight: reader.read(START_HEIGHT) }
  return reader.remaining === 0 ? toHeight : { ...toHeight, relay: reader.read(RELAY) }
}

function writeVersion(writer: PayloadWriter, message: VersionMessage): void {
  writer.write(VERSION, message.version)
  writer.write(SERVICES, message.services)
  writer.write(TIMESTAMP, message.timestamp)
  writer.group(RECEIVER.name, () => writeNetworkAddress(writer, message.receiver))
  if (message.endsAfter === 'receiver') return
  writer.group(SENDER.name, () => writeNetworkAddress(writer, message.sender))
  writer.write(NONCE, message.nonce)
  if (message.endsAfter === 'nonce') return
  const userAgent = writer.encode(USER_AGENT.name, { encode: parseUserAgent }, message.userAgent)
  writeWithLength(writer, USER_AGENT.name, userAgent, MAX_USER_AGENT_LENGTH)
  if (message.endsAfter === 'user agent') return
  writer.write(START_HEIGHT, message.startHeight)
  if (message.relay !== undefined) writer.write(RELAY, message.relay)
}

export const versionCodec: MessageCodec<VersionMessage> = {
  read: readVersion,
  write: writeVersion,
  summarize: ({ version, userAgent, startHeight }) =>
    [
      `v${version}`,
      ...(userAgent === '' ? [] : [userAgent]),
      ...(startHeight === NO_HEIGHT ? [] : [`height ${startHeight}`]),
    ].join(' '),
}
