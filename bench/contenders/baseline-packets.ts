/**
 * The baseline's packets: an AEAD of its own for each packet; the keystream of the length cipher for a
 * whole epoch at once, kept, and consumed three bytes at a time; what goes out put together anew.
 */

import { chacha20, chacha20poly1305 } from '@noble/ciphers/chacha.js'
import type { DirectionKeys, PacketCiphers, PacketContender } from './contender.js'
import { BASELINE } from './names.js'

const EPOCH = 224
const LENGTH_FIELD = 3
const KEY = 32
const TAG = 16
const HEADER = 1

function nonce(first: number, epoch: number): Uint8Array {
  const bytes = new Uint8Array(12)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, first, true)
  view.setBigUint64(4, BigInt(epoch), true)
  return bytes
}

function concat(...parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

class LengthCipher {
  #key: Uint8Array
  #epoch = 0
  #chunks = 0
  #keystream = new Uint8Array(0)

  constructor(key: Uint8Array) {
    this.#key = key
  }

  crypt(chunk: Uint8Array): Uint8Array {
    const stream = this.#take(LENGTH_FIELD)
    const out = chunk.map((byte, i) => byte ^ (stream[i] ?? 0))
    this.#chunks += 1
    if (this.#chunks === EPOCH) {
      this.#key = this.#take(KEY)
      this.#keystream = new Uint8Array(0)
      this.#epoch += 1
      this.#chunks = 0
    }
    return out
  }

  #take(length: number): Uint8Array {
    if (this.#keystream.length === 0) {
      const zeros = new Uint8Array(EPOCH * LENGTH_FIELD + KEY)
      this.#keystream = chacha20(this.#key, nonce(0, this.#epoch), zeros)
    }
    const taken = this.#keystream.slice(0, length)
    this.#keystream = this.#keystream.subarray(length)
    return taken
  }
}

class ContentsCipher {
  #key: Uint8Array
  #packets = 0

  constructor(key: Uint8Array) {
    this.#key = key
  }

  encrypt(aad: Uint8Array, plaintext: Uint8Array): Uint8Array {
    const sealed = this.#cipher(aad).encrypt(plaintext)
    this.#advance()
    return sealed
  }

  decrypt(aad: Uint8Array, ciphertext: Uint8Array): Uint8Array {
    const plaintext = this.#cipher(aad).decrypt(ciphertext)
    this.#advance()
    return plaintext
  }

  #cipher(aad: Uint8Array) {
    const epoch = Math.floor(this.#packets / EPOCH)
    return chacha20poly1305(this.#key, nonce(this.#packets % EPOCH, epoch), aad)
  }

  #advance(): void {
    this.#packets += 1
    if (this.#packets % EPOCH !== 0) return
    const epoch = this.#packets / EPOCH - 1
    const sealed = chacha20poly1305(this.#key, nonce(0xffffffff, epoch)).encrypt(
      new Uint8Array(KEY),
    )
    this.#key = sealed.slice(0, KEY)
  }
}

const NO_AAD = new Uint8Array(0)

export class BaselinePackets {
  readonly #lengths: LengthCipher
  readonly #contents: ContentsCipher

  constructor({ L, P }: DirectionKeys) {
    this.#lengths = new LengthCipher(L)
    this.#contents = new ContentsCipher(P)
  }

  seal(contents: Uint8Array, aad: Uint8Array = NO_AAD): Uint8Array {
    const { length } = contents
    const field = Uint8Array.of(length & 0xff, (length >> 8) & 0xff, (length >> 16) & 0xff)
    const plaintext = concat(Uint8Array.of(0), contents)
    return concat(this.#lengths.crypt(field), this.#contents.encrypt(aad, plaintext))
  }

  /** @returns the contents, and what follows the packet */
  open(stream: Uint8Array, aad: Uint8Array = NO_AAD): { contents: Uint8Array; rest: Uint8Array } {
    const [low = 0, middle = 0, high = 0] = this.#lengths.crypt(stream.slice(0, LENGTH_FIELD))
    const length = low | (middle << 8) | (high << 16)
    const end = LENGTH_FIELD + HEADER + length + TAG
    const plaintext = this.#contents.decrypt(aad, stream.slice(LENGTH_FIELD, end))
    return { contents: plaintext.slice(HEADER), rest: stream.subarray(end) }
  }
}

const ciphers: PacketCiphers = {
  sealer(keys) {
    const packets = new BaselinePackets(keys)
    return (contents) => packets.seal(contents)
  },
  opener(keys) {
    const packets = new BaselinePackets(keys)
    return (stream) => {
      let bytes = 0
      for (let rest = stream; rest.length > 0; ) {
        const opened = packets.open(rest)
        bytes += opened.contents.length
        rest = opened.rest
      }
      return bytes
    }
  },
}

export const baselinePackets: PacketContender = {
  name: BASELINE,
  does: 'packets',
  load: async () => ciphers,
}
