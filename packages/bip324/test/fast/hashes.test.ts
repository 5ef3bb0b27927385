/** SHA-256 and HMAC, compiled, against Node's (K1–K3). */

import { createHash, createHmac } from 'node:crypto'
import { expect, it } from 'vitest'
import { REFERENCE_CORE, toHex } from '../../src/index.js'
import { bytesOf } from '../support/random.js'
import { FAST } from './cores.js'

const LENGTHS = [...Array.from({ length: 260 }, (_, length) => length), 4095, 100_000]

it.each([FAST, REFERENCE_CORE])('$name: SHA-256 of every length is that of Node', ({ hashes }) => {
  for (const length of LENGTHS) {
    const data = bytesOf(length)
    expect(toHex(hashes.sha256(data))).toBe(createHash('sha256').update(data).digest('hex'))
  }
})

it.each([FAST, REFERENCE_CORE])('$name: HMAC with every length of key is that of Node', (core) => {
  for (const length of LENGTHS) {
    const [key, data] = [bytesOf(length, 'key'), bytesOf((length * 7) % 300)]
    const expected = createHmac('sha256', key).update(data).digest('hex')
    expect(toHex(core.hashes.hmacSha256(key, data))).toBe(expected)
  }
})
