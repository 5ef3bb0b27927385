// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { item, newStore } from './fake-port.js'
import { SETTINGS } from './test-world.js'

const { seed: _seed, ...UNSEEDED } = SETTINGS
const MADE_UP = /^[a-z2-7]{8}$/

describe('seeds', () => {
  it('are made up for simulated sessions that have none', () => {
    const { actions, state, port } = newStore()
    actions.start(UNSEEDED)
    const seed = state().current?.settings.seed
    expect(seed).toMatch(MADE_UP)
    expect(port.posted).toMatchObject([{ type: 'start', settings: { seed } }])
  })

  it('that were made up give way to another with “again”', () => {
    const { actions, state } = newStore()
    actions.start(UNSEEDED)
    const first = state().current?.settings.seed
    actions.again()
    expect(state().current?.settings.seed).toMatch(MADE_UP)
    expect(state().current?.settings.seed).not.toBe(first)
  })

  it.each(['the setup', 'the address'])('that were given by %s stay with “again”', async (by) => {
    const { actions, state } = newStore()
    if (by === 'the address') await actions.open('#/session?seed=mine')
    else actions.start({ ...SETTINGS, seed: 'mine' })
    actions.again()
    expect(state().current).toMatchObject({ id: 2, settings: { peer: 'simulated', seed: 'mine' } })
  })

  it('are not for any other peer', async () => {
    const { actions, state } = newStore()
    actions.start({ ...SETTINGS, peer: 'mine' })
    expect(state().current?.settings).not.toHaveProperty('seed')
    await actions.open('#/session?peer=demo&seed=x')
    expect(state().current?.settings).not.toHaveProperty('seed')
    expect(state().problems).toMatchObject([{ name: 'seed', value: 'x' }])
  })

  it('alone are a link, wherever there is a bridge, and select what is asked for', async () => {
    const { actions, state, port } = newStore()
    await actions.open('#/session?seed=abc&at=12')
    expect(port.posted).toMatchObject([{ settings: { peer: 'simulated', seed: 'abc' } }])
    port.batch(1, {}, [item(11)])
    expect(state().current?.selected).toBeUndefined()
    port.batch(1, {}, [item(12)])
    expect(state().current?.selected).toBe(12)
  })

  it('are not needed to select in a live session, whose numbers are another’s each time', async () => {
    const { actions, state, port } = newStore()
    await actions.open('#/session?peer=demo&at=12')
    port.batch(1, {}, [item(12)])
    expect(state().current?.selected).toBeUndefined()
  })
})
