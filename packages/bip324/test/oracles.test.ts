/** Random keys and all networks against implementations that are not ours (K1–K6, C1, C2). */

import { elligatorSwift } from '@scure/btc-signer/p2p.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  deriveSessionKeys,
  ellswiftCreate,
  ellswiftDecode,
  ellswiftEcdhXonly,
  ellswiftKeyPair,
  FSChaCha20,
  FSChaCha20Poly1305,
  fromHex,
  type NetworkName,
  Networks,
  taggedHash,
  toHex,
  v2Ecdh,
  type XswiftecCase,
  xelligatorswift,
  xswiftec,
  xswiftecInv,
} from '../src/index.js'
import {
  nodeChaCha20,
  nodeNonce,
  nodeOpen,
  nodeSeal,
  nodeSessionKeys,
  nodeTaggedHash,
} from './support/node-crypto.js'
import { bytesOf, keyPairOf, seeded } from './support/random.js'
import { opposite, Pair, ROLES } from './support/sessions.js'

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
const keyPair = fc.nat().map((seed) => ellswiftCreate(seeded(seed)))
const toBigInt = (value: Uint8Array) => BigInt(`0x${toHex(value)}`)

it('agrees with @scure/btc-signer on the shared secret of random keys (K1)', () => {
  fc.assert(
    fc.property(keyPair, keyPair, fc.constantFrom(...ROLES), (a, b, role) => {
      const ours = v2Ecdh(a.privateKey, b.ellswift, a.ellswift, role)
      const theirs = v2Ecdh(b.privateKey, a.ellswift, b.ellswift, opposite(role))
      const isInitiator = role === 'initiator'
      const oracle = elligatorSwift.getSharedSecretBip324(
        a.privateKey,
        b.ellswift,
        a.ellswift,
        isInitiator,
      )
      expect(toHex(ours)).toBe(toHex(oracle))
      expect(toHex(theirs)).toBe(toHex(oracle))
      const x = elligatorSwift.getSharedSecret(a.privateKey, b.ellswift)
      expect(toHex(ellswiftEcdhXonly(b.ellswift, a.privateKey))).toBe(toHex(x))
    }),
    { numRuns: 40 },
  )
})

it('decodes any 64 bytes as @scure/btc-signer does (K5)', () => {
  fc.assert(
    fc.property(bytes(64), (ellswift) => {
      expect(toHex(ellswiftDecode(ellswift))).toBe(toHex(elligatorSwift.decode(ellswift)))
    }),
    { numRuns: 100 },
  )
})

it('decodes what @scure/btc-signer encodes, and is decoded by it (K5, K6)', () => {
  fc.assert(
    fc.property(keyPair, fc.nat(), ({ ellswift }, seed) => {
      const x = ellswiftDecode(ellswift)
      expect(toHex(ellswiftDecode(elligatorSwift.encode(toBigInt(x))))).toBe(toHex(x))
      const another = xelligatorswift(x, seeded(seed))
      expect(toHex(elligatorSwift.decode(another))).toBe(toHex(x))
    }),
    { numRuns: 40 },
  )
})

it('inverts in the same cases with the same t (K6)', () => {
  fc.assert(
    fc.property(keyPair, bytes(32), ({ ellswift }, u) => {
      const x = ellswiftDecode(ellswift)
      for (const which of [0, 1, 2, 3, 4, 5, 6, 7] as readonly XswiftecCase[]) {
        const t = xswiftecInv(x, u, which)
        const oracle = elligatorSwift._inv(toBigInt(x), toBigInt(u), which)
        expect(t === undefined ? undefined : toBigInt(t)).toBe(oracle ?? undefined)
        if (t) expect(toHex(xswiftec(u, t))).toBe(toHex(x))
      }
    }),
    { numRuns: 30 },
  )
})

it('takes the first and the last private key, of which the points share their x (H9)', () => {
  const N = 'fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141'
  const keys = [1n, BigInt(`0x${N}`) - 1n].map((k) => fromHex(k.toString(16).padStart(64, '0')))
  for (const key of keys) {
    const { ellswift } = ellswiftKeyPair(key, seeded(toHex(key)))
    expect(toHex(ellswiftDecode(ellswift))).toMatch(/^79be667ef9dcbbac.*16f81798$/)
  }
})

it('draws again where u is 0, p or more, and where a case has no t (K6)', () => {
  const x = ellswiftDecode(keyPairOf(1).ellswift)
  const P = 'fffffffffffffffffffffffffffffffffffffffffffffffffffffffefffffc2f'
  const have = { t: 0, none: 0 }
  for (const u of Array.from({ length: 6 }, (_, i) => toHex(bytesOf(32, i)))) {
    for (const which of [0, 1, 2, 3, 4, 5, 6, 7] as readonly XswiftecCase[]) {
      const draws = [P, '00'.repeat(32), 'ff'.repeat(32), u, `f${which}`].map(fromHex)
      const rest = seeded(`rest of ${which}`)
      const ellswift = xelligatorswift(x, (length) => draws.shift() ?? rest(length))
      const t = xswiftecInv(x, fromHex(u), which)
      have[t ? 't' : 'none'] += 1
      if (t) expect(toHex(ellswift)).toBe(u + toHex(t))
      else expect(toHex(ellswift)).not.toMatch(new RegExp(`^${u}`))
      expect(toHex(ellswiftDecode(ellswift))).toBe(toHex(x))
    }
  }
  expect([have.t > 0, have.none > 0]).toEqual([true, true])
})

it('draws all eight cases and never the same encoding (K6)', () => {
  const x = ellswiftDecode(keyPairOf(1).ellswift)
  const random = seeded('cases')
  const seen = new Set<number>()
  const encodings = new Set<string>()
  for (let i = 0; i < 80; i++) {
    const ellswift = xelligatorswift(x, random)
    encodings.add(toHex(ellswift))
    const [u, t] = [ellswift.slice(0, 32), toHex(ellswift.slice(32))]
    for (const which of [0, 1, 2, 3, 4, 5, 6, 7] as readonly XswiftecCase[]) {
      const inverse = xswiftecInv(x, u, which)
      if (inverse && toHex(inverse) === t) seen.add(which)
    }
  }
  expect([seen.size, encodings.size]).toEqual([8, 80])
})

describe.each(Object.keys(Networks) as NetworkName[])('on %s', (name) => {
  const { magic } = Networks[name]

  it('derives what HKDF of Node derives (K2, K3)', () => {
    fc.assert(
      fc.property(bytes(32), fc.constantFrom(...ROLES), (secret, role) => {
        const keys = deriveSessionKeys(secret, magic, role)
        const oracle = nodeSessionKeys(secret, magic)
        const [ours, theirs] = [oracle[role], oracle[opposite(role)]]
        expect(keys).toEqual({
          sessionId: oracle.sessionId,
          sendL: ours.L,
          sendP: ours.P,
          recvL: theirs.L,
          recvP: theirs.P,
          sendGarbageTerminator: ours.terminator,
          recvGarbageTerminator: theirs.terminator,
        })
      }),
      { numRuns: 30 },
    )
  })

  it('has both sides and the oracles derive one session id from random keys (K1–K3)', () => {
    fc.assert(
      fc.property(keyPair, keyPair, (a, b) => {
        const ellswift = a.ellswift.slice()
        const secret = elligatorSwift.getSharedSecretBip324(
          b.privateKey,
          ellswift,
          b.ellswift,
          false,
        )
        const pair = new Pair({
          initiator: { magic, keyPair: a },
          responder: { magic, keyPair: b },
        }).run()
        const { sessionId } = nodeSessionKeys(secret, magic)
        for (const role of ROLES) expect(pair[role].sessionId).toEqual(sessionId)
      }),
      { numRuns: 5 },
    )
  })
})

it('knows the magics and ports of the networks', () => {
  const known = Object.values(Networks).map(({ magic, defaultPort }) => [toHex(magic), defaultPort])
  expect(known).toEqual([
    ['f9beb4d9', 8333],
    ['0b110907', 18333],
    ['1c163f28', 48333],
    ['0a03cf40', 38333],
    ['fabfb5da', 18444],
  ])
})

it('hashes with a tag as BIP340 does (K1)', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii' }), fc.uint8Array(), (tag, data) => {
      expect(taggedHash(tag, data)).toEqual(nodeTaggedHash(tag, data))
    }),
  )
})

it('encrypts lengths with one ChaCha20 stream of Node’s for each 224 (C2)', () => {
  const key = bytesOf(32)
  const cipher = new FSChaCha20(key)
  let expected = key
  for (let epoch = 0; epoch < 5; epoch++) {
    const stream = nodeChaCha20(expected, nodeNonce(0, epoch), new Uint8Array(704))
    for (let i = 0; i < 224; i++) {
      expect([cipher.epoch, i]).toEqual([epoch, i])
      const chunk = bytesOf(3, `${epoch} ${i}`)
      const sent = chunk.map((byte, at) => byte ^ (stream[3 * i + at] ?? 0))
      expect(cipher.crypt(chunk)).toEqual(sent)
    }
    expected = stream.slice(672)
  }
})

it('seals with the AEAD of Node, key by key (C1)', () => {
  const cipher = new FSChaCha20Poly1305(bytesOf(32))
  const opener = new FSChaCha20Poly1305(bytesOf(32))
  let key = bytesOf(32)
  for (let n = 0; n < 3 * 224 + 1; n++) {
    const [nonce, aad, text] = [nodeNonce(n % 224, Math.floor(n / 224)), bytesOf(n % 5), bytesOf(n)]
    const sealed = cipher.encrypt(aad, text)
    expect(Buffer.compare(sealed, nodeSeal(key, nonce, aad, text))).toBe(0)
    expect(Buffer.compare(nodeOpen(key, nonce, aad, sealed), text)).toBe(0)
    expect(opener.decrypt(bytesOf(n % 5, 'wrong'), sealed) === undefined).toBe(n % 5 !== 0)
    if (n % 5 !== 0) expect(opener.decrypt(aad, sealed)).toEqual(text)
    if (n % 224 === 223) {
      const last = nodeNonce(0xffffffff, Math.floor(n / 224))
      const old = key
      key = nodeSeal(old, last, new Uint8Array(0), new Uint8Array(32)).slice(0, 32)
      expect(nodeChaCha20(old, last, new Uint8Array(96)).slice(64)).toEqual(key)
    }
  }
})
