/** How keys begin: K6's encoding, against the compressed form. */

import { ECDH } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { STUDY_SEED, StudyRoom } from '../src/index.js'
import { finished } from './finished.js'

const KEYS = 150

const study = (seed: string) =>
  finished(new StudyRoom().run({ study: 'first bytes', seed, keys: KEYS }), 'first bytes')

describe('many keys by one seed', () => {
  const { ellswift, compressed } = study(STUDY_SEED)

  it('begin with 02 or 03 where they are compressed, and are seen to', () => {
    const seen = [...compressed.firstBytes.keys()].filter((byte) => compressed.firstBytes[byte])
    expect(seen).toEqual([2, 3])
    expect(compressed.example).toHaveLength(33)
    // which Node takes for a key
    expect(ECDH.convertKey(compressed.example, 'secp256k1')).toHaveLength(65)
    expect(compressed.first.p).toBeLessThan(1e-30)
  })

  it('begin with anything where they are encoded by ElligatorSwift (K6)', () => {
    expect([...ellswift.firstBytes].filter(Boolean).length).toBeGreaterThan(60)
    expect([...ellswift.firstBytes].reduce((a, b) => a + b)).toBe(KEYS)
    expect(ellswift.example).toHaveLength(64)
    expect(ellswift.first.p).toBeGreaterThan(1e-4)
    expect(ellswift.all.p).toBeGreaterThan(1e-4)
  })

  it('hold a point of the curve behind the first byte: always, against one time in two', () => {
    expect(compressed.onCurve).toBe(KEYS)
    // 75 on average, a standard deviation of 6
    expect(Math.abs(ellswift.onCurve - KEYS / 2)).toBeLessThan(5 * 6.2)
  })

  it('are others by another seed, and the same by the same', () => {
    expect(study(STUDY_SEED)).toEqual({ ...study(STUDY_SEED) })
    expect(study('another').ellswift.example).not.toEqual(ellswift.example)
  })
})
