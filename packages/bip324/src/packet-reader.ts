/** BIP324 §Packet encryption: packets out of a byte stream, in any fragmentation. */

import { HEADER_LEN, LENGTH_FIELD_LEN, TAG_LEN } from './constants.js'
import { GrowingBuffer } from './growing-buffer.js'
import type { OpenedPacket, PacketCipher } from './packet.js'

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

/** Collects one packet at a time. What it holds is at most that packet (P4). */
export class PacketReader {
  readonly #cipher: PacketCipher
  readonly #maxContents: number
  readonly #lengthBuffer = new GrowingBuffer(LENGTH_FIELD_LEN)
  #lengthField: Uint8Array | undefined
  #sealed = new GrowingBuffer(0)

  constructor(cipher: PacketCipher, maxContents: number) {
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
  read(
    input: Uint8Array,
    aad: Uint8Array,
  ): { readonly taken: number; readonly result: ReadResult } {
    let taken = 0
    if (this.#lengthField === undefined) {
      taken = this.#lengthBuffer.fill(input)
      if (!this.#lengthBuffer.isFull) return { taken, result: { read: 'nothing yet' } }
      this.#lengthField = this.#lengthBuffer.take()
      const length = this.#cipher.decryptLength(this.#lengthField)
      if (length > this.#maxContents) return { taken, result: { read: 'too large', length } }
      this.#sealed = new GrowingBuffer(HEADER_LEN + length + TAG_LEN)
    }
    const { collected, sealed } = this.#collect(input.subarray(taken))
    taken += collected
    if (sealed === undefined) return { taken, result: { read: 'nothing yet' } }
    return { taken, result: this.#open(this.#lengthField, sealed, aad) }
  }

  /** What follows the length field: a view of the input where all of it is there, else collected. */
  #collect(input: Uint8Array): { readonly collected: number; readonly sealed?: Uint8Array } {
    const { size } = this.#sealed
    if (this.#sealed.length === 0 && input.length >= size) {
      return { collected: size, sealed: input.subarray(0, size) }
    }
    const collected = this.#sealed.fill(input)
    return this.#sealed.isFull ? { collected, sealed: this.#sealed.peek() } : { collected }
  }

  #open(lengthField: Uint8Array, sealed: Uint8Array, aad: Uint8Array): ReadResult {
    const number = this.#cipher.packetNumber
    const opened = this.#cipher.decrypt(sealed, aad)
    if (opened === undefined) {
      this.#sealed.fill(sealed)
      return { read: 'not authentic' }
    }
    this.#lengthField = undefined
    this.#sealed = new GrowingBuffer(0)
    return { read: 'packet', packet: { ...opened, number, wire: { lengthField, sealed } } }
  }
}
