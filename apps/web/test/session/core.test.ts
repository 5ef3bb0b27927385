// @vitest-environment node
import * as fastCode from '@v2scope/bip324/fast'
import { describe, expect, it } from 'vitest'
import { asksForReference, withCipherOf } from '../../src/session/cipher-choice.js'
import { lazyCode } from '../../src/session/lazy-code.js'
import { newStore } from './fake-port.js'
import { PRESENT_CODE, RELAY_URL, SETTINGS, TestWorker, TestWorld } from './test-world.js'

/** A simulated session of a minute, with the core that was asked for. */
function simulatedWith(cipher?: 'reference') {
  const world = new TestWorld()
  const worker = new TestWorker(world)
  worker.post({
    type: 'start',
    session: 1,
    settings: { ...SETTINGS, peer: 'simulated', seed: 'cores' },
    relayUrl: RELAY_URL,
    ...(cipher && { cipher }),
  })
  for (let i = 0; i < 60; i++) world.advance(1000)
  return worker
}

describe('the core that computes a session', () => {
  it('is the fast one unless the reference is asked for; all else is the same', async () => {
    const [fast, reference] = [simulatedWith(), simulatedWith('reference')]
    const [{ core, ...standing }, { core: other, ...before }] = [fast.status(), reference.status()]
    expect([core, other]).toEqual(['fast', 'reference'])
    expect(standing).toEqual(before)
    expect(fast.items().length).toBeGreaterThan(20)
    expect(fast.items()).toEqual(reference.items())
    expect(fast.keyEvents()).toEqual(reference.keyEvents())
    const [one, two] = [await fast.saved('secrets'), await reference.saved('secrets')]
    expect(one.sha256).toBe(two.sha256)
  })

  it('is the reference where the fast one can’t be fetched, and is told of', async () => {
    const world = new TestWorld()
    const fast = () => Promise.reject(new Error('no such chunk'))
    const worker = new TestWorker(world, { ...PRESENT_CODE, fast })
    worker.start({ peer: 'mine' })
    await world.settle()
    expect(worker.status().core).toBe('reference')
  })

  it('is the reference where WebAssembly isn’t there', () => {
    const fast = () => ({ ...fastCode, fastCore: () => undefined })
    const worker = new TestWorker(new TestWorld(), { ...PRESENT_CODE, fast })
    worker.start({ peer: 'mine' })
    expect(worker.status().core).toBe('reference')
  })

  it('is fetched when it is first needed', async () => {
    expect((await lazyCode.fast()).fastCore()?.name).toBe('fast')
  })
})

describe('?cipher=reference', () => {
  it.each([
    ['', '#/session?peer=simulated&cipher=reference', true],
    ['?cipher=reference', '', true],
    ['?a=b&cipher=reference', '#/keys', true],
    ['', '#/lab?cipher=reference&tab=faults', true],
    ['', '', false],
    ['?cipher=fast', '#/session', false],
    ['', '#/session?cipher=references', false],
    ['', '#/session?seed=cipher%3Dreference', false],
  ])('is found in %s%s: %s', (search, hash, found) => {
    expect(asksForReference({ search, hash })).toBe(found)
  })

  it('stays in the address as that is rewritten', () => {
    const now = '#/session?cipher=reference'
    expect(withCipherOf(now, '#/keys')).toBe('#/keys?cipher=reference')
    expect(withCipherOf(now, '#/keys?seed=a')).toBe('#/keys?seed=a&cipher=reference')
    expect(withCipherOf(now, now)).toBe(now)
    expect(withCipherOf('#/session', '#/keys')).toBe('#/keys')
  })

  it('goes to the worker with each session', () => {
    let isAsked = true
    const { actions, port } = newStore({ isReferenceAsked: () => isAsked })
    actions.start(SETTINGS)
    expect(port.posted.at(-1)).toMatchObject({ type: 'start', cipher: 'reference' })
    isAsked = false
    actions.again()
    expect(port.posted.at(-1)).toMatchObject({ type: 'start' })
    expect(port.posted.at(-1)).not.toHaveProperty('cipher')
  })
})
