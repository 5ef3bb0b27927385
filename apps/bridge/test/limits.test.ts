import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { parseAllowRule } from '../src/addresses/allow-rule.js'
import { type Grant, signTicket } from '../src/tickets/ticket.js'
import { testBridge } from './support/bridge.js'
import { fakeNode, readBytes } from './support/fake-node.js'
import { openPage } from './support/page.js'

const KEY = randomBytes(32)

async function limitsOf(url: string, headers: Record<string, string> = {}) {
  const answer = await fetch(`${url}limits`, { headers })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  return JSON.parse(await answer.text())
}

describe('GET /limits', () => {
  it('has all that a local bridge bounds, which is little', async () => {
    const node = await fakeNode()
    const { url } = await testBridge({ targets: [node.target] })
    await openPage(url, '/relay/mine').announced
    expect(await limitsOf(url)).toEqual({
      profile: 'local',
      freeAddresses: null,
      listen: { host: '127.0.0.1' },
      needsTicket: false,
      connections: { most: 1024, open: 1 },
      yours: { most: null, open: 1 },
      upgradesPerMinute: null,
      bytesPerSecond: null,
      bytesInAll: null,
      frameSize: 1_048_576,
      times: { dial: 5000, firstByte: null, idle: 1_800_000, lifetime: null, stall: 30_000 },
      ticket: null,
    })
  })

  it('has what a hosted bridge bounds and allows', async () => {
    const { url } = await testBridge({
      profile: 'hosted',
      allow: [parseAllowRule('10.0.0.0/8:8333')],
      allowPublic: true,
      limits: { connections: 100 },
    })
    expect(await limitsOf(url)).toEqual({
      profile: 'hosted',
      freeAddresses: {
        public: true,
        listed: ['10.0.0.0/8:8333'],
        ports: [8333, 18333, 48333, 38333, 18444],
      },
      listen: null,
      needsTicket: false,
      connections: { most: 100, open: 0 },
      yours: { most: 8, open: 0 },
      upgradesPerMinute: { most: 60, left: 60 },
      bytesPerSecond: 4_194_304,
      bytesInAll: 1_073_741_824,
      frameSize: 1_048_576,
      times: {
        dial: 5000,
        firstByte: 10_000,
        idle: 1_800_000,
        lifetime: 7_200_000,
        stall: 30_000,
      },
      ticket: null,
    })
  })

  it('tells each address what it has, and what is left to it', async () => {
    const node = await fakeNode()
    const targets = [node.target]
    const { url } = await testBridge({ profile: 'hosted', targets, trustProxy: ['127.0.0.1'] })
    const mine = { 'x-forwarded-for': '203.0.113.7' }
    await openPage(url, '/relay/mine', { headers: mine }).announced
    expect((await openPage(url, '/relay/nobody', { headers: mine }).closed).code).toBe(4404)
    expect(await limitsOf(url, mine)).toMatchObject({
      connections: { most: 1024, open: 1 },
      yours: { most: 8, open: 1 },
      upgradesPerMinute: { most: 60, left: 58 },
    })
    expect(await limitsOf(url, { 'x-forwarded-for': '203.0.113.8' })).toMatchObject({
      connections: { most: 1024, open: 1 },
      yours: { most: 8, open: 0 },
      upgradesPerMinute: { most: 60, left: 60 },
    })
  })

  it('tells the bearer of a ticket what is left of it', async () => {
    const node = await fakeNode()
    const { url } = await testBridge({ targets: [node.target], ticketKey: KEY })
    const until = 1000 * Math.ceil(Date.now() / 1000 + 60)
    const grant: Grant = { targets: ['mine', 'public'], connections: 3, bytes: 100, until }
    const ticket = await signTicket(grant, KEY)
    const told = async () => (await limitsOf(url, { authorization: `Bearer ${ticket}` })).ticket
    const full = {
      targets: ['mine', 'public'],
      connections: { most: 3, left: 3 },
      bytes: { most: 100, left: 100 },
      until,
    }
    expect(await told()).toEqual(full)
    const page = openPage(url, '/relay/mine', { ticket })
    await page.announced
    page.ws.send(Buffer.alloc(30))
    await readBytes(await node.accept(), 30)
    expect(await told()).toEqual({
      ...full,
      connections: { most: 3, left: 2 },
      bytes: { most: 100, left: 70 },
    })
    const endless = await signTicket({ ...grant, bytes: null }, KEY)
    const { ticket: other } = await limitsOf(url, { authorization: `bearer ${endless}` })
    expect(other).toMatchObject({ connections: { most: 3, left: 3 }, bytes: null })
  })

  it('says what is wrong with a ticket, and that one is needed', async () => {
    const { url } = await testBridge({ ticketKey: KEY })
    expect(await limitsOf(url)).toMatchObject({ needsTicket: true, ticket: null })
    const grant = { targets: ['mine'], connections: 3, bytes: null, until: Date.now() - 1000 }
    const refused = async (token: string) =>
      (await limitsOf(url, { authorization: `Bearer ${token}` })).ticket
    expect(await refused(await signTicket(grant, KEY))).toEqual({ refused: 'expired' })
    const later = { ...grant, until: Date.now() + 60_000 }
    const forged = await signTicket(later, randomBytes(32))
    expect(await refused(forged)).toEqual({ refused: 'forged' })
    expect(await refused('none')).toEqual({ refused: 'malformed' })
  })

  it('takes no notice of a ticket where none is needed', async () => {
    const { url } = await testBridge()
    const headers = { authorization: 'Bearer none' }
    expect(await limitsOf(url, headers)).toMatchObject({ needsTicket: false, ticket: null })
  })
})
