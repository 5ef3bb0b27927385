// @vitest-environment node
import type { PacketEvent } from '@v2scope/bip324'
import type { TimedEvent } from '@v2scope/recording'
import { simulate } from '@v2scope/recording/simulation'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EVENT_OVERHEAD, EventLog, PACKET_OVERHEAD } from '../../src/session/event-log.js'
import { PacketLog } from '../../src/session/packet-log.js'
import { SETTINGS } from './test-world.js'

const PACKETS: ReadonlySet<string> = new Set(['packet_sent', 'packet_received'])

const isPacket = (event: TimedEvent): event is TimedEvent & PacketEvent => PACKETS.has(event.type)

const newLog = (limit?: number): EventLog => {
  const log = new EventLog(limit)
  log.packInto(new PacketLog())
  return log
}

const logOf = (events: readonly TimedEvent[]): EventLog => {
  const log = newLog()
  for (const event of events) log.add(event)
  return log
}

/** Across changes of keys, with garbage, decoys and messages. */
const SESSION = simulate({ ...SETTINGS, garbage: 77, decoys: 230 }).events

const packetOf = (kind: PacketEvent['kind']): TimedEvent & PacketEvent => {
  const packet = SESSION.filter(isPacket).find((event) => event.kind === kind && event.number > 0)
  if (!packet) throw new Error(`no ${kind}`)
  return packet
}

/** What another trace may tell of a packet, and no transport does. */
const ODD: readonly ((packet: TimedEvent & PacketEvent) => Partial<PacketEvent>)[] = [
  ({ header }) => ({ header: header ^ 0x40 }),
  ({ decoy }) => ({ decoy: !decoy }),
  ({ length }) => ({ length: length + 1 }),
  ({ epoch }) => ({ epoch: epoch + 1 }),
  ({ number }) => ({ number: number + 1 }),
  ({ tag }) => ({ tag: tag.map((byte, i) => (i === 15 ? byte ^ 1 : byte)) }),
  ({ tag }) => ({ tag: tag.subarray(1) }),
  ({ nonce }) => ({ nonce: nonce.map((byte) => byte ^ 1) }),
  ({ nonce }) => ({ nonce: nonce.subarray(1) }),
  () => ({ aad: Uint8Array.of(1) }),
  ({ bytes }) => ({ bytes: bytes.subarray(1) }),
  ({ contents }) => ({ contents: contents.subarray(1) }),
  () => ({ lengthKey: 'responder_P' }),
  () => ({ packetKey: 'initiator_L' }),
  ({ role }) => ({ role: role === 'initiator' ? 'responder' : 'initiator' }),
  ({ direction }) => ({ direction: direction === 'sent' ? 'received' : 'sent' }),
  ({ fields }) => ({ fields: fields.slice(1) }),
  ({ fields }) => ({ fields: [...fields, { name: 'tag', start: 0, end: 1, row: 'P5' }] }),
  ({ fields }) => ({ fields: fields.map((field) => ({ ...field, row: 'A6' })) }),
  ({ fields }) => ({ fields: fields.map((field) => ({ ...field, end: field.end + 1 })) }),
]

describe('packets in the log', () => {
  it.each(['initiator', 'responder'] as const)(
    'are made again as they were told, of the session of an %s',
    (role) => {
      const { events } = simulate({ ...SETTINGS, role, garbage: 77, decoys: 230 })
      const log = logOf(events)
      expect(log.events()).toEqual(events)
      const kept = log.kept()
      expect(Array.from({ length: kept.length }, (_, i) => kept.at(i))).toEqual(events)
    },
  )

  it('are counted by their bytes, not as so many objects', () => {
    const packets = SESSION.filter(isPacket).filter(({ number }) => number > 0)
    const log = logOf(packets)
    const bytes = packets.reduce((n, packet) => n + packet.bytes.length + packet.contents.length, 0)
    expect(log.size).toBe(bytes + packets.length * PACKET_OVERHEAD)
  })

  it.each(['decoy', 'version', 'message'] as const)(
    'are kept as they are where a transport would not tell them so: a %s',
    (kind) => {
      for (const change of ODD) {
        const packet = packetOf(kind)
        const odd = { ...packet, ...change(packet), seq: 1 }
        const log = logOf([{ ...packet, seq: 0 }, odd, { ...packet, seq: 2 }])
        expect(log.get(1)).toEqual(odd)
        expect(log.events()).toEqual([{ ...packet, seq: 0 }, odd, { ...packet, seq: 2 }])
      }
    },
  )

  it('keep what was told of them where it is not what they say', () => {
    const at = SESSION.findIndex((event) => event.type === 'message')
    const [packet, told] = SESSION.slice(at - 1, at + 1)
    if (!packet || told?.type !== 'message') throw new Error('no message')
    const others = [
      { ...told, messageType: 'other' },
      { ...told, packet: told.packet + 1 },
      { ...told, time: told.time + 1 },
      { ...told, fields: [] },
    ]
    for (const other of others) {
      const log = logOf([packet, other])
      expect(log.events()).toEqual([packet, other])
      expect(log.size).toBeGreaterThan(EVENT_OVERHEAD)
    }
  })

  it('give memory of their own: who is sent one is not sent others', () => {
    const log = logOf(SESSION)
    for (const { seq } of SESSION.filter(isPacket)) {
      const packet = log.get(seq)
      expect(packet?.bytes.buffer.byteLength).toBe(packet?.bytes.length)
    }
  })

  it('go with what they say when they are the oldest', () => {
    const pairs = SESSION.flatMap((event, i) =>
      event.type === 'message' && event.bytes.length < 200
        ? [[SESSION[i - 1], event] as const]
        : [],
    )
    const log = newLog(3 * PACKET_OVERHEAD)
    const dropped: number[] = []
    for (const [packet, told] of pairs) {
      if (!packet) throw new Error('no packet')
      log.add(packet)
      log.add(told)
      const oldest = log.events()[0]
      expect(oldest && isPacket(oldest)).toBe(true)
      expect(log.get(told.seq)?.bytes).toEqual(told.bytes)
      dropped.push(log.droppedBytes)
    }
    expect(dropped.at(-1)).toBeGreaterThan(0)
  })

  it('that came before there was a place for them go first', () => {
    const packet = packetOf('decoy')
    const log = new EventLog(2 * EVENT_OVERHEAD)
    log.add({ ...packet, seq: 0 })
    log.packInto(new PacketLog())
    for (const seq of [1, 2, 3]) log.add({ ...packet, seq })
    expect(log.events().map(({ seq }) => seq)).not.toContain(0)
    expect(log.events().at(-1)).toEqual({ ...packet, seq: 3 })
    expect(log.droppedBytes).toBeGreaterThanOrEqual(packet.bytes.length)
  })

  it('are the same objects when they are asked for again', () => {
    const log = logOf(SESSION)
    const { seq } = packetOf('message')
    expect(log.get(seq)).toBe(log.get(seq))
  })

  it('are found, and gone, in their order, whatever their sizes', () => {
    const packet = packetOf('decoy')
    const sizes = fc.array(fc.oneof(fc.nat(200), fc.integer({ min: 100_000, max: 600_000 })), {
      maxLength: 40,
    })
    fc.assert(
      fc.property(sizes, fc.integer({ min: 10_000, max: 2_000_000 }), (lengths, limit) => {
        const log = newLog(limit)
        const events = lengths.map((length, i) => decoyOf(packet, 3 * i, length))
        for (const event of events) log.add(event)
        const kept = log.events()
        const left = events.slice(events.length - kept.length)
        expect(kept.map(briefly)).toEqual(left.map(briefly))
        const gone = events.slice(0, events.length - kept.length)
        expect(log.droppedBytes).toBe(gone.reduce((n, { bytes }) => n + bytes.length, 0))
        for (const { seq } of gone) expect(log.get(seq)).toBeUndefined()
        for (const { seq } of kept) expect(log.get(seq + 1)).toBeUndefined()
        expect(log.size).toBeLessThanOrEqual(limit)
      }),
      { numRuns: 30 },
    )
  })
})

/** Of bytes that are all the same, all that there is to compare. */
const briefly = (event: TimedEvent) => {
  if (!isPacket(event)) throw new Error('that is no packet')
  const { seq, bytes, contents, fields } = event
  return { seq, bytes: [bytes.length, bytes[0], bytes.at(-1)], contents: contents.length, fields }
}

function decoyOf(
  packet: TimedEvent & PacketEvent,
  seq: number,
  length: number,
): TimedEvent & PacketEvent {
  const bytes = new Uint8Array(length + 20).fill(seq)
  const ends = [3, 4, 4 + length, 20 + length]
  const fields = packet.fields.map((field, i) => {
    const end = ends[i] ?? 0
    return { ...field, start: ends[i - 1] ?? 0, end }
  })
  return {
    ...packet,
    seq,
    length,
    bytes,
    contents: new Uint8Array(length).fill(1),
    tag: bytes.slice(-16),
    fields: fields.filter(({ start, end }) => end > start),
  }
}
