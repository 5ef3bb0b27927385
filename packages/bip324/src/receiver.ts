/** BIP324 §Handshake: what a side receives, state by state. */

import { concatBytes, type EllswiftPubkey, type Magic, toEllswiftPubkey } from './bytes.js'
import { ELLSWIFT_PUBKEY_LEN, type Role, V1_PREFIX_LEN } from './constants.js'
import type { DirectionCipher } from './direction-cipher.js'
import { assertNever, type RemoteErrorCode, RemoteProtocolError } from './errors.js'
import type { TransportEvent } from './events.js'
import { GarbageScanner, MAX_SEARCHED } from './garbage-scanner.js'
import { GrowingBuffer } from './growing-buffer.js'
import { type ReceiveState, type Shown, shownAs, TRANSITIONS } from './handshake.js'
import { decodeMessageType } from './message-type.js'
import { PacketReader, type ReadPacket } from './packet-reader.js'
import {
  CLOSED_BEFORE_KEY,
  NO_TERMINATOR,
  notAuthentic,
  unclaimedBytes,
} from './receive-failure.js'
import { countPacket, noStats } from './sender.js'
import type { SessionKeys } from './session-keys.js'
import type { TraceRecorder } from './trace-recorder.js'
import { compareV1Prefix, otherV1Network } from './v1-detection.js'
import { owed } from './waiting.js'

const EMPTY = new Uint8Array(0)

/** What the receiving side has the rest of the transport do. */
export interface HandshakeActions {
  /** H2: the peer isn't v1, so key and garbage go out. */
  sendKey(): void
  /** H4: derives the keys, hands them to `then`, and answers the peer's key. */
  agree(theirs: EllswiftPubkey, then: (keys: SessionKeys, cipher: DirectionCipher) => void): void
  /** K4: the connection has failed, or is v1: no secret is of use any more. */
  forget(): void
}

interface ReceiverOptions {
  readonly role: Role
  readonly magic: Magic
  readonly maxContents: number
  readonly actions: HandshakeActions
  readonly trace: TraceRecorder | undefined
}

export class Receiver {
  readonly stats = noStats()
  readonly #options: ReceiverOptions
  #state: ReceiveState
  #cipher: DirectionCipher | undefined
  #sessionId: Uint8Array = EMPTY
  #shown: Shown = { phase: 'key exchange', transport: 'detecting' }

  constructor(options: ReceiverOptions) {
    this.#options = options
    const key = new GrowingBuffer(ELLSWIFT_PUBKEY_LEN)
    this.#state = { state: options.role === 'initiator' ? 'key' : 'detecting', key }
    options.trace?.stateChanged(this.#shown.phase, this.#shown.transport)
  }

  get state(): ReceiveState {
    return this.#state
  }

  /** Phase and transport; a failure leaves them as they were. */
  get shown(): Shown {
    return this.#shown
  }

  /** 32 bytes once the transport is v2 (S3), undefined before. */
  get sessionId(): Uint8Array | undefined {
    return this.#shown.transport === 'v2' ? this.#sessionId.slice() : undefined
  }

  receive(bytes: Uint8Array): TransportEvent[] {
    this.stats.bytes += bytes.length
    const events: TransportEvent[] = []
    let rest = bytes
    while (rest.length > 0) rest = rest.subarray(this.#take(rest, events))
    return events
  }

  end(): void {
    const { state } = this.#state
    const whole = state === 'application' && unclaimedBytes(this.#state).length === 0
    if (state === 'v1' || whole) {
      this.#enter({ state: 'ended' })
    } else if (state === 'application') {
      this.#fail('CLOSED_IN_PACKET', 'The peer closed the connection within a packet.')
    } else if (this.#options.role === 'initiator' && this.stats.bytes === 0) {
      this.#fail('CLOSED_BEFORE_KEY', CLOSED_BEFORE_KEY)
    } else {
      const message = `The peer closed the connection during the handshake. ${owed(this.#state)}`
      this.#fail('CLOSED_IN_HANDSHAKE', message)
    }
  }

  expire(): void {
    if (this.#shown.transport !== 'detecting') return
    this.#fail('HANDSHAKE_TIMEOUT', `The handshake took too long. ${owed(this.#state)}`)
  }

  wipe(): void {
    this.#cipher?.wipe()
  }

  /** Takes bytes from the front of the input for the present state; says how many. */
  #take(input: Uint8Array, events: TransportEvent[]): number {
    const state = this.#state
    switch (state.state) {
      case 'detecting':
        return this.#detect(state.key, input, events)
      case 'key':
        return this.#takeKey(state.key, input, events)
      case 'garbage':
        return this.#scan(state, input, events)
      case 'version':
        return this.#takePacket(state.packets, state.garbage, input, events)
      case 'application':
        return this.#takePacket(state.packets, EMPTY, input, events)
      case 'v1':
        events.push({ type: 'v1', bytes: input.slice() })
        return input.length
      case 'failed':
      case 'ended':
        return input.length
      default:
        return assertNever(state)
    }
  }

  /** H2, decided at the first byte that differs. */
  #detect(key: GrowingBuffer, input: Uint8Array, events: TransportEvent[]): number {
    key.fill(input.subarray(0, 1))
    const verdict = compareV1Prefix(key.peek(), this.#options.magic)
    if (verdict === 'not v1') {
      this.#enter({ state: 'key', key })
      this.#options.actions.sendKey()
    }
    if (verdict !== 'v1') return 1
    const bytes = concatBytes(key.take(), input.subarray(1))
    this.#enter({ state: 'v1' })
    this.#options.actions.forget()
    this.#options.trace?.v1Detected(bytes)
    events.push({ type: 'v1', bytes })
    return input.length
  }

  #takeKey(key: GrowingBuffer, input: Uint8Array, events: TransportEvent[]): number {
    const mayBeV1 = this.#options.role === 'responder' && key.length < V1_PREFIX_LEN
    const taken = key.fill(mayBeV1 ? input.subarray(0, V1_PREFIX_LEN - key.length) : input)
    if (mayBeV1 && key.length === V1_PREFIX_LEN) {
      const network = otherV1Network(key.peek()) // H3
      if (network !== undefined) {
        const message = `The peer speaks v1 and is of another network: ${network}.`
        this.#fail('V1_OTHER_NETWORK', message, { offset: 0, rest: input.subarray(taken), events })
      }
    }
    if (key.isFull) this.#agree(toEllswiftPubkey(key.take()))
    return taken
  }

  #agree(theirs: EllswiftPubkey): void {
    const { actions, trace } = this.#options
    trace?.key('received', theirs)
    actions.agree(theirs, (keys, cipher) => {
      this.#cipher = cipher
      this.#sessionId = keys.sessionId
      const scanner = new GarbageScanner(keys.recvGarbageTerminator)
      this.#enter({ state: 'garbage', scanner, cipher })
    })
  }

  #scan(
    { scanner, cipher }: Extract<ReceiveState, { state: 'garbage' }>,
    input: Uint8Array,
    events: TransportEvent[],
  ): number {
    const { trace, maxContents } = this.#options
    const { taken, result } = scanner.scan(input)
    if (result.found === 'terminator') {
      trace?.garbage('received', result.garbage)
      trace?.terminatorFound(scanner.terminator, result.garbage.length)
      const packets = new PacketReader(cipher, maxContents)
      this.#enter({ state: 'version', packets, garbage: result.garbage })
    }
    if (result.found === 'too much garbage') {
      const offset = ELLSWIFT_PUBKEY_LEN + MAX_SEARCHED - 1
      const where = { offset, rest: input.subarray(taken), events }
      this.#fail('GARBAGE_TERMINATOR_MISSING', NO_TERMINATOR, where)
    }
    return taken
  }

  #takePacket(
    packets: PacketReader,
    aad: Uint8Array,
    input: Uint8Array,
    events: TransportEvent[],
  ): number {
    const { taken, result } = packets.read(input, aad)
    switch (result.read) {
      case 'nothing yet':
        break
      case 'packet':
        this.#deliver(result.packet, packets, aad, events)
        break
      case 'too large': {
        const message = `The peer announces a packet of ${result.length} bytes of contents; ${this.#options.maxContents} are the most accepted.`
        this.#failPacket('PACKET_TOO_LARGE', message, input.subarray(taken), events)
        break
      }
      case 'not authentic': {
        const message = notAuthentic(packets.number, aad.length)
        this.#failPacket('AUTHENTICATION_FAILED', message, input.subarray(taken), events)
        break
      }
      default:
        assertNever(result)
    }
    return taken
  }

  #deliver(
    packet: ReadPacket,
    packets: PacketReader,
    aad: Uint8Array,
    events: TransportEvent[],
  ): void {
    const { number, contents, header, wire } = packet
    const isVersion = this.#state.state === 'version' && !packet.ignore
    const kind = packet.ignore ? 'decoy' : isVersion ? 'version' : 'message'
    const wireLength = wire.lengthField.length + wire.sealed.length
    if (this.#cipher) countPacket(this.stats, kind, wireLength, this.#cipher)
    this.#options.trace?.packet('received', {
      number,
      kind,
      header,
      contents,
      aad,
      wire: concatBytes(wire.lengthField, wire.sealed),
    })
    if (kind === 'version') {
      const sessionId = this.#sessionId.slice()
      this.#enter({ state: 'application', packets })
      events.push({ type: 'established', sessionId, versionContents: contents, packet: number })
    } else if (this.#state.state === 'version') {
      this.#state = { state: 'version', packets, garbage: EMPTY } // H6: the AAD of the first packet alone
    }
    if (kind === 'decoy') events.push({ type: 'decoy', contents, packet: number })
    if (kind === 'message') events.push(toEvent(contents, number))
  }

  #failPacket(
    code: RemoteErrorCode,
    message: string,
    rest: Uint8Array,
    events: readonly TransportEvent[],
  ): never {
    this.#fail(code, message, { offset: this.#offsetBefore(rest), rest, events })
  }

  /** Where the packet starts that ends just before the rest of the input, in bytes of the stream. */
  #offsetBefore(rest: Uint8Array): number {
    return (
      this.stats.bytes -
      rest.length -
      unclaimedBytes(this.#state).reduce((n, [, b]) => n + b.length, 0)
    )
  }

  #enter(next: ReceiveState): void {
    if (!TRANSITIONS[this.#state.state].includes(next.state)) {
      throw new TypeError(`no way from ${this.#state.state} to ${next.state}`)
    }
    this.#state = next
    const shown = shownAs(next.state)
    if (!shown) return
    const changed = shown.phase !== this.#shown.phase || shown.transport !== this.#shown.transport
    this.#shown = shown
    if (changed) this.#options.trace?.stateChanged(shown.phase, shown.transport)
  }

  #fail(
    code: RemoteErrorCode,
    message: string,
    at: { offset?: number; rest?: Uint8Array; events?: readonly TransportEvent[] } = {},
  ): never {
    const unclaimed = unclaimedBytes(this.#state)
    const error = new RemoteProtocolError(code, message, at.offset, at.events)
    this.#enter({ state: 'failed', error: new RemoteProtocolError(code, message, at.offset) })
    this.#options.trace?.failed(error, [...unclaimed, ['not read', at.rest ?? EMPTY]])
    this.#options.actions.forget()
    throw error
  }
}

function toEvent(contents: Uint8Array, packet: number): TransportEvent {
  const type = decodeMessageType(contents)
  if (!type.ok) return { type: 'rejected', rejection: type.rejection, contents, packet }
  const { messageType, form, length } = type
  return { type: 'message', messageType, form, payload: contents.subarray(length), packet }
}
