import { createCipheriv, createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../src/seeded-random.js'

const BLOCK = 64

/** By Node's own ciphers: the keystream of the seed from a block on. */
function keystream(seed: string, fromBlock: number, length: number): Uint8Array {
  const key = createHash('sha256').update(`v2scope seed 1: ${seed}`).digest()
  const counterAndNonce = Buffer.alloc(16)
  counterAndNonce.writeUInt32LE(fromBlock)
  const cipher = createCipheriv('chacha20', key, counterAndNonce)
  return Uint8Array.from(cipher.update(new Uint8Array(length)))
}

describe('seededRandom', () => {
  it('is the keystream of ChaCha20, each call from a new block on', () => {
    const lengths = fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 20 })
    fc.assert(
      fc.property(fc.string({ maxLength: 64 }), lengths, (seed, calls) => {
        const random = seededRandom(seed)
        let block = 0
        for (const length of calls) {
          expect(random(length)).toEqual(keystream(seed, block, length))
          block += Math.ceil(length / BLOCK)
        }
      }),
    )
  })

  it('differs from seed to seed, also where only case or form of the text differ', () => {
    const texts = ['a', 'A', '', ' ', 'ä', 'a\u0308', 'Ä']
    const starts = texts.map((seed) => Buffer.from(seededRandom(seed)(16)).toString('hex'))
    expect(new Set(starts).size).toBe(texts.length)
  })
})
