/** BIP324 §Overall packet encryption and decryption pseudocode: one direction's pair of ciphers, compiled. */

import { toBytes } from '../bytes.js'
import {
  DEFAULT_MAX_CONTENTS,
  HEADER_LEN,
  IGNORE_BIT,
  LENGTH_FIELD_LEN,
  PACKET_OVERHEAD,
  REKEY_INTERVAL,
  TAG_LEN,
} from '../constants.js'
import {
  type DirectionCipher,
  mustHold,
  NO_AAD,
  NO_OPTIONS,
  type OnRekeys,
  type OpenedPacket,
  type PacketOptions,
  toContents,
  toLengthField,
  wiped,
} from '../direction-cipher.js'
import { LocalProtocolError } from '../errors.js'
import { CompiledFSChaCha20 } from './fschacha20.js'
import { CompiledFSChaCha20Poly1305 } from './fschacha20poly1305.js'
import type { Heap } from './heap.js'
import { BATCH_ENDS, type OpenedPackets } from './opened-packets.js'

/** What a batch copies at most, in bytes, unless its first packet is longer. */
const BATCH_LEN = 65_536
const SEALED_OVERHEAD = HEADER_LEN + TAG_LEN

/** Keys and counters are here; the compiled code has a key for as long as a call takes. */
export class CompiledPacketCipher implements DirectionCipher {
  readonly #heap: Heap
  readonly #lengths: CompiledFSChaCha20
  readonly #packets: CompiledFSChaCha20Poly1305
  #isWiped = false

  /** As `new PacketCipher`. */
  constructor(heap: Heap, keyL: Uint8Array, keyP: Uint8Array, onRekey: OnRekeys = {}) {
    this.#heap = heap
    this.#lengths = new CompiledFSChaCha20(heap, keyL, onRekey.L)
    this.#packets = new CompiledFSChaCha20Poly1305(heap, keyP, onRekey.P)
  }

  get packetNumber(): number {
    return this.#packets.packetNumber
  }

  get packetsUntilRekey(): number {
    return REKEY_INTERVAL - this.#packets.packets
  }

  encrypt(contents: Uint8Array, options: PacketOptions = NO_OPTIONS): Uint8Array {
    const at = this.#seal(contents, options)
    const packet = this.#heap.bytes.slice(at, at + contents.length + PACKET_OVERHEAD)
    this.#packets.advance(1)
    return packet
  }

  encryptInto(
    contents: Uint8Array,
    output: Uint8Array,
    options: PacketOptions = NO_OPTIONS,
  ): number {
    const size = toContents(contents).length + PACKET_OVERHEAD
    this.#mustHaveKeys()
    mustHold(output, size)
    this.#heap.copyOut(this.#seal(contents, options), size, output)
    this.#packets.advance(1)
    return size
  }

  /** Puts a packet together. @returns where it is in the heap: from there it is to be taken before the next call */
  #seal(contents: Uint8Array, { ignore, aad = NO_AAD }: PacketOptions): number {
    this.#mustHaveKeys()
    if (aad !== NO_AAD) toBytes('the AAD', aad)
    const { length } = toContents(contents)
    // before anything is in the heap: whoever is told of a new key may use it
    const field = length ^ this.#lengths.next()
    const heap = this.#heap
    const packet = heap.place(length + PACKET_OVERHEAD, aad.length)
    const sealed = packet + LENGTH_FIELD_LEN
    const end = packet + length + PACKET_OVERHEAD
    const { bytes } = heap
    bytes[packet] = field
    bytes[packet + 1] = field >> 8
    bytes[packet + 2] = field >> 16
    bytes[sealed] = ignore ? IGNORE_BIT : 0
    heap.putBytes(contents, sealed + HEADER_LEN)
    heap.putBytes(aad, end)
    this.#packets.seal(sealed, HEADER_LEN + length, end, aad.length)
    return packet
  }

  decryptLength(field: Uint8Array): number {
    this.#mustHaveKeys()
    const [low = 0, middle = 0, high = 0] = toLengthField(field)
    return (low | (middle << 8) | (high << 16)) ^ this.#lengths.next()
  }

  decrypt(sealed: Uint8Array, aad: Uint8Array = NO_AAD): OpenedPacket | undefined {
    const at = this.#open(sealed, aad)
    if (at === undefined) return undefined
    const { bytes } = this.#heap
    const header = bytes[at] ?? 0
    const contents = bytes.slice(at + HEADER_LEN, at + sealed.length - TAG_LEN)
    this.#packets.advance(1)
    return { header, ignore: (header & IGNORE_BIT) !== 0, contents }
  }

  decryptInto(
    sealed: Uint8Array,
    output: Uint8Array,
    aad: Uint8Array = NO_AAD,
  ): number | undefined {
    const length = toBytes('a packet', sealed).length - SEALED_OVERHEAD
    this.#mustHaveKeys()
    mustHold(output, length)
    const at = this.#open(sealed, aad)
    if (at === undefined) return undefined
    const header = this.#heap.bytes[at]
    this.#heap.copyOut(at + HEADER_LEN, length, output)
    this.#packets.advance(1)
    return header
  }

  /** Opens a packet. @returns where its header is in the heap, its contents behind it; undefined where the tag is wrong */
  #open(sealed: Uint8Array, aad: Uint8Array): number | undefined {
    this.#mustHaveKeys()
    const length = toBytes('a packet', sealed).length - TAG_LEN
    if (aad !== NO_AAD) toBytes('the AAD', aad)
    if (length < HEADER_LEN) return undefined
    const heap = this.#heap
    const at = heap.place(length, TAG_LEN + aad.length)
    const end = at + length + TAG_LEN
    heap.putBytes(sealed, at)
    heap.putBytes(aad, end)
    return this.#packets.open(at, length, end, aad.length) ? at : undefined
  }

  /**
   * Opens packets from the front of the array, in place, as many as are whole, authentic and of one key.
   * All of them have an empty AAD (H6): the first packet of a direction is for `decrypt`. A packet that
   * isn't opened is as it came, and the cipher has not moved on to it.
   * @param opened is told what was opened @param maxContents bytes (P3)
   * @throws {LocalProtocolError} `BAD_ARGUMENT` between `decryptLength` and the rest of that packet.
   */
  decryptAll(wire: Uint8Array, opened: OpenedPackets, maxContents = DEFAULT_MAX_CONTENTS): void {
    this.#mustHaveKeys()
    toBytes('packets', wire)
    if (this.#lengths.chunks !== this.#packets.packets) {
      throw new LocalProtocolError('BAD_ARGUMENT', 'the rest of a packet is to be decrypted first')
    }
    const heap = this.#heap
    const { code } = heap
    const { window } = this.#lengths
    const length = this.#batchLength(wire, window)
    const at = heap.place(length, 0)
    heap.putBytes(length < wire.length ? wire.subarray(0, length) : wire, at)
    heap.bytes.set(window, code.KEYSTREAM.value)
    const count = this.#packets.openPackets(at, length, maxContents)
    const taken = heap.word(code.TAKEN.value)
    const why = BATCH_ENDS[heap.word(code.TAKEN.value + 4)] ?? 'more'
    for (let i = 0, entry = code.OPENED.value; i < count; i++, entry += 8) {
      opened.headers[i] = heap.word(entry)
      opened.lengths[i] = heap.word(entry + 4)
    }
    opened.count = count
    opened.taken = taken
    opened.end = why === 'incomplete' && length < wire.length ? 'more' : why
    // with the keystream there is the next key
    heap.bytes.fill(0, code.KEYSTREAM.value, code.KEYSTREAM.value + window.length)
    wire.set(heap.bytes.subarray(at, at + taken))
    this.#lengths.advance(count)
    this.#packets.advance(count)
  }

  wipe(): void {
    this.#isWiped = true
    this.#lengths.wipe()
    this.#packets.wipe()
    this.#heap.forget()
  }

  /** How much of the array is to be copied: the first packet at least, where that is whole. */
  #batchLength(wire: Uint8Array, window: Uint8Array): number {
    const i = this.#lengths.chunks * LENGTH_FIELD_LEN
    const byte = (at: number) => (wire[at] ?? 0) ^ (window[i + at] ?? 0)
    const first = (byte(0) | (byte(1) << 8) | (byte(2) << 16)) + PACKET_OVERHEAD
    return Math.min(wire.length, Math.max(first, BATCH_LEN))
  }

  #mustHaveKeys(): void {
    if (this.#isWiped) throw wiped()
  }
}
