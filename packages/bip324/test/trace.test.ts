/** The trace: whole, cloneable, its own; and absent where it was not asked for. */

import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  encodeContents,
  encodeV1Message,
  REMOTE_ERROR_ROWS,
  type Role,
  type TraceEvent,
} from '../src/index.js'
import { Observed } from './support/feeding.js'
import { cut } from './support/fragments.js'
import { bytesOf, keyPairOf } from './support/random.js'
import { MAGIC, output, ROLES, sessionWith, transportOf } from './support/sessions.js'
import { all, expectSoundTrace, find, recorder, wireOf } from './support/traces.js'

const version = { contents: new Uint8Array(0) }
const ping = { contents: encodeContents('ping', bytesOf(8)) }
const types = (events: readonly TraceEvent[]) => events.map(({ type }) => type)

it.each(ROLES)('tells a handshake in its order, as %s', (role: Role) => {
  const { events, trace } = recorder()
  const { observed, peer } = sessionWith(
    role,
    { garbage: bytesOf(5), packets: [{ contents: bytesOf(4), decoy: true }, version, ping] },
    { garbage: bytesOf(7), decoys: [bytesOf(3)], trace },
  )
  expect(types(events).filter((type) => type !== 'state_changed')).toEqual([
    'key_sent',
    'garbage_sent',
    'key_received',
    'ecdh_computed',
    'keys_derived',
    'terminator_sent',
    'packet_sent',
    'packet_sent',
    'garbage_received',
    'terminator_found',
    'packet_received',
    'packet_received',
    'packet_received',
    'message',
  ])
  const states = all(events, 'state_changed').map(({ phase, transport }) => [phase, transport])
  expect(states).toEqual([
    ['key exchange', 'detecting'],
    ['garbage', 'detecting'],
    ['version negotiation', 'detecting'],
    ['application', 'v2'],
  ])
  expect(find(events, 'terminator_found').offset).toBe(5)
  expect(wireOf(events, 'received')).toEqual(observed.received)
  expect(peer.isDeaf).toBe(false)
  expect(new Set(events.map((event) => event.role))).toEqual(new Set([role]))
  expectSoundTrace(events)
})

it('names the fields of every kind of packet', () => {
  const { events, trace } = recorder()
  const contents = [bytesOf(30), new Uint8Array(0), ping.contents, Uint8Array.of(0, 1)]
  const long = encodeContents('verack', new Uint8Array(0))
  const packets = [...contents, long].map((bytes, i) => ({ contents: bytes, decoy: i === 0 }))
  sessionWith('initiator', { packets }, { trace })
  const fields = all(events, 'packet_received').map((event) =>
    event.fields.map(({ name, start, end }) => `${name} ${start}..${end}`),
  )
  const around = (...inner: string[]) => ['length field 0..3', 'header 3..4', ...inner]
  expect(fields).toEqual([
    [...around('decoy contents 4..34'), 'tag 34..50'],
    [...around(), 'tag 4..20'],
    [...around('message type 4..5', 'payload 5..13'), 'tag 13..29'],
    [...around('rejected contents 4..6'), 'tag 6..22'],
    [...around('message type 4..17'), 'tag 17..33'],
  ])
  const [rejected] = all(events, 'message_rejected')
  expect(rejected).toMatchObject({ packet: 3, rejection: 'LONG_TYPE_CUT_SHORT' })
  expect(all(events, 'message').map(({ form }) => form)).toEqual(['short', 'long'])
})

it('tells of a failure its code, its row, and what had come in', () => {
  const { events, trace } = recorder()
  const packets = [version, { ...ping, flipBits: [80] }]
  const { observed } = sessionWith('responder', { packets }, { trace }, [50])
  const failed = find(events, 'failed')
  expect(failed).toMatchObject({
    code: 'AUTHENTICATION_FAILED',
    row: REMOTE_ERROR_ROWS.AUTHENTICATION_FAILED,
    message: observed.error?.message,
    offset: 100,
  })
  expect(failed.fields.map(({ name }) => name)).toEqual(['length field', 'ciphertext', 'tag'])
  expect(events.at(-1)).toBe(failed)
  expect(wireOf(events, 'received')).toEqual(observed.received)
})

it('tells of v1 what came with its detection', () => {
  const { events, trace } = recorder()
  const transport = transportOf('responder', { trace })
  const bytes = encodeV1Message(MAGIC, 'version', bytesOf(60))
  new Observed(transport).feed(...cut(bytes, [15, 200]))
  expect(find(events, 'v1_detected').bytes).toEqual(bytes)
  expect(all(events, 'state_changed').at(-1)).toMatchObject({ transport: 'v1' })
  expectSoundTrace(events)
})

/** A session in which the caller writes over all that it gave and got, as soon as it may. */
function carelessSession(role: Role, wrap: (bytes: Uint8Array) => Uint8Array) {
  const { events, trace } = recorder()
  const given: Uint8Array[] = []
  const give = (bytes: Uint8Array) => {
    const wrapped = wrap(bytes)
    given.push(wrapped)
    return wrapped
  }
  const { privateKey, ellswift } = keyPairOf(role === 'initiator' ? 1 : 2)
  const transport = transportOf(role, {
    magic: give(MAGIC),
    keyPair: { privateKey: wrap(privateKey), ellswift: give(ellswift) },
    garbage: give(bytesOf(40)),
    decoys: [give(bytesOf(11))],
    trace,
  })
  const spoil = () => {
    for (const bytes of given.splice(0)) bytes.fill(0xee)
  }
  spoil()
  const session = sessionWith(role, { packets: [version, ping], garbage: bytesOf(20) })
  const stream = session.observed.received
  const sent: Uint8Array[] = []
  for (const piece of cut(stream, [33])) {
    transport.receive(give(piece))
    sent.push(wrap(output(transport)))
    spoil()
  }
  transport.send(give(ping.contents))
  spoil()
  transport.send(give(bytesOf(9)), { decoy: true })
  spoil()
  for (const { bytes } of transport.takeOutput()) {
    sent.push(bytes.slice())
    bytes.fill(0xdd)
  }
  return { events, sent: Buffer.concat(sent), stream, transport }
}

it.each(ROLES)('is not changed by what a caller does with its arrays, as %s', (role) => {
  const careful = carelessSession(role, (bytes) => bytes.slice())
  expect(new Uint8Array(careful.sent)).toEqual(wireOf(careful.events, 'sent'))
  expect(wireOf(careful.events, 'received')).toEqual(careful.stream)
  expect(careful.transport.transport).toBe('v2')
  expectSoundTrace(careful.events)
})

it.each(ROLES)('is the same where bytes come as Buffers, or as views, as %s', (role) => {
  const asView = (bytes: Uint8Array) => {
    const larger = new Uint8Array(bytes.length + 20)
    larger.set(bytes, 10)
    return larger.subarray(10, 10 + bytes.length)
  }
  const usual = carelessSession(role, (bytes) => bytes.slice())
  for (const wrap of [asView, (bytes: Uint8Array) => Buffer.from(bytes)]) {
    const session = carelessSession(role, wrap)
    expectSoundTrace(session.events)
    expect(session.events).toEqual(usual.events)
    expect(session.sent.equals(usual.sent)).toBe(true)
  }
})

it('hands events of v1 over with bytes of their own, Buffers or not', () => {
  const transport = transportOf('responder')
  const first = Buffer.from(encodeV1Message(MAGIC, 'version', bytesOf(60)))
  const more = Buffer.from(bytesOf(30))
  const events = [...transport.receive(first), ...transport.receive(more)]
  const expected = [new Uint8Array(first), new Uint8Array(more)]
  first.fill(0)
  more.fill(0)
  expect(events.map((event) => event.type === 'v1' && event.bytes)).toEqual(expected)
})

it('holds the messages that are sent too, once each', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 12 }), (contents) => {
      const { events, trace } = recorder()
      const session = sessionWith('initiator', {}, { trace })
      for (const each of contents) session.transport.send(each)
      session.run()
      const sent = all(events, 'packet_sent').slice(1)
      expect(sent.map((event) => event.contents)).toEqual(contents)
      const told = events.filter(({ type }) => /^message/.test(type))
      expect(told.map(({ bytes, direction }) => [bytes, direction])).toEqual(
        contents.map((each) => [each, 'sent']),
      )
      expectSoundTrace(events)
    }),
    { numRuns: 20 },
  )
})
