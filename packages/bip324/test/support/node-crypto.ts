/** The ciphers and hashes again, with nothing but Node's own crypto. */

import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync } from 'node:crypto'
import type { Role } from '../../src/index.js'

const plain = (bytes: Uint8Array) => new Uint8Array(bytes)

export const nodeSha256 = (...parts: readonly Uint8Array[]): Uint8Array => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return plain(hash.digest())
}

export const nodeHmac = (key: Uint8Array, data: Uint8Array): Uint8Array =>
  plain(createHmac('sha256', key).update(data).digest())

/** One block of HKDF-Expand, which is all that 32 bytes need (RFC 5869 §2.3). */
export const nodeExpand = (prk: Uint8Array, info: Uint8Array, length: number): Uint8Array =>
  nodeHmac(prk, Buffer.concat([info, Buffer.of(1)])).subarray(0, length)

export function nodeTaggedHash(tag: string, data: Uint8Array): Uint8Array {
  const tagHash = nodeSha256(Buffer.from(tag, 'ascii'))
  return nodeSha256(tagHash, tagHash, data)
}

export function nodeChaCha20(key: Uint8Array, nonce: Uint8Array, data: Uint8Array): Uint8Array {
  const counterAndNonce = Buffer.concat([new Uint8Array(4), nonce])
  return plain(createCipheriv('chacha20', key, counterAndNonce).update(data))
}

const AEAD = 'chacha20-poly1305'
const TAG = { authTagLength: 16 }

export function nodeSeal(key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, data: Uint8Array) {
  const cipher = createCipheriv(AEAD, key, nonce, TAG)
  cipher.setAAD(aad, { plaintextLength: data.length })
  const ciphertext = Buffer.concat([cipher.update(data), cipher.final()])
  return plain(Buffer.concat([ciphertext, cipher.getAuthTag()]))
}

/** @throws where the tag is wrong */
export function nodeOpen(key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, sealed: Uint8Array) {
  const end = sealed.length - 16
  const decipher = createDecipheriv(AEAD, key, nonce, TAG)
  decipher.setAuthTag(sealed.subarray(end))
  decipher.setAAD(aad, { plaintextLength: end })
  return plain(Buffer.concat([decipher.update(sealed.subarray(0, end)), decipher.final()]))
}

/** 12 bytes: LE32(first) ‖ LE64(epoch). */
export function nodeNonce(first: number, epoch: number): Uint8Array {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32LE(first, 0)
  nonce.writeBigUInt64LE(BigInt(epoch), 4)
  return plain(nonce)
}

/** K2 and K3, by Node's HKDF from end to end. */
export function nodeSessionKeys(sharedSecret: Uint8Array, magic: Uint8Array) {
  const salt = Buffer.concat([Buffer.from('bitcoin_v2_shared_secret'), magic])
  const expand = (info: string) =>
    new Uint8Array(hkdfSync('sha256', sharedSecret, salt, Buffer.from(info), 32))
  const terminators = expand('garbage_terminators')
  const side = (role: Role, terminator: Uint8Array) => ({
    L: expand(`${role}_L`),
    P: expand(`${role}_P`),
    terminator,
  })
  return {
    initiator: side('initiator', terminators.slice(0, 16)),
    responder: side('responder', terminators.slice(16)),
    sessionId: expand('session_id'),
  }
}

/** A packet, opened. */
export interface NodePacket {
  readonly length: number
  readonly header: number
  readonly contents: Uint8Array
}

/** Opens the packets of one direction in their order, changing keys as C1 and C2 say. */
export class NodeOpener {
  #keyL: Uint8Array
  #keyP: Uint8Array
  #number = 0

  constructor(keyL: Uint8Array, keyP: Uint8Array) {
    this.#keyL = keyL
    this.#keyP = keyP
  }

  /** The first packet of a stream, and what follows it. */
  open(
    stream: Uint8Array,
    aad: Uint8Array = new Uint8Array(0),
  ): { packet: NodePacket; rest: Uint8Array } {
    const index = this.#number % 224
    const epoch = Math.floor(this.#number / 224)
    const lengthStream = nodeChaCha20(this.#keyL, nodeNonce(0, epoch), new Uint8Array(704))
    const at = (i: number) => (stream[i] ?? 0) ^ (lengthStream[3 * index + i] ?? 0)
    const length = at(0) + 256 * at(1) + 65536 * at(2)
    const end = 3 + 1 + length + 16
    const sealed = stream.subarray(3, end)
    const plaintext = nodeOpen(this.#keyP, nodeNonce(index, epoch), aad, sealed)
    this.#number += 1
    if (index === 223) {
      const nonce = nodeNonce(0xffffffff, epoch)
      this.#keyL = lengthStream.slice(672, 704)
      this.#keyP = nodeSeal(this.#keyP, nonce, new Uint8Array(0), new Uint8Array(32)).slice(0, 32)
    }
    const packet = { length, header: plaintext[0] ?? 0, contents: plaintext.slice(1) }
    return { packet, rest: stream.subarray(end) }
  }
}
