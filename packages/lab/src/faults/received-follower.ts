/** Follows what we receive, by our own keys: a third party could not. */

import {
  concatBytes,
  ELLSWIFT_PUBKEY_LEN,
  FSChaCha20,
  GARBAGE_TERMINATOR_LEN,
  HEADER_LEN,
  LENGTH_FIELD_LEN,
  MAX_GARBAGE_LEN,
  type Role,
  TAG_LEN,
  V1_HEADER_LEN,
} from '@v2scope/bip324'
import type { TimedEvent } from '@v2scope/recording'
import { PartReader } from './part-reader.js'
import type { Span } from './span.js'
import type { NextPart, StreamFollower } from './stream-follower.js'

const EMPTY: Uint8Array = new Uint8Array(0)
/** H2: where the magic ends, what a v1 peer begins with, and where that ends. */
const MAGIC_END = 4
const V1_VERSION = Uint8Array.from('version\0\0\0\0\0', (char) => char.charCodeAt(0))
const V1_PREFIX_END = MAGIC_END + V1_VERSION.length
/** Of a v1 header: where the length of the payload is. */
const V1_LENGTH_AT = 16
const MOST_SEARCHED = MAX_GARBAGE_LEN + GARBAGE_TERMINATOR_LEN

/** What begins next; `lost` where that can't be told. */
type State = 'key' | 'garbage' | 'packets' | 'v1' | 'lost'

export class ReceivedFollower implements StreamFollower {
  readonly #role: Role
  readonly #reader = new PartReader()
  readonly #next: NextPart[] = []
  #state: State
  #lengths: FSChaCha20 | undefined
  #terminator: Uint8Array = EMPTY
  /** Of the present length field, v1 header, or beginning of a key. */
  #seen: Uint8Array = EMPTY
  /** Garbage, or the beginning of the terminator; or what came before our keys. */
  #held: Uint8Array = EMPTY
  #garbage = 0
  #packet = 0

  /** @param role ours */
  constructor(role: Role, transport: 'v2' | 'v1') {
    this.#role = role
    this.#state = transport === 'v1' ? 'v1' : 'key'
  }

  get needsKeys(): boolean {
    return this.#state === 'garbage' && !this.#lengths
  }

  giveUp(): void {
    this.#state = 'lost'
    this.#reader.finish(EMPTY)
  }

  onEvent(event: TimedEvent): void {
    if (event.type !== 'keys_derived') return
    const theirs = this.#role === 'initiator' ? 'responder_L' : 'initiator_L'
    const length = event.expansions.find(({ name }) => name === theirs)
    if (length) this.#lengths = new FSChaCha20(length.output)
    this.#terminator = event.recvGarbageTerminator.output
  }

  *take(bytes: Uint8Array): Iterable<Span> {
    let rest = concatBytes(this.#held, bytes)
    this.#held = EMPTY
    for (;;) {
      if (this.needsKeys) {
        this.#held = rest
        return
      }
      const span = this.#state === 'garbage' ? this.#scan(rest) : this.#read(rest)
      if (!span) return
      rest = rest.subarray(span.bytes.length)
      yield span
    }
  }

  *flush(): Iterable<Span> {
    const rest = this.#held
    this.#held = EMPTY
    this.#state = 'lost'
    const span = this.#reader.isBetween ? this.#read(rest) : this.#reader.take(rest)
    if (span && span.bytes.length > 0) yield span
  }

  #read(rest: Uint8Array): Span | undefined {
    if (this.#reader.isBetween) {
      const next = this.#next.shift() ?? this.#nextPart(rest.length)
      if (!next) return undefined
      this.#reader.begin(next.part, next.length, next.packet)
      this.#seen = EMPTY
    }
    const mayBeV1 = this.#state === 'key' && this.#role === 'responder'
    const isEarly = mayBeV1 && this.#reader.done < V1_PREFIX_END
    const end = isEarly ? V1_PREFIX_END - this.#reader.done : rest.length
    const span = this.#reader.take(rest.subarray(0, end))
    if (span) this.#note(span)
    return span
  }

  /** @param available bytes */
  #nextPart(available: number): NextPart | undefined {
    switch (this.#state) {
      case 'key':
        return { part: 'key', length: ELLSWIFT_PUBKEY_LEN }
      case 'packets':
        return { part: 'length field', length: LENGTH_FIELD_LEN, packet: this.#packet }
      case 'v1':
        return { part: 'v1 header', length: V1_HEADER_LEN, packet: this.#packet }
      default:
        return available > 0 ? { part: 'unknown', length: available } : undefined
    }
  }

  /** What follows from this for what comes next. */
  #note({ part, bytes, ends }: Span): void {
    if (part === 'key' || part === 'length field' || part === 'v1 header') {
      this.#seen = concatBytes(this.#seen, bytes)
    }
    if (part === 'key' && this.#role === 'responder' && isV1(this.#seen)) {
      this.#state = 'v1'
      this.#reader.rename('v1 header', V1_HEADER_LEN, 0)
    } else if (part === 'key' && ends) {
      this.#state = 'garbage'
      this.#reader.begin('garbage', Number.POSITIVE_INFINITY)
    }
    if (part === 'terminator' && ends) this.#state = 'packets'
    if (part === 'length field' && ends) this.#expectPacket()
    if (part === 'v1 header' && ends) this.#expectV1Payload()
    if ((part === 'tag' || part === 'v1 payload') && ends) this.#packet += 1
  }

  #expectPacket(): void {
    const [low = 0, middle = 0, high = 0] = this.#lengths?.crypt(this.#seen) ?? []
    const packet = this.#packet
    this.#next.push(
      { part: 'header', length: HEADER_LEN, packet },
      { part: 'contents', length: low + middle * 2 ** 8 + high * 2 ** 16, packet },
      { part: 'tag', length: TAG_LEN, packet },
    )
  }

  #expectV1Payload(): void {
    const { buffer, byteOffset } = this.#seen
    const length = new DataView(buffer, byteOffset).getUint32(V1_LENGTH_AT, true)
    this.#next.push({ part: 'v1 payload', length, packet: this.#packet })
  }

  /** Of garbage only what can't be the beginning of the terminator is told. */
  #scan(rest: Uint8Array): Span | undefined {
    const found = indexOf(rest, this.#terminator)
    if (found >= 0) {
      this.#next.push({ part: 'terminator', length: GARBAGE_TERMINATOR_LEN })
      this.#state = 'packets'
      return this.#reader.finish(rest.subarray(0, found))
    }
    if (this.#garbage + rest.length >= MOST_SEARCHED) {
      this.#state = 'lost'
      return this.#reader.finish(rest)
    }
    const sure = rest.length - overlap(rest, this.#terminator)
    this.#garbage += sure
    this.#held = rest.subarray(sure)
    return this.#reader.take(rest.subarray(0, sure))
  }
}

const isV1 = (key: Uint8Array): boolean =>
  key.length === V1_PREFIX_END && V1_VERSION.every((byte, i) => key[MAGIC_END + i] === byte)

function indexOf(bytes: Uint8Array, wanted: Uint8Array): number {
  for (let at = 0; at + wanted.length <= bytes.length; at++) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return at
  }
  return -1
}

/** How many bytes at the end of these are the beginning of what is wanted, and not all of it. */
function overlap(bytes: Uint8Array, wanted: Uint8Array): number {
  for (let length = Math.min(bytes.length, wanted.length - 1); length > 0; length--) {
    const end = bytes.subarray(bytes.length - length)
    if (end.every((byte, i) => wanted[i] === byte)) return length
  }
  return 0
}
