/** BIP324 §Packet encryption, of packets with anything in them that one likes. */

import { concatBytes, FSChaCha20, FSChaCha20Poly1305, LENGTH_FIELD_LEN } from '@v2scope/bip324'

export interface PlainPacket {
  readonly contents: Uint8Array
  /** 0..255 (P2). */
  readonly header: number
  readonly aad: Uint8Array
  /** What the length field says. Default: the length of the contents (P3, P4). */
  readonly announce?: number | undefined
}

/** One direction's pair of ciphers (C3). */
export class PacketSealer {
  readonly #lengths: FSChaCha20
  readonly #packets: FSChaCha20Poly1305

  /** @param keyL 32 bytes @param keyP 32 bytes */
  constructor(keyL: Uint8Array, keyP: Uint8Array) {
    this.#lengths = new FSChaCha20(keyL)
    this.#packets = new FSChaCha20Poly1305(keyP)
  }

  /** Of the next packet, from 0. */
  get packetNumber(): number {
    return this.#packets.packetNumber
  }

  /** The packet as it is on the wire, 20 bytes more than its contents (P1). */
  seal({ contents, header, aad, announce = contents.length }: PlainPacket): Uint8Array {
    const field = Uint8Array.from({ length: LENGTH_FIELD_LEN }, (_, i) => announce >> (8 * i))
    const plaintext = concatBytes(Uint8Array.of(header), contents)
    return concatBytes(this.#lengths.crypt(field), this.#packets.encrypt(aad, plaintext))
  }

  /** Overwrites the keys with zeros. */
  wipe(): void {
    this.#lengths.wipe()
    this.#packets.wipe()
  }
}
