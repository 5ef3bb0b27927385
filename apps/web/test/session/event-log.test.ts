// @vitest-environment node
import type { SessionEvent } from '@v2scope/peer'
import type { TimedEvent } from '@v2scope/recording'
import { simulate } from '@v2scope/recording/simulation'
import { describe, expect, it } from 'vitest'
import type { FromWorker } from '../../src/session/contract.js'
import { EVENT_OVERHEAD, EventLog, LOG_LIMIT } from '../../src/session/event-log.js'
import * as details from '../../src/session/item-details.js'
import { Session } from '../../src/session/session.js'
import { SimulatedDriver } from '../../src/session/simulated-driver.js'
import { unpacked } from './packed.js'
import { SETTINGS, TestWorld } from './test-world.js'

function v1Message(seq: number, length: number): TimedEvent {
  const event: SessionEvent = {
    type: 'v1_message',
    seq,
    role: 'initiator',
    direction: 'sent',
    bytes: new Uint8Array(24 + length),
    fields: [],
    number: seq,
    messageType: 'block',
    payload: new Uint8Array(length),
  }
  return { ...event, time: 0 }
}

const key = (seq: number): TimedEvent => ({
  type: 'key_sent',
  seq,
  role: 'initiator',
  direction: 'sent',
  bytes: new Uint8Array(64),
  fields: [],
  time: 0,
})

/** A packet with a ping, and what it says. */
function pingOf(seq: number): [TimedEvent, TimedEvent] {
  const simulated = simulate(SETTINGS).events
  const at = simulated.findIndex((event) => event.type === 'message')
  const [packet, told] = simulated.slice(at - 1, at + 1)
  if (packet?.type !== 'packet_sent' || told?.type !== 'message') throw new Error('no message')
  return [
    { ...packet, seq },
    { ...told, seq: seq + 1 },
  ]
}

describe('the log of events', () => {
  it('keeps 64 MiB unless told otherwise', () => {
    expect(LOG_LIMIT).toBe(64 * 1024 * 1024)
  })

  it('drops the oldest packets first at the bound, and counts their bytes', () => {
    const cost = 24 + 2 * 1000 + EVENT_OVERHEAD
    const log = new EventLog(3 * cost)
    for (const seq of [1, 2, 3]) log.add(v1Message(seq, 1000))
    expect(log.droppedBytes).toBe(0)
    log.add(v1Message(4, 1000))
    expect(log.droppedBytes).toBe(1024)
    expect([1, 2, 3, 4].map((seq) => log.get(seq)?.seq)).toEqual([undefined, 2, 3, 4])
    expect(log.size).toBe(3 * cost)
  })

  it('never drops keys, garbage and terminators', () => {
    const log = new EventLog(10_000)
    log.add(key(0))
    for (let seq = 1; seq < 100; seq++) log.add(v1Message(seq, 1000))
    expect(log.get(0)).toBeDefined()
    expect(log.get(1)).toBeUndefined()
    expect(log.get(99)).toBeDefined()
  })

  it('drops even the newest where it alone is too large', () => {
    const log = new EventLog(10_000)
    log.add(v1Message(1, 20_000))
    expect(log.get(1)).toBeUndefined()
    expect(log.size).toBe(0)
    expect(log.droppedBytes).toBe(20_024)
  })

  it('drops changes of keys with the packets of their time: they come as often as packets do', () => {
    const { events } = simulate({ ...SETTINGS, decoys: 300 })
    const rekeyed = events.find((event) => event.type === 'rekeyed')
    if (!rekeyed) throw new Error('the keys have not changed')
    const log = new EventLog(3 * EVENT_OVERHEAD)
    for (const seq of [1, 2, 3, 4]) log.add({ ...rekeyed, seq })
    expect([1, 2, 3, 4].map((seq) => log.get(seq)?.seq)).toEqual([undefined, 2, 3, 4])
    expect(log.size).toBe(3 * EVENT_OVERHEAD)
    expect(log.droppedBytes).toBe(0)
  })

  it('finds every event that it keeps, however many have been dropped', () => {
    const log = new EventLog(5000 * EVENT_OVERHEAD)
    for (let seq = 0; seq < 60_000; seq += 3) log.add(v1Message(seq, 0))
    const kept = log.events().map(({ seq }) => seq)
    expect(kept.at(-1)).toBe(59_997)
    expect(kept.length).toBe(Math.floor((5000 * EVENT_OVERHEAD) / (EVENT_OVERHEAD + 24)))
    for (const seq of kept) expect(log.get(seq)?.seq).toBe(seq)
    expect(log.get((kept[0] ?? 0) - 3)).toBeUndefined()
    expect(log.get((kept[0] ?? 0) + 1)).toBeUndefined()
  })

  it('gives all that it keeps, in the order of their happening', () => {
    const log = new EventLog(3 * EVENT_OVERHEAD)
    const events = [v1Message(0, 0), v1Message(1, 0), key(2), v1Message(3, 0), key(4)]
    for (const event of events) log.add(event)
    expect(log.events()).toEqual(events.slice(1))
  })

  it('keeps what a packet says as long as the packet, in the memory of its contents', () => {
    const [packet, told] = pingOf(1)
    const log = new EventLog(3 * EVENT_OVERHEAD)
    log.add(packet)
    log.add(told)
    expect(log.get(2)).toEqual(told)
    expect(log.get(2)?.bytes).toBe('contents' in packet && packet.contents)
    expect(log.size).toBeLessThan(3 * EVENT_OVERHEAD)
    for (const event of pingOf(3)) log.add(event)
    expect([1, 2, 3, 4].map((seq) => log.get(seq)?.seq)).toEqual([undefined, undefined, 3, 4])
    expect(log.droppedBytes).toBe(packet.bytes.length)
  })

  it('does not keep what a packet says that was too large to be kept', () => {
    const log = new EventLog(100)
    for (const event of pingOf(1)) log.add(event)
    expect(log.events()).toEqual([])
    expect(log.size).toBe(0)
  })

  it('adds a hundred thousand events in little time', () => {
    const log = new EventLog(1_000_000)
    for (let seq = 0; seq < 100_000; seq++) log.add(v1Message(seq, 10))
    expect(log.size).toBeLessThanOrEqual(1_000_000)
  })
})

it('a session at the bound says what it dropped, and goes on', () => {
  const world = new TestWorld()
  const posted: FromWorker[] = []
  const session = new Session({
    id: 1,
    settings: SETTINGS,
    environment: world,
    drive: (handlers) => new SimulatedDriver({ settings: SETTINGS, clock: world, ...handlers }),
    post: (message) => posted.push(message),
    logLimit: 50_000,
  })
  session.start()
  world.advance(1000)
  for (let i = 0; i < 20; i++) session.run({ type: 'send_decoy', size: 10_000 })
  world.advance(1000)
  const batches = posted.filter((message) => message.type === 'batch')
  const items = batches.flatMap((batch) => unpacked(batch.items))
  const status = batches.at(-1)?.status
  expect(status?.state).toBe('ready')
  expect(status?.droppedBytes).toBeGreaterThan(150_000)
  const decoys = items.filter((i) => i.contentsBytes === 10_000)
  expect(decoys.length).toBe(20)
  expect(session.details(details).detail(decoys[0]?.seq ?? -1)).toBeUndefined()
  const last = session.details(details).detail(decoys.at(-1)?.seq ?? -1)
  expect(last?.event.bytes.length).toBe(decoys.at(-1)?.wireBytes)
  const first = items[0]
  expect(session.details(details).detail(first?.seq ?? -1)?.event.type).toBe('key_sent')
  const { events, standing } = session.recording({})
  expect(standing.droppedBytes).toBe(status?.droppedBytes)
  const wired = events.filter((e) => e.type !== 'message' && e.type !== 'message_rejected')
  const kept = wired.reduce((n, { bytes }) => n + bytes.length, 0)
  expect(kept).toBe(items.reduce((n, i) => n + i.wireBytes, 0) - standing.droppedBytes)
  const seqs = new Set(events.map(({ seq }) => seq))
  for (const { type, seq } of events) if (type === 'message') expect(seqs).toContain(seq - 1)
})
