import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import {
  ellswiftCreate,
  encodeContents,
  Networks,
  type TraceEvent,
  V2Transport,
} from '../src/index.js'

it("takes Node's Buffers, and copies what it keeps of them", () => {
  const events: TraceEvent[] = []
  const given: Uint8Array[] = []
  const buffer = (length: number) => {
    const bytes = randomBytes(length)
    given.push(bytes)
    return bytes
  }
  const make = (role: 'initiator' | 'responder') =>
    new V2Transport({
      role,
      magic: Buffer.from(Networks.regtest.magic),
      keyPair: ellswiftCreate(randomBytes),
      garbage: buffer(50),
      decoys: [buffer(10)],
      trace: (event) => events.push(event),
    })
  const [a, b] = [make('initiator'), make('responder')]
  const pump = (from: V2Transport, to: V2Transport) => {
    for (const { bytes } of from.takeOutput()) {
      const wire = Buffer.from(bytes)
      to.receive(wire)
      wire.fill(0)
    }
  }
  for (const bytes of given) bytes.fill(0) // the caller goes on using its buffers
  pump(a, b)
  pump(b, a)
  pump(a, b)
  a.send(Buffer.from(encodeContents('ping', randomBytes(8))))
  pump(a, b)
  expect(a.sessionId).toEqual(b.sessionId)
  const wire = events.flatMap((event) => (event.direction === 'received' ? [event] : []))
  expect(
    wire.every((event) => event.bytes.length === 0 || event.bytes.some((byte) => byte !== 0)),
  ).toBe(true)
  expect(events.every((event) => event.bytes.constructor === Uint8Array)).toBe(true)
})
