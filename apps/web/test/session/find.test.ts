// @vitest-environment node
import type { TimedEvent } from '@v2scope/recording'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FromWorker, ToWorker } from '../../src/session/contract.js'
import { findAll } from '../../src/session/find.js'
import { Finder, MOST_HITS } from '../../src/session/finder.js'
import { TestWorld } from './test-world.js'

const ascii = (text: string) => new TextEncoder().encode(text)

describe('bytes in bytes', () => {
  it('are found as an oracle finds them', () => {
    const few = fc.uint8Array({ max: 2, maxLength: 40 })
    fc.assert(
      fc.property(few, fc.uint8Array({ max: 2, minLength: 1, maxLength: 3 }), (data, bytes) => {
        const text = Buffer.from(data).toString('latin1')
        const wanted = Buffer.from(bytes).toString('latin1')
        const expected: number[] = []
        for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length))
          expected.push(at)
        expect(findAll(data, { bytes, anyCase: false }, 99)).toEqual(expected)
      }),
    )
  })

  it('match in either case, of ASCII letters alone', () => {
    const data = ascii('/Satoshi:SATOSHI @`')
    expect(findAll(data, { bytes: ascii('satoshi'), anyCase: true }, 9)).toEqual([1, 9])
    expect(findAll(data, { bytes: ascii('satoshi'), anyCase: false }, 9)).toEqual([])
    expect(findAll(data, { bytes: ascii('@'), anyCase: true }, 9)).toEqual([17])
  })

  it('are at most so many', () => {
    expect(findAll(new Uint8Array(9), { bytes: Uint8Array.of(0), anyCase: false }, 3)).toEqual([
      0, 1, 2,
    ])
  })
})

const base = { role: 'initiator', direction: 'received', time: 0, fields: [] } as const

const packet = (seq: number, contents: Uint8Array): TimedEvent => ({
  ...base,
  type: 'packet_received',
  seq,
  bytes: new Uint8Array(20 + contents.length).fill(0xaa),
  kind: 'message',
  decoy: false,
  number: seq,
  epoch: 0,
  length: contents.length,
  header: 0,
  contents,
  tag: new Uint8Array(16).fill(0xbb),
  nonce: new Uint8Array(12),
  aad: new Uint8Array(0),
  lengthKey: 'responder_L',
  packetKey: 'responder_P',
})
const key = (seq: number, bytes: Uint8Array): TimedEvent => ({
  ...base,
  type: 'key_received',
  seq,
  bytes,
})
const said = (seq: number): TimedEvent => ({
  ...base,
  type: 'message',
  seq,
  bytes: Uint8Array.of(18, 1, 2),
  packet: 0,
  messageType: 'ping',
  form: 'short',
})

type Find = Extract<ToWorker, { type: 'find' }>
const FIND: Find = {
  type: 'find',
  session: 7,
  find: 1,
  needle: { bytes: Uint8Array.of(1, 2), anyCase: false },
  scope: 'plain',
  after: -1,
  hits: 0,
}

function search(events: readonly TimedEvent[], find: Partial<Find> = {}) {
  const world = new TestWorld()
  const posted: Extract<FromWorker, { type: 'found' }>[] = []
  const finder = new Finder(world, (message) => {
    if (message.type === 'found') posted.push(message)
  })
  finder.start({ ...FIND, ...find }, events)
  const hits = () => posted.flatMap((message) => message.hits)
  return { world, finder, posted, hits }
}

describe('a search', () => {
  const events = [
    key(0, Uint8Array.of(1, 2, 1, 2)),
    packet(1, Uint8Array.of(18, 1, 2, 0)),
    said(2),
    packet(3, Uint8Array.of(18, 0, 1, 2)),
  ]

  it('finds what was decrypted, and what never was encrypted, each once', () => {
    const { hits, posted } = search(events)
    expect(hits()).toEqual([
      { seq: 0, bytes: { view: 'wire', start: 0, end: 2 } },
      { seq: 0, bytes: { view: 'wire', start: 2, end: 4 } },
      { seq: 1, bytes: { view: 'plain', start: 5, end: 7 } },
      { seq: 3, bytes: { view: 'plain', start: 6, end: 8 } },
    ])
    expect(posted.at(-1)).toMatchObject({ session: 7, find: 1, until: 3, state: 'done' })
  })

  it('finds what was on the wire', () => {
    const needle = { bytes: new Uint8Array(24).fill(0xaa), anyCase: false }
    const { hits } = search(events, { scope: 'wire', needle })
    expect(hits().map(({ seq, bytes }) => [seq, bytes.view])).toEqual([
      [1, 'wire'],
      [3, 'wire'],
    ])
  })

  it('begins after what was searched before', () => {
    const { hits, posted } = search(events, { after: 1, hits: 3 })
    expect(hits().map(({ seq }) => seq)).toEqual([3])
    expect(posted.at(-1)?.until).toBe(3)
  })

  it('lets others in between, and gives way to the next one', () => {
    const many = Array.from({ length: 5000 }, (_, seq) => packet(seq, Uint8Array.of(1, 2)))
    const { world, finder, posted, hits } = search(many)
    expect(posted).toHaveLength(1)
    expect(posted[0]?.state).toBe('searching')
    world.advance(1)
    expect(hits().length).toBeGreaterThan(posted[0]?.hits.length ?? 0)
    const before = posted.length
    finder.start({ ...FIND, find: 2 }, many.slice(0, 1))
    world.advance(1000)
    expect(posted.slice(before).map(({ find }) => find)).toEqual([2])
  })

  it('stops where nobody goes through more', () => {
    const zeros = { bytes: Uint8Array.of(0), anyCase: false }
    const { posted, hits } = search([key(0, new Uint8Array(MOST_HITS + 5))], { needle: zeros })
    expect(hits()).toHaveLength(MOST_HITS)
    expect(posted.at(-1)?.state).toBe('full')
  })
})
