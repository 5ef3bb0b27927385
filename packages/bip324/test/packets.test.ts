/** Scenarios 2, 3, 10 and 11 of the protocol, and the rows P1–P5. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeContents, PacketCipher, type Role } from '../src/index.js'
import { fragmentation } from './support/fragments.js'
import { bytesOf } from './support/random.js'
import { MAGIC, Pair, ROLES, sessionWith, transportOf } from './support/sessions.js'

const version = { contents: new Uint8Array(0) }
const ping = { contents: encodeContents('ping', bytesOf(8)) }
const pong = { contents: encodeContents('pong', bytesOf(8)) }
/** A flipped bit of the length may have the transport wait for more (P4). */
const STALLED = undefined

describe.each(ROLES)('as %s', (role: Role) => {
  it('delivers nothing from a packet with a flipped bit, nor after it (P4, P5, scenario 2)', () => {
    const packet = fc.nat(3)
    const bit = fc.nat(8 * 29 - 1)
    fc.assert(
      fc.property(packet, bit, fragmentation, fc.boolean(), (at, flipped, sizes, decoy) => {
        const session = sessionWith(role, { garbage: bytesOf(20) }, {}, sizes)
        for (let i = 0; i < 10; i++) {
          session.peer.send({ ...ping, decoy, flipBits: i === at ? [flipped] : [] })
        }
        const { observed } = session.run()
        const one = decoy ? 'decoy' : 'ping'
        expect(observed.heard).toEqual(['established', ...Array.from({ length: at }, () => one)])
        expect(['AUTHENTICATION_FAILED', 'PACKET_TOO_LARGE', STALLED]).toContain(observed.code)
        if (flipped >= 24) expect(observed.code).toBe('AUTHENTICATION_FAILED')
      }),
      { numRuns: 120 },
    )
  })

  it('delivers nothing where a bit of the version packet is flipped (P5, S3)', () => {
    for (let bit = 0; bit < 8 * 20; bit += 3) {
      const { observed, transport } = sessionWith(role, {
        packets: [{ ...version, flipBits: [bit] }, ping],
      })
      expect([observed.events, transport.transport]).toEqual([[], 'detecting'])
      expect(transport.sessionId).toBeUndefined()
    }
  })

  it('delivers nothing where a bit of the key is flipped', () => {
    for (const bit of [0, 255, 256, 511]) {
      const pair = new Pair()
      const key = pair.initiator.takeOutput().map(({ bytes }) => bytes)[0] ?? new Uint8Array()
      key[bit >> 3] = (key[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      pair.observed.responder.feed(key)
      pair.run()
      for (const side of ROLES) {
        expect(pair.observed[side].events).toEqual([])
        expect(pair[side].sessionId).toBeUndefined()
      }
    }
  })

  it('takes 4,000,013 bytes of contents and refuses one more (P3, scenario 3)', () => {
    const longest = encodeContents('block', new Uint8Array(4_000_000), 'long')
    expect(longest).toHaveLength(4_000_013)
    const session = sessionWith(role, {}, {}, [65_536, 1, 1400])
    session.peer.send({ contents: longest })
    session.peer.send({ contents: longest, decoy: true })
    expect(session.run().observed.heard).toEqual(['established', 'block', 'decoy'])
    session.peer.send({ ...ping, announce: 4_000_014 })
    expect(session.run().observed.code).toBe('PACKET_TOO_LARGE')
  })

  it('sends a payload of 4,000,000 bytes, and more where asked to (P3, scenario 3)', () => {
    const session = sessionWith(role)
    for (const length of [4_000_000, 4_005_000]) {
      session.transport.send(encodeContents('block', new Uint8Array(length)))
      session.run()
      expect(session.peer.seen.at(-1)?.contents).toHaveLength(length + 1)
    }
  })

  it.each([4_000_014, 4_005_001, 2 ** 24 - 1])('refuses an announced %i at once (P3)', (length) => {
    for (const decoy of [true, false]) {
      for (const packets of [
        [{ ...ping, announce: length, decoy }],
        [version, { ...ping, announce: length, decoy }],
      ]) {
        const { observed, peer } = sessionWith(role, { packets, garbage: bytesOf(5) })
        const start = 64 + 5 + 16 + 20 * (packets.length - 1)
        expect(observed.error).toMatchObject({ code: 'PACKET_TOO_LARGE', row: 'P3', offset: start })
        expect(observed.error?.message).toContain(String(length))
        expect(peer.isDeaf).toBe(false)
      }
    }
  })

  it('has a limit of the caller’s choice (P3)', () => {
    for (const maxContents of [0, 1, 9, 100]) {
      const session = sessionWith(role, {}, { maxContents })
      session.peer.send({ contents: bytesOf(maxContents), decoy: true })
      expect(session.run().observed.heard).toEqual(['established', 'decoy'])
      session.peer.send({ contents: bytesOf(maxContents + 1), decoy: true })
      expect(session.run().observed.code).toBe('PACKET_TOO_LARGE')
    }
  })

  it('ignores the other bits of the header, set or not (P2)', () => {
    const session = sessionWith(role, { packets: [{ ...version, header: 0x7f }] })
    for (let header = 0; header < 256; header++) session.peer.send({ ...ping, header })
    const heard = Array.from({ length: 256 }, (_, header) => (header < 128 ? 'ping' : 'decoy'))
    expect(session.run().observed.heard).toEqual(['established', ...heard])
  })

  it('sends no bit of the header but the ignore bit (P2)', () => {
    const session = sessionWith(role, {}, { decoys: [bytesOf(2)] })
    session.transport.send(ping.contents)
    session.transport.send(ping.contents, { decoy: true })
    expect(session.run().peer.seen.map(({ header }) => header)).toEqual([0x80, 0, 0, 0x80])
  })

  it('delivers with the error what came before it, and says where the packet began (P5)', () => {
    const session = sessionWith(role, { garbage: bytesOf(3) })
    session.peer.send(ping)
    session.peer.send({ ...pong, flipBits: [8 * 10] })
    const { error } = session.run().observed
    const start = 64 + 3 + 16 + 20 + (20 + ping.contents.length)
    expect(error).toMatchObject({ code: 'AUTHENTICATION_FAILED', row: 'P5', offset: start })
    expect(error?.events).toMatchObject([{ type: 'message', messageType: 'ping', packet: 1 }])
  })
})

describe('one packet and its thirteen tamperings (scenario 11)', () => {
  const keys = { L: bytesOf(32, 'L'), P: bytesOf(32, 'P'), otherP: bytesOf(32, 'other P') }
  const aad = bytesOf(40, 'aad')
  const contents = bytesOf(60)
  const flip = (bytes: Uint8Array, bit: number) =>
    bytes.map((byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
  const packet = () => new PacketCipher(keys.L, keys.P).encrypt(contents, { aad, ignore: true })

  function opened({ P = keys.P, vouched = aad, skip = 0, bit = -1 }) {
    const cipher = new PacketCipher(keys.L, P)
    const other = new PacketCipher(keys.L, P)
    for (let i = 0; i < skip; i++) {
      const empty = other.encrypt(new Uint8Array(0))
      cipher.decryptLength(empty.subarray(0, 3))
      cipher.decrypt(empty.subarray(3))
    }
    const sealed = packet().slice(3)
    const result = cipher.decrypt(bit < 0 ? sealed : flip(sealed, bit), vouched)
    return { result, packetNumber: cipher.packetNumber }
  }

  it('opens the right one', () => {
    expect(opened({}).result).toEqual({ header: 0x80, ignore: true, contents })
  })

  const bits = Array.from({ length: 8 }, (_, i) => Math.floor(((1 + 60 + 16) * 8 * i) / 8) + i)
  it.each([
    ['the other role', { P: keys.otherP }],
    ...bits.map((bit) => [`bit ${bit} of the ciphertext`, { bit }] as const),
    ['a bit of the AAD', { vouched: flip(aad, 100) }],
    ['a byte more of AAD', { vouched: bytesOf(41, 'aad') }],
    ['the wrong packet number', { skip: 1 }],
  ] as const)('refuses %s, and stays where it was', (_, how) => {
    const skipped = 'skip' in how ? how.skip : 0
    expect(opened(how)).toEqual({ result: undefined, packetNumber: skipped })
  })
})

it('counts what goes over the wire, and what of it is decoys', () => {
  const pair = new Pair({
    initiator: { garbage: bytesOf(10), decoys: [bytesOf(5)] },
    responder: { magic: MAGIC },
  }).run()
  pair.initiator.send(ping.contents)
  pair.initiator.send(bytesOf(7), { decoy: true })
  pair.run()
  const counted = {
    bytes: 64 + 10 + 16 + 25 + 20 + 29 + 27,
    packets: 4,
    messages: 1,
    decoys: 2,
    decoyBytes: 25 + 27,
    rekeys: 0,
    packetsUntilRekey: 220,
  }
  expect(pair.initiator.stats.sent).toEqual(counted)
  expect(pair.responder.stats.received).toEqual(counted)
  expect(transportOf('responder').stats.sent).toMatchObject({ bytes: 0, packetsUntilRekey: 224 })
})
