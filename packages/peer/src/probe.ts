/**
 * What answers at an address, before there is a session: asked with a v1 version message, which is
 * not encrypted, so only where the user wants it (S2). Sans-I/O.
 */

import {
  encodeV1Message,
  type NetworkName,
  NODE_P2P_V2,
  networkOfMagic,
  RemoteProtocolError,
  type TransportEvent,
  toHex,
  V1Framing,
} from '@v2scope/bip324'
import { describeServices, encodeMessage, MessageError } from '@v2scope/messages'
import { ourVersion } from './our-version.js'
import type { PeerOptions } from './peer-options.js'
import { decodeReceived } from './received-message.js'

const MAGIC_LEN = 4
/** So much of what is no node's answer is told, in bytes. */
const MOST_TOLD = 32

/** By how its servers begin, whatever they are sent. */
const BEGINNINGS = [
  ['SSH', /^SSH-/],
  ['HTTP', /^HTTP\//],
  // RFC 8446 §5.1: an alert or a handshake record, version 3.x
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are bytes
  ['TLS', /^[\x15\x16]\x03[\x00-\x04]/],
] as const

export type OtherProtocol = (typeof BEGINNINGS)[number][0]

export type ProbeFinding =
  /** A node of the network that was asked for; what it says of itself. */
  | {
      readonly kind: 'node'
      readonly version: number
      readonly userAgent: string
      readonly startHeight: number
      /** By name, lowest bit first. */
      readonly services: readonly string[]
      /** Whether NODE_P2P_V2 is among them (S1). */
      readonly offersV2: boolean
    }
  | { readonly kind: 'other network'; readonly network: NetworkName }
  /** It has the network's magic, and does not begin with a version that can be read. */
  | { readonly kind: 'no version' }
  | {
      readonly kind: 'something else'
      readonly protocol: OtherProtocol | undefined
      /** The first bytes, at most 32. */
      readonly begins: Uint8Array
    }
  /** Not a byte came. */
  | { readonly kind: 'nothing' }

export type ProbeOptions = Pick<PeerOptions, 'magic' | 'random' | 'unixTime'>

/** Send `question`; give it what comes, until there is a finding. */
export class Probe {
  /** The one message that is sent. */
  readonly question: Uint8Array
  readonly #magic: string
  readonly #framing: V1Framing
  #begins = new Uint8Array()

  /** @throws {LocalProtocolError} for a magic that is not of 4 bytes. */
  constructor(options: ProbeOptions) {
    const { magic } = options
    this.#magic = toHex(magic)
    this.#framing = new V1Framing(magic)
    const version = ourVersion({ ...options, relay: false })
    this.question = encodeV1Message(magic, version.type, encodeMessage(version))
  }

  /** @returns undefined while it is too little to tell */
  receive(bytes: Uint8Array): ProbeFinding | undefined {
    this.#begins = Uint8Array.of(...this.#begins, ...bytes.subarray(0, MOST_TOLD)).slice(
      0,
      MOST_TOLD,
    )
    if (this.#begins.length >= MAGIC_LEN && !this.#isOurs) return this.#other()
    try {
      const [first] = this.#framing.receive(bytes)
      return first && findingOf(first)
    } catch (error) {
      if (error instanceof RemoteProtocolError) return { kind: 'no version' }
      throw error
    }
  }

  /** Nothing more comes, or no longer is waited for. */
  end(): ProbeFinding {
    if (this.#begins.length === 0) return { kind: 'nothing' }
    return this.#isOurs ? { kind: 'no version' } : this.#other()
  }

  get #isOurs(): boolean {
    return toHex(this.#begins.subarray(0, MAGIC_LEN)) === this.#magic
  }

  #other(): ProbeFinding {
    const begins = this.#begins
    const network = networkOfMagic(begins.subarray(0, MAGIC_LEN))
    if (network) return { kind: 'other network', network }
    const text = String.fromCharCode(...begins)
    const protocol = BEGINNINGS.find(([, beginning]) => beginning.test(text))?.[0]
    return { kind: 'something else', protocol, begins }
  }
}

function findingOf(event: TransportEvent): ProbeFinding {
  if (event.type !== 'message' || event.messageType !== 'version') return { kind: 'no version' }
  const decoded = decodeReceived(event.messageType, event.payload)
  if (decoded instanceof MessageError || decoded.message.type !== 'version') {
    return { kind: 'no version' }
  }
  const { version, userAgent, startHeight, services } = decoded.message
  return {
    kind: 'node',
    version,
    userAgent,
    startHeight,
    services: describeServices(services),
    offersV2: (services & NODE_P2P_V2) !== 0n,
  }
}
