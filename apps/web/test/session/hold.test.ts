// @vitest-environment node
/** Hold, from the page's actions to the relay's frames and back. */

import { Networks } from '@v2scope/bip324'
import { DemoPeer } from '@v2scope/peer'
import type { SessionSettings } from '@v2scope/recording'
import { describe, expect, it } from 'vitest'
import { type SessionStoreState, viewedSession } from '../../src/session/store.js'
import { newStore } from './fake-port.js'
import {
  behindRelay,
  OPENING,
  SETTINGS,
  seededRandom,
  TestWorker,
  TestWorld,
} from './test-world.js'

/** A page with its worker's logic behind it, in one thread. */
function page(settings: Partial<SessionSettings> = {}, hold = true) {
  const world = new TestWorld()
  const worker = new TestWorker(world)
  const { actions, state } = newStore({ port: worker })
  actions.start({ ...SETTINGS, peer: 'mine', ...settings }, hold)
  const view = () => {
    const session = viewedSession(state())
    if (!session) throw new Error('no session')
    return session
  }
  return { world, actions, state, view, hold: () => view().status.hold }
}

const labels = (state: SessionStoreState) =>
  viewedSession(state)?.status.hold?.first.map(({ item }) => item.label)

const demoPeer = (world: TestWorld) =>
  new DemoPeer({
    role: 'responder',
    magic: Networks.regtest.magic,
    random: seededRandom('far end'),
    now: world.now,
    unixTime: world.unixTime,
    onEvent: () => {},
  }).peer

describe('a session that is started held', () => {
  it('sends no frame, and shows what is about to go', () => {
    const { world, view, hold, state } = page({ garbage: 9 })
    world.socket.say(OPENING)
    world.advance(20)
    expect(world.socket.sent).toEqual([])
    expect(view().items.length).toBe(0)
    expect(labels(state())).toEqual(['key', 'garbage'])
    expect(hold()).toMatchObject({ isOn: true, count: 2, bytes: 73, peerWaitsSince: 1.7e12 })
  })

  it('or while its connection is being opened', () => {
    const { world, actions, hold } = page({ garbage: 9 }, false)
    actions.hold(true)
    world.socket.say(OPENING)
    world.advance(20)
    expect(world.socket.sent).toEqual([])
    expect(hold()).toMatchObject({ isOn: true, count: 2 })
  })

  it('brings the bytes and the fields of what goes next', () => {
    const { world, actions, view } = page({ garbage: 9 })
    world.socket.say(OPENING)
    world.advance(20)
    const key = view().nextHeld
    expect(key?.detail?.event).toMatchObject({ type: 'key_sent', seq: 1 })
    actions.release()
    world.advance(20)
    expect(view().nextHeld?.detail?.event).toMatchObject({ type: 'garbage_sent' })
    expect(world.socket.sent.map((bytes) => bytes.length)).toEqual([64])
    expect(view().items.at(0)).toMatchObject({ kind: 'key', seq: 1 })
    actions.release()
    world.advance(20)
    expect(view().nextHeld).toBeUndefined()
  })

  it('decodes a message that is about to go', () => {
    const { world, actions, view } = page()
    const carry = behindRelay(world, demoPeer(world))
    for (let n = 0; view().status.hold?.first[0]?.item.label !== 'version'; n++) {
      expect(n).toBeLessThan(10)
      actions.release()
      carry()
      world.advance(20)
    }
    const names = view().nextHeld?.detail?.decoded
    expect(names && 'fields' in names && names.fields.map(({ name }) => name)).toContain(
      'user agent',
    )
    expect(view().status.hold?.first[0]?.item.summary).toMatch(/v2scope/)
  })

  it('is ready once all has been let go, and can be held again', () => {
    const { world, actions, view, hold } = page()
    const carry = behindRelay(world, demoPeer(world))
    actions.hold(false)
    carry()
    world.advance(20)
    expect(view().status.state).toBe('ready')
    expect(hold()).toMatchObject({ isOn: false, count: 0, first: [] })
    actions.hold(true)
    actions.ping()
    world.advance(20)
    expect(hold()).toMatchObject({ isOn: true, count: 1, bytes: 29 })
  })

  it('starts the next one held too', () => {
    const { world, actions, hold } = page()
    world.socket.say(OPENING)
    actions.again()
    world.socket.say(OPENING)
    world.advance(20)
    expect(hold()?.isOn).toBe(true)
    actions.hold(false)
    world.advance(20)
    actions.again()
    world.advance(20)
    expect(hold()?.isOn).toBe(false)
  })

  it('loses what was held when it is stopped', () => {
    const { world, actions, view, hold } = page()
    world.socket.say(OPENING)
    actions.stop()
    expect(view().status).toMatchObject({ state: 'closed', closedBy: 'us' })
    expect(hold()).toMatchObject({ count: 0, first: [] })
    expect(view().nextHeld).toBeUndefined()
    expect(world.socket.sent).toEqual([])
  })
})

describe('an address', () => {
  it('with hold=1 starts held', async () => {
    const { port, actions } = newStore()
    await actions.open('#/session?peer=mine&hold=1')
    expect(port.posted.at(-1)).toMatchObject({ type: 'start', hold: true })
    const other = newStore()
    await other.actions.open('#/session?peer=mine')
    expect(other.port.posted.at(-1)).not.toHaveProperty('hold')
  })
})

describe('a simulated session that is held', () => {
  it('waits for the reader, however long, and is not its seed’s alone', () => {
    const { world, actions, view, hold } = page({ peer: 'simulated' })
    world.advance(600_000)
    expect(view().status).toMatchObject({ state: 'handshake', isFromSeed: false })
    expect(hold()?.peerWaitsSince).toBeUndefined()
    for (let n = 0; n < 40 && view().status.state !== 'ready'; n++) {
      actions.release()
      world.advance(100_000)
    }
    expect(view().status).toMatchObject({ state: 'ready', transport: 'v2' })
    const times = view()
      .items.slice(0, view().items.length)
      .map(({ time }) => time)
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    expect(times.at(-1)).toBeLessThan(60_000)
  })
})

describe('a recording', () => {
  it('can’t be held, and says so', async () => {
    const world = new TestWorld()
    const worker = new TestWorker(world)
    worker.start()
    const { file } = await worker.saved('secrets')
    await worker.open(file, 2)
    worker.post({ type: 'hold', isOn: true })
    world.advance(100)
    expect(worker.status(2).notice).toMatchObject({ code: 'RECORDING' })
    expect(worker.status(2).hold).toBeUndefined()
  })
})
