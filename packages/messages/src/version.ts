/** version: the first message of each side, in which it says who it is. */

import { flagField } from './flag.js'
import type { MessageCodec } from './message-codec.js'
import { type NetworkAddress, networkAddress, showEndpoint } from './network-address.js'
import { signed32, signed64, unsigned64 } from './number-field.js'
import { FORM_PROTOCOL_VERSION } from './protocol-version.js'
import type { PayloadReader } from './reader.js'
import { servicesField } from './services.js'
import { group, struct, withTail } from './struct.js'
import { USER_AGENT } from './user-agent.js'
import type { PayloadWriter } from './writer.js'

/** The last part of a version message that ends early. */
export type VersionEnd = 'receiver' | 'nonce' | 'user agent'

/** The first message of each side. */
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

const VERSION_PARTS = {
  version: signed32('version', 'version.version', {
    initial: FORM_PROTOCOL_VERSION,
  }),
  services: servicesField('version.services'),
  timestamp: signed64('timestamp', 'version.timestamp', { unit: 'time' }),
  receiver: group({ name: 'receiver', fieldKey: 'version.receiver' }, networkAddress, showEndpoint),
  sender: group({ name: 'sender', fieldKey: 'version.sender' }, networkAddress, showEndpoint),
  nonce: unsigned64('nonce', 'version.nonce', {
    unit: 'bits',
  }),
  userAgent: USER_AGENT,
  startHeight: signed32('start height', 'version.start height'),
}
const RELAY = flagField('relay', 'version.relay', true)

const NOWHERE: NetworkAddress = { services: 0n, address: '::', port: 0 }
const NO_HEIGHT = -1

function readVersion(reader: PayloadReader): VersionMessage {
  const { version, services, timestamp, receiver, ...rest } = VERSION_PARTS
  const atStart = {
    type: 'version',
    version: version.read(reader),
    services: services.read(reader),
    timestamp: timestamp.read(reader),
    receiver: receiver.read(reader),
  } as const
  const nothing = { sender: NOWHERE, nonce: 0n, userAgent: '', startHeight: NO_HEIGHT }
  if (reader.remaining === 0) return { ...atStart, ...nothing, endsAfter: 'receiver' }
  const sender = rest.sender.read(reader)
  const toNonce = { ...atStart, ...nothing, sender, nonce: rest.nonce.read(reader) }
  if (reader.remaining === 0) return { ...toNonce, endsAfter: 'nonce' }
  const toUserAgent = { ...toNonce, userAgent: rest.userAgent.read(reader) }
  if (reader.remaining === 0) return { ...toUserAgent, endsAfter: 'user agent' }
  const toHeight = { ...toUserAgent, startHeight: rest.startHeight.read(reader) }
  return reader.remaining === 0 ? toHeight : { ...toHeight, relay: RELAY.read(reader) }
}

function writeVersion(writer: PayloadWriter, message: VersionMessage): void {
  const parts = VERSION_PARTS
  parts.version.write(writer, message.version)
  parts.services.write(writer, message.services)
  parts.timestamp.write(writer, message.timestamp)
  parts.receiver.write(writer, message.receiver)
  if (message.endsAfter === 'receiver') return
  parts.sender.write(writer, message.sender)
  parts.nonce.write(writer, message.nonce)
  if (message.endsAfter === 'nonce') return
  parts.userAgent.write(writer, message.userAgent)
  if (message.endsAfter === 'user agent') return
  parts.startHeight.write(writer, message.startHeight)
  if (message.relay !== undefined) RELAY.write(writer, message.relay)
}

export const versionCodec: MessageCodec<VersionMessage> = {
  read: readVersion,
  write: writeVersion,
  form: withTail(struct(VERSION_PARTS), 'relay', RELAY).form,
  summarize: ({ version, userAgent, startHeight }) =>
    [
      `v${version}`,
      ...(userAgent === '' ? [] : [userAgent]),
      ...(startHeight === NO_HEIGHT ? [] : [`height ${startHeight}`]),
    ].join(' '),
}
