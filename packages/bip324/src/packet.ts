/** BIP324 §Overall packet encryption and decryption pseudocode: one direction's pair of ciphers (C3). */

import { toBytes } from './bytes.js'
import {
  HEADER_LEN,
  IGNORE_BIT,
  LENGTH_FIELD_LEN,
  MAX_CONTENTS_LEN,
  PACKET_OVERHEAD,
  REKEY_INTERVAL,
  TAG_LEN,
} from './constants.js'
import { LocalProtocolError } from './errors.js'
import { FSChaCha20 } from './fschacha20.js'
import { FSChaCha20Poly1305 } from './fschacha20poly1305.js'
import type { OnRekey } from './rekey.js'

const NO_AAD = new Uint8Array(0)

/** A packet whose tag was right. */
export interface OpenedPacket {
  /** 1 byte; all but the ignore bit is to be ignored (P2). */
  readonly header: number
  /** The ignore bit: a decoy. */
  readonly ignore: boolean
  readonly contents: Uint8Array
}

/** Turns contents into packets, or packets into contents, in their order, for one direction. */
export class PacketCipher {
  readonly #lengths: FSChaCha20
  readonly #packets: FSChaCha20Poly1305
  #isWiped = false

  /**
   * @param keyL 32 bytes, `initiator_L` or `responder_L` @param keyP 32 bytes, likewise `_P`
   * @throws {LocalProtocolError} `BAD_ARGUMENT` for a wrong length.
   */
  constructor(keyL: Uint8Array, keyP: Uint8Array, onRekey: { L?: OnRekey; P?: OnRekey } = {}) {
    this.#lengths = new FSChaCha20(keyL, onRekey.L)
    this.#packets = new FSChaCha20Poly1305(keyP, onRekey.P)
  }

  /** The number of the next packet of this direction, from 0 (H6). */
  get packetNumber(): number {
    return this.#packets.packetNumber
  }

  /** How many more packets the present keys serve: 224..1. */
  get packetsUntilRekey(): number {
    return REKEY_INTERVAL - (this.packetNumber % REKEY_INTERVAL)
  }

  /**
   * The packet: encrypted length ‖ AEAD(header ‖ contents) ‖ tag, 20 bytes more than the contents (P1).
   * @throws {LocalProtocolError} `CONTENTS_TOO_LONG` above 2²⁴ − 1 bytes; `BAD_ARGUMENT`;
   * `ALREADY_ENDED` after `wipe`.
   */
  encrypt(contents: Uint8Array, options: { ignore?: boolean; aad?: Uint8Array } = {}): Uint8Array {
    this.#mustHaveKeys()
    const aad = toBytes('the AAD', options.aad ?? NO_AAD)
    toBytes('contents', contents)
    if (contents.length > MAX_CONTENTS_LEN) {
      throw new LocalProtocolError(
        'CONTENTS_TOO_LONG',
        `a packet holds at most ${MAX_CONTENTS_LEN} bytes of contents, not ${contents.length}`,
      )
    }
    const packet = new Uint8Array(contents.length + PACKET_OVERHEAD)
    packet.set(this.#lengths.crypt(le24(contents.length)))
    packet[LENGTH_FIELD_LEN] = options.ignore ? IGNORE_BIT : 0
    packet.set(contents, LENGTH_FIELD_LEN + HEADER_LEN)
    const sealed = packet.subarray(LENGTH_FIELD_LEN)
    const plaintext = sealed.subarray(0, HEADER_LEN + contents.length)
    this.#packets.encrypt(aad, plaintext, sealed)
    return packet
  }

  /** The length of the contents, from the 3 bytes that a packet starts with. Not authenticated (P4). */
  decryptLength(field: Uint8Array): number {
    this.#mustHaveKeys()
    if (toBytes('a length field', field).length !== LENGTH_FIELD_LEN) {
      throw new LocalProtocolError(
        'BAD_ARGUMENT',
        `a length field is ${LENGTH_FIELD_LEN} bytes long`,
      )
    }
    const [low = 0, middle = 0, high = 0] = this.#lengths.crypt(field)
    return low | (middle << 8) | (high << 16)
  }

  /** What follows the length field, opened; undefined where the tag is wrong. */
  decrypt(sealed: Uint8Array, aad: Uint8Array = NO_AAD): OpenedPacket | undefined {
    this.#mustHaveKeys()
    if (toBytes('a packet', sealed).length < HEADER_LEN + TAG_LEN) return undefined
    const plaintext = this.#packets.decrypt(aad, sealed)
    if (plaintext === undefined) return undefined
    const header = plaintext[0] ?? 0
    const contents = plaintext.subarray(HEADER_LEN)
    return { header, ignore: (header & IGNORE_BIT) !== 0, contents }
  }

  /** Overwrites the keys with zeros; the cipher can't be used afterwards. */
  wipe(): void {
    this.#isWiped = true
    this.#lengths.wipe()
    this.#packets.wipe()
  }

  /** Keys of zeros are everybody's. */
  #mustHaveKeys(): void {
    if (!this.#isWiped) return
    throw new LocalProtocolError('ALREADY_ENDED', 'the keys of this cipher have been wiped')
  }
}

/** A length as a packet starts with it, before encryption: 3 bytes, little-endian. */
export const le24 = (length: number): Uint8Array =>
  Uint8Array.of(length & 0xff, (length >> 8) & 0xff, (length >> 16) & 0xff)
