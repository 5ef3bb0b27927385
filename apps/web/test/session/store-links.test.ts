// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { item, newStore } from './fake-port.js'
import { SETTINGS } from './test-world.js'

const FILE = { getFile: async () => ({ status: 200, file: new Blob() }) }
const SEEDED = '#/session?peer=simulated&network=regtest&seed=abc'

describe('a link into the session that is there already', () => {
  it('selects in it, and starts nothing', async () => {
    const { actions, state, port } = newStore()
    await actions.open(SEEDED)
    port.batch(1, {}, [item(4), item(7)])
    await actions.open(`${SEEDED}&at=7&field=3`)
    expect(state().current).toMatchObject({ id: 1, selected: 7, link: { selected: 7, field: '3' } })
    await actions.open(`#/keys?${SEEDED.split('?')[1]}&key=prk`)
    expect(state()).toMatchObject({ screen: 'keys', current: { id: 1, link: { keyNode: 'prk' } } })
    expect(port.posted.filter(({ type }) => type === 'start')).toHaveLength(1)
  })

  it('waits for what has not happened yet', async () => {
    const { actions, state, port } = newStore()
    await actions.open(SEEDED)
    port.batch(1, {}, [item(4)])
    await actions.open(`${SEEDED}&at=7`)
    expect(state().current?.selected).toBeUndefined()
    port.batch(1, {}, [item(7)])
    expect(state().current?.selected).toBe(7)
  })

  it('goes back to the one before, where that is meant', async () => {
    const { actions, state, port } = newStore()
    await actions.open(SEEDED)
    port.batch(1, {}, [item(4)])
    actions.start({ ...SETTINGS, seed: 'other' })
    await actions.open(`${SEEDED}&at=4`)
    expect(state()).toMatchObject({ viewed: 'previous', previous: { id: 1, selected: 4 } })
    expect(state().current?.id).toBe(2)
  })

  it('is of a recording by its address', async () => {
    const { actions, state, port } = newStore(FILE)
    await actions.open('#/recording?url=a.json&at=4')
    port.opened(1)
    port.batch(1, {}, [item(4), item(7)])
    await actions.open('#/recording?url=a.json&at=7&bytes=wire:0-3')
    expect(state().current).toMatchObject({ id: 1, selected: 7 })
    expect(port.posted.filter(({ type }) => type === 'open')).toHaveLength(1)
    await actions.open('#/recording?url=b.json&at=7')
    expect(port.posted.filter(({ type }) => type === 'open')).toHaveLength(2)
  })

  it('leaves a live session alone', async () => {
    const { actions, state, port } = newStore()
    await actions.open('#/session?peer=mine')
    port.batch(1, {}, [item(4)])
    await actions.open('#/keys?peer=mine&network=mainnet')
    expect(state()).toMatchObject({ screen: 'keys', current: { id: 1 } })
  })

  it.each(['seed=abd', 'seed=abc&decoys=1', 'peer=mine'])('is not this one: %s', async (query) => {
    const { actions, state } = newStore()
    await actions.open(SEEDED)
    await actions.open(`#/session?${query}`)
    expect(state().current?.id).toBe(2)
  })

  it('ends the waiting for what was being opened', async () => {
    const { actions, state, port } = newStore(FILE)
    await actions.open(SEEDED)
    const opening = actions.open('#/recording?url=a.json')
    await actions.open(`${SEEDED}&at=4`)
    await opening
    expect(state().opening).toEqual({ state: 'none' })
    expect(port.posted.some(({ type }) => type === 'open')).toBe(false)
  })
})
