/** BIP324 §Overall packet encryption and decryption pseudocode: one direction's pair of ciphers (C3). */

import { toBytes } from './bytes.js'
import {
  HEADER_LEN,
  IGNORE_BIT,
  LENGTH_FIELD_LEN,
  PACKET_OVERHEAD,
  REKEY_INTERVAL,
  TAG_LEN,
} from './constants.js'
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
} from './direction-cipher.js'
import { FSChaCha20 } from './fschacha20.js'
import { FSChaCha20Poly1305 } from './fschacha20poly1305.js'

/** The two ciphers as the BIP has them, by @noble. */
export class PacketCipher implements DirectionCipher {
  readonly #lengths: FSChaCha20
  readonly #packets: FSChaCha20Poly1305
  #isWiped = false

  /**
   * @param keyL 32 bytes, `initiator_L` or `responder_L` @param keyP 32 bytes, likewise `_P`
   * @throws {LocalProtocolError} `BAD_ARGUMENT` for a wrong length.
   */
  constructor(keyL: Uint8Array, keyP: Uint8Array, onRekey: OnRekeys = {}) {
    this.#lengths = new FSChaCha20(keyL, onRekey.L)
    this.#packets = new FSChaCha20Poly1305(keyP, onRekey.P)
  }

  get packetNumber(): number {
    return this.#packets.packetNumber
  }

  get packetsUntilRekey(): number {
    return REKEY_INTERVAL - (this.packetNumber % REKEY_INTERVAL)
  }

  encrypt(contents: Uint8Array, { ignore, aad = NO_AAD }: PacketOptions = NO_OPTIONS): Uint8Array {
    this.#mustHaveKeys()
    toBytes('the AAD', aad)
    toContents(contents)
    const packet = new Uint8Array(contents.length + PACKET_OVERHEAD)
    packet.set(this.#lengths.crypt(le24(contents.length)))
    packet[LENGTH_FIELD_LEN] = ignore ? IGNORE_BIT : 0
    packet.set(contents, LENGTH_FIELD_LEN + HEADER_LEN)
    const sealed = packet.subarray(LENGTH_FIELD_LEN)
    const plaintext = sealed.subarray(0, HEADER_LEN + contents.length)
    this.#packets.encrypt(aad, plaintext, sealed)
    return packet
  }

  encryptInto(
    contents: Uint8Array,
    output: Uint8Array,
    options: PacketOptions = NO_OPTIONS,
  ): number {
    this.#mustHaveKeys()
    const size = toContents(contents).length + PACKET_OVERHEAD
    mustHold(output, size)
    output.set(this.encrypt(contents, options))
    return size
  }

  decryptLength(field: Uint8Array): number {
    this.#mustHaveKeys()
    const [low = 0, middle = 0, high = 0] = this.#lengths.crypt(toLengthField(field))
    return low | (middle << 8) | (high << 16)
  }

  decrypt(sealed: Uint8Array, aad: Uint8Array = NO_AAD): OpenedPacket | undefined {
    this.#mustHaveKeys()
    if (toBytes('a packet', sealed).length < HEADER_LEN + TAG_LEN) return undefined
    const plaintext = this.#packets.decrypt(aad, sealed)
    if (plaintext === undefined) return undefined
    const header = plaintext[0] ?? 0
    const contents = plaintext.subarray(HEADER_LEN)
    return { header, ignore: (header & IGNORE_BIT) !== 0, contents }
  }

  decryptInto(
    sealed: Uint8Array,
    output: Uint8Array,
    aad: Uint8Array = NO_AAD,
  ): number | undefined {
    this.#mustHaveKeys()
    mustHold(output, toBytes('a packet', sealed).length - HEADER_LEN - TAG_LEN)
    const opened = this.decrypt(sealed, aad)
    if (opened) output.set(opened.contents)
    return opened?.header
  }

  wipe(): void {
    this.#isWiped = true
    this.#lengths.wipe()
    this.#packets.wipe()
  }

  #mustHaveKeys(): void {
    if (this.#isWiped) throw wiped()
  }
}

/** A length as a packet starts with it, before encryption: 3 bytes, little-endian. */
export const le24 = (length: number): Uint8Array =>
  Uint8Array.of(length & 0xff, (length >> 8) & 0xff, (length >> 16) & 0xff)
