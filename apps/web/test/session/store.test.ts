// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { createSessionStore, viewedSession } from '../../src/session/store.js'
import { failures } from '../../src/words/en/failures.js'
import { BASE, FakePort, item, newStore, PAGE, TARGETS } from './fake-port.js'
import { SETTINGS, TestWorker, TestWorld } from './test-world.js'

const PEER_INFO = `${BASE}demo/getpeerinfo`
const ID = 'ab'.repeat(32)

describe('opening the page', () => {
  it('dials the demo node, with nothing in the address', async () => {
    const { actions, state, port } = newStore()
    expect(state().bridge).toBe('unknown')
    await actions.open('')
    expect(state().bridge).toBe('present')
    expect(state().targets).toEqual([
      { name: 'demo', network: 'regtest', address: '127.0.0.1:18444' },
      { name: 'mine', network: 'mainnet', address: '127.0.0.1:8333' },
      { name: 'odd', network: undefined, address: '127.0.0.1:1' },
    ])
    expect(port.posted).toMatchObject([
      { type: 'start', session: 1, relayUrl: 'ws://bridge.test:8324/relay/demo' },
    ])
    expect(state().current?.settings).toMatchObject({ peer: 'demo', network: 'regtest' })
    expect(state().current?.status.state).toBe('connecting')
  })

  it.each([
    ['nothing answers', undefined],
    ['a static host', { status: 404, text: 'no such file' }],
    ['a page for every address', { status: 200, text: '<!doctype html>' }],
  ])('simulates where there is no bridge: %s', async (_, answer) => {
    const { actions, state, world, port } = newStore()
    world.web.delete(TARGETS)
    if (answer) world.web.set(TARGETS, answer)
    await actions.open('')
    expect(state().bridge).toBe('absent')
    expect(state().targets).toEqual([])
    expect(port.posted).toMatchObject([
      { type: 'start', relayUrl: '', settings: { peer: 'simulated', network: 'regtest' } },
    ])
  })

  it('does what the address asks for, and says what it could not understand', async () => {
    const { actions, state, port } = newStore()
    await actions.open('#/session?peer=mi%20ne&garbage=9999&decoys=3')
    expect(port.posted).toMatchObject([
      { relayUrl: 'ws://bridge.test:8324/relay/mi%20ne', settings: { decoys: 3 } },
    ])
    expect(state().problems).toMatchObject([{ code: 'TOO_MUCH', name: 'garbage', most: 4095 }])
  })

  it('starts one session, though it is opened twice at once, or the user was faster', async () => {
    const { actions, port } = newStore()
    await Promise.all([actions.open(''), actions.open('#/session?decoys=2')])
    expect(port.posted).toMatchObject([{ session: 1, settings: { decoys: 2 } }])
    const opening = actions.open('')
    actions.start(SETTINGS)
    await opening
    expect(port.posted).toHaveLength(2)
    expect(port.posted[1]).toMatchObject({ session: 2, settings: { peer: 'simulated' } })
  })

  it('asks wss of a page that came over https, wherever it is', () => {
    const world = new TestWorld()
    const port = new FakePort()
    const base = 'https://host.test/a/'
    const store = createSessionStore({ ...PAGE, port, environment: world, base })
    store.getState().actions.start({ ...SETTINGS, peer: 'demo' })
    expect(port.posted).toMatchObject([{ relayUrl: 'wss://host.test/a/relay/demo' }])
  })
})

describe('what the worker says', () => {
  it('is added to the session, whose list is new with every batch that brings items', () => {
    const { actions, state, port } = newStore()
    actions.start(SETTINGS)
    port.batch(1, { state: 'handshake' }, [item(1), item(2)])
    const before = state().current?.items
    port.batch(1, { state: 'ready' })
    expect(state().current?.items).toBe(before)
    port.batch(1, { state: 'ready' }, [item(3)])
    expect(state().current?.items).not.toBe(before)
    expect(before?.length).toBe(2)
    expect(state().current?.items.length).toBe(3)
    expect(state().current?.status.state).toBe('ready')
  })

  it('changes the store once for a batch, and not at all where it is too late', () => {
    const { actions, port, store } = newStore()
    actions.start(SETTINGS)
    actions.select(2)
    let changes = 0
    store.subscribe(() => {
      changes += 1
    })
    port.batch(1, { state: 'ready' }, [item(1), item(2)])
    expect(changes).toBe(1)
    port.say({ type: 'detail', session: 1, seq: 1, detail: undefined })
    expect(changes).toBe(1)
  })

  it('is a change of keys, whole, once it is asked for', () => {
    const { actions, state, port } = newStore()
    actions.start(SETTINGS)
    const asked = () => state().current?.keyEvent
    expect(asked()).toEqual({ state: 'none' })
    actions.askKeyEvent(7)
    expect(port.posted.at(-1)).toEqual({ type: 'key_event', session: 1, seq: 7 })
    expect(asked()).toEqual({ state: 'asking', seq: 7 })
    port.say({ type: 'key_event', session: 1, seq: 6, event: undefined })
    expect(asked()).toEqual({ state: 'asking', seq: 7 })
    port.say({ type: 'key_event', session: 1, seq: 7, event: undefined })
    expect(asked()).toEqual({ state: 'dropped', seq: 7 })
  })

  it('is left alone where the session is no longer kept', () => {
    const { actions, state, port } = newStore()
    for (let i = 0; i < 3; i++) actions.start(SETTINGS)
    const before = state()
    port.batch(1, { state: 'ready' }, [item(1)])
    expect(state()).toBe(before)
  })

  it('may be that it has crashed: the session fails in words and keeps what it showed', () => {
    const { actions, state, port } = newStore()
    actions.start(SETTINGS)
    port.batch(1, { state: 'ready' }, [item(7)])
    port.crash('no such file')
    expect(state().current?.status).toMatchObject({
      state: 'failed',
      failure: { code: 'UNEXPECTED', afterSeq: 7 },
    })
    expect(state().current?.status.failure?.message).toContain('no such file')
    expect(state().current?.items.length).toBe(1)
  })
})

describe('sessions', () => {
  it('again keeps the one before to be looked at, selection and all', () => {
    const { actions, state, port } = newStore()
    actions.start({ ...SETTINGS, decoys: 4 })
    port.batch(1, {}, [item(1)])
    actions.select(1)
    actions.again()
    expect(port.posted.at(-1)).toMatchObject({ type: 'start', session: 2, settings: { decoys: 4 } })
    expect(viewedSession(state())).toMatchObject({ id: 2, selected: undefined })
    actions.showPrevious()
    expect(viewedSession(state())).toMatchObject({ id: 1, selected: 1 })
    port.batch(1, { state: 'closed', closedBy: 'us' }, [item(2)])
    expect(viewedSession(state())?.items.length).toBe(2)
    actions.showCurrent()
    expect(viewedSession(state())?.id).toBe(2)
    actions.showPrevious()
    actions.again()
    expect(viewedSession(state())?.id).toBe(3)
  })

  it('shows the present one where there is none before', () => {
    const { actions, state } = newStore()
    actions.start(SETTINGS)
    actions.showPrevious()
    expect(state().viewed).toBe('current')
  })

  it('S2 tries v1 only after a failure that allows it', () => {
    const { actions, state, port } = newStore()
    actions.start({ ...SETTINGS, peer: 'mine' })
    const failure = {
      code: 'CLOSED_BEFORE_KEY',
      row: 'S2',
      message: '',
      v1MayWork: false,
      afterSeq: 1,
    }
    port.batch(1, { state: 'failed', failure })
    actions.tryV1()
    expect(state().current?.id).toBe(1)
    port.batch(1, { state: 'failed', failure: { ...failure, v1MayWork: true } })
    actions.tryV1()
    expect(port.posted.at(-1)).toMatchObject({
      session: 2,
      settings: { peer: 'mine', transport: 'v1' },
    })
    expect(state().current?.status.transport).toBe('v1')
  })
})

describe('the selection', () => {
  it('asks for the detail, and takes the answer for what is selected then', () => {
    const { actions, state, port } = newStore()
    actions.start(SETTINGS)
    port.batch(1, {}, [item(1), item(2)])
    actions.select(1)
    expect(state().current?.detail).toEqual({ state: 'asking' })
    actions.select(2)
    expect(port.posted.slice(1)).toEqual([
      { type: 'detail', session: 1, seq: 1 },
      { type: 'detail', session: 1, seq: 2 },
    ])
    const event = { type: 'key_sent', seq: 2, role: 'initiator', direction: 'sent' } as const
    const detail = { event: { ...event, bytes: new Uint8Array(), fields: [], time: 0 } }
    port.say({ type: 'detail', session: 1, seq: 1, detail: undefined })
    expect(state().current?.detail.state).toBe('asking')
    port.say({ type: 'detail', session: 1, seq: 2, detail })
    expect(state().current?.detail).toEqual({ state: 'there', detail })
    actions.select(1)
    port.say({ type: 'detail', session: 1, seq: 1, detail: undefined })
    expect(state().current?.detail).toEqual({ state: 'dropped' })
    actions.select(undefined)
    expect(state().current).toMatchObject({ selected: undefined, detail: { state: 'none' } })
  })
})

describe('commands', () => {
  it('are handed to the worker', () => {
    const { actions, port } = newStore()
    actions.ping()
    actions.askHeaders()
    actions.sendDecoy(5)
    actions.scheduleDecoys({ everyMs: 100, size: 1 })
    actions.scheduleDecoys(undefined)
    actions.stop()
    expect(port.posted).toEqual([
      { type: 'ping' },
      { type: 'ask_headers' },
      { type: 'send_decoy', size: 5 },
      { type: 'schedule_decoys', schedule: { everyMs: 100, size: 1 } },
      { type: 'schedule_decoys', schedule: undefined },
      { type: 'stop' },
    ])
  })
})

describe('the session id by the word of the peer', () => {
  const established = { state: 'established', sessionId: ID, local: '127.0.0.1:50001' } as const
  const report = (entries: unknown) => ({ status: 200, text: JSON.stringify(entries) })

  it('is fetched from the demo node, for the connection that is ours', async () => {
    const { world, actions, state, port } = newStore()
    world.web.set(
      PEER_INFO,
      report([
        { addr: '127.0.0.1:50000', session_id: 'cd'.repeat(32) },
        { addr: '127.0.0.1:50001', session_id: ID },
      ]),
    )
    actions.start({ ...SETTINGS, peer: 'demo' })
    port.batch(1, { state: 'handshake', local: '127.0.0.1:50001' })
    expect(state().current?.peerReport).toEqual({ state: 'none' })
    port.batch(1, established)
    expect(state().current?.peerReport).toEqual({ state: 'asking' })
    port.batch(1, established)
    await world.settle()
    expect(state().current?.peerReport).toEqual({ state: 'reported', sessionId: ID })
    expect(world.asked).toEqual([PEER_INFO])
  })

  it('is asked for again while the demo node has none yet', async () => {
    const { world, actions, state, port } = newStore()
    world.web.set(PEER_INFO, report([{ addr: '127.0.0.1:50001', session_id: '' }]))
    actions.start({ ...SETTINGS, peer: 'demo' })
    port.batch(1, established)
    await world.settle()
    expect(state().current?.peerReport.state).toBe('asking')
    world.web.set(PEER_INFO, report([{ addr: '127.0.0.1:50001', session_id: ID }]))
    world.advance(200)
    await world.settle()
    expect(state().current?.peerReport).toEqual({ state: 'reported', sessionId: ID })
  })

  it.each([
    ['nothing answers', undefined],
    ['no entry', report([])],
    ['no JSON', { status: 200, text: 'no' }],
    ['no list', report({ error: 'no' })],
    ['null entries', report([null])],
    ['an error', { status: 502, text: '{}' }],
  ])('is unavailable after some attempts: %s', async (_, answer) => {
    const { world, actions, state, port } = newStore()
    if (answer) world.web.set(PEER_INFO, answer)
    actions.start({ ...SETTINGS, peer: 'demo' })
    port.batch(1, established)
    for (let i = 0; i < 12; i++) {
      await world.settle()
      world.advance(200)
    }
    expect(state().current?.peerReport).toEqual({ state: 'unavailable' })
    expect(world.asked.length).toBe(10)
  })

  it('is not asked for of any other peer', async () => {
    const { world, actions, state, port } = newStore()
    actions.start({ ...SETTINGS, peer: 'mine' })
    port.batch(1, established)
    await world.settle()
    expect(state().current?.peerReport).toEqual({ state: 'none' })
    expect(world.asked).toEqual([])
  })
})

describe('the store with the worker behind it', () => {
  it('shows a simulated session from its start to its end', async () => {
    const world = new TestWorld()
    const port = new TestWorker(world)
    const store = createSessionStore({ ...PAGE, port, environment: world, base: BASE })
    const { actions } = store.getState()
    await actions.open('#/session?peer=simulated&garbage=10&decoys=1')
    world.advance(1000)
    const shown = viewedSession(store.getState())
    expect(shown?.status.state).toBe('ready')
    expect(shown?.peerReport).toEqual({ state: 'reported', sessionId: shown?.status.sessionId })
    expect(shown?.keyEvents.map(({ type }) => type)).toContain('keys_derived')
    const garbage = shown?.items.at(1)
    expect(garbage).toMatchObject({ kind: 'garbage', wireBytes: 10 })
    actions.select(garbage?.seq)
    const { detail } = viewedSession(store.getState()) ?? {}
    expect(detail).toMatchObject({ state: 'there', detail: { event: { type: 'garbage_sent' } } })
    actions.again()
    world.advance(1000)
    expect(store.getState().previous?.status).toMatchObject({ state: 'closed', closedBy: 'us' })
    expect(store.getState().current?.status.state).toBe('ready')
  })

  it('says in words that there is no bridge, where a link asks for one', async () => {
    const world = new TestWorld()
    const port = new TestWorker(world)
    const store = createSessionStore({ ...PAGE, port, environment: world, base: BASE })
    await store.getState().actions.open('#/session?peer=demo')
    world.socket.end(1006)
    await world.settle()
    world.advance(20)
    expect(store.getState().bridge).toBe('absent')
    expect(store.getState().current?.status.failure).toMatchObject({ code: 'NO_BRIDGE' })
    expect(failures.advice(store.getState().current?.status.failure?.code ?? '')).toContain(
      'Simulated',
    )
  })
})
