/** Makes many keys, and looks at how each begins. */

import { FpIsSquare } from '@noble/curves/abstract/modular.js'
import { ellswiftCreate } from '@v2scope/bip324'
import { seededRandom } from '@v2scope/recording/simulation'
import { chiSquare } from '../statistics/chi-square.js'
import type { Steps } from '../steps.js'
import { compressedKey, Point } from './curve.js'
import type { FirstBytes, KeyBytes, KeyChiSquare } from './first-bytes.js'

const VALUES = 256
const ELLSWIFT_LEN = 64
const COMPRESSED_LEN = 33
/** Of a compressed key, x comes after the first byte. */
const X_AT = 1
const X_END = 33
const { Fp } = Point
const CURVE_B = 7n

/** Keys of both kinds, from the same private keys: some 5 ms each. */
export function* studyFirstBytes(seed: string, keys: number): Steps<FirstBytes> {
  const random = seededRandom(`first bytes: ${seed}`)
  const ellswift = new KeyCounter(ELLSWIFT_LEN)
  const compressed = new KeyCounter(COMPRESSED_LEN)
  for (let i = 0; i < keys; i += 1) {
    yield i / keys
    const pair = ellswiftCreate(random)
    ellswift.add(pair.ellswift)
    compressed.add(compressedKey(pair.privateKey))
  }
  return { seed, keys, ellswift: ellswift.result(), compressed: compressed.result() }
}

class KeyCounter {
  readonly #length: number
  readonly #first = new Uint32Array(VALUES)
  readonly #all = new Uint32Array(VALUES)
  #onCurve = 0
  #example = new Uint8Array(0)

  constructor(length: number) {
    this.#length = length
  }

  add(key: Uint8Array): void {
    const [first = 0] = key
    this.#first[first] = (this.#first[first] ?? 0) + 1
    for (const byte of key) this.#all[byte] = (this.#all[byte] ?? 0) + 1
    if (isOnCurve(key.subarray(X_AT, X_END))) this.#onCurve += 1
    this.#example = Uint8Array.from(key)
  }

  result(): KeyBytes {
    return {
      length: this.#length,
      firstBytes: this.#first,
      first: keyChiSquare(this.#first),
      all: keyChiSquare(this.#all),
      onCurve: this.#onCurve,
      example: this.#example,
    }
  }
}

function keyChiSquare(counts: Uint32Array): KeyChiSquare {
  const { value, p, isEnough } = chiSquare(counts)
  return { value, p, isEnough }
}

/** Whether 32 bytes big-endian are below p, and x³ + 7 is a square. */
function isOnCurve(bytes: Uint8Array): boolean {
  const x = bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n)
  if (x >= Fp.ORDER) return false
  return FpIsSquare(Fp, Fp.add(Fp.mul(Fp.sqr(x), x), CURVE_B))
}
