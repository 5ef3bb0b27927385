import {
  encodeV1Message,
  MAX_CONTENTS_LEN,
  Networks,
  RemoteProtocolError,
  type Role,
  type TransportEvent,
  toHex,
} from '@v2scope/bip324'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carry, malloryWires, transport } from './mallory-wires.js'

const { magic } = Networks.regtest
const other = (role: Role): Role => (role === 'initiator' ? 'responder' : 'initiator')
const joined = (parts: readonly { readonly bytes: Uint8Array }[]) =>
  new Uint8Array(Buffer.concat(parts.map(({ bytes }) => bytes)))

function established(role: Role) {
  const wires = malloryWires(role)
  const ours = transport(role, 'ours')
  const theirs = transport(other(role), 'theirs')
  const told = carry(wires, ours, theirs)
  return { wires, ours, theirs, told }
}

const contentsOf = (told: readonly unknown[]) =>
  (told as TransportEvent[]).map((event) => {
    if (event.type === 'decoy' || event.type === 'rejected') return [event.type, event.contents]
    return [event.type, event.type === 'message' ? event.payload : undefined]
  })

describe.each(['initiator', 'responder'] as const)('between us and the peer; we: %s', (role) => {
  it('passes any contents on in both directions, as they are and in their order', () => {
    const { wires, ours, theirs } = established(role)
    const contents = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      // all short ids, the proposed ones too (A3)
      fc
        .tuple(fc.integer({ min: 1, max: 40 }), fc.uint8Array({ maxLength: 9 }))
        .map(([id, rest]) => Uint8Array.of(id, ...rest)),
      fc
        .tuple(fc.stringMatching(/^[ -~]{0,12}$/), fc.uint8Array({ maxLength: 9 }))
        .map(([name, rest]) =>
          Uint8Array.of(0, ...Buffer.from(name), ...new Array(12 - name.length).fill(0), ...rest),
        ),
    )
    const packet = fc.record({ contents, decoy: fc.boolean() })
    fc.assert(
      fc.property(fc.array(packet), fc.array(packet), (up, down) => {
        const before = wires.read.length
        for (const { contents: bytes, decoy } of up) ours.send(bytes, { decoy })
        for (const { contents: bytes, decoy } of down) theirs.send(bytes, { decoy })
        carry(wires, ours, theirs)
        const passed = wires.read.slice(before).map(({ kind, bytes }) => [kind === 'decoy', bytes])
        expect(passed).toEqual([...up, ...down].map(({ decoy, contents: bytes }) => [decoy, bytes]))
      }),
      { numRuns: 30 },
    )
  })

  it('a packet of the most that there can be arrives whole (P3)', () => {
    const { wires, ours, theirs } = established(role)
    const most = new Uint8Array(MAX_CONTENTS_LEN).fill(5)
    ours.send(most, { decoy: true })
    const { theirs: told } = carry(wires, ours, theirs)
    const [event] = told as TransportEvent[]
    expect(told).toHaveLength(1)
    expect(event?.type === 'decoy' && Buffer.from(most).equals(event.contents)).toBe(true)
  })

  it('goes on across changes of the keys (C1)', () => {
    const { wires, ours, theirs } = established(role)
    for (let n = 0; n < 500; n++) ours.send(Uint8Array.of(200, n & 0xff))
    const { theirs: told } = carry(wires, ours, theirs)
    expect(told).toHaveLength(500)
    expect(contentsOf(told).at(-1)).toEqual(['rejected', Uint8Array.of(200, 499 & 0xff)])
  })

  it('a packet that was tampered with on its way to her ends both connections (P5)', () => {
    const { wires, ours } = established(role)
    ours.send(Uint8Array.of(18, 1))
    const before = joined(ours.takeOutput())
    ours.send(Uint8Array.of(18, 2))
    const after = joined(ours.takeOutput())
    after[10] = (after[10] ?? 0) ^ 1
    wires.mallory.send(Uint8Array.of(...before, ...after))
    // the one before it is passed on
    expect(wires.toPeer().length).toBe(before.length)
    expect(wires.inner.isClosed).toBe(true)
    wires.toUs()
    expect(wires.ends).toEqual(['open here', 'end'])
    const { failure } = wires.mallory.legs.withUs
    expect(failure).toEqual({ code: 'AUTHENTICATION_FAILED', row: 'P5' })
    expect(wires.mallory.legs.withPeer.failure).toBeUndefined()
  })

  it('so does one on its way from the peer to her', () => {
    const { wires, theirs } = established(role)
    theirs.send(Uint8Array.of(18, 2))
    const bytes = joined(theirs.takeOutput())
    bytes[10] = (bytes[10] ?? 0) ^ 1
    wires.peer.says(bytes)
    expect(wires.toUs().length).toBe(0)
    expect(wires.ends).toEqual(['open here', 'end'])
    expect(wires.mallory.legs.withPeer.failure?.code).toBe('AUTHENTICATION_FAILED')
    // nothing is said after it
    wires.peer.says(bytes)
    wires.peer.ends()
    wires.mallory.send(bytes)
    expect([wires.toUs().length, wires.toPeer().length]).toEqual([0, 0])
    expect(wires.ends).toEqual(['open here', 'end'])
  })

  it('tells us when the peer ends it, and when the way to it does', () => {
    const failure = { code: 'RELAY_4505', message: 'idle' } as const
    const [ended, failed] = [established(role), established(role)]
    ended.wires.peer.ends()
    failed.wires.peer.fails(failure)
    expect(ended.wires.ends).toEqual(['open here', 'end'])
    expect(failed.wires.ends).toEqual(['open here', failure])
  })

  it('is over when we close, and tells nothing any more', () => {
    const { wires, theirs } = established(role)
    wires.mallory.close()
    expect(wires.inner.isClosed).toBe(true)
    theirs.send(Uint8Array.of(18, 2))
    wires.peer.says(joined(theirs.takeOutput()))
    wires.peer.ends()
    expect(wires.toUs().length).toBe(0)
    expect(wires.ends).toEqual(['open here'])
    expect(wires.mallory.legs.withUs.sessionId).toMatch(/^[0-9a-f]{64}$/)
  })

  it('v1 stays v1, byte for byte, what is wrong in it too', () => {
    const wires = malloryWires(role)
    const [version, verack, wrong] = ['version', 'verack', 'ping'].map((type) =>
      encodeV1Message(magic, type, Uint8Array.of(1, 2, 3)),
    ) as [Uint8Array, Uint8Array, Uint8Array]
    wrong[21] = (wrong[21] ?? 0) ^ 1
    const [up, down] = [
      [version, verack, wrong, Uint8Array.of(9, 9, 9)],
      [version, wrong, verack, new Uint8Array(30).fill(1), Uint8Array.of(4)],
    ].map((parts) => new Uint8Array(Buffer.concat(parts))) as [Uint8Array, Uint8Array]
    const [fromUs, fromPeer] = role === 'initiator' ? [up, down] : [down, up]
    const says = { us: (b: Uint8Array) => wires.mallory.send(b), peer: wires.peer.says }
    const [first, second] =
      role === 'initiator' ? (['us', 'peer'] as const) : (['peer', 'us'] as const)
    const toPeer: Uint8Array[] = []
    for (const byte of first === 'us' ? fromUs : fromPeer) says[first](Uint8Array.of(byte))
    for (const byte of second === 'us' ? fromUs : fromPeer) says[second](Uint8Array.of(byte))
    toPeer.push(wires.toPeer())
    // three bytes are no message yet; they go when the stream ends
    wires.peer.ends()
    const whole = role === 'initiator' ? fromUs.length - 3 : fromUs.length
    expect(toHex(toPeer[0] ?? new Uint8Array())).toBe(toHex(fromUs.subarray(0, whole)))
    expect(toHex(wires.toUs())).toBe(toHex(fromPeer))
    expect(wires.mallory.legs).toMatchObject({
      withUs: { transport: 'v1' },
      withPeer: { transport: 'v1' },
    })
  })
})

describe('towards us as the initiator', () => {
  it('she does not answer before she has been answered: who hangs up on her key has hung up on ours (S2)', () => {
    const wires = malloryWires('initiator')
    const ours = transport('initiator', 'ours')
    wires.mallory.send(joined(ours.takeOutput()))
    expect(wires.toPeer().length).toBeGreaterThanOrEqual(64)
    expect(wires.toUs().length).toBe(0)
    wires.peer.ends()
    expect(wires.toUs().length).toBe(0)
    expect(wires.ends).toEqual(['open here', 'end'])
    expect(() => ours.receiveEnd()).toThrow(RemoteProtocolError)
  })

  it('she answers nothing from within a call of ours', () => {
    const { wires, ours } = established('initiator')
    ours.send(Uint8Array.of(18, 1))
    const bytes = joined(ours.takeOutput())
    bytes[10] = (bytes[10] ?? 0) ^ 1
    wires.mallory.send(bytes)
    expect(wires.ends).toEqual(['open here'])
    expect(wires.mallory.isIdle).toBe(false)
    expect(wires.pending()).toBe(1)
    wires.toUs()
    expect(wires.mallory.isIdle).toBe(true)
    expect(wires.ends).toEqual(['open here', 'end'])
  })

  it('a peer that speaks before it is spoken to is heard once she knows how to answer', () => {
    const wires = malloryWires('initiator')
    const ours = transport('initiator', 'ours')
    const theirs = transport('responder', 'theirs')
    theirs.receive(Uint8Array.of(1))
    const [key] = theirs.takeOutput()
    wires.peer.says(key?.bytes.subarray(0, 30) ?? new Uint8Array())
    expect(wires.mallory.backlog).toBe(30)
    wires.mallory.send(joined(ours.takeOutput()))
    wires.peer.says(key?.bytes.subarray(30) ?? new Uint8Array())
    expect(wires.toUs().length).toBeGreaterThanOrEqual(64)
    expect(wires.mallory.legs.withPeer.ellswiftTheirs).toBe(toHex(key?.bytes ?? new Uint8Array()))
  })

  it('what waits counts as backlog, and so does what waits behind her', () => {
    const wires = malloryWires('initiator')
    const ours = transport('initiator', 'ours')
    const theirs = transport('responder', 'theirs')
    wires.mallory.send(joined(ours.takeOutput()))
    // one byte of the peer's key: she answers us, and can't yet speak to the peer
    theirs.receive(wires.toPeer())
    const answer = joined(theirs.takeOutput())
    wires.peer.says(answer.subarray(0, 1))
    ours.receive(wires.toUs())
    ours.send(new Uint8Array(1000).fill(200))
    wires.mallory.send(joined(ours.takeOutput()))
    expect(wires.mallory.backlog).toBe(1000)
    wires.inner.backlog = 7
    expect(wires.mallory.backlog).toBe(1007)
    wires.peer.says(answer.subarray(1))
    expect(wires.mallory.backlog).toBe(7)
  })

  it('too much that waits ends it', () => {
    const wires = malloryWires('initiator')
    const chunk = new Uint8Array(2 ** 24)
    for (let n = 0; n < 3; n++) wires.peer.says(chunk)
    expect(wires.inner.isClosed).toBe(true)
    expect(wires.ends).toEqual(['open here', 'end'])
    expect(wires.mallory.backlog).toBe(0)
  })

  it('the peer is asked for its own word', () => {
    expect(malloryWires('initiator').mallory.peerReportedSessionId).toBe('ab')
  })
})

describe('the downgrade', () => {
  it.each(['initiator', 'responder'] as const)('waits for all 64 bytes; we: %s', (role) => {
    const wires = malloryWires(role, 'downgrade')
    const key = joined(transport('initiator', 'dialling').takeOutput()).subarray(0, 64)
    const says = (bytes: Uint8Array) =>
      role === 'initiator' ? wires.mallory.send(bytes) : wires.peer.says(bytes)
    says(key.subarray(0, 63))
    expect([wires.toUs().length, wires.toPeer().length]).toEqual([0, 0])
    expect(wires.ends).toEqual(['open here'])
    says(key.subarray(63))
    expect([wires.toUs().length, wires.toPeer().length]).toEqual([0, 0])
    expect(wires.ends).toEqual(['open here', 'end'])
    expect(wires.inner.isClosed).toBe(true)
    expect(wires.mallory.refused).toBe(1)
  })
})
