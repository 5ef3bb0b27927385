/** A session from outside, as the page gets it: live, simulated and recorded, v2 and v1. */
// @vitest-environment node
import { Networks } from '@v2scope/bip324'
import { DemoPeer } from '@v2scope/peer'
import { describe, expect, it } from 'vitest'
import { behindRelay, SETTINGS, seededRandom, TestWorker, TestWorld } from './test-world.js'

function simulated() {
  const world = new TestWorld()
  const worker = new TestWorker(world)
  worker.start({ decoys: 2, garbage: 300 })
  world.advance(12_000)
  // from here on its file has what has happened, and not all that its seed decides
  worker.post({ type: 'send_decoy', size: 300 })
  world.advance(2000)
  return { world, worker }
}

function live(transport: 'v2' | 'v1') {
  const world = new TestWorld()
  const worker = new TestWorker(world)
  worker.start({ peer: 'demo', transport })
  const { peer } = new DemoPeer({
    role: 'responder',
    magic: Networks.regtest.magic,
    random: seededRandom('far end'),
    now: world.now,
    unixTime: world.unixTime,
    onEvent: () => {},
  })
  const carry = behindRelay(world, peer)
  for (let i = 0; i < 20; i++) {
    carry()
    world.advance(100)
  }
  worker.post({ type: 'ping' })
  carry()
  world.advance(20)
  return { world, worker }
}

async function eavesdropped(worker: TestWorker, session = 1) {
  const answer = await worker.answer({ type: 'eavesdrop', session }, 'eavesdropped')
  if (!answer.eavesdropping) throw new Error('nothing was overheard')
  return answer.eavesdropping
}

const sum = (numbers: Iterable<number>) => [...numbers].reduce((a, b) => a + b, 0)

describe.each([
  ['simulated', simulated],
  ['live', () => live('v2')],
])('a %s session from outside', (_, session) => {
  it('has a segment for each chunk of the socket, and all bytes are in one', async () => {
    const { worker } = session()
    const { segments } = await eavesdropped(worker)
    const { stats } = worker.status()
    expect(segments.cut).toBe('chunks')
    expect(segments.total.sent.bytes).toBe(stats?.sent.bytes)
    expect(segments.total.received.bytes).toBe(stats?.received.bytes)
    const { sent, received } = segments.total
    expect(segments.times).toHaveLength(sent.segments + received.segments)
    expect(sum(segments.bytes)).toBe(sent.bytes + received.bytes)
    expect(sum(segments.isSent)).toBe(sent.segments)
    expect([...segments.times]).toEqual([...segments.times].sort((a, b) => a - b))
  })

  it('shows each thing on the wire as it is, beside the same message as v1', async () => {
    const { worker } = session()
    const { transport, stream, statistics } = await eavesdropped(worker)
    const rows = [...stream.first, ...stream.newest]
    expect(transport).toBe('v2')
    expect(stream.leftOut).toBe(0)
    expect(rows.map(({ seq }) => seq)).toEqual(worker.items().map(({ seq }) => seq))
    expect(rows.map(({ wire }) => wire.length)).toEqual(
      worker.items().map(({ wireBytes }) => wireBytes),
    )
    const version = rows.find(({ label, direction }) => label === 'version' && direction === 'sent')
    expect(version?.v1?.spans).toMatchObject([
      { what: 'magic', text: 'regtest' },
      { what: 'command', text: 'version' },
      { what: 'length' },
      { what: 'address' },
      { what: 'address' },
      { what: 'text', text: expect.stringContaining('/v2scope:') },
    ])
    expect(rows.find(({ kind }) => kind === 'decoy')?.v1 ?? 'none').toBe('none')
    expect(statistics.wire?.telling.magics).toBe(0)
    expect(statistics.wire?.telling.commands).toBe(0)
    expect(statistics.v1?.telling.magics).toBeGreaterThan(5)
    expect(statistics.v1?.telling.commands).toBe(statistics.v1?.telling.magics)
  })

  it('has the savings of each type, and what the handshake costs', async () => {
    const { worker } = session()
    const { savings } = await eavesdropped(worker)
    const { stats } = worker.status()
    expect(savings.v2Bytes).toBe((stats?.sent.bytes ?? 0) + (stats?.received.bytes ?? 0))
    const [handshake] = savings.rows
    expect(handshake).toMatchObject({ kind: 'handshake', count: 2, v1Bytes: undefined })
    // 64 of key, 16 of terminator, 20 of version packet, on each side
    expect((handshake?.v2Bytes ?? 0) - (handshake?.garbageBytes ?? 0)).toBe(200)
    // 20 and a short id of 1, against a header of 24
    for (const { label, count, v1Bytes = 0, v2Bytes } of savings.rows) {
      if (label === 'ping' || label === 'getheaders') expect(v1Bytes - v2Bytes).toBe(3 * count)
      // a type in 13 bytes
      if (label === 'verack') expect(v2Bytes - v1Bytes).toBe(9 * count)
    }
    expect(savings.rows.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['ping', 'verack']),
    )
  })

  it('recorded, has what has one direction and one time as a segment', async () => {
    const { world, worker } = session()
    const { file } = await worker.saved('decrypted')
    const before = await eavesdropped(worker)
    await worker.open(file, 2)
    world.advance(100)
    const { segments, savings } = await eavesdropped(worker, 2)
    expect(segments.cut).toBe('moments')
    expect(segments.total.received.bytes).toBe(before.segments.total.received.bytes)
    expect(savings).toEqual(before.savings)
  })
})

describe('who listens to a session of the Lab', () => {
  it.each([
    ['nothing', {}],
    ['somebody in the middle', { mallory: { mode: 'between' } }],
    [
      'shaping',
      { shaping: { shaping: { strategy: 'constant bit rate', tickMs: 100, bytes: 500 } } },
    ],
  ] as const)('is on our side, beyond what we do ourselves: with %s', async (_, lab) => {
    const world = new TestWorld()
    const worker = new TestWorker(world)
    worker.post({ type: 'start', session: 1, settings: SETTINGS, relayUrl: '', lab })
    world.advance(5000)
    const { segments, savings } = await eavesdropped(worker)
    const { stats, lab: standing } = worker.status()
    const waiting = standing?.shaping?.ours.waitingBytes ?? 0
    expect(segments.total.received.bytes).toBe(stats?.received.bytes)
    expect(segments.total.sent.bytes).toBe((stats?.sent.bytes ?? 0) - waiting)
    expect(savings.v2Bytes).toBe((stats?.sent.bytes ?? 0) + (stats?.received.bytes ?? 0))
    if (!('shaping' in lab)) return
    const sent = [...segments.bytes].filter((_, i) => segments.isSent[i] === 1)
    expect(sent.filter((bytes) => bytes === 500).length).toBeGreaterThan(20)
  })
})

describe('other sessions from outside', () => {
  it('of v1 have the same bytes on both sides, and v2 is reckoned', async () => {
    const { worker } = live('v1')
    const { transport, stream, savings, statistics } = await eavesdropped(worker)
    expect(transport).toBe('v1')
    for (const { wire, v1 } of stream.first) expect(v1?.bytes).toEqual(wire.bytes)
    expect(statistics.v1).toEqual(statistics.wire)
    const ping = savings.rows.find(({ label }) => label === 'ping')
    expect(ping).toMatchObject({ count: 2, v1Bytes: 2 * 32, v2Bytes: 2 * 29 })
  })

  it('of the wire alone are bytes of which nothing more is known', async () => {
    const { world, worker } = live('v2')
    const { file } = await worker.saved('wire')
    await worker.open(file, 2)
    world.advance(100)
    const { stream, savings, statistics } = await eavesdropped(worker, 2)
    expect(stream.first.map(({ kind }) => kind)).toContain('unread bytes')
    expect(stream.first.every(({ v1 }) => v1 === undefined)).toBe(true)
    expect(savings.rows.map(({ kind }) => kind)).toEqual(['handshake', 'unread'])
    expect(statistics.v1).toBeUndefined()
    expect(statistics.wire?.bytes).toBe(savings.v2Bytes)
  })

  it('that are not kept any more are told of as such', async () => {
    const { worker } = simulated()
    const answer = await worker.answer({ type: 'eavesdrop', session: 77 }, 'eavesdropped')
    expect(answer.eavesdropping).toBeUndefined()
  })
})
