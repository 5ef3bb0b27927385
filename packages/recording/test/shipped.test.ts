/** The recordings that come with the page. */

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inRoot } from '../../../scripts/lib/paths.mjs'
import { decodeRecording } from '../src/file.js'

const shipped = (name: string) =>
  decodeRecording(readFileSync(inRoot(`apps/web/public/recordings/${name}.v2scope.json`)))

describe('recordings that come with the page', () => {
  it.each(['plain', 'rekeys', 'failure'])('%s is of a live session with a real node', (name) => {
    const { origin, level, standing, events } = shipped(name)
    expect([origin, level]).toEqual(['live', 'secrets'])
    expect(standing.peerVersion?.userAgent).toMatch(/^\/Satoshi:/)
    expect(standing.sessionId).toMatch(/^[0-9a-f]{64}$/)
    expect(events.length).toBeGreaterThan(20)
  })

  it('plain has headers, a block and a pong, and no decoy of ours', () => {
    const { standing, events } = shipped('plain')
    const types = events.flatMap((event) => (event.type === 'message' ? [event.messageType] : []))
    expect(types).toEqual(expect.arrayContaining(['headers', 'block', 'pong']))
    expect(events.some((event) => event.type === 'packet_sent' && event.decoy)).toBe(false)
    expect(standing.state).toBe('ready')
  })

  it('rekeys crosses two epochs in each direction, with decoys', () => {
    const { events } = shipped('rekeys')
    for (const of of ['sent', 'received'] as const) {
      const epochs = events.flatMap((event) =>
        event.type === 'rekeyed' && event.of === of && event.cipher === 'FSChaCha20Poly1305'
          ? [event.epoch]
          : [],
      )
      expect(epochs).toEqual([1, 2])
    }
    const decoys = events.filter((event) => event.type === 'packet_sent' && event.decoy)
    expect(decoys.length).toBeGreaterThan(100)
  })

  it('failure ends with a packet that is not authentic (P5)', () => {
    const { standing, events } = shipped('failure')
    expect(standing).toMatchObject({ state: 'failed', failure: { code: 'AUTHENTICATION_FAILED' } })
    expect(events.at(-1)).toMatchObject({ type: 'failed', row: 'P5' })
  })
})
