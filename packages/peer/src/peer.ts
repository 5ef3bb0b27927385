/** The application side of a connection: version handshake, ping, timeouts, decoys. Sans-I/O. */

import {
  assertNever,
  decodeMessageType,
  LocalProtocolError,
  type OutputChunk,
  RemoteProtocolError,
  type Role,
  type TransportEvent,
  type TransportKind,
  type TransportStats,
  type Waiting,
} from '@v2scope/bip324'
import { encodeMessage, type Message, MessageError, type VersionMessage } from '@v2scope/messages'
import { type Channel, V1Channel, v2Channel } from './channel.js'
import { DecoySchedule } from './decoy-schedule.js'
import { newTransport } from './new-transport.js'
import { ourVersion, PROTOCOL_VERSION } from './our-version.js'
import { PausableClock } from './pausable-clock.js'
import {
  CLOSED_IN_VERSION_HANDSHAKE,
  type Failure,
  peerSilent,
  pingTimeout,
  versionTimeout,
} from './peer-errors.js'
import type { PeerOptions } from './peer-options.js'
import { Pings } from './pings.js'
import { randomU64 } from './random.js'
import { received } from './received-message.js'
import { DEFAULT_TIMEOUTS, type Timeouts } from './timeouts.js'
import { OTHER, Traffic } from './traffic.js'
import type { PeerTransport } from './transport-maker.js'

/** What the peer itself reads. */
const ANSWERED: ReadonlySet<string> = new Set(['version', 'verack', 'ping', 'pong'])

export type PeerState = 'connecting' | 'transport' | 'ready' | 'failed' | 'closed'

/**
 * A peer on one connection. Give it what is received; put `takeOutput()` on the wire after creating
 * it and after each call; call `tick` when `nextTick` says so. No remote fault is thrown: it is told.
 */
export class Peer {
  readonly role: Role
  readonly traffic = new Traffic()
  readonly #options: PeerOptions
  readonly #timeouts: Timeouts
  readonly #transport: PeerTransport | undefined
  /** Of all that we do by a clock; latencies alone go by the one outside. */
  readonly #clock: PausableClock
  readonly #startedAt: number
  readonly #pings: Pings
  readonly #decoys: DecoySchedule
  #channel: Channel
  #state: PeerState = 'connecting'
  #version: VersionMessage | undefined
  #versionSent = false
  #isBroken = false
  #seq = 0

  /** @throws {LocalProtocolError} for a magic, garbage length or random source that can't be used. */
  constructor(options: PeerOptions) {
    this.role = options.role
    this.#options = options
    this.#timeouts = { ...DEFAULT_TIMEOUTS, ...options.timeouts }
    this.#clock = new PausableClock(options.now)
    this.#startedAt = this.#clock.now()
    this.traffic.heard(this.#startedAt)
    this.#pings = new Pings(this.#timeouts)
    this.#decoys = new DecoySchedule(options.random)
    this.#transport =
      options.transport === 'v1'
        ? undefined
        : newTransport(options, (seq) => {
            this.#seq = seq + 1
          })
    this.#channel = this.#transport ? v2Channel(this.#transport) : this.#newV1Channel()
    if (this.#channel.kind === 'v1' && this.role === 'initiator') this.#sendVersion()
  }

  get state(): PeerState {
    return this.#state
  }

  /** What is spoken (S3). */
  get transport(): TransportKind {
    return this.#channel.kind === 'v1' ? 'v1' : (this.#transport?.transport ?? 'v1')
  }

  /** 32 bytes; undefined unless the transport is v2. */
  get sessionId(): Uint8Array | undefined {
    return this.#transport?.sessionId
  }

  /** The peer's version message, once it has come. */
  get peerVersion(): VersionMessage | undefined {
    return this.#version
  }

  /** Counters of the transport; undefined where v1 was chosen. */
  get stats(): TransportStats | undefined {
    return this.#transport?.stats
  }

  /** What the v2 transport is in the middle of receiving. */
  get waiting(): Waiting | undefined {
    return this.#channel.kind === 'v2' && !this.#isOver() ? this.#transport?.waiting : undefined
  }

  /** The latest and the least latency of a ping, in ms; undefined before the first pong. */
  get latency(): { readonly last: number; readonly least: number } | undefined {
    return this.#pings.latency
  }

  takeOutput(): OutputChunk[] {
    return this.#channel.takeOutput()
  }

  receive(bytes: Uint8Array): void {
    if (this.#isOver()) return
    this.traffic.heard(this.#clock.now())
    this.#guard(() => this.#handleAll(this.#channel.receive(bytes)))
  }

  /** The peer has closed its side. */
  receiveEnd(): void {
    if (this.#isOver()) return
    this.#guard(() => {
      this.#channel.receiveEnd()
      if (this.#state === 'ready') {
        this.#state = 'closed'
        this.#options.onEvent({ type: 'closed' })
      } else {
        this.#fail(CLOSED_IN_VERSION_HANDSHAKE)
      }
    })
  }

  /** Lets time pass: timeouts (S4), pings that are due, decoys that are due. */
  tick(): void {
    if (this.#isOver()) return
    const now = this.#clock.now()
    const { handshakeMs, silenceMs, pongMs } = this.#timeouts
    if (this.#state !== 'ready') {
      if (now - this.#startedAt >= handshakeMs) this.#expire()
    } else if (now - this.traffic.lastReceived >= silenceMs) {
      this.#fail(peerSilent(silenceMs))
    } else if (this.#pings.isOverdue(now)) {
      this.#fail(pingTimeout(pongMs))
    } else {
      if (this.#pings.isDue(now)) this.ping()
      for (const decoy of this.#decoys.due(now)) this.#transport?.send(decoy, { decoy: true })
    }
  }

  /** When to call `tick` next, on the clock of `now`; undefined once the connection is over. */
  nextTick(): number | undefined {
    if (this.#isOver()) return undefined
    return this.#clock.whenOutside(this.#nextDue())
  }

  /**
   * Our clock stands still: what we have put out is kept from the wire by whoever drives us, so that
   * neither a timeout of ours runs out nor anything is sent by the clock, until `resume`.
   */
  pause(): void {
    this.#clock.pause()
  }

  resume(): void {
    this.#clock.resume()
  }

  /** A ping that had been kept from the wire goes out now: its latency counts from here. */
  pingLeft(nonce: bigint): void {
    this.#pings.left(nonce, this.#options.now())
  }

  /**
   * Sends a message; where the connection is over, nothing.
   * @throws {LocalProtocolError} before the keys stand. @throws {MessageError} for a value out of range.
   */
  send(message: Message): void {
    const messageType = message.type === 'unknown' ? message.messageType : message.type
    const payload = encodeMessage(message)
    if (this.#isOver() || this.#isBroken) return
    const wireBytes = this.#channel.sendMessage(messageType, payload)
    this.traffic.sent(messageType, wireBytes, this.#options.now())
  }

  /** Sends a packet with these contents, right or wrong; where the connection is over, nothing. @throws {LocalProtocolError} */
  sendContents(contents: Uint8Array): void {
    if (this.#isOver() || this.#isBroken) return
    const transport = this.#v2()
    const before = transport.stats.sent.bytes
    transport.send(contents)
    const type = decodeMessageType(contents)
    const messageType = type.ok ? type.messageType : OTHER
    this.traffic.sent(messageType, transport.stats.sent.bytes - before, this.#options.now())
  }

  /** Sends a ping; its answer is told as `pong`. */
  ping(): void {
    const nonce = randomU64(this.#options.random)
    this.send({ type: 'ping', nonce })
    this.#pings.sent(nonce, this.#clock.now(), this.#options.now())
  }

  /** Sends a decoy of random contents; where the connection is over, nothing. @param size bytes of contents @throws {LocalProtocolError} */
  sendDecoy(size: number): void {
    if (this.#isOver() || this.#isBroken) return
    this.#v2().send(this.#options.random(size), { decoy: true })
  }

  /**
   * Sends decoys from now on, or no more.
   * @param schedule `everyMs` between two, at least 1; `size` in bytes of contents
   * @throws {LocalProtocolError} `NOT_V2`: v1 has no decoys.
   */
  scheduleDecoys(schedule: { readonly everyMs: number; readonly size: number } | undefined): void {
    if (schedule) this.#v2()
    this.#decoys.set(schedule, this.#clock.now())
  }

  /** Ends the connection from our side; keys are wiped. */
  close(): void {
    if (!this.#isOver()) this.#state = 'closed'
    this.#transport?.wipe()
  }

  /** When `tick` has something to do, on our clock. */
  #nextDue(): number {
    if (this.#state !== 'ready') return this.#startedAt + this.#timeouts.handshakeMs
    const silent = this.traffic.lastReceived + this.#timeouts.silenceMs
    return Math.min(silent, this.#pings.next(), this.#decoys.next())
  }

  #v2(): PeerTransport {
    if (this.#transport && this.#channel.kind === 'v2') return this.#transport
    throw new LocalProtocolError('NOT_V2', 'the peer speaks v1, which has no decoys')
  }

  #newV1Channel(): V1Channel {
    const { magic, trace } = this.#options
    return new V1Channel({ role: this.role, magic, trace, firstSeq: this.#seq })
  }

  /** Runs what may meet a fault of the peer's, and tells it. */
  #guard(action: () => void): void {
    try {
      action()
    } catch (error) {
      if (!(error instanceof RemoteProtocolError)) throw error
      this.#isBroken = true // what came before the fault is still told, and no longer answered
      this.#handleAll(error.events)
      const { code, row, message, offset } = error
      this.#fail({ code, row, message, ...(offset !== undefined && { offset }) })
    }
  }

  #expire(): void {
    this.#guard(() => {
      this.#channel.expire()
      this.#fail(versionTimeout(this.#timeouts.handshakeMs))
    })
  }

  #fail(failure: Failure): void {
    if (this.#isOver()) return
    this.#state = 'failed'
    this.#options.onEvent({ type: 'failed', failure })
  }

  #isOver(): boolean {
    return this.#state === 'failed' || this.#state === 'closed'
  }

  #handleAll(events: readonly TransportEvent[]): void {
    for (const event of events) if (!this.#isOver()) this.#handle(event)
  }

  #handle(event: TransportEvent): void {
    switch (event.type) {
      case 'established':
        this.#state = 'transport'
        this.#options.onEvent({ type: 'established', sessionId: event.sessionId })
        if (this.role === 'initiator') this.#sendVersion()
        break
      case 'v1':
        this.#handleV1(event.bytes)
        break
      case 'decoy':
        this.#options.onEvent({ type: 'decoy', size: event.contents.length })
        break
      case 'rejected':
        this.#options.onEvent({ type: 'rejected', rejection: event.rejection })
        break
      case 'message':
        this.#handleMessage(event)
        break
      default:
        assertNever(event)
    }
  }

  #handleV1(bytes: Uint8Array): void {
    if (this.#channel.kind === 'v2') {
      this.#channel = this.#newV1Channel()
      this.#options.onEvent({ type: 'v1' })
    }
    this.#handleAll(this.#channel.receive(bytes))
  }

  #handleMessage(event: Extract<TransportEvent, { type: 'message' }>): void {
    const { messageType, payload } = event
    this.traffic.received(event)
    const told = received(messageType, payload)
    this.#options.onEvent(told)
    if (!ANSWERED.has(messageType) || told.decoded instanceof MessageError) return
    const { message } = told.decoded
    if (message.type === 'version') this.#handleVersion(message)
    if (message.type === 'verack') this.#handleVerack()
    if (message.type === 'ping') this.#answer(message.nonce)
    if (message.type === 'pong') this.#handlePong(message.nonce)
  }

  #answer(nonce: bigint): void {
    const { mayAnswer } = this.#options
    if (this.#version && (mayAnswer?.() ?? true)) this.send({ type: 'pong', nonce })
  }

  #handleVersion(version: VersionMessage): void {
    if (this.#version) return
    this.#version = version
    this.#options.onEvent({ type: 'version', version })
    this.#sendVersion()
    if (version.version >= PROTOCOL_VERSION) {
      this.send({ type: 'wtxidrelay' })
      this.send({ type: 'sendaddrv2' })
    }
    this.send({ type: 'verack' })
  }

  #handleVerack(): void {
    if (!this.#version || this.#state === 'ready') return
    this.#state = 'ready'
    this.#pings.start(this.#clock.now())
    this.#options.onEvent({ type: 'ready' })
  }

  #handlePong(nonce: bigint): void {
    const latencyMs = this.#pings.answered(nonce, this.#options.now())
    if (latencyMs !== undefined) this.#options.onEvent({ type: 'pong', latencyMs })
  }

  #sendVersion(): void {
    if (this.#versionSent) return
    this.#versionSent = true
    this.send(ourVersion(this.#options))
  }
}
