// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { TestWorker, TestWorld } from './test-world.js'

function ready() {
  const world = new TestWorld()
  const worker = new TestWorker(world)
  worker.start()
  world.advance(1000)
  const since = worker.items().length
  const after = (ms = 300) => {
    world.advance(ms)
    return worker.items().slice(since)
  }
  return { world, worker, after }
}

describe('a session that is ready', () => {
  it('pings, and tells the latency', () => {
    const { worker, after } = ready()
    worker.post({ type: 'ping' })
    expect(after().map((i) => i.label)).toEqual(expect.arrayContaining(['ping', 'pong']))
    expect(worker.status().latencyMs).toBeGreaterThan(0)
  })

  it('asks for headers after the first block of its network', () => {
    const { worker, after } = ready()
    worker.post({ type: 'ask_headers' })
    const items = after()
    const asked = items.find((i) => i.label === 'getheaders')
    expect(asked?.summary).toContain(
      '0f9188f13cb7b2c71f2a335e3a4fc328bf5beb436012afca590b1a11466e2206',
    )
    expect(items.find((i) => i.label === 'headers')?.summary).toMatch(/^headers [1-9]\d*$/)
  })

  it('sends a decoy of the size that was asked for', () => {
    const { worker, after } = ready()
    worker.post({ type: 'send_decoy', size: 321 })
    const decoys = after().filter((i) => i.kind === 'decoy' && i.direction === 'sent')
    expect(decoys).toMatchObject([{ contentsBytes: 321, wireBytes: 341 }])
  })

  it('sends decoys on a schedule until told not to', () => {
    const { world, worker, after } = ready()
    const sent = () => after(0).filter((i) => i.kind === 'decoy' && i.direction === 'sent').length
    worker.post({ type: 'schedule_decoys', schedule: { everyMs: 100, size: 20 } })
    world.advance(1020)
    expect(worker.status().decoySchedule).toEqual({ everyMs: 100, size: 20 })
    expect(sent()).toBe(10)
    worker.post({ type: 'schedule_decoys', schedule: undefined })
    world.advance(1000)
    expect(worker.status().decoySchedule).toBeUndefined()
    expect(sent()).toBe(10)
  })
})

describe('what can not be done', () => {
  it.each([
    [{ type: 'send_decoy', size: 2 ** 24 }, 'CONTENTS_TOO_LONG'],
    [{ type: 'send_decoy', size: -1 }, 'CONTENTS_TOO_LONG'],
    [{ type: 'send_decoy', size: 1.5 }, 'CONTENTS_TOO_LONG'],
    [{ type: 'schedule_decoys', schedule: { everyMs: 0, size: 1 } }, 'BAD_ARGUMENT'],
    [{ type: 'schedule_decoys', schedule: { everyMs: 100, size: 1e9 } }, 'CONTENTS_TOO_LONG'],
  ] as const)('%j is a notice with code %s, and the session goes on', (command, code) => {
    const { world, worker } = ready()
    worker.post(command)
    world.advance(20)
    expect(worker.status()).toMatchObject({ state: 'ready', notice: { id: 1, code } })
    expect(worker.status().notice?.text).toMatch(/^[A-Z].*\.$/)
    worker.post(command)
    world.advance(20)
    expect(worker.status().notice?.id).toBe(2)
  })

  it.each([
    ['ping', 'NOT_READY'],
    ['ask_headers', 'NOT_READY'],
  ] as const)('%s before verack is a notice', (type, code) => {
    const worker = new TestWorker(new TestWorld())
    worker.start()
    worker.post({ type })
    worker.world.advance(20)
    expect(worker.status().notice?.code).toBe(code)
  })

  it('a decoy before the keys stand is a notice, and the handshake goes on', () => {
    const world = new TestWorld()
    const worker = new TestWorker(world)
    worker.start()
    worker.post({ type: 'send_decoy', size: 5 })
    world.advance(1000)
    expect(worker.status()).toMatchObject({
      state: 'ready',
      notice: { code: 'KEYS_NOT_DERIVED' },
    })
  })

  it('anything after the end is a notice', () => {
    const { worker, world } = ready()
    worker.post({ type: 'stop' })
    expect(worker.status()).toMatchObject({ state: 'closed', closedBy: 'us' })
    worker.post({ type: 'ping' })
    world.advance(20)
    expect(worker.status().notice?.code).toBe('SESSION_OVER')
  })

  it('settings that the protocol does not allow are a failure in words', () => {
    const worker = new TestWorker(new TestWorld())
    worker.start({ garbage: 4096 })
    expect(worker.status()).toMatchObject({ state: 'failed', failure: { code: 'BAD_SETTINGS' } })
    expect(worker.status().failure?.message).toContain('4095')
  })
})

describe('sessions after each other', () => {
  it('ends the one before, which can still be asked for details; the one before that can not', () => {
    const world = new TestWorld()
    const worker = new TestWorker(world)
    for (const session of [1, 2, 3]) {
      worker.start({ seed: `of ${session}` }, session)
      world.advance(1000)
      expect(worker.status(session).state).toBe('ready')
    }
    expect(worker.status(1)).toMatchObject({ state: 'closed', closedBy: 'us' })
    expect(worker.status(2).sessionId).not.toBe(worker.status(3).sessionId)
    const seq = (session: number) => worker.items(session)[0]?.seq ?? -1
    expect(worker.detail(seq(3), 3)).toBeDefined()
    expect(worker.detail(seq(2), 2)).toBeDefined()
    expect(worker.detail(seq(1), 1)).toBeUndefined()
    const quiet = worker.batches(2).length
    world.advance(30_000)
    expect(worker.batches(2).length).toBe(quiet)
  })
})
