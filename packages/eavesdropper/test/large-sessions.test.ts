/** A session may have a million packets: what is made of it is bounded, and says of what it is. */

import { encodeContents, Networks } from '@v2scope/bip324'
import type { TimedEvent } from '@v2scope/recording'
import { describe, expect, it } from 'vitest'
import { eavesdrop, MOST_SEGMENTS, type Reading, SegmentLog, WireTally } from '../src/index.js'

const PAYLOAD = new Uint8Array(200).fill(7)
const COUNT = 30_000
const MOST_MEASURED = 256 * 1024

/** A packet, as far as the eavesdropper looks at one. */
const packet = (seq: number): TimedEvent =>
  ({
    type: 'packet_sent',
    seq,
    time: seq,
    direction: 'sent',
    kind: 'message',
    bytes: new Uint8Array(221).fill(seq % 251),
    contents: encodeContents('tx', PAYLOAD),
  }) as unknown as TimedEvent

const READING: Reading = {
  item: () => ({ direction: 'sent', kind: 'message', label: 'tx' }),
  message: () => ({ messageType: 'tx', payload: PAYLOAD }),
}

function large() {
  const tally = new WireTally()
  for (let i = 0; i < 1_000_000; i += 1) tally.add('message', 'tx', 221, 200)
  const events = Array.from({ length: COUNT }, (_, i) => packet(1_000_000 - COUNT + i))
  const { magic } = Networks.regtest
  return eavesdrop({ magic, time: 1, events, tally, segments: undefined, reading: READING })
}

describe('a session of a million packets', () => {
  const { savings, statistics, stream, segments } = large()

  it('shows rows from both ends of what is kept, and says how many are left out', () => {
    const shown = stream.first.length + stream.newest.length
    expect(shown).toBeLessThanOrEqual(300)
    expect(stream.leftOut).toBe(1_000_000 - shown)
    expect(stream.newest.at(-1)?.seq).toBe(999_999)
  })

  it('is measured by the newest of its bytes, and says by how many', () => {
    expect(statistics.wire?.bytes).toBe(MOST_MEASURED)
    expect(statistics.v1?.bytes).toBeLessThanOrEqual(MOST_MEASURED)
    // the last byte of all is in it, and the first is not
    expect(statistics.wire?.counts[999_999 % 251]).toBeGreaterThan(0)
  })

  it('is reckoned whole in what v2 saves', () => {
    expect(savings).toEqual({
      rows: [{ kind: 'message', label: 'tx', count: 1e6, v2Bytes: 221e6, v1Bytes: 224e6 }],
      v2Bytes: 221e6,
      v1Bytes: 224e6,
    })
  })

  it('keeps the newest segments, and counts all', () => {
    expect(segments.total.sent).toEqual({ segments: COUNT, bytes: COUNT * 221 })
    const log = new SegmentLog()
    for (let i = 0; i < 1_000_000; i += 1) log.add(i % 3 ? 'sent' : 'received', i, i / 2)
    const { times, bytes, isSent, total } = log.sample('chunks')
    expect(times).toHaveLength(MOST_SEGMENTS)
    expect([times[0], times.at(-1)]).toEqual([(1_000_000 - MOST_SEGMENTS) / 2, 999_999 / 2])
    expect([bytes[0], bytes.at(-1)]).toEqual([1_000_000 - MOST_SEGMENTS, 999_999])
    expect(isSent.at(-1)).toBe(0)
    expect(total.sent.segments + total.received.segments).toBe(1_000_000)
  })

  it('may have as many types as a peer makes up, without growing', () => {
    const tally = new WireTally()
    for (let i = 0; i < 10_000; i += 1) tally.add('message', `type${i}`, 100, 67)
    const rows = [...tally.rows]
    expect(rows.length).toBeLessThan(100)
    expect(rows.reduce((sum, { wireBytes }) => sum + wireBytes, 0)).toBe(1_000_000)
  })
})
