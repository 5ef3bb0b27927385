/** BIP152 §Short transaction IDs: six bytes for a transaction, of SipHash-2-4. */

import { sha256 } from '@noble/hashes/sha2.js'
import { hexToBytes } from '@noble/hashes/utils.js'
import { type BlockHeaderFields, blockHeaderFields } from './block-header.js'
import { U64LE } from './little-endian.js'
import { PayloadWriter } from './writer.js'

/** Compression rounds for each word, and rounds at the end: SipHash-2-4. */
const C_ROUNDS = 2
const D_ROUNDS = 4
const WORD_SIZE = 8
const SHORT_ID_BITS = 48
const HEX_DIGITS = 12
/** "somepseudorandomlygeneratedbytes" in four words (SipHash §2.1). */
const INITIAL = [
  0x736f6d6570736575n,
  0x646f72616e646f6dn,
  0x6c7967656e657261n,
  0x7465646279746573n,
] as const

type State = [v0: bigint, v1: bigint, v2: bigint, v3: bigint]

const add = (a: bigint, b: bigint): bigint => BigInt.asUintN(64, a + b)
const rotl = (word: bigint, bits: bigint): bigint =>
  BigInt.asUintN(64, word << bits) | (word >> (64n - bits))

/** SipRound (SipHash §2.2, figure 2.1). */
function sipRound([a, b, c, d]: State): State {
  let [v0, v1, v2, v3] = [add(a, b), b, add(c, d), d]
  v1 = rotl(v1, 13n) ^ v0
  v3 = rotl(v3, 16n) ^ v2
  v0 = rotl(v0, 32n)
  v2 = add(v2, v1)
  v0 = add(v0, v3)
  v1 = rotl(v1, 17n) ^ v2
  v3 = rotl(v3, 21n) ^ v0
  v2 = rotl(v2, 32n)
  return [v0, v1, v2, v3]
}

function sipRounds(state: State, rounds: number): State {
  let rounded = state
  for (let i = 0; i < rounds; i++) rounded = sipRound(rounded)
  return rounded
}

/** The words of a message, the last one holding its length in the top byte (SipHash §2.2). */
function words(message: Uint8Array): bigint[] {
  const padded = new Uint8Array((Math.floor(message.length / WORD_SIZE) + 1) * WORD_SIZE)
  padded.set(message)
  padded[padded.length - 1] = message.length
  return Array.from({ length: padded.length / WORD_SIZE }, (_, i) =>
    U64LE.decode(padded.subarray(i * WORD_SIZE, (i + 1) * WORD_SIZE)),
  )
}

/** SipHash-2-4 (Aumasson, Bernstein: SipHash, a fast short-input PRF). @returns 64 bits */
export function sipHash(k0: bigint, k1: bigint, message: Uint8Array): bigint {
  let [v0, v1, v2, v3]: State = [k0 ^ INITIAL[0], k1 ^ INITIAL[1], k0 ^ INITIAL[2], k1 ^ INITIAL[3]]
  for (const word of words(message)) {
    ;[v0, v1, v2, v3] = sipRounds([v0, v1, v2, v3 ^ word], C_ROUNDS)
    v0 ^= word
  }
  ;[v0, v1, v2, v3] = sipRounds([v0, v1, v2 ^ 0xffn, v3], D_ROUNDS)
  return v0 ^ v1 ^ v2 ^ v3
}

/** What the short ids of a compact block are made with. */
export interface ShortIdKeys {
  readonly header: BlockHeaderFields
  readonly nonce: bigint
}

/**
 * The short id of a transaction, as cmpctblock has it in version 2.
 *
 * @param wtxid 64 hex digits, display order.
 * @returns 12 hex digits, the highest first.
 * @throws MessageError `BAD_VALUE` if a field of the header, or the nonce, is out of range.
 */
export function shortTransactionId({ header, nonce }: ShortIdKeys, wtxid: string): string {
  const writer = new PayloadWriter()
  blockHeaderFields.write(writer, header)
  writer.append(writer.encode('nonce', U64LE, nonce))
  const key = sha256(writer.finish())
  const k0 = U64LE.decode(key.subarray(0, WORD_SIZE))
  const k1 = U64LE.decode(key.subarray(WORD_SIZE, 2 * WORD_SIZE))
  const hash = sipHash(k0, k1, hexToBytes(wtxid).reverse())
  return BigInt.asUintN(SHORT_ID_BITS, hash).toString(16).padStart(HEX_DIGITS, '0')
}
