/**
 * A BIP324 peer that breaks the protocol in whichever way is asked for, built from the pieces of
 * `@v2scope/bip324`: for the tests, and for the Lab. Sans-I/O, and what it does wrong is plain data.
 */

import {
  concatBytes,
  deriveSessionKeys,
  ELLSWIFT_PUBKEY_LEN,
  type EllswiftKeyPair,
  GARBAGE_TERMINATOR_LEN,
  HEADER_LEN,
  IGNORE_BIT,
  LENGTH_FIELD_LEN,
  PacketCipher,
  type Role,
  type SessionKeys,
  TAG_LEN,
  v2Ecdh,
} from '@v2scope/bip324'
import { PacketSealer } from './packet-sealer.js'

/** One packet, and what is wrong with it. */
export interface PacketPlan {
  readonly contents: Uint8Array
  /** The ignore bit. Default: no decoy. */
  readonly decoy?: boolean
  /** The whole header, 0..255, in place of `decoy` (P2). */
  readonly header?: number
  /** What the length field says, in place of the length of the contents (P3, P4). */
  readonly announce?: number
  /** In place of our garbage for our first packet, and of nothing for the others (H6). */
  readonly aad?: Uint8Array
  /** Bits of the packet on the wire that are changed: 8 · byte + bit, the length field's first (P5). */
  readonly flipBits?: readonly number[]
}

/** What a peer may do in its handshake; none of it: an honest handshake without decoys. */
export interface HandshakePlan {
  /** Sent in front of the key: a v1 header, anything. */
  readonly before?: Uint8Array
  /** Keeps the garbage back until the keys stand, and sends it with the terminator. */
  readonly withholdGarbage?: boolean
  /** Ends the garbage with so many of our terminator's first bytes, 0..15, and a wrong one. Withholds it. */
  readonly lookalike?: number
  /** Sends another terminator, or none (H5). */
  readonly terminator?: 'wrong' | 'none'
  /** What follows the terminator. Default: a version packet with empty contents (H7). */
  readonly packets?: readonly PacketPlan[]
  /** Says nothing more after this. */
  readonly silentAfter?: 'nothing' | 'key' | 'garbage' | 'terminator'
}

export interface MisbehavingPeerOptions extends HandshakePlan {
  readonly role: Role
  /** 4 bytes. Another network's makes a peer of another network (H5). */
  readonly magic: Uint8Array
  readonly keyPair: EllswiftKeyPair
  /** Of any length: 4096 bytes and more are one of the faults. Default: none. */
  readonly garbage?: Uint8Array
}

/** A packet of the other side that this peer could open. */
export interface SeenPacket {
  readonly number: number
  readonly ignore: boolean
  readonly header: number
  readonly contents: Uint8Array
}

const NOTHING: Uint8Array = new Uint8Array(0)
const VERSION: PacketPlan = { contents: NOTHING }

/** Put `takeOutput()` on the wire after the constructor, `receive`, `send` and `sendRaw`. */
export class MisbehavingPeer {
  readonly role: Role
  /** Every packet that could be opened, in order. */
  readonly seen: SeenPacket[] = []
  readonly #options: MisbehavingPeerOptions
  #output: Uint8Array[] = []
  #input = NOTHING
  #garbageSent = NOTHING
  #keys: SessionKeys | undefined
  #sealer: PacketSealer | undefined
  #opener: PacketCipher | undefined
  #garbageReceived: Uint8Array | undefined
  #hasSentKey = false
  #lengthAwaited: number | undefined
  #isDeaf = false

  /** An initiator speaks first; a responder at the first byte that comes. */
  constructor(options: MisbehavingPeerOptions) {
    this.role = options.role
    this.#options = options
    if (options.role === 'initiator') this.#sendKey()
  }

  /** What both sides derive from the keys; undefined before the other's 64 bytes have come. */
  get keys(): SessionKeys | undefined {
    return this.#keys
  }

  /** Whether it has received something that it could not open; it reads nothing after that. */
  get isDeaf(): boolean {
    return this.#isDeaf
  }

  /** Everything to put on the wire since the last call. */
  takeOutput(): Uint8Array {
    const output = concatBytes(...this.#output)
    this.#output = []
    return output
  }

  /** Puts bytes on the wire as they are. */
  sendRaw(bytes: Uint8Array): void {
    this.#output.push(bytes)
  }

  /** Encrypts a packet, with what is to be wrong with it. @throws {Error} before the keys stand. */
  send(plan: PacketPlan): void {
    const sealer = this.#sealer
    if (!sealer) throw new Error('no keys yet: nothing to encrypt with')
    const { contents, announce, decoy = false, header = decoy ? IGNORE_BIT : 0 } = plan
    const aad = plan.aad ?? (sealer.packetNumber === 0 ? this.#garbageSent : NOTHING)
    const packet = sealer.seal({ contents, header, aad, announce })
    for (const bit of plan.flipBits ?? []) flipBit(packet, bit)
    this.sendRaw(packet)
  }

  /** Takes bytes in any fragmentation; returns the packets that they complete. */
  receive(bytes: Uint8Array): SeenPacket[] {
    this.#input = concatBytes(this.#input, bytes)
    if (!this.#hasSentKey) this.#sendKey()
    const before = this.seen.length
    while (this.#step()) {}
    return this.seen.slice(before)
  }

  #sendKey(): void {
    this.#hasSentKey = true
    const { before = NOTHING, keyPair, silentAfter, garbage = NOTHING } = this.#options
    if (silentAfter === 'nothing') return
    this.sendRaw(before)
    this.sendRaw(keyPair.ellswift)
    if (silentAfter !== 'key' && !this.#withholds) this.#sendGarbage(garbage)
  }

  get #withholds(): boolean {
    return this.#options.withholdGarbage === true || this.#options.lookalike !== undefined
  }

  #sendGarbage(garbage: Uint8Array): void {
    this.#garbageSent = garbage
    this.sendRaw(garbage)
  }

  /** One thing off the front of the input: key, garbage, length or packet. False: more is needed. */
  #step(): boolean {
    if (this.#isDeaf) return false
    if (!this.#keys) {
      if (this.#input.length < ELLSWIFT_PUBKEY_LEN) return false
      this.#answer(this.#take(ELLSWIFT_PUBKEY_LEN))
      return true
    }
    if (!this.#garbageReceived) return this.#findTerminator(this.#keys.recvGarbageTerminator)
    return this.#open(this.#garbageReceived)
  }

  #answer(theirs: Uint8Array): void {
    const { role, magic, keyPair, silentAfter, garbage = NOTHING, lookalike } = this.#options
    const secret = v2Ecdh(keyPair.privateKey, theirs, keyPair.ellswift, role)
    const keys = deriveSessionKeys(secret, magic, role)
    this.#keys = keys
    this.#sealer = new PacketSealer(keys.sendL, keys.sendP)
    this.#opener = new PacketCipher(keys.recvL, keys.recvP)
    if (silentAfter === 'nothing' || silentAfter === 'key') return
    const right = keys.sendGarbageTerminator
    const end = lookalike === undefined ? NOTHING : lookalikeOf(right, lookalike)
    if (this.#withholds) this.#sendGarbage(concatBytes(garbage, end))
    if (silentAfter === 'garbage') return
    if (this.#options.terminator === undefined) this.sendRaw(right)
    if (this.#options.terminator === 'wrong') this.sendRaw(right.map((byte) => byte ^ 1))
    if (silentAfter === 'terminator') return
    for (const plan of this.#options.packets ?? [VERSION]) this.send(plan)
  }

  #findTerminator(terminator: Uint8Array): boolean {
    for (let at = 0; at + GARBAGE_TERMINATOR_LEN <= this.#input.length; at++) {
      if (!terminator.every((byte, i) => this.#input[at + i] === byte)) continue
      this.#garbageReceived = this.#take(at)
      this.#take(GARBAGE_TERMINATOR_LEN)
      return true
    }
    return false
  }

  #open(garbage: Uint8Array): boolean {
    const opener = this.#opener
    if (!opener) return false
    if (this.#lengthAwaited === undefined) {
      if (this.#input.length < LENGTH_FIELD_LEN) return false
      this.#lengthAwaited = opener.decryptLength(this.#take(LENGTH_FIELD_LEN))
    }
    const sealedLength = HEADER_LEN + this.#lengthAwaited + TAG_LEN
    if (this.#input.length < sealedLength) return false
    this.#lengthAwaited = undefined
    const number = opener.packetNumber
    const opened = opener.decrypt(this.#take(sealedLength), number === 0 ? garbage : NOTHING)
    if (opened) this.seen.push({ number, ...opened })
    this.#isDeaf = opened === undefined
    return opened !== undefined
  }

  #take(length: number): Uint8Array {
    const taken = this.#input.subarray(0, length)
    this.#input = this.#input.subarray(length)
    return taken
  }
}

/** Changes one bit in place: 8 · byte + bit, the lowest bit of a byte its 0th. */
export function flipBit(bytes: Uint8Array, bit: number): void {
  const at = Math.floor(bit / 8)
  bytes[at] = (bytes[at] ?? 0) ^ (1 << (bit % 8))
}

/** The first `length` bytes of a terminator, and then a byte that isn't its next. */
const lookalikeOf = (terminator: Uint8Array, length: number) =>
  concatBytes(terminator.subarray(0, length), Uint8Array.of((terminator[length] ?? 0) ^ 0xff))
