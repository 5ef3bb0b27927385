/** One of Mallory's two connections: a transport of her own, with keys of her own, or v1. */

import {
  concatBytes,
  ELLSWIFT_PUBKEY_LEN,
  ellswiftCreate,
  MAX_CONTENTS_LEN,
  MAX_GARBAGE_LEN,
  RemoteProtocolError,
  type Role,
  type TransportEvent,
  toHex,
  V2Transport,
} from '@v2scope/bip324'
import { randomBelow } from '@v2scope/peer'
import type { SessionWorld } from '@v2scope/recording'
import type { Leg } from './mallory-plan.js'
import { type Piece, pieceOf } from './piece.js'
import { V1Stream } from './v1-stream.js'

export interface MalloryLegOptions {
  readonly role: Role
  readonly magic: Uint8Array
  readonly random: SessionWorld['random']
  /** `v2`: as a responder she finds out. */
  readonly transport: 'v1' | 'v2'
}

export class MalloryLeg {
  readonly role: Role
  readonly #magic: Uint8Array
  readonly #ours: Uint8Array | undefined
  readonly #transport: V2Transport | undefined
  /** The first that came, up to the length of a key. */
  #theirs: Uint8Array = new Uint8Array(0)
  #v1: V1Stream | undefined
  #output: Uint8Array[] = []
  #isKeyMade = false
  #isKeySent = false
  /** For keys that don't stand yet. */
  #waiting: Piece[] = []
  #waitingBytes = 0
  #failure: RemoteProtocolError | undefined

  constructor({ role, magic, random, transport }: MalloryLegOptions) {
    this.role = role
    this.#magic = magic
    if (transport === 'v1') {
      this.#v1 = new V1Stream(magic)
      return
    }
    const keyPair = ellswiftCreate(random)
    this.#ours = keyPair.ellswift
    this.#transport = new V2Transport({
      role,
      magic,
      keyPair,
      garbage: random(randomBelow(random, MAX_GARBAGE_LEN + 1)),
      // how much is too much is for the two to say between whom she is
      maxContents: MAX_CONTENTS_LEN,
    })
    this.#collect()
  }

  /** What is spoken here; undefined before a responder knows it (H2). */
  get spoken(): 'v1' | 'v2' | undefined {
    if (this.#v1) return 'v1'
    return this.#isKeyMade ? 'v2' : undefined
  }

  /** Whether a whole key has come. */
  get hasTheirKey(): boolean {
    return this.#theirs.length === ELLSWIFT_PUBKEY_LEN
  }

  get hasHeard(): boolean {
    return this.#theirs.length > 0
  }

  /** Of what is to be sent here once the keys stand. */
  get waitingBytes(): number {
    return this.#waitingBytes
  }

  get standing(): Leg {
    const { role } = this
    if (this.#v1) return { role, transport: 'v1' }
    const { transport = 'detecting', sessionId } = this.#transport ?? {}
    const { code, row } = this.#failure ?? {}
    const isV2 = this.spoken === 'v2'
    return {
      role,
      transport,
      ...(sessionId && { sessionId: toHex(sessionId) }),
      ...(this.#ours && this.#isKeySent && { ellswiftOurs: toHex(this.#ours) }),
      ...(isV2 && this.hasTheirKey && { ellswiftTheirs: toHex(this.#theirs) }),
      ...(code !== undefined && row !== undefined && { failure: { code, row } }),
    }
  }

  /** @returns what came, and whether the other broke the protocol after it */
  receive(bytes: Uint8Array): { readonly pieces: readonly Piece[]; readonly isBroken: boolean } {
    if (!this.hasTheirKey) {
      this.#theirs = concatBytes(this.#theirs, bytes).slice(0, ELLSWIFT_PUBKEY_LEN)
    }
    const pieces = this.#v1
      ? this.#v1.receive(bytes)
      : this.#read(bytes).flatMap((event) => this.#toPieces(event))
    this.#sendWaiting()
    this.#collect()
    return { pieces, isBroken: this.#failure !== undefined }
  }

  /** What had begun to come in v1, where the stream ends. */
  end(): readonly Piece[] {
    return this.#v1?.end() ?? []
  }

  send(piece: Piece): void {
    if (this.#v1) {
      this.#output.push(piece.bytes)
    } else if (this.#transport?.canSend) {
      this.#transport.send(piece.bytes, { decoy: piece.kind === 'decoy' })
      this.#collect()
    } else {
      this.#waiting.push(piece)
      this.#waitingBytes += piece.bytes.length
    }
  }

  /** What to put on the wire. */
  takeOutput(): Uint8Array {
    const output = concatBytes(...this.#output)
    this.#output = []
    if (this.#isKeyMade) this.#isKeySent = true
    return output
  }

  /** It is over: nothing is kept but what is shown. */
  wipe(): void {
    this.#waiting = []
    this.#waitingBytes = 0
    this.#transport?.wipe()
  }

  #read(bytes: Uint8Array): readonly TransportEvent[] {
    try {
      return this.#transport?.receive(bytes) ?? []
    } catch (error) {
      if (!(error instanceof RemoteProtocolError)) throw error
      this.#failure = error
      return error.events
    }
  }

  #toPieces(event: TransportEvent): readonly Piece[] {
    if (event.type === 'v1') {
      this.#v1 ??= new V1Stream(this.#magic)
      return this.#v1.receive(event.bytes)
    }
    const piece = pieceOf(event)
    return piece ? [piece] : []
  }

  #sendWaiting(): void {
    if (!this.#transport?.canSend) return
    const waiting = this.#waiting
    this.#waiting = []
    this.#waitingBytes = 0
    for (const piece of waiting) this.send(piece)
  }

  #collect(): void {
    for (const { kind, bytes } of this.#transport?.takeOutput() ?? []) {
      if (kind === 'key') this.#isKeyMade = true
      this.#output.push(bytes)
    }
  }
}
