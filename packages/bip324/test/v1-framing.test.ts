/** The v1 framing: header 24 ‖ payload. */

import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  concatBytes,
  encodeV1Message,
  Networks,
  RemoteProtocolError,
  type TransportEvent,
  V1_HEADER_LEN,
  V1Framing,
} from '../src/index.js'
import { cut, fragmentation } from './support/fragments.js'
import { nodeSha256 } from './support/node-crypto.js'
import { bytesOf } from './support/random.js'
import { MAGIC } from './support/sessions.js'

const type = fc.string({
  minLength: 1,
  maxLength: 12,
  unit: fc.integer({ min: 0x20, max: 0x7f }).map((code) => String.fromCharCode(code)),
})
const messages = fc.array(fc.record({ type, payload: fc.uint8Array({ maxLength: 600 }) }), {
  maxLength: 8,
})

/** What the framing makes of the pieces, up to its error. */
function frame(framing: V1Framing, pieces: readonly Uint8Array[]) {
  const events: TransportEvent[] = []
  for (const piece of pieces) {
    try {
      events.push(...framing.receive(piece))
    } catch (error) {
      if (!(error instanceof RemoteProtocolError)) throw error
      return { events: [...events, ...error.events], code: error.code }
    }
  }
  return { events, code: undefined }
}

it('writes magic, type, length and checksum', () => {
  const payload = bytesOf(300)
  const bytes = Buffer.from(encodeV1Message(MAGIC, 'tx', payload))
  expect(new Uint8Array(bytes.subarray(0, 4))).toEqual(MAGIC)
  expect(bytes.toString('latin1', 4, 16)).toBe('tx'.padEnd(12, '\0'))
  expect(bytes.readUInt32LE(16)).toBe(300)
  expect(new Uint8Array(bytes.subarray(20, 24))).toEqual(
    nodeSha256(nodeSha256(payload)).slice(0, 4),
  )
  expect(new Uint8Array(bytes.subarray(24))).toEqual(payload)
})

it('reads what it writes in any fragmentation, and keeps what is not whole', () => {
  fc.assert(
    fc.property(messages, fragmentation, fc.nat(23), (sent, sizes, more) => {
      const stream = sent.map(({ type, payload }) => encodeV1Message(MAGIC, type, payload))
      const begun = encodeV1Message(MAGIC, 'tx', bytesOf(0)).subarray(0, more)
      const framing = new V1Framing(MAGIC)
      const { events } = frame(framing, cut(concatBytes(...stream, begun), sizes))
      expect(events).toEqual(
        sent.map(({ type, payload }, packet) => {
          return { type: 'message', messageType: type, payload, form: 'v1', packet }
        }),
      )
      expect(framing.pending).toBe(more)
    }),
  )
})

it('delivers a message without payload as soon as its header is there', () => {
  const framing = new V1Framing(MAGIC)
  const header = encodeV1Message(MAGIC, 'verack', bytesOf(0))
  expect(header).toHaveLength(V1_HEADER_LEN)
  expect(framing.receive(header.subarray(0, 23))).toEqual([])
  expect(framing.receive(header.subarray(23))).toMatchObject([{ messageType: 'verack' }])
  expect(framing.pending).toBe(0)
})

it('rejects a message whose checksum is wrong, and goes on', () => {
  const good = encodeV1Message(MAGIC, 'ping', bytesOf(8))
  for (let byte = 20; byte < good.length; byte++) {
    const bad = good.map((value, i) => (i === byte ? value ^ 1 : value))
    const { events } = frame(new V1Framing(MAGIC), [concatBytes(bad, good)])
    expect(events).toMatchObject([
      { type: 'rejected', rejection: 'WRONG_CHECKSUM' },
      { type: 'message', messageType: 'ping' },
    ])
  }
})

it('rejects a type that is none, and goes on (A5)', () => {
  const good = encodeV1Message(MAGIC, 'ping', bytesOf(8))
  const unpadded = good.map((value, i) => (i === 10 ? 0x41 : value))
  const control = good.map((value, i) => (i === 5 ? 0x1f : value))
  const { events } = frame(new V1Framing(MAGIC), [concatBytes(unpadded, control, good)])
  expect(events).toMatchObject([
    { rejection: 'LONG_TYPE_NOT_PADDED' },
    { rejection: 'LONG_TYPE_NOT_ASCII' },
    { messageType: 'ping' },
  ])
})

it.each([
  ['V1_PAYLOAD_TOO_LARGE', 4_000_001],
  ['V1_PAYLOAD_TOO_LARGE', 0xffffffff],
  [undefined, 4_000_000],
])('says %s for a header that announces %i bytes (P3)', (code, length) => {
  const header = Buffer.from(encodeV1Message(MAGIC, 'block', bytesOf(0)))
  header.writeUInt32LE(length, 16)
  const before = encodeV1Message(MAGIC, 'ping', bytesOf(8))
  const result = frame(new V1Framing(MAGIC), [concatBytes(before, header)])
  expect(result.code).toBe(code)
  expect(result.events).toMatchObject([{ messageType: 'ping' }])
})

it('refuses another magic, delivers what came before it, and nothing after', () => {
  const good = encodeV1Message(MAGIC, 'ping', bytesOf(8))
  const bad = encodeV1Message(Networks.mainnet.magic, 'ping', bytesOf(8))
  fc.assert(
    fc.property(fragmentation, (sizes) => {
      const framing = new V1Framing(MAGIC)
      const { code, events } = frame(framing, cut(concatBytes(good, bad), sizes))
      expect([code, events.length]).toEqual(['V1_BAD_MAGIC', 1])
      expect(frame(framing, [good])).toEqual({ code: 'V1_BAD_MAGIC', events: [] })
    }),
    { numRuns: 20 },
  )
})

it('gives nothing but messages, rejections and its two errors for any bytes', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.uint8Array({ maxLength: 300 }).map((tail) => concatBytes(MAGIC, tail)),
  )
  fc.assert(
    fc.property(bytes, fragmentation, (stream, sizes) => {
      const { events, code } = frame(new V1Framing(MAGIC), cut(stream, sizes))
      for (const event of events) expect(['message', 'rejected']).toContain(event.type)
      expect([undefined, 'V1_BAD_MAGIC', 'V1_PAYLOAD_TOO_LARGE']).toContain(code)
    }),
  )
})
