/** What a misbehaving transport puts out: what a right one would, with one thing wrong; trace and wire agree. */

import {
  concatBytes,
  DEFAULT_MAX_CONTENTS,
  ELLSWIFT_PUBKEY_LEN,
  type Expansion,
  type GarbageEvent,
  HEADER_LEN,
  IGNORE_BIT,
  type KeysDerived,
  LENGTH_FIELD_LEN,
  type OutputChunk,
  type PacketEvent,
  type RandomBytes,
  type Role,
  TAG_LEN,
  type TerminatorSent,
  type TraceEvent,
  type TraceField,
  type TraceSink,
} from '@v2scope/bip324'
import type { TransportMisbehaviour } from './misbehaviour.js'
import { PacketSealer, type PlainPacket } from './packet-sealer.js'

export interface MisbehavingOutputOptions {
  readonly misbehaviour: TransportMisbehaviour
  readonly role: Role
  readonly trace: TraceSink | undefined
  readonly random: RandomBytes
  readonly onMisbehaved?: (() => void) | undefined
}

const NOTHING: Uint8Array = new Uint8Array(0)
const RESERVED_BITS = 0xff ^ IGNORE_BIT
const KEY_HALF = ELLSWIFT_PUBKEY_LEN / 2
/** Of a version packet, in bytes: any would do. */
const VERSION_CONTENTS = 100

export class MisbehavingOutput {
  readonly #options: MisbehavingOutputOptions
  #chunks: OutputChunk[] = []
  #sealer: PacketSealer | undefined
  #garbage = NOTHING
  #hasAnswered = false
  #hasMisbehaved = false
  #bytes = 0
  #seq = 0

  constructor(options: MisbehavingOutputOptions) {
    this.#options = options
  }

  /** Put out so far. */
  get bytes(): number {
    return this.#bytes
  }

  takeChunks(): OutputChunk[] {
    return this.#chunks.splice(0)
  }

  wipe(): void {
    this.#sealer?.wipe()
  }

  /** H2, broken: key and garbage go out now, and not when it is their turn. */
  answerEarly(ellswift: Uint8Array, garbage: Uint8Array): void {
    const told = { seq: 0, role: this.#options.role, direction: 'sent' } as const
    const half = { name: 'u', start: 0, end: KEY_HALF, row: 'K6' } as const
    const key: TraceField[] = [half, { ...half, name: 't', start: KEY_HALF, end: 2 * KEY_HALF }]
    const all: TraceField = { name: 'garbage', start: 0, end: garbage.length, row: 'H1' }
    const rest = garbage.length > 0 ? [all] : []
    this.#misbehaves()
    this.#put('key', { ...told, type: 'key_sent', bytes: ellswift.slice(), fields: key })
    this.#put('garbage', { ...told, type: 'garbage_sent', bytes: garbage.slice(), fields: rest })
    this.#hasAnswered = true
  }

  /** Takes what the right transport tells, and puts out what it says is sent. */
  take(event: TraceEvent): void {
    switch (event.type) {
      case 'keys_derived':
        this.#sealer = sealerOf(event, this.#options.role)
        this.#tell(event)
        break
      case 'key_sent':
        if (!this.#hasAnswered) this.#putKey(event)
        break
      case 'garbage_sent':
        if (!this.#hasAnswered) this.#putGarbage(event)
        break
      case 'terminator_sent':
        this.#putTerminator(event)
        break
      case 'packet_sent':
        this.#putPacket(event)
        break
      default:
        this.#tell(event)
    }
  }

  #putKey(event: Extract<TraceEvent, { type: 'key_sent' | 'key_received' }>): void {
    const { misbehaviour } = this.#options
    if (misbehaviour === 'private key used twice' || misbehaviour === 'early answer') {
      this.#misbehaves()
    }
    this.#put('key', event)
  }

  #putGarbage(event: GarbageEvent): void {
    const bytes = this.#garbageFor(event.bytes)
    this.#garbage = bytes
    const fields = event.fields.map((field) => ({ ...field, end: bytes.length }))
    this.#put('garbage', { ...event, bytes, fields })
  }

  #garbageFor(right: Uint8Array): Uint8Array {
    const { misbehaviour, random } = this.#options
    if (misbehaviour === 'wrong garbage') {
      this.#misbehaves()
      return right.map((byte, i) => (i === 0 ? byte ^ 1 : byte))
    }
    if (misbehaviour === 'garbage of 4096') {
      this.#misbehaves()
      return concatBytes(right, random(1))
    }
    return right
  }

  #putTerminator(event: TerminatorSent): void {
    const { misbehaviour } = this.#options
    const isWrong = misbehaviour === 'wrong terminator'
    if (isWrong || misbehaviour === 'wrong network magic') this.#misbehaves()
    const bytes = isWrong ? event.bytes.map((byte) => byte ^ 1) : event.bytes
    this.#put('terminator', { ...event, bytes })
  }

  #putPacket(event: PacketEvent): void {
    const plain = this.#plainFor(event)
    const isSame =
      plain.aad === event.aad && plain.header === event.header && plain.contents === event.contents
    const tooMuch = event.length > DEFAULT_MAX_CONTENTS
    if (!isSame || (tooMuch && this.#options.misbehaviour === 'oversized packet')) {
      this.#misbehaves()
    }
    // sealed here too where nothing changes: the ciphers keep step
    const bytes = this.#sealer?.seal(plain) ?? event.bytes
    this.#put('packet', isSame ? event : altered(event, plain, bytes))
  }

  /** What is in a packet, and what it vouches for. */
  #plainFor({ number, kind, contents, header, aad }: PacketEvent): PlainPacket {
    switch (this.#options.misbehaviour) {
      case 'no AAD':
        return { contents, header, aad: number === 0 ? NOTHING : aad }
      case 'garbage of 4096':
        return { contents, header, aad: number === 0 ? this.#garbage : aad }
      case 'reserved header bits':
        return { contents, header: header | RESERVED_BITS, aad }
      case 'version packet with contents': {
        const own = kind === 'version' ? this.#options.random(VERSION_CONTENTS) : contents
        return { contents: own, header, aad }
      }
      default:
        return { contents, header, aad }
    }
  }

  #put(kind: OutputChunk['kind'], event: TraceEvent): void {
    if (event.bytes.length > 0) this.#chunks.push({ kind, bytes: event.bytes.slice() })
    this.#bytes += event.bytes.length
    this.#tell(event)
  }

  #tell(event: TraceEvent): void {
    this.#options.trace?.({ ...event, seq: this.#seq })
    this.#seq += 1
  }

  #misbehaves(): void {
    if (this.#hasMisbehaved) return
    this.#hasMisbehaved = true
    this.#options.onMisbehaved?.()
  }
}

/** Of what is sent: the same keys as the right transport's, so that a packet can be sealed anew. */
function sealerOf({ expansions }: KeysDerived, role: Role): PacketSealer {
  const key = (name: Expansion) =>
    expansions.find((expansion) => expansion.name === name)?.output ?? NOTHING
  return new PacketSealer(key(`${role}_L`), key(`${role}_P`))
}

/** The event of a packet with something else in it. */
function altered(event: PacketEvent, plain: PlainPacket, bytes: Uint8Array): PacketEvent {
  const { contents, header, aad } = plain
  const isAsLong = contents.length === event.length
  return {
    ...event,
    bytes,
    contents,
    header,
    aad,
    length: contents.length,
    fields: isAsLong ? event.fields : versionFields(contents.length),
    tag: bytes.slice(-TAG_LEN),
  }
}

function versionFields(length: number): TraceField[] {
  const start = LENGTH_FIELD_LEN + HEADER_LEN
  const end = start + length
  return [
    { name: 'length field', start: 0, end: LENGTH_FIELD_LEN, row: 'P1' },
    { name: 'header', start: LENGTH_FIELD_LEN, end: start, row: 'P2' },
    { name: 'version contents', start, end, row: 'H7' },
    { name: 'tag', start: end, end: end + TAG_LEN, row: 'P5' },
  ]
}
