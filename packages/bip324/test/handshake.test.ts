/** Scenarios 4–6, 8, 9 and 12 of the protocol, and the rows H1, H4–H8. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ellswiftBeginningWith } from '../../peer/src/ellswift-beginning.js'
import { MisbehavingPeer } from '../../peer/src/misbehaving-peer.js'
import { GarbageScanner } from '../src/garbage-scanner.js'
import { concatBytes, encodeContents, type Role, toHex } from '../src/index.js'
import { Observed } from './support/feeding.js'
import { BYTE_BY_BYTE, cut, fragmentation, WHOLE } from './support/fragments.js'
import { bytesOf, keyPairOf, seeded } from './support/random.js'
import {
  MAGIC,
  output,
  Pair,
  ROLES,
  Session,
  sessionWith,
  transportOf,
} from './support/sessions.js'

const EMPTY = new Uint8Array(0)
const ping = { contents: encodeContents('ping', bytesOf(8)) }
const version = { contents: EMPTY }
const garbageLength = fc.oneof(fc.constantFrom(0, 1, 15, 16, 17, 4094, 4095), fc.nat(4095))

describe.each(ROLES)('as %s', (role: Role) => {
  it('gets along with any garbage, decoys and version contents (H5–H8, scenario 4)', () => {
    const decoys = fc.array(fc.nat(999), { maxLength: 9 })
    const lengths = fc.tuple(garbageLength, garbageLength, decoys, decoys, fc.nat(999))
    fc.assert(
      fc.property(lengths, fragmentation, ([ours, theirs, sent, received, inVersion], sizes) => {
        const packets = received.map((length) => ({ contents: bytesOf(length), decoy: true }))
        packets.push({ contents: bytesOf(inVersion), decoy: false })
        const decoysOfOurs = sent.map((length) => bytesOf(length))
        const { transport, peer, observed } = sessionWith(
          role,
          { garbage: bytesOf(theirs), packets },
          { garbage: bytesOf(ours), decoys: decoysOfOurs },
          sizes,
        )
        expect(transport.transport).toBe('v2')
        expect(transport.sessionId).toEqual(peer.keys?.sessionId)
        expect(observed.heard).toEqual([...received.map(() => 'decoy'), 'established'])
        expect(peer.seen.map(({ ignore, contents }) => [ignore, contents])).toEqual([
          ...decoysOfOurs.map((contents) => [true, contents]),
          [false, EMPTY],
        ])
      }),
      { numRuns: 60 },
    )
  })

  it.each([0, 999])('takes %i decoys before each message (H6, scenario 4)', (count) => {
    const decoys = Array.from({ length: count }, (_, i) => ({ contents: bytesOf(i), decoy: true }))
    const packets = [...decoys, version, ...decoys, ping]
    const { observed } = sessionWith(role, { garbage: bytesOf(9), packets }, {}, [1000, 7])
    const noise = decoys.map(() => 'decoy')
    expect(observed.heard).toEqual([...noise, 'established', ...noise, 'ping'])
  })

  it.each([4096, 5000, 20_000])('refuses %i bytes of garbage (H5, scenario 5)', (length) => {
    for (const sizes of [WHOLE, BYTE_BY_BYTE, [4175, 1]]) {
      const { observed } = sessionWith(role, { garbage: bytesOf(length) }, {}, sizes)
      expect(observed.error).toMatchObject({
        code: 'GARBAGE_TERMINATOR_MISSING',
        row: 'H5',
        offset: 64 + 4110,
      })
      expect(observed.events).toEqual([])
    }
  })

  it("isn't misled by garbage that begins like the terminator (H5, scenario 6)", () => {
    const before = fc.nat(4095 - 16)
    fc.assert(
      fc.property(fc.nat(15), before, fragmentation, (lookalike, length, sizes) => {
        const misled = { lookalike, garbage: bytesOf(length), packets: [version, ping] }
        const { observed } = sessionWith(role, misled, {}, sizes)
        expect(observed.heard).toEqual(['established', 'ping'])
      }),
      { numRuns: 40 },
    )
    const { observed } = sessionWith(role, { lookalike: 15, garbage: bytesOf(4095 - 16) })
    expect(observed.heard).toEqual(['established'])
  })

  it('stays connected for 4110 zero bytes, and not for 4111 (H5, scenario 8)', () => {
    fc.assert(
      fc.property(fragmentation, (sizes) => {
        const transport = transportOf(role)
        const observed = new Observed(transport)
        observed.feed(...cut(new Uint8Array(64 + 4110), sizes))
        expect([observed.code, transport.phase]).toEqual([undefined, 'garbage'])
        observed.feed(new Uint8Array(1))
        expect(observed.code).toBe('GARBAGE_TERMINATOR_MISSING')
        expect(observed.error?.message).toContain('Missing garbage terminator')
        expect(observed.error?.message).toContain('another network')
        observed.feed(bytesOf(10))
      }),
      { numRuns: 15 },
    )
  })

  it.each(['wrong', 'none'] as const)('times out at a %s terminator (H5, scenario 9)', (which) => {
    const { observed } = sessionWith(role, { garbage: bytesOf(100), terminator: which })
    expect(observed.code).toBeUndefined()
    observed.expire()
    expect(observed.error).toMatchObject({ code: 'HANDSHAKE_TIMEOUT', row: 'S4' })
    expect(observed.error?.message).toContain('another network')
    expect(observed.events).toEqual([])
  })

  it('refuses other garbage than was vouched for, or none (H6, scenario 9)', () => {
    const garbage = bytesOf(100)
    for (const aad of [EMPTY, bytesOf(100, 'other'), garbage.subarray(1), bytesOf(101)]) {
      for (const decoy of [true, false]) {
        const packets = [{ contents: EMPTY, decoy, aad }, version, ping]
        const { observed } = sessionWith(role, { garbage, packets })
        expect([observed.code, observed.heard]).toEqual(['AUTHENTICATION_FAILED', []])
      }
    }
  })

  it('refuses AAD for any packet but the first (H6)', () => {
    const garbage = bytesOf(100)
    const decoy = { contents: EMPTY, decoy: true }
    for (const packets of [
      [version, { ...ping, aad: garbage }],
      [decoy, { ...version, aad: garbage }],
      [decoy, { ...decoy, aad: garbage }],
    ]) {
      const { observed } = sessionWith(role, { garbage, packets })
      expect([observed.code, observed.heard.length]).toEqual(['AUTHENTICATION_FAILED', 1])
    }
  })

  it('does not wait for the terminator of the peer before it sends its own (H4)', () => {
    const { peer } = sessionWith(role, { silentAfter: 'key' }, { decoys: [bytesOf(3)] })
    expect(peer.seen.map(({ ignore }) => ignore)).toEqual([true, false])
  })

  it('sends messages before it has the version packet of the peer (H7)', () => {
    const session = sessionWith(role, { silentAfter: 'terminator' })
    const { transport, peer } = session
    expect([transport.transport, transport.canSend]).toEqual(['detecting', true])
    transport.send(ping.contents)
    session.run()
    expect(peer.seen.map(({ contents }) => contents)).toEqual([EMPTY, ping.contents])
    peer.send(version)
    peer.send(ping)
    expect(session.run().observed.heard).toEqual(['established', 'ping'])
  })

  it('takes what follows the handshake in the same read (H8)', () => {
    const { observed } = sessionWith(role, { garbage: bytesOf(4095), packets: [version, ping] })
    expect(observed.heard).toEqual(['established', 'ping'])
  })
})

it('opens with key and garbage as initiator, then waits (H1)', () => {
  const transport = transportOf('initiator', { garbage: bytesOf(50) })
  const chunks = transport.takeOutput()
  expect(chunks.map(({ kind, bytes }) => [kind, bytes.length])).toEqual([
    ['key', 64],
    ['garbage', 50],
  ])
  transport.receive(bytesOf(63))
  expect(transport.takeOutput()).toEqual([])
  transport.receive(bytesOf(1))
  expect(transport.takeOutput().map(({ kind }) => kind)).toEqual(['terminator', 'packet'])
})

it('answers a key with terminator, decoys and version packet as responder (H2, H4)', () => {
  const options = { garbage: bytesOf(50), decoys: [bytesOf(0), bytesOf(10)] }
  const transport = transportOf('responder', options)
  expect(transport.takeOutput()).toEqual([])
  transport.receive(keyPairOf(1).ellswift)
  expect(transport.takeOutput().map(({ kind, bytes }) => [kind, bytes.length])).toEqual([
    ['key', 64],
    ['garbage', 50],
    ['terminator', 16],
    ['packet', 20],
    ['packet', 30],
    ['packet', 20],
  ])
})

it('answers at the first byte that differs, the other 59 not yet there (H2, scenario 12)', () => {
  fc.assert(
    fc.property(fc.nat(12), fc.nat(), (more, seed) => {
      const v1 = Uint8Array.from([...MAGIC, ...Buffer.from('version\0\0\0\0\0')])
      const prefix = v1.slice(0, 4 + Math.min(more, 11))
      const { privateKey } = keyPairOf(1)
      const keyPair = ellswiftBeginningWith(prefix, privateKey, seeded(`${seed} ${prefix}`))
      const key = keyPair.ellswift
      const transport = transportOf('responder')
      const peer = new MisbehavingPeer({ role: 'initiator', magic: MAGIC, keyPair })
      const stream = peer.takeOutput()
      const differs = key.findIndex((byte, i) => byte !== v1[i])
      for (let i = 0; i < differs; i++) transport.receive(stream.subarray(i, i + 1))
      expect([transport.takeOutput(), transport.transport]).toEqual([[], 'detecting'])
      transport.receive(stream.subarray(differs, differs + 1))
      const reply = output(transport)
      expect(reply).toHaveLength(64)
      peer.receive(reply)
      const session = new Session(transport, peer)
      session.observed.feed(stream.subarray(differs + 1))
      expect(session.run().observed.heard).toEqual(['established'])
    }),
    { numRuns: 15 },
  )
})

it('ends in a timeout for two peers of different networks (H5)', () => {
  const pair = new Pair({ initiator: { magic: bytesOf(4, 'a custom signet') } }).run()
  for (const role of ROLES) {
    expect(pair.observed[role].expire().error?.message).toContain('another network')
    expect(pair[role].sessionId).toBeUndefined()
  }
})

it('takes a key cut anywhere, and any 64 bytes are one (H8, K5)', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 64, maxLength: 64 }), fragmentation, (key, sizes) => {
      const transport = transportOf('initiator')
      const observed = new Observed(transport).feed(...cut(key, sizes))
      expect([observed.code, transport.phase]).toEqual([undefined, 'garbage'])
      expect(toHex(output(transport))).toHaveLength(2 * (64 + 16 + 20))
    }),
    { numRuns: 30 },
  )
})

it('finds the terminator at every offset, cut anywhere (H5)', () => {
  const terminator = bytesOf(16)
  for (let offset = 0; offset <= 4095; offset++) {
    const garbage = bytesOf(4095).subarray(0, offset)
    const stream = concatBytes(garbage, terminator, bytesOf(30))
    const scanner = new GarbageScanner(terminator)
    const split = (offset * 7) % stream.length
    const first = scanner.scan(stream.subarray(0, split))
    if (first.result.found === 'nothing yet') {
      const { taken, result } = scanner.scan(stream.subarray(split))
      expect([split + taken, result.found]).toEqual([offset + 16, 'terminator'])
    } else expect([first.taken, first.result.found]).toEqual([offset + 16, 'terminator'])
  }
})
