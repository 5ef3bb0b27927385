/** BIP324 §v2 Bitcoin P2P transport layer protocol: one connection, as initiator or responder. */

import {
  type EllswiftPubkey,
  type Magic,
  type PrivateKey,
  toBytes,
  toEllswiftPubkey,
  toMagic,
} from './bytes.js'
import { DEFAULT_MAX_CONTENTS, type Role } from './constants.js'
import { type Core, REFERENCE_CORE } from './core.js'
import type { DirectionCipher } from './direction-cipher.js'
import { LocalProtocolError, RemoteProtocolError } from './errors.js'
import type { OutputChunk, TransportEvent, TransportStats } from './events.js'
import type { Phase, TransportKind } from './handshake.js'
import { agreeOnKeys } from './key-agreement.js'
import { toPrivateKey } from './private-key.js'
import { Receiver } from './receiver.js'
import { Sender } from './sender.js'
import type { SessionKeys } from './session-keys.js'
import { TraceRecorder } from './trace-recorder.js'
import {
  toDecoy,
  toGarbage,
  toMaxContents,
  toOptions,
  toRole,
  type V2TransportOptions,
} from './transport-options.js'
import { type Waiting, waitingFor } from './waiting.js'

/**
 * A BIP324 connection without I/O: received bytes go in; events, and bytes to send, come out. Put
 * what `takeOutput()` holds on the wire after the constructor, after `receive` and after `send`.
 */
export class V2Transport {
  readonly role: Role
  readonly #magic: Magic
  readonly #privateKey: PrivateKey
  readonly #ellswift: EllswiftPubkey
  readonly #decoys: readonly Uint8Array[]
  readonly #trace: TraceRecorder | undefined
  readonly #core: Core
  readonly #sender: Sender
  readonly #receiver: Receiver
  #isWiped = false

  /** @throws {LocalProtocolError} for options that the protocol does not allow. */
  constructor(given: V2TransportOptions) {
    const options = toOptions(given)
    this.role = toRole(options.role)
    this.#magic = toMagic(toMagic(options.magic).slice())
    this.#privateKey = toPrivateKey(options.keyPair?.privateKey)
    this.#ellswift = toEllswiftPubkey(toEllswiftPubkey(options.keyPair.ellswift).slice())
    this.#decoys = (options.decoys ?? []).map(toDecoy)
    this.#trace = options.trace && new TraceRecorder(this.role, options.trace)
    this.#core = options.core ?? REFERENCE_CORE
    const garbage = toGarbage(options.garbage)
    const maxContents = toMaxContents(options.maxContents ?? DEFAULT_MAX_CONTENTS)
    this.#sender = new Sender(garbage, this.#trace)
    this.#receiver = new Receiver({
      role: this.role,
      magic: this.#magic,
      maxContents,
      trace: this.#trace,
      actions: {
        sendKey: () => this.#sender.sendKey(this.#ellswift),
        agree: (theirs, then) => this.#agree(theirs, then),
        forget: () => this.#forget(),
      },
    })
    if (this.role === 'initiator') this.#sender.sendKey(this.#ellswift) // H1
  }

  /** How far the handshake has come. */
  get phase(): Phase {
    return this.#receiver.shown.phase
  }

  /** What is spoken: `detecting` until the peer's version packet has authenticated (S3). */
  get transport(): TransportKind {
    return this.#receiver.shown.transport
  }

  /** 32 bytes, in the order of `getpeerinfo` (S5); undefined before the transport is v2 (S3). */
  get sessionId(): Uint8Array | undefined {
    return this.#receiver.sessionId
  }

  /** Whether `send` works: the keys stand and nothing has failed. */
  get canSend(): boolean {
    return this.#sender.isReady && this.#receiver.state.state !== 'failed' && !this.#isWiped
  }

  /** What has come in of something that isn't whole yet; undefined where nothing is awaited. */
  get waiting(): Waiting | undefined {
    return waitingFor(this.#receiver.state)
  }

  /** Counters of both directions, as they are now. */
  get stats(): TransportStats {
    return { sent: { ...this.#sender.stats }, received: { ...this.#receiver.stats } }
  }

  /** What to put on the wire, in order. Handed out once. */
  takeOutput(): OutputChunk[] {
    return this.#sender.takeOutput()
  }

  /**
   * Takes bytes from the peer, in any fragmentation, and tells what they brought.
   * @throws {RemoteProtocolError} when the peer breaks the protocol. What came before the fault in
   * the same call is in the error's `events`. Afterwards every call throws this error, without events.
   * @throws {LocalProtocolError} `BAD_ARGUMENT` unless a Uint8Array; `ALREADY_ENDED` after the end
   * or a wipe.
   */
  receive(bytes: Uint8Array): TransportEvent[] {
    const input = toBytes('what is received', bytes)
    this.#mustBeOpen()
    return this.#receiver.receive(input)
  }

  /**
   * Says that the peer has closed its side of the stream; between two packets it may.
   * @throws {RemoteProtocolError} `CLOSED_BEFORE_KEY`, `CLOSED_IN_HANDSHAKE`, `CLOSED_IN_PACKET`.
   */
  receiveEnd(): void {
    this.#mustBeOpen()
    this.#receiver.end()
  }

  /**
   * Says that the driver's time for the handshake is over (S4). Once the transport is known, nothing.
   * @throws {RemoteProtocolError} `HANDSHAKE_TIMEOUT`, with what the peer still owed.
   */
  expire(): void {
    this.#mustBeOpen()
    this.#receiver.expire()
  }

  /**
   * Encrypts one packet: a message (`encodeContents`), or a decoy of any contents. Possible from the
   * moment that the peer's key is there, which is before its version packet (H7).
   * @param contents 0..2²⁴−1 bytes; nodes disconnect above 4,000,013
   * @throws {LocalProtocolError} `KEYS_NOT_DERIVED`, `CONTENTS_TOO_LONG`, `NOT_V2`, `BAD_ARGUMENT`,
   * `ALREADY_ENDED` after a wipe.
   * @throws {RemoteProtocolError} the connection's own, after it has failed.
   */
  send(contents: Uint8Array, options: { readonly decoy?: boolean } = {}): void {
    const input = toBytes('contents', contents)
    const { state } = this.#receiver
    if (state.state === 'failed') throw copyOf(state.error)
    if (this.transport === 'v1') {
      throw new LocalProtocolError('NOT_V2', 'the peer speaks v1: use encodeV1Message')
    }
    this.#mustHaveKeys()
    this.#sender.sendPacket(options?.decoy ? 'decoy' : 'message', input)
  }

  /**
   * Overwrites the ciphers' keys with zeros, and the private key where there is no trace. Nothing can
   * be sent or received afterwards.
   */
  wipe(): void {
    this.#isWiped = true
    this.#forget()
  }

  #forget(): void {
    this.#sender.wipe()
    this.#receiver.wipe()
    if (this.#trace === undefined) this.#privateKey.fill(0)
  }

  #mustBeOpen(): void {
    const { state } = this.#receiver
    if (state.state === 'failed') throw copyOf(state.error)
    if (state.state === 'ended') {
      throw new LocalProtocolError(
        'ALREADY_ENDED',
        'the peer has closed this stream: start another',
      )
    }
    this.#mustHaveKeys()
  }

  /** Keys of zeros are everybody's. */
  #mustHaveKeys(): void {
    if (!this.#isWiped) return
    throw new LocalProtocolError('ALREADY_ENDED', 'this transport has been wiped: start another')
  }

  /** H4: the keys; the receiving side moves on; terminator, decoys and version packet go out. */
  #agree(theirs: EllswiftPubkey, then: (keys: SessionKeys, cipher: DirectionCipher) => void): void {
    const ours = { role: this.role, magic: this.#magic, privateKey: this.#privateKey }
    const agreement = { ...ours, ours: this.#ellswift, theirs, core: this.#core }
    const keys = agreeOnKeys(agreement, this.#trace)
    const sendCipher = this.#cipher('sent', keys.sendL, keys.sendP)
    then(keys, this.#cipher('received', keys.recvL, keys.recvP))
    this.#sender.sendVersion(keys.sendGarbageTerminator, sendCipher, this.#decoys)
  }

  #cipher(of: 'sent' | 'received', keyL: Uint8Array, keyP: Uint8Array): DirectionCipher {
    const trace = this.#trace
    if (trace === undefined) {
      const cipher = this.#core.directionCipher(keyL, keyP)
      keyL.fill(0)
      keyP.fill(0)
      return cipher
    }
    const from = (of === 'sent') === (this.role === 'initiator') ? 'initiator' : 'responder'
    return this.#core.directionCipher(keyL, keyP, {
      L: (rekey) => trace.rekeyed(of, 'FSChaCha20', `${from}_L`, rekey),
      P: (rekey) => trace.rekeyed(of, 'FSChaCha20Poly1305', `${from}_P`, rekey),
    })
  }
}

/** An error of its own for each throw: where it was thrown is in its stack. */
const copyOf = (error: RemoteProtocolError) =>
  new RemoteProtocolError(error.code, error.message, error.offset)
