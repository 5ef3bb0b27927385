/** Scenarios 7 and 13 of the protocol, and the rows H2, H3. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  concatBytes,
  encodeV1Message,
  type NetworkName,
  Networks,
  toHex,
  V1Framing,
} from '../src/index.js'
import { Observed } from './support/feeding.js'
import { cut, fragmentation } from './support/fragments.js'
import { bytesOf } from './support/random.js'
import { MAGIC, output, sessionWith, transportOf } from './support/sessions.js'
import { v1Bytes } from './support/traces.js'

const NAMES = Object.keys(Networks) as NetworkName[]
const v1Version = (magic: Uint8Array) => encodeV1Message(magic, 'version', bytesOf(90))

describe.each(NAMES)('a responder of %s', (name) => {
  const { magic } = Networks[name]

  it('finds a v1 peer of its network, and loses nothing (H2, scenario 7)', () => {
    fc.assert(
      fc.property(fragmentation, (sizes) => {
        const transport = transportOf('responder', { magic, garbage: bytesOf(100) })
        const stream = concatBytes(v1Version(magic), encodeV1Message(magic, 'verack', bytesOf(0)))
        const observed = new Observed(transport).feed(...cut(stream, sizes))
        expect([transport.transport, transport.sessionId]).toEqual(['v1', undefined])
        expect(v1Bytes(observed.events)).toEqual(stream)
        expect(transport.takeOutput()).toEqual([])
        const framed = new V1Framing(magic).receive(v1Bytes(observed.events))
        expect(framed).toMatchObject([{ messageType: 'version' }, { messageType: 'verack' }])
      }),
      { numRuns: 30 },
    )
  })

  it('names the network of a v1 peer that is of another (H3, scenario 7)', () => {
    for (const other of NAMES.filter((candidate) => candidate !== name)) {
      const transport = transportOf('responder', { magic, garbage: bytesOf(7) })
      const header = v1Version(Networks[other].magic)
      const observed = new Observed(transport).feed(header.subarray(0, 15))
      expect(observed.code).toBeUndefined()
      expect(output(transport)).toHaveLength(64 + 7) // H2: it went out at the first byte
      observed.feed(header.subarray(15))
      expect(observed.error).toMatchObject({ code: 'V1_OTHER_NETWORK', row: 'H3', offset: 0 })
      expect(observed.error?.message).toContain(other)
      expect(observed.events).toEqual([])
      observed.feed(header)
    }
  })
})

it('gives the magic in hex where no network has it (H3)', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 4, maxLength: 4 }), fragmentation, (magic, sizes) => {
      fc.pre(!Object.values(Networks).some((network) => toHex(network.magic) === toHex(magic)))
      const observed = new Observed(transportOf('responder'))
      observed.feed(...cut(v1Version(magic).subarray(0, 16), sizes))
      expect(observed.code).toBe('V1_OTHER_NETWORK')
      expect(observed.error?.message).toContain(toHex(magic))
    }),
    { numRuns: 50 },
  )
})

it('is undecided for 15 bytes of the v1 prefix, and decided by the 16th (H2, scenario 7)', () => {
  const prefix = v1Version(MAGIC).subarray(0, 16)
  for (const [last, expected] of [
    [prefix.slice(15), 'v1'],
    [Uint8Array.of(1), 'detecting'],
  ] as const) {
    const transport = transportOf('responder')
    for (const byte of cut(prefix.subarray(0, 15), [1])) expect(transport.receive(byte)).toEqual([])
    expect([transport.transport, transport.takeOutput()]).toEqual(['detecting', []])
    transport.receive(last)
    expect(transport.transport).toBe(expected)
    expect(output(transport)).toHaveLength(expected === 'v1' ? 0 : 64)
  }
})

it('takes a first message that is not `version` as a key, and times out (scenario 13)', () => {
  fc.assert(
    fc.property(fragmentation, fc.constantFrom('verack', 'ping', 'versionx'), (sizes, type) => {
      const transport = transportOf('responder')
      const stream = encodeV1Message(MAGIC, type, bytesOf(200))
      const observed = new Observed(transport).feed(...cut(stream, sizes))
      expect([observed.code, observed.events]).toEqual([undefined, []])
      expect([transport.transport, transport.phase]).toEqual(['detecting', 'garbage'])
      expect(observed.expire().code).toBe('HANDSHAKE_TIMEOUT')
    }),
    { numRuns: 15 },
  )
})

it('does not look for v1 as initiator (H3)', () => {
  for (const magic of [MAGIC, Networks.mainnet.magic]) {
    const { observed, transport } = sessionWith('initiator', { before: v1Version(magic) })
    expect([observed.code, transport.transport]).toEqual([undefined, 'detecting'])
  }
})

it('has a responder refuse a v1 header of another network in front of a key (H3)', () => {
  const before = v1Version(Networks.mainnet.magic)
  const { observed } = sessionWith('responder', { before })
  expect(observed.code).toBe('V1_OTHER_NETWORK')
})
