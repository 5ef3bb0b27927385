import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { parseAllowRule } from '../../src/addresses/allow-rule.js'
import type { Bounds } from '../../src/limits.js'
import { testBridge, until } from '../support/bridge.js'
import { type DnsAnswer, dnsServer } from '../support/dns-server.js'
import { fakeNode, freePort, readBytes } from '../support/fake-node.js'
import { type FakePage, openPage } from '../support/page.js'
import { smallWorld } from '../support/small-world.js'

const PUBLIC = '8.8.8.8'
const PUBLIC_TOO = '2606:4700::1111'

const at = (address: string) => `/relay?addr=${encodeURIComponent(address)}`

type Names = Readonly<Record<string, readonly [DnsAnswer, ...DnsAnswer[]]>>

/** A bridge that may dial all public addresses, in a world of one node and one DNS server. */
async function setUp(names: Names = {}, limits: Partial<Bounds> = {}) {
  const node = await fakeNode()
  const dns = await dnsServer(names)
  const world = smallWorld(node.target.port, dns.address)
  const bridge = await testBridge({
    allowPublic: true,
    allow: ['10.0.0.5:7000', 'listed.test:9000'].map(parseAllowRule),
    targets: [{ ...node.target, name: 'mine' }],
    limits: {
      strangerDialsPerSecond: 1000,
      lookupsPerSecond: 1000,
      targetCloseGrace: 100,
      ...limits,
    },
    world,
  })
  const ask = (address: string) => openPage(bridge.url, at(address))
  return { node, dns, world, bridge, ask }
}

/** How the bridge answered: `open`, or the close code. */
const outcome = ({ announced, closed }: FakePage) =>
  Promise.race([announced.then(() => 'open' as const), closed.then(({ code }) => code)])

describe('a relay to a free address', () => {
  it('is one to exactly that address, and carries bytes', async () => {
    const { node, world, ask } = await setUp()
    const page = ask(`${PUBLIC}:8333`)
    expect(await page.announced).toMatchObject({ target: '8.8.8.8:8333', remote: '8.8.8.8:8333' })
    const socket = await node.accept()
    socket.write('from the node')
    expect((await page.read(13)).toString()).toBe('from the node')
    page.ws.send(Buffer.from('from the page'))
    expect((await readBytes(socket, 13)).toString()).toBe('from the page')
    expect(world.dialled).toEqual(['8.8.8.8 8333'])
  })

  it('is refused where nothing but names is allowed', async () => {
    const { url } = await testBridge()
    expect(await openPage(url, at('8.8.8.8:8333')).closed).toEqual({
      code: 4403,
      reason: 'This bridge dials named targets only; see /targets',
    })
    expect(await openPage(url, '/relay').closed).toEqual({
      code: 4400,
      reason: 'No target is named: ask for /relay/NAME or /relay?addr=HOST:PORT',
    })
  })

  it('ends before a byte is sent if it got somewhere else', async () => {
    const node = await fakeNode()
    const { url } = await testBridge({
      allowPublic: true,
      world: { connect: () => connect(node.target.port, '127.0.0.1') },
    })
    const page = openPage(url, at('8.8.8.8:8333'))
    page.ws.once('open', () => page.ws.send(Buffer.from('for the node that was checked')))
    expect(await page.closed).toEqual({
      code: 4403,
      reason: 'The dial to 8.8.8.8 got to 127.0.0.1, which was not checked',
    })
    expect(await readBytes(await node.accept())).toHaveLength(0)
  })
})

describe('a name', () => {
  it('is looked up once, and the address that was judged is dialled', async () => {
    const { dns, world, ask } = await setUp({ 'node.test': [[PUBLIC_TOO, PUBLIC]] })
    const page = ask('Node.TEST:8333')
    expect(await page.announced).toMatchObject({
      target: 'node.test:8333',
      remote: '8.8.8.8:8333',
    })
    expect([...dns.questions].sort()).toEqual(['node.test A', 'node.test AAAA'])
    expect(world.dialled).toEqual(['8.8.8.8 8333'])
  })

  it('that has an IPv6 address alone is dialled at that', async () => {
    const { world, ask } = await setUp({ 'node.test': [[PUBLIC_TOO]] })
    await ask('node.test:8333').announced
    expect(world.dialled).toEqual(['2606:4700::1111 8333'])
  })

  it('that leads elsewhere the next time is judged by where it leads then', async () => {
    const { dns, world, ask } = await setUp({ 'rebind.test': [[PUBLIC], ['127.0.0.1']] })
    await ask('rebind.test:8333').announced
    expect(await ask('rebind.test:8333').closed).toEqual({
      code: 4403,
      reason: 'The name leads to 127.0.0.1, which is a loopback address: not allowed here',
    })
    expect(dns.questions.filter((each) => each === 'rebind.test A')).toHaveLength(2)
    expect(world.dialled).toEqual(['8.8.8.8 8333'])
  })

  it.each([
    ['127.0.0.1'],
    [PUBLIC, '127.0.0.1'],
    ['127.0.0.1', PUBLIC],
    [PUBLIC, '::1'],
    [PUBLIC, PUBLIC_TOO, '10.0.0.1'],
    [PUBLIC, '::ffff:8.8.8.8'],
    [PUBLIC, '::ffff:127.0.0.1'],
    [PUBLIC, '::127.0.0.1'],
    [PUBLIC, '64:ff9b::7f00:1'],
    [PUBLIC, 'fe80::1'],
    [PUBLIC, '0.0.0.0'],
    [PUBLIC, '169.254.169.254'],
    // listed, but not for this port
    ['10.0.0.5'],
  ])('one of whose addresses is not allowed is refused: %s %s', async (...addresses) => {
    const { world, ask } = await setUp({ 'mixed.test': [addresses] })
    expect(await outcome(ask('mixed.test:8333'))).toBe(4403)
    expect(world.dialled).toEqual([])
  })

  it('that is listed may lead to public addresses on its ports, and to no others', async () => {
    const { world, ask } = await setUp({
      'listed.test': [[PUBLIC], [PUBLIC, '10.0.0.1']],
      'other.test': [[PUBLIC]],
    })
    expect(await outcome(ask('listed.test:9000'))).toBe('open')
    expect(await outcome(ask('listed.test:9000'))).toBe(4403)
    expect(await outcome(ask('other.test:9000'))).toBe(4403)
    expect(world.dialled).toEqual(['8.8.8.8 9000'])
  })

  it.each([
    ['that DNS does not know', { rcode: 3 }, 'The name was not found, or has no address'],
    ['without an address', [], 'The name was not found, or has no address'],
    ['whose server fails', { rcode: 2 }, 'The name could not be looked up (ESERVFAIL)'],
  ] as const)('%s is answered with 4502', async (_, answer, reason) => {
    const { ask } = await setUp({ 'node.test': [answer] })
    expect(await ask('node.test:8333').closed).toEqual({ code: 4502, reason })
  })

  it('whose server keeps silent is answered with 4408', async () => {
    const { ask } = await setUp({ 'node.test': ['silence'] }, { dialTimeout: 100 })
    expect(await ask('node.test:8333').closed).toEqual({
      code: 4408,
      reason: 'DNS did not answer for this name in time',
    })
  })

  it('under localhost is loopback, and no DNS server is asked', async () => {
    const { dns, ask } = await setUp()
    expect((await ask('localhost:8333').closed).reason).toContain('127.0.0.1, which is a loopback')
    expect((await ask('a.localhost:8333').closed).reason).toContain('127.0.0.1, which is a loop')
    expect(dns.questions).toEqual([])
  })

  it.each(['abc.onion:8333', 'abc.i2p:8333', 'node.test:22'])(
    'that would be dialled in no case is not looked up: %s',
    async (address) => {
      const { dns, ask } = await setUp()
      expect(await outcome(ask(address))).toBe(4403)
      expect(dns.questions).toEqual([])
    },
  )

  it('is not looked up while there are too many', async () => {
    const { dns, ask } = await setUp({}, { lookupsPerSecond: 0 })
    expect(await ask('node.test:8333').closed).toEqual({
      code: 4429,
      reason: 'Too many names are being looked up; try again in 1 s',
    })
    expect(dns.questions).toEqual([])
  })
})

describe("strangers' nodes", () => {
  it('get no more than two connections each, until one is over', async () => {
    const { ask } = await setUp()
    const first = ask(`${PUBLIC}:8333`)
    expect(await outcome(first)).toBe('open')
    expect(await outcome(ask(`${PUBLIC}:8333`))).toBe('open')
    expect(await ask(`${PUBLIC}:8333`).closed).toEqual({
      code: 4429,
      reason: '2 connections to 8.8.8.8:8333 are open; wait until one ends',
    })
    expect(await outcome(ask(`${PUBLIC}:18333`))).toBe('open')
    first.ws.close()
    await openOnceFree(() => ask(`${PUBLIC}:8333`))
  })

  it.each([
    ['8.8.4.', '8.8.5.1', '8.8.4.0/24'],
    ['2606:4700::', '2606:4700:0:1::1', '2606:4700::/64'],
  ])('get no more than eight connections a network: %s', async (prefix, outside, network) => {
    const { ask } = await setUp()
    const host = (ip: string) => (ip.includes(':') ? `[${ip}]` : ip)
    const eight = Array.from({ length: 8 }, (_, i) => ask(`${host(`${prefix}${i + 1}`)}:8333`))
    expect(await Promise.all(eight.map(outcome))).toEqual(Array(8).fill('open'))
    expect(await ask(`${host(`${prefix}9`)}:8333`).closed).toEqual({
      code: 4429,
      reason: `8 connections to ${network} are open; wait until one ends`,
    })
    expect(await outcome(ask(`${host(outside)}:8333`))).toBe('open')
  })

  it('are counted by address, whatever name led there', async () => {
    const { ask } = await setUp({ 'one.test': [[PUBLIC]], 'two.test': [[PUBLIC]] })
    expect(await outcome(ask('one.test:8333'))).toBe('open')
    expect(await outcome(ask('two.test:8333'))).toBe('open')
    expect(await outcome(ask(`${PUBLIC}:8333`))).toBe(4429)
  })

  it('are left alone for a while once a dial failed', async () => {
    const world = smallWorld(await freePort())
    const { url } = await testBridge({ allowPublic: true, world })
    expect(await outcome(openPage(url, at('8.8.8.8:8333')))).toBe(4502)
    expect((await openPage(url, at('8.8.8.8:8333')).closed).reason).toMatch(
      /^8\.8\.8\.8:8333 did not take the last dial; try again in [1-5] s$/,
    )
    expect(world.dialled).toHaveLength(1)
  })

  it('are not those that the operator has named, or that are not public', async () => {
    const { bridge, ask } = await setUp({}, { strangerConnections: 0, strangerDialsPerSecond: 0 })
    expect(await outcome(ask(`${PUBLIC}:8333`))).toBe(4429)
    const own = [
      ...Array.from({ length: 10 }, () => ask('10.0.0.5:7000')),
      ...Array.from({ length: 10 }, () => openPage(bridge.url, '/relay/mine')),
    ]
    expect(await Promise.all(own.map(outcome))).toEqual(Array(20).fill('open'))
  })

  it('are not kept by a page that has gone while the name was looked up', async () => {
    const { dns, ask } = await setUp(
      { 'slow.test': ['silence', 'silence', 'silence', [PUBLIC]] },
      { strangerConnections: 1, dialTimeout: 300 },
    )
    const page = ask('slow.test:8333')
    await until(() => dns.questions.length > 0)
    page.ws.terminate()
    await openOnceFree(() => ask(`${PUBLIC}:8333`))
  })
})

/** Asks again and again; vitest's timeout ends a wait in vain. */
async function openOnceFree(ask: () => FakePage): Promise<void> {
  while ((await outcome(ask())) !== 'open');
}
