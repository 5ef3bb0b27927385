// @vitest-environment node
import type { LabCommand, LabPlan } from '@v2scope/lab'
import { describe, expect, it } from 'vitest'
import { RELAY_URL, SETTINGS, TestWorker, TestWorld } from './test-world.js'

const SECOND = 1000

function run(lab: LabPlan | undefined, ms: number) {
  const world = new TestWorld()
  const worker = new TestWorker(world)
  worker.post({
    type: 'start',
    session: 1,
    settings: SETTINGS,
    relayUrl: RELAY_URL,
    ...(lab && { lab }),
  })
  world.advance(ms)
  const command = (asked: LabCommand) => worker.post({ type: 'lab', command: asked })
  return { world, worker, command, status: () => worker.status() }
}

const CHANGE = { kind: 'fee filter', feeRate: 4321n } as const

describe('a session of the Lab, with Mallory in the middle', () => {
  it('tells of her with every batch, and the peer reports another id', () => {
    const { lab, sessionId, peerReportedSessionId } = run(
      { mallory: { mode: 'between' } },
      SECOND,
    ).status()
    expect(sessionId).toMatch(/^[0-9a-f]{64}$/)
    expect(peerReportedSessionId).toMatch(/^[0-9a-f]{64}$/)
    expect(lab?.mallory).toMatchObject({
      withUs: { sessionId },
      withPeer: { sessionId: peerReportedSessionId },
    })
    expect(sessionId).not.toBe(peerReportedSessionId)
  })

  it('does at once what is asked for in a moment when nothing happens', () => {
    const { world, status, command } = run({ mallory: { mode: 'between' } }, 61_234)
    const before = status().lab?.mallory?.readCount ?? 0
    command({ type: 'change_messages', change: CHANGE })
    world.advance(SECOND)
    const { mallory } = status().lab ?? {}
    expect(mallory).toMatchObject({ change: CHANGE, changedCount: 1 })
    const own = mallory?.read.find(({ isHers }) => isHers)
    expect(own?.id).toBeGreaterThanOrEqual(before)
    expect(own?.time).toBeGreaterThanOrEqual(61_234)
    expect(status().state).toBe('ready')
    expect(status().notice).toBeUndefined()
  })

  it('is a recording in which the peer reports another id, and is read back so', async () => {
    const { worker, status } = run({ mallory: { mode: 'between' } }, SECOND)
    const { file } = await worker.saved('secrets')
    expect(await worker.open(file, 2)).toMatchObject({ type: 'opened' })
    const { sessionId, peerReportedSessionId } = worker.status(2)
    expect(sessionId).toBe(status().sessionId)
    expect(peerReportedSessionId).toBe(status().peerReportedSessionId)
    expect(peerReportedSessionId).not.toBe(sessionId)
  })

  it('can be reached into by the Lab only where the Lab started it', () => {
    const { command, status, world } = run(undefined, SECOND)
    command({ type: 'change_messages', change: CHANGE })
    world.advance(SECOND)
    expect(status().notice).toMatchObject({ code: 'NOT_READY' })
    expect(status().lab).toBeUndefined()
  })
})

describe('a session of the Lab that is shaped', () => {
  const shaping = { strategy: 'constant bit rate', tickMs: 100, bytes: 200 } as const

  it('is so from its start, and tells what it costs', () => {
    const { lab, state } = run({ shaping: { shaping, isBothWays: true } }, 10 * SECOND).status()
    expect(state).toBe('ready')
    expect(lab?.shaping?.plan).toEqual({ shaping, isBothWays: true })
    expect(lab?.shaping?.ours.decoys).toBeGreaterThan(80)
    // its headers have taken ticks of their own
    expect(lab?.shaping?.peers?.decoys).toBeGreaterThan(30)
  })

  it('begins when it is asked for, in a moment when nothing happens, and ends so', () => {
    const { world, status, command } = run({}, 61_234)
    expect(status().lab?.shaping).toBeUndefined()
    command({ type: 'shape', shaping: { shaping } })
    world.advance(10 * SECOND)
    expect(status().lab?.shaping?.plan).toEqual({ shaping })
    const decoys = status().lab?.shaping?.ours.decoys ?? 0
    expect(decoys).toBeGreaterThanOrEqual(100)
    command({ type: 'shape', shaping: undefined })
    world.advance(10 * SECOND)
    expect(status().lab?.shaping).toMatchObject({ plan: undefined, ours: { waitingBytes: 0 } })
    expect(status().lab?.shaping?.ours.decoys).toBeLessThan(decoys + 10)
    expect(status().state).toBe('ready')
  })

  it('says what is wrong with settings that can not be', () => {
    const { world, status, command } = run({}, 5 * SECOND)
    command({ type: 'shape', shaping: { shaping: { ...shaping, tickMs: 0 } } })
    world.advance(SECOND)
    expect(status().notice).toMatchObject({
      code: 'BAD_ARGUMENT',
      text: 'The time between two, in ms, must be a whole number from 10 to 600000, not 0.',
    })
    expect(status().lab?.shaping).toBeUndefined()
  })
})
