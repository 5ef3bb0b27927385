// @vitest-environment node
import * as fileCode from '@v2scope/recording/file'
import { describe, expect, it, vi } from 'vitest'
import { lazyCode } from '../../src/session/lazy-code.js'
import * as simulationCode from '../../src/session/simulated-driver.js'
import { packed } from './packed.js'
import { PRESENT_CODE, TestWorker, TestWorld } from './test-world.js'

/** Code that comes when the test says so. */
function later<T>() {
  let bring: (code: T) => void = () => {}
  let fail: (error: Error) => void = () => {}
  const code = new Promise<T>((resolve, reject) => {
    bring = resolve
    fail = reject
  })
  return { code, bring: (thing: T) => bring(thing), fail: (error: Error) => fail(error) }
}

describe('code that is fetched when it is needed', () => {
  it('is that of the package', async () => {
    expect(await lazyCode.file()).toBe(fileCode)
    expect(await lazyCode.simulation()).toBe(simulationCode)
  })

  it('is waited for, and what is asked meanwhile comes afterwards, in order', async () => {
    const world = new TestWorld()
    const { code, bring } = later<typeof simulationCode>()
    const worker = new TestWorker(world, { ...PRESENT_CODE, simulation: () => code })
    worker.start()
    worker.post({ type: 'send_decoy', size: 2 ** 24 })
    worker.start({ peer: 'mine' }, 2)
    worker.post({ type: 'detail', session: 1, seq: 0 })
    await world.settle()
    expect(worker.messages).toEqual([])
    bring(simulationCode)
    await vi.waitFor(() => expect(worker.messages.at(-1)).toMatchObject({ type: 'detail' }))
    expect(worker.status(1)).toMatchObject({
      state: 'closed',
      notice: { code: 'CONTENTS_TOO_LONG' },
    })
    expect(worker.status(2).state).toBe('connecting')
  })

  it('that can’t be fetched is a fault of the worker, which goes on', async () => {
    const world = new TestWorld()
    const { code, fail } = later<typeof simulationCode>()
    const worker = new TestWorker(world, { ...PRESENT_CODE, simulation: () => code })
    worker.start()
    fail(new Error('no such chunk'))
    await world.settle()
    expect(() => world.advance(1)).toThrow('no such chunk')
    worker.start({ peer: 'mine' }, 2)
    expect(worker.status(2).state).toBe('connecting')
  })

  it('that is for files is said where it is missing: opening, saving', async () => {
    const missing = () => Promise.reject(new Error('no such chunk'))
    const code = { ...PRESENT_CODE, file: missing, sessionFiles: missing }
    const worker = new TestWorker(new TestWorld(), code)
    worker.start()
    expect(await worker.open(new Blob(['{}']), 2)).toMatchObject({
      type: 'not_opened',
      code: 'UNREADABLE',
    })
    const answer = await worker.save('wire')
    expect(answer.type === 'not_made' && answer.message).toContain('no such chunk')
  })
})

describe('packets for other programs', () => {
  const exported = async (format: 'csv' | 'json') => {
    const world = new TestWorld()
    const worker = new TestWorker(world)
    worker.start()
    world.advance(2000)
    const items = worker.items()
    const packets = items.filter(({ number }) => number !== undefined)
    const [first] = items
    const asked = [...packets, ...(first ? [first] : [])]
    const seqs = asked.map(({ seq }) => seq)
    const message = { type: 'export', session: 1, format, items: packed(asked) } as const
    const answer = await worker.answer(message, 'exported')
    return { answer, packets, seqs, text: await answer.file.text(), worker }
  }

  it('are JSON, with all that the list shows, and their bytes', async () => {
    const { answer, packets, text, worker } = await exported('json')
    expect(answer.name).toBe('v2scope-simulated-packets.json')
    const rows: unknown[] = JSON.parse(text)
    expect(rows).toHaveLength(packets.length + 1)
    for (const [i, item] of packets.entries()) {
      const event = worker.detail(item.seq)?.event
      expect(rows[i]).toMatchObject({
        seq: item.seq,
        direction: item.direction,
        type: item.label,
        kind: item.kind,
        packet_number: item.number,
        wire_bytes: item.wireBytes,
        decoy: item.kind === 'decoy',
        wire_hex: Buffer.from(event?.bytes ?? []).toString('hex'),
        contents_hex: Buffer.from(event && 'contents' in event ? event.contents : []).toString(
          'hex',
        ),
        ...(item.summary !== undefined && { summary: item.summary }),
      })
    }
    expect(rows.at(-1)).not.toHaveProperty('contents_hex')
  })

  it('are CSV, a line each, in the order that was asked for', async () => {
    const { answer, seqs, text } = await exported('csv')
    expect(answer.name).toBe('v2scope-simulated-packets.csv')
    expect(answer.file.type).toBe('text/csv')
    const lines = text
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((line) => Number(line.split(',')[0]))
    expect(lines).toEqual(seqs)
  })
})
