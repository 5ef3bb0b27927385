/** BIP324 §Packet encryption: packets out of a byte stream, in any fragmentation. */

import { HEADER_LEN, LENGTH_FIELD_LEN, TAG_LEN } from './constants.js'
import type { DirectionCipher, OpenedPacket } from './direction-cipher.js'
import { GrowingBuffer } from './growing-buffer.js'

export interface ReadPacket extends OpenedPacket {
  readonly number: number
  /** The packet as it came: length field ‖ ciphertext ‖ tag. Parts may be views of the input. */
  readonly wire: { readonly lengthField: Uint8Array; readonly sealed: Uint8Array }
}

export type ReadResult =
  | { readonly read: 'packet'; readonly packet: ReadPacket }
  | { readonly read: 'nothing yet' }
  | { readonly read: 'too large'; readonly length: number }
  | { readonly read: 'not authentic' }

type Step = { readonly taken: number; readonly result: ReadResult }

/** Of a packet that hasn't begun. It has no byte to write to. */
const NONE = new GrowingBuffer(0)

/** Collects one packet at a time. What it holds is at most that packet (P4). */
export class PacketReader {
  readonly #cipher: DirectionCipher
  readonly #maxContents: number
  readonly #lengthBuffer = new GrowingBuffer(LENGTH_FIELD_LEN)
  #lengthField: Uint8Array | undefined
  #sealed = NONE

  constructor(cipher: DirectionCipher, maxContents: number) {
    this.#cipher = cipher
    this.#maxContents = maxContents
  }

  /** What has come of a packet that isn't whole, or wasn't authentic. */
  get pending() {
    return {
      lengthField: this.#lengthField ?? this.#lengthBuffer.peek(),
      sealed: this.#sealed.peek(),
      /** How long `sealed` will be, in bytes; 0 while the length is not known. */
      size: this.#sealed.size,
    }
  }

  /** Of the packet that is being read, from 0. */
  get number(): number {
    return this.#cipher.packetNumber
  }

  /** Takes bytes from the front of `input`, up to the end of one packet; says how many. */
  read(input: Uint8Array, aad: Uint8Array): Step {
    if (this.#lengthField !== undefined) return this.#readSealed(this.#lengthField, input, 0, aad)
    const isWhole = this.#lengthBuffer.length === 0 && input.length >= LENGTH_FIELD_LEN
    const taken = isWhole ? LENGTH_FIELD_LEN : this.#lengthBuffer.fill(input)
    if (!isWhole && !this.#lengthBuffer.isFull) return { taken, result: { read: 'nothing yet' } }
    // a view, for as long as nothing has to wait for more input
    const lengthField = isWhole ? input.subarray(0, LENGTH_FIELD_LEN) : this.#lengthBuffer.take()
    const length = this.#cipher.decryptLength(lengthField)
    if (length > this.#maxContents) {
      this.#lengthField = lengthField.slice()
      return { taken, result: { read: 'too large', length } }
    }
    const size = HEADER_LEN + length + TAG_LEN
    if (input.length - taken >= size) {
      const sealed = input.subarray(taken, taken + size)
      return { taken: taken + size, result: this.#open(lengthField, sealed, aad) }
    }
    this.#lengthField = lengthField.slice()
    this.#sealed = new GrowingBuffer(size)
    return this.#readSealed(this.#lengthField, input, taken, aad)
  }

  /** What follows the length field: a view of the input where all of it is there, else collected. */
  #readSealed(lengthField: Uint8Array, input: Uint8Array, from: number, aad: Uint8Array): Step {
    const { size } = this.#sealed
    const isWhole = this.#sealed.length === 0 && input.length - from >= size
    const taken = from + (isWhole ? size : this.#sealed.fill(input.subarray(from)))
    if (!isWhole && !this.#sealed.isFull) return { taken, result: { read: 'nothing yet' } }
    const sealed = isWhole ? input.subarray(from, taken) : this.#sealed.peek()
    return { taken, result: this.#open(lengthField, sealed, aad) }
  }

  #open(lengthField: Uint8Array, sealed: Uint8Array, aad: Uint8Array): ReadResult {
    const number = this.#cipher.packetNumber
    const opened = this.#cipher.decrypt(sealed, aad)
    if (opened === undefined) {
      this.#keep(lengthField, sealed)
      return { read: 'not authentic' }
    }
    this.#lengthField = undefined
    this.#sealed = NONE
    const { header, ignore, contents } = opened
    const wire = { lengthField, sealed }
    return { read: 'packet', packet: { header, ignore, contents, number, wire } }
  }

  /** For whoever asks what was not authentic. */
  #keep(lengthField: Uint8Array, sealed: Uint8Array): void {
    this.#lengthField = lengthField.slice()
    if (this.#sealed.isFull && this.#sealed !== NONE) return
    this.#sealed = new GrowingBuffer(sealed.length)
    this.#sealed.fill(sealed)
  }
}
