// @vitest-environment node
import { toHex } from '@v2scope/bip324'
import { describe, expect, it } from 'vitest'
import type { WireItem } from '../../src/session/item.js'
import { unpacked } from './packed.js'
import { TestWorker, TestWorld } from './test-world.js'

const sum = (items: readonly WireItem[], direction: WireItem['direction']) =>
  items.filter((item) => item.direction === direction).reduce((n, item) => n + item.wireBytes, 0)

describe.each(['initiator', 'responder'] as const)('a simulated session as %s', (role) => {
  const run = (ms: number, settings = {}) => {
    const world = new TestWorld(role)
    const worker = new TestWorker(world)
    worker.start({ role, decoys: 2, ...settings })
    world.advance(ms)
    return { world, worker }
  }

  it('is ready within a second, and both sides report one session id', () => {
    const status = run(1000).worker.status()
    expect(status).toMatchObject({ state: 'ready', phase: 'application', transport: 'v2' })
    expect(status.sessionId).toMatch(/^[0-9a-f]{64}$/)
    expect(status.peerReportedSessionId).toBe(status.sessionId)
    expect(status.peerVersion).toMatchObject({
      userAgent: '/v2scope-demo:0.1.0/',
      services: ['NETWORK', 'WITNESS', 'P2P_V2'],
    })
    expect(status.latencyMs).toBeGreaterThan(0)
  })

  it('takes long enough to be watched', () => {
    const items = run(1000).worker.items()
    const version = items.find((i) => i.kind === 'version packet' && i.direction === 'received')
    expect(version?.time).toBeGreaterThan(8)
    expect(version?.time).toBeLessThan(400)
  })

  it('shows every byte that the transport counts, once', () => {
    const { worker } = run(20_000)
    const { stats } = worker.status()
    const items = worker.items()
    expect(sum(items, 'sent')).toBe(stats?.sent.bytes)
    expect(sum(items, 'received')).toBe(stats?.received.bytes)
    expect(stats?.received.decoys).toBeGreaterThan(2)
    const decoyBytes = items
      .filter((item) => item.kind === 'decoy' && item.direction === 'received')
      .reduce((n, item) => n + item.wireBytes, 0)
    expect(decoyBytes).toBe(stats?.received.decoyBytes)
  })

  it('numbers items upwards in seq and time, and packets by direction', () => {
    const items = run(5000).worker.items()
    for (const [i, item] of items.entries()) {
      expect(item.seq).toBeGreaterThan(items[i - 1]?.seq ?? -1)
      expect(item.time).toBeGreaterThanOrEqual(items[i - 1]?.time ?? 0)
    }
    const numbers = items.filter((i) => i.direction === 'sent' && i.number !== undefined)
    expect(numbers.map((i) => i.number)).toEqual(numbers.map((_, i) => i))
  })

  it('H4 sends key, garbage, terminator, decoys and version packet in this order', () => {
    const sent = run(1000, { garbage: 100 })
      .worker.items()
      .filter((i) => i.direction === 'sent')
    expect(sent.slice(0, 6).map((i) => i.kind)).toEqual([
      'key',
      'garbage',
      'terminator',
      'decoy',
      'decoy',
      'version packet',
    ])
    expect(sent[1]?.wireBytes).toBe(100)
    expect(sent[3]).toMatchObject({ number: 0, epoch: 0, aadBytes: 100 })
    expect(sent[4]?.aadBytes).toBeUndefined()
  })

  it('shows no garbage where none is sent', () => {
    const sent = run(1000, { garbage: 0 })
      .worker.items()
      .filter((i) => i.direction === 'sent')
    expect(sent.map((i) => i.kind)).not.toContain('garbage')
    expect(sent[2]).toMatchObject({ kind: 'decoy', aadBytes: 0 })
  })

  it('hands the key schedule its events whole', () => {
    const types = run(1000)
      .worker.keyEvents()
      .map((event) => event.type)
    expect([...types].sort()).toEqual(['ecdh_computed', 'key_received', 'key_sent', 'keys_derived'])
  })

  it('tells the phases that it goes through, and each change of keys, whole when asked for it', async () => {
    const { worker, world } = run(5000)
    const states = worker.batches().flatMap((batch) => batch.states)
    expect(states.at(-1)).toMatchObject({ phase: 'application', transport: 'v2' })
    expect(states.map(({ phase }) => phase)).toContain('version negotiation')
    for (let i = 0; i < 300; i++) worker.post({ type: 'send_decoy', size: 10 })
    world.advance(1000)
    const rekey = worker.rekeys().find(({ of }) => of === 'sent')
    expect(rekey).toMatchObject({ epoch: 1, time: expect.any(Number) })
    const asked = { type: 'key_event', session: 1, seq: rekey?.seq ?? -1 } as const
    const { event } = await worker.answer(asked, 'key_event')
    expect(event).toMatchObject({ type: 'rekeyed', seq: rekey?.seq, epoch: 1, of: 'sent' })
    expect(event?.newKey.output.length).toBe(32)
    const other = await worker.answer({ ...asked, seq: worker.items()[0]?.seq ?? -1 }, 'key_event')
    expect(other.event).toBeUndefined()
  })

  it('gives the details of every item, with fields that tile its bytes', () => {
    const { worker } = run(5000)
    const negotiated = new Set<WireItem['direction']>()
    for (const item of worker.items()) {
      const detail = worker.detail(item.seq)
      expect(detail?.event.bytes.length).toBe(item.wireBytes)
      const preview = toHex(detail?.event.bytes.subarray(0, 8) ?? new Uint8Array())
      expect(item.preview).toBe(negotiated.has(item.direction) ? undefined : preview)
      if (item.kind === 'version packet') negotiated.add(item.direction)
      let at = 0
      for (const field of detail?.event.fields ?? []) {
        expect(field.start).toBe(at)
        at = field.end
      }
      expect(at).toBe(item.wireBytes)
      if (item.kind === 'message') expect(detail?.decoded).toMatchObject({ summary: item.summary })
      else expect(detail?.decoded).toBeUndefined()
    }
  })
})

describe('batches', () => {
  it('tell at once that a session has begun, then at most one comes each frame', () => {
    const world = new TestWorld()
    const worker = new TestWorker(world)
    const times: number[] = []
    worker.listen(() => times.push(world.now()))
    worker.start({ decoys: 5 })
    expect(times).toEqual([world.now()])
    world.advance(3000)
    expect(times.length).toBeGreaterThan(4)
    for (const [i, at] of times.entries()) {
      expect(at - (times[i - 1] ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(16)
    }
  })

  it('carry a thousand items at once', () => {
    const world = new TestWorld()
    const worker = new TestWorker(world)
    worker.start()
    world.advance(1000)
    const before = worker.batches().length
    for (let i = 0; i < 1000; i++) worker.post({ type: 'send_decoy', size: 10 })
    world.advance(16)
    const after = worker.batches().slice(before)
    expect(after.length).toBeLessThanOrEqual(2)
    expect(after.flatMap(({ items }) => unpacked(items)).length).toBeGreaterThanOrEqual(1000)
    world.advance(1000)
    expect(worker.status()).toMatchObject({ state: 'ready' })
    expect(worker.rekeys().filter(({ of }) => of === 'sent').length).toBe(8)
  })
})

describe('a v1 session', () => {
  it('says that it is v1, and counts its messages', () => {
    const world = new TestWorld()
    const worker = new TestWorker(world)
    worker.start({ transport: 'v1' })
    expect(worker.status().transport).toBe('v1')
    world.advance(1000)
    const status = worker.status()
    expect(status).toMatchObject({ state: 'ready', transport: 'v1' })
    expect(status.sessionId).toBeUndefined()
    const items = worker.items()
    expect(new Set(items.map((i) => i.kind))).toEqual(new Set(['v1 message']))
    expect(sum(items, 'sent')).toBe(status.stats?.sent.bytes)
    expect(sum(items, 'received')).toBe(status.stats?.received.bytes)
    expect(worker.detail(items[0]?.seq ?? -1)).toMatchObject({
      event: { type: 'v1_message', messageType: 'version' },
      decoded: { summary: items[0]?.summary },
    })
  })

  it('has no decoys, and says so', () => {
    const world = new TestWorld()
    const worker = new TestWorker(world)
    worker.start({ transport: 'v1' })
    world.advance(1000)
    worker.post({ type: 'send_decoy', size: 10 })
    world.advance(20)
    expect(worker.status()).toMatchObject({ state: 'ready', notice: { id: 1, code: 'NOT_V2' } })
  })
})
