/** What has nothing to do with a session is found out in the worker, and comes into the store. */
// @vitest-environment node
import { STUDY_SEED, type StudyAsk } from '@v2scope/eavesdropper'
import { describe, expect, it } from 'vitest'
import type { FromWorker } from '../../src/session/contract.js'
import { newStore } from './fake-port.js'
import { TestWorker, TestWorld } from './test-world.js'

const KEYS: StudyAsk = { study: 'first bytes', seed: STUDY_SEED, keys: 30 }
const IMPOSSIBLE: StudyAsk = {
  study: 'shaping',
  seed: STUDY_SEED,
  plan: { shaping: { strategy: 'constant bit rate', tickMs: 0, bytes: 1 } },
}

/** A clock that goes on whenever somebody looks at it. */
class BusyWorld extends TestWorld {
  #looks = 0
  override now = () => {
    this.#looks += 4
    return 5000 + this.#looks
  }
}

function studying(...asks: StudyAsk[]) {
  const world = new BusyWorld()
  const worker = new TestWorker(world)
  for (const [i, ask] of asks.entries()) worker.post({ type: 'study', id: i + 1, ask })
  const told = (id: number) =>
    worker.messages.filter(
      (message): message is Extract<FromWorker, { type: 'study' }> =>
        message.type === 'study' && message.id === id,
    )
  return { world, worker, told }
}

describe('a study in the worker', () => {
  it('tells how far it is, slice by slice, and then what it has found', () => {
    const { world, told } = studying(KEYS)
    expect(told(1)).toEqual([])
    world.advance(1000)
    const progress = told(1).map((message) => message.progress)
    expect(progress.length).toBeGreaterThan(3)
    expect(progress).toEqual([...progress].sort((a, b) => a - b))
    expect(told(1).at(-1)).toMatchObject({
      study: 'first bytes',
      progress: 1,
      result: { keys: 30 },
    })
    expect(told(1).filter(({ result }) => result)).toHaveLength(1)
  })

  it('gives way to one of its name', () => {
    const { world, told } = studying(KEYS, { ...KEYS, keys: 20 })
    world.advance(1000)
    expect(told(1)).toEqual([])
    expect(told(2).at(-1)).toMatchObject({ result: { keys: 20 } })
  })

  it('ends where that is asked for', () => {
    const { world, worker, told } = studying(KEYS)
    worker.post({ type: 'end_study', study: 'first bytes' })
    world.advance(1000)
    expect(told(1)).toEqual([])
  })

  it('goes on beside another', () => {
    const { world, told } = studying(KEYS, IMPOSSIBLE)
    world.advance(1000)
    expect(told(1).at(-1)?.result).toBeDefined()
  })

  it('says why it can’t be made', () => {
    const { world, told } = studying(IMPOSSIBLE)
    world.advance(1000)
    expect(told(1)).toMatchObject([{ failure: expect.stringContaining('in ms') }])
  })
})

describe('a study in the store', () => {
  function withWorker() {
    const page = newStore()
    const world = new TestWorld()
    const worker = new TestWorker(world)
    worker.listen((message) => page.port.say(message))
    const carry = () => {
      for (const message of page.port.posted.splice(0)) worker.post(message)
      world.advance(100)
    }
    return { ...page, carry }
  }

  it('is asked for, runs, and is done', () => {
    const { actions, state, carry } = withWorker()
    expect(state().studies).toEqual({})
    actions.study({ study: 'first bytes', seed: 'a', keys: 10 })
    expect(state().studies['first bytes']).toMatchObject({ state: 'running', progress: 0 })
    carry()
    expect(state().studies['first bytes']).toMatchObject({
      state: 'done',
      progress: 1,
      result: { seed: 'a', keys: 10 },
    })
  })

  it('keeps what was found before until there is something new, and where it is stopped', () => {
    const { actions, state, carry } = withWorker()
    actions.study({ study: 'first bytes', seed: 'a', keys: 10 })
    carry()
    actions.study({ study: 'first bytes', seed: 'b', keys: 10 })
    expect(state().studies['first bytes']).toMatchObject({
      state: 'running',
      ask: { seed: 'b' },
      result: { seed: 'a' },
    })
    actions.endStudy('first bytes')
    carry()
    expect(state().studies['first bytes']).toMatchObject({
      state: 'stopped',
      result: { seed: 'a' },
    })
    actions.study({ study: 'first bytes', seed: 'c', keys: 10 })
    carry()
    expect(state().studies['first bytes']).toMatchObject({ state: 'done', result: { seed: 'c' } })
  })

  it('says that it has failed, and why', () => {
    const { actions, state, carry } = withWorker()
    actions.study(IMPOSSIBLE)
    carry()
    expect(state().studies.shaping).toMatchObject({
      state: 'failed',
      failure: expect.stringContaining('in ms'),
    })
  })

  it('has nothing to do with what an earlier one still says', () => {
    const { actions, state, port } = newStore()
    actions.study({ study: 'first bytes', seed: 'a', keys: 10 })
    actions.study({ study: 'first bytes', seed: 'b', keys: 10 })
    port.say({ type: 'study', id: 1, study: 'first bytes', progress: 0.5 })
    expect(state().studies['first bytes']).toMatchObject({ id: 2, progress: 0 })
    port.say({ type: 'study', id: 2, study: 'first bytes', progress: 0.5 })
    expect(state().studies['first bytes']).toMatchObject({ id: 2, progress: 0.5 })
  })
})

describe('a session from outside in the store', () => {
  it('is brought when it is asked for, and says of which session it is', async () => {
    const page = newStore()
    const world = new TestWorld()
    const worker = new TestWorker(world)
    worker.listen((message) => page.port.say(message))
    const carry = async () => {
      for (const message of page.port.posted.splice(0)) worker.post(message)
      world.advance(3000)
      await world.settle()
    }
    await page.actions.open('#/session?peer=simulated&seed=abc')
    await carry()
    expect(page.state().eavesdropping).toBeUndefined()
    page.actions.eavesdrop()
    await carry()
    expect(page.state().eavesdropping).toMatchObject({
      session: page.state().current?.id,
      eavesdropping: { transport: 'v2' },
    })
  })
})
