// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { type Choice, keepAddress } from '../../src/session/address-bar.js'
import { item, newStore } from './fake-port.js'
import { SETTINGS } from './test-world.js'

const { seed: _seed, ...UNSEEDED } = SETTINGS
const LIVE = { ...UNSEEDED, peer: 'mine' }

function page(hash = '') {
  const { store, world, port, ...rest } = newStore({
    getFile: async () => ({ status: 200, file: new Blob() }),
  })
  const location = { hash }
  let replaced = 0
  const replaceState = (_data: unknown, _unused: string, url: string) => {
    replaced += 1
    location.hash = url
  }
  const chosen = createStore<Choice>(() => ({}))
  keepAddress(store, { location, history: { replaceState } }, world, {
    get: chosen.getState,
    subscribe: chosen.subscribe,
  })
  // whatever has been done, the address has had its time
  const address = () => {
    world.advance(1000)
    return location.hash
  }
  return { ...rest, world, port, chosen, location, address, replaced: () => replaced }
}

describe('the address of the page', () => {
  it('of a simulated session makes it again, selection and all', async () => {
    const { actions, port, state, address } = page()
    actions.start({ ...UNSEEDED, decoys: 2, garbage: 7, timeout: 9, role: 'responder' })
    const settings = state().current?.settings
    port.batch(1, {}, [item(4)])
    actions.select(4)
    expect(address()).toContain('at=4')
    const other = page()
    await other.actions.open(address())
    expect(other.state().current?.settings).toEqual(settings)
    other.port.batch(1, {}, [item(4)])
    expect(other.state().current?.selected).toBe(4)
    expect(other.address()).toBe(address())
  })

  it('says that a session is held, as long as it is', async () => {
    const { actions, port, address } = page()
    actions.start({ ...SETTINGS, seed: 'abc' }, true)
    const hold = { isOn: true, count: 0, bytes: 0, first: [] }
    port.batch(1, { hold })
    const held = address()
    expect(held).toContain('hold=1')
    port.batch(1, { hold: { ...hold, isOn: false } })
    expect(address()).not.toContain('hold=')
    await actions.open(held)
    expect(port.posted.at(-1)).toMatchObject({ type: 'start', session: 2, hold: true })
  })

  it('has what is chosen inside the selected item', () => {
    const { actions, port, chosen, address } = page()
    actions.start({ ...SETTINGS, seed: 'abc' })
    port.batch(1, {}, [item(4)])
    chosen.setState({ field: '3', bytes: { view: 'wire', start: 5, end: 10 } })
    expect(address()).not.toContain('field=')
    actions.select(4)
    expect(address()).toContain('&at=4&field=3&bytes=wire:5-9')
    chosen.setState({ field: undefined, bytes: undefined, keyNode: 'prk' })
    expect(address()).toContain('&at=4&key=prk')
    expect(address()).not.toContain('field=')
  })

  it('has what the screen says of itself, and loses it with the screen', () => {
    const { actions, chosen, address } = page()
    actions.start({ ...SETTINGS, seed: 'abc' })
    actions.goTo('lab')
    chosen.setState({ screenQuery: { tab: 'faults', fault: 'flip-key' } })
    expect(address()).toMatch(/^#\/lab\?tab=faults&fault=flip-key&peer=simulated&/)
    chosen.setState({ screenQuery: undefined })
    actions.goTo('session')
    expect(address()).toMatch(/^#\/session\?peer=simulated&/)
  })

  it('keeps what an address says to a screen that has not said anything yet', async () => {
    const hash = '#/lab?tab=mallory&peer=simulated&network=regtest&seed=abc'
    const { actions, address } = page(hash)
    await actions.open(hash)
    expect(address()).toBe(hash)
  })

  it('of a live session is left as it was written, but for what the screen says', () => {
    const written = '#/lab?peer=mine&x=a?b'
    const { actions, chosen, address } = page(written)
    actions.goTo('lab')
    actions.start(LIVE)
    expect(address()).toBe(written)
    chosen.setState({ screenQuery: { tab: 'shaping' } })
    expect(address()).toBe('#/lab?tab=shaping&peer=mine&x=a?b')
  })

  it('keeps what a link asked for until it is there', async () => {
    const hash = '#/session?peer=simulated&network=regtest&seed=abc&at=4&field=3&bytes=wire:5-9'
    const { actions, port, address, state } = page(hash)
    await actions.open(hash)
    port.batch(1, {}, [item(2)])
    expect(address()).toBe(hash)
    port.batch(1, {}, [item(4)])
    expect(state().current?.selected).toBe(4)
    actions.linkShown()
    expect(address()).toBe('#/session?peer=simulated&network=regtest&seed=abc&at=4')
  })

  it('gives way to what the reader chooses meanwhile', async () => {
    const hash = '#/session?peer=simulated&network=regtest&seed=abc&at=4&field=3'
    const { actions, port, address } = page(hash)
    await actions.open(hash)
    port.batch(1, {}, [item(2)])
    actions.select(2)
    expect(address()).toContain('&at=2')
    expect(address()).not.toContain('field=')
  })

  it('of a live session stays as it is', async () => {
    const { actions, port, address, replaced } = page('#/session?peer=mine&odd=1')
    await actions.open(address())
    port.batch(1, {}, [item(4)])
    actions.select(4)
    expect(replaced()).toBe(0)
  })

  it.each(['#/session?seed=abc', '#/recording?url=x', '#/recording'])(
    'of a live session is its own, where it was another’s: %s',
    (hash) => {
      const { actions, address, replaced } = page(hash)
      actions.start(LIVE)
      expect(address()).toBe('#/session?peer=mine&network=regtest')
      expect(replaced()).toBe(1)
    },
  )

  it('of what is being opened stays as it is, whatever the session before it does', async () => {
    const { actions, port, location, address, replaced } = page('#/session?peer=mine')
    actions.start(LIVE)
    location.hash = '#/recording?url=x'
    await actions.open(location.hash)
    port.batch(1, {}, [item(4)])
    expect(address()).toBe('#/recording?url=x')
    expect(replaced()).toBe(0)
  })

  it('of a recording is where it was fetched, and what is selected', async () => {
    const { actions, port, address } = page()
    await actions.openUrl('recordings/a b.json')
    port.opened(1)
    expect(address()).toBe('#/recording?url=recordings%2Fa+b.json')
    port.batch(1, {}, [item(4)])
    actions.select(4)
    expect(address()).toBe('#/recording?url=recordings%2Fa+b.json&at=4')
    actions.select(undefined)
    expect(address()).toBe('#/recording?url=recordings%2Fa+b.json')
  })

  it('of a file of the user’s says only that it is one', () => {
    const { actions, port, address } = page('#/session?peer=mine')
    actions.openFile(new Blob(), 'x')
    expect(address()).toBe('#/session?peer=mine')
    port.opened(1)
    port.batch(1, {}, [item(4)])
    actions.select(4)
    expect(address()).toBe('#/recording')
  })

  it('follows what is looked at', () => {
    const { actions, address } = page()
    actions.start({ ...SETTINGS, seed: 'first' })
    actions.start({ ...SETTINGS, seed: 'second' })
    actions.showPrevious()
    expect(address()).toContain('seed=first')
    actions.showCurrent()
    expect(address()).toContain('seed=second')
  })

  it('is not written more often than browsers allow, nor in vain', () => {
    const { actions, port, world, address, replaced } = page()
    actions.start(SETTINGS)
    port.batch(
      1,
      {},
      Array.from({ length: 500 }, (_, seq) => item(seq)),
    )
    for (let seq = 0; seq < 500; seq++) {
      actions.select(seq)
      world.advance(20)
    }
    expect(replaced()).toBeLessThan(30)
    expect(address()).toContain('at=499')
    const before = replaced()
    for (let i = 0; i < 10; i++) {
      port.batch(1, { latencyMs: i })
      address()
    }
    expect(replaced()).toBe(before)
  })
})
