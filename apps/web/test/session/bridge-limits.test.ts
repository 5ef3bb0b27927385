// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { fetchLimits } from '../../src/session/bridge-limits.js'
import { tabTickets } from '../../src/session/tickets.js'
import { BASE, newStore } from './fake-port.js'
import { TestWorld } from './test-world.js'

const LIMITS = `${BASE}limits`
const TICKET = 'e30.e30.c2ln'
const LOCAL = {
  profile: 'local',
  freeAddresses: null,
  listen: { host: '127.0.0.1' },
  needsTicket: false,
  connections: { most: 1024, open: 3 },
  yours: { most: null, open: 1 },
  upgradesPerMinute: null,
  bytesPerSecond: null,
  bytesInAll: null,
  frameSize: 1_048_576,
  times: { dial: 5000, firstByte: null, idle: 1_800_000, lifetime: null, stall: 30_000 },
  ticket: null,
}

async function told(answer: unknown) {
  const world = new TestWorld()
  world.web.set(LIMITS, { status: 200, text: JSON.stringify(answer) })
  return fetchLimits(world, BASE, undefined)
}

describe('what a bridge allows', () => {
  it('is read from its answer', async () => {
    expect(await told(LOCAL)).toEqual({
      profile: 'local',
      freeAddresses: null,
      listens: true,
      needsTicket: false,
      connections: { most: 1024, open: 3 },
      yours: { most: null, open: 1 },
      upgradesPerMinute: null,
      bytesPerSecond: null,
      bytesInAll: null,
      times: { firstByte: null, idle: 1_800_000, lifetime: null },
    })
  })

  it('is read whole where it is bounded', async () => {
    const ticket = {
      targets: ['demo', 'public'],
      connections: { most: 10, left: 9 },
      bytes: { most: 1_000_000, left: 5 },
      until: 1_790_000_000_000,
    }
    const freeAddresses = { public: true, listed: ['10.0.0.0/8:8333'], ports: [8333, 18_333] }
    const hosted = {
      freeAddresses,
      needsTicket: true,
      upgradesPerMinute: { most: 60, left: 58 },
      bytesPerSecond: 4096,
      bytesInAll: 1_000_000,
      ticket,
    }
    expect(await told({ ...LOCAL, ...hosted })).toMatchObject(hosted)
    expect(await told({ ...LOCAL, ticket: { ...ticket, bytes: null } })).toMatchObject({
      ticket: { bytes: null },
    })
  })

  it('tells that no node can dial us', async () => {
    expect(await told({ ...LOCAL, listen: null })).toMatchObject({ listens: false })
  })

  it('tells why a ticket is none', async () => {
    expect(await told({ ...LOCAL, ticket: { refused: 'expired' } })).toMatchObject({
      ticket: { refused: 'expired' },
    })
  })

  it.each([
    ['nothing', {}],
    ['nonsense', { connections: 7, yours: [], times: 'soon', ticket: 5, freeAddresses: true }],
    ['half', { ticket: {}, freeAddresses: {}, upgradesPerMinute: {}, connections: {} }],
  ])('is taken for as little as it tells: %s', async (_, answer) => {
    expect(await told(answer)).toMatchObject({
      needsTicket: false,
      bytesInAll: null,
      connections: { most: null, open: 0 },
      times: { firstByte: null },
    })
  })

  it.each([
    ['no bridge at all', undefined],
    ['a static host', { status: 404, text: '<html>' }],
    ['a page for everything', { status: 200, text: '<html>' }],
    ['null', { status: 200, text: 'null' }],
  ])('is not known of %s', async (_, answer) => {
    const world = new TestWorld()
    if (answer) world.web.set(LIMITS, answer)
    expect(await fetchLimits(world, BASE, undefined)).toBeUndefined()
  })

  it('is asked with the ticket in a header, and the address has none of it', async () => {
    const world = new TestWorld()
    await fetchLimits(world, BASE, TICKET)
    expect([...world.bearers]).toEqual([[LIMITS, TICKET]])
  })
})

describe('the store', () => {
  it('asks with the targets, and anew with another ticket', async () => {
    const kept = new Map<string, string>()
    const tickets = tabTickets(() => ({
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, text) => void kept.set(key, text),
      removeItem: (key) => void kept.delete(key),
    }))
    const { actions, world, state } = newStore({ tickets })
    world.web.set(LIMITS, { status: 200, text: JSON.stringify(LOCAL) })
    await actions.open('#/session')
    await world.settle()
    expect(state().limits?.profile).toBe('local')
    expect(world.bearers.get(LIMITS)).toBeUndefined()
    actions.takeTicket(TICKET)
    await world.settle()
    expect(world.bearers.get(LIMITS)).toBe(TICKET)
    actions.forgetTicket()
    await world.settle()
    expect(world.bearers.get(LIMITS)).toBeUndefined()
  })

  it('takes no answer that was given to another ticket', async () => {
    let answer: (of: { status: number; text: string }) => void = () => {}
    const get = () =>
      new Promise<{ status: number; text: string }>((resolve) => {
        answer = resolve
      })
    const tickets = tabTickets(() => {
      throw new DOMException('denied', 'SecurityError')
    })
    const { actions, state, world } = newStore({
      tickets,
      environment: { get, after: () => () => {} },
    })
    const asked = actions.refreshLimits()
    const late = answer
    actions.takeTicket(TICKET)
    late({ status: 200, text: JSON.stringify(LOCAL) })
    await asked
    expect(state().limits).toBeUndefined()
    answer({ status: 200, text: JSON.stringify({ ...LOCAL, profile: 'hosted' }) })
    await world.settle()
    expect(state().limits?.profile).toBe('hosted')
  })
})
