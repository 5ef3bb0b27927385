import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { exportSPKI, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import type { BridgeSettings } from '../src/bridge.js'
import { type Grant, readTicket, signTicket, type Ticket } from '../src/tickets/ticket.js'
import { TicketBook } from '../src/tickets/ticket-book.js'
import { testBridge, until } from './support/bridge.js'
import { type FakeNode, fakeNode } from './support/fake-node.js'
import { KeptLog } from './support/kept-log.js'
import { openPage } from './support/page.js'
import { pageUpgrade, rawRequest } from './support/raw-http.js'

const KEY = randomBytes(32)
const OTHER_KEY = randomBytes(32)
const MINUTE = 60_000

const grant = (changed: Partial<Grant> = {}): Grant => ({
  targets: ['mine'],
  connections: 10,
  bytes: null,
  until: Date.now() + MINUTE,
  ...changed,
})

const seconds = (ms: number) => Math.floor((Date.now() + ms) / 1000)

/** Signed like a ticket, with claims that `signTicket` would not make. */
const signClaims = (claims: JWTPayload, key: Uint8Array = KEY) =>
  new SignJWT({
    jti: 'id',
    iat: seconds(0),
    exp: seconds(MINUTE),
    targets: ['mine'],
    connections: 10,
    ...claims,
  })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(key)

async function bridgeWithTickets(settings: Partial<BridgeSettings> = {}) {
  const node = await fakeNode()
  const other = await fakeNode('other')
  const targets = [node.target, other.target]
  const bridge = await testBridge({ targets, ticketKey: KEY, ...settings })
  return { bridge, node, url: bridge.url }
}

const pageWith = (url: string, ticket: string, path = '/relay/mine') =>
  openPage(url, path, { ticket })

/** Ends the node's side of its next connection as soon as the other side ends. */
async function letGo(node: FakeNode): Promise<void> {
  const socket = await node.accept()
  socket.on('end', () => socket.end()).resume()
}

describe('where tickets are needed', () => {
  it('one lets a page in, and a client without Origin too', async () => {
    const { url } = await bridgeWithTickets()
    const token = await signTicket(grant(), KEY)
    expect((await pageWith(url, token).announced).target).toBe('mine')
    const program = openPage(url, '/relay/mine', { ticket: token, origin: undefined })
    expect((await program.announced).target).toBe('mine')
  })

  it('one does not make up for a wrong Origin', async () => {
    const { bridge } = await bridgeWithTickets()
    const token = await signTicket(grant(), KEY)
    const answer = await rawRequest(bridge.port, '/relay/mine', {
      ...pageUpgrade(bridge.port),
      origin: 'http://evil.example',
      'sec-websocket-protocol': `v2scope.relay.1, ticket.${token}`,
    })
    expect(answer.status).toBe(403)
  })

  it('is not said back, and nothing of it is in the log', async () => {
    const log = new KeptLog()
    const { bridge } = await bridgeWithTickets({ log, logAddresses: true })
    const token = await signTicket(grant(), KEY)
    const answer = await rawRequest(bridge.port, '/relay/mine', {
      ...pageUpgrade(bridge.port),
      'sec-websocket-protocol': `ticket.${token}, v2scope.relay.1`,
    })
    expect(answer.status).toBe(101)
    expect(answer.headers.get('sec-websocket-protocol')).toBe('v2scope.relay.1')
    await until(() => log.entries.length > 0)
    const parts = token.split('.')
    const lines = log.entries.map((entry) => JSON.stringify(entry))
    expect(lines.filter((line) => parts.some((part) => line.includes(part)))).toEqual([])
  })

  it('none is no way in: not for a relay, nor to listen, nor to accept', async () => {
    const { url } = await bridgeWithTickets({ listen: { host: '127.0.0.1', port: 0 } })
    for (const path of ['/relay/mine', '/relay?addr=127.0.0.1:1', '/listen', '/accept/0']) {
      expect(await openPage(url, path).closed).toEqual({
        code: 4401,
        reason: 'This bridge wants a ticket: ask whoever runs it for a link with one',
      })
    }
  })

  it('one is good for what it names, and for nothing else', async () => {
    const { url } = await bridgeWithTickets({ listen: { host: '127.0.0.1', port: 0 } })
    const closeOf = async (targets: string[], path: string) => {
      const { code } = await pageWith(url, await signTicket(grant({ targets }), KEY), path).closed
      return code
    }
    expect(await closeOf(['mine'], '/relay/other')).toBe(4401)
    expect(await closeOf(['mine'], '/relay/nobody')).toBe(4401)
    expect(await closeOf(['mine', 'listen'], '/relay?addr=127.0.0.1:1')).toBe(4401)
    expect(await closeOf(['mine', 'public'], '/listen')).toBe(4401)
    expect(await closeOf(['mine', 'public'], '/accept/0')).toBe(4401)
    // let in, and told what is wrong with what they ask for
    expect(await closeOf(['nobody'], '/relay/nobody')).toBe(4404)
    expect(await closeOf(['*'], '/relay/nobody')).toBe(4404)
    expect(await closeOf(['listen'], '/accept/0')).toBe(4410)
    expect(await closeOf(['*'], '/accept/0')).toBe(4410)
    const page = pageWith(url, await signTicket(grant({ targets: ['a', 'b'] }), KEY))
    expect((await page.closed).reason).toBe('Your ticket is for a, b, and not for mine')
  })
})

describe('a ticket is refused with 4401', () => {
  const reasonOf = async (token: string) => {
    const { url } = await bridgeWithTickets()
    const { code, reason } = await pageWith(url, token).closed
    expect(code).toBe(4401)
    return reason
  }

  it('when it has expired, on the second', async () => {
    const expired = /^Your ticket has expired: ask/
    expect(await reasonOf(await signClaims({ exp: seconds(-1000) }))).toMatch(expired)
    expect(await reasonOf(await signClaims({ exp: seconds(0) }))).toMatch(expired)
  })

  it('when another key signed it', async () => {
    expect(await reasonOf(await signTicket(grant(), OTHER_KEY))).toMatch(/not signed with this/)
  })

  it('when its contents were changed', async () => {
    const [head, payload = '', signature] = (await signTicket(grant(), KEY)).split('.')
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString())
    const more = Buffer.from(JSON.stringify({ ...claims, connections: 11 })).toString('base64url')
    expect(await reasonOf([head, more, signature].join('.'))).toMatch(/not signed with this/)
  })

  it('when it says that it needs no signature', async () => {
    const claims = { jti: 'id', iat: seconds(0), exp: seconds(MINUTE), targets: ['mine'] }
    const unsigned = new UnsecuredJWT({ ...claims, connections: 10 }).encode()
    expect(unsigned.endsWith('.')).toBe(true)
    expect(await reasonOf(unsigned)).toMatch(/^Your ticket (was not signed|is none)/)
    expect(await reasonOf(`${unsigned}AAAA`)).toMatch(/^Your ticket (was not signed|is none)/)
  })

  it('when another algorithm signed it, with a key pair or with our own key', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const claims = { jti: 'id', iat: seconds(0), exp: seconds(MINUTE), targets: ['mine'] }
    const signed = (alg: string, key: Parameters<SignJWT['sign']>[0]) =>
      new SignJWT({ ...claims, connections: 10 }).setProtectedHeader({ alg }).sign(key)
    expect(await reasonOf(await signed('RS256', privateKey))).toMatch(/not signed with this/)
    // the public key in the place of the secret
    const pem = Buffer.from(await exportSPKI(publicKey))
    expect(await reasonOf(await signed('HS256', pem))).toMatch(/not signed with this/)
    const long = new Uint8Array(64).fill(1)
    const { url } = await bridgeWithTickets({ ticketKey: long })
    const page = pageWith(url, await signed('HS512', long))
    expect(await page.closed).toMatchObject({
      reason: expect.stringMatching(/not signed with this/),
    })
  })

  it('when a claim is missing or of a wrong type', async () => {
    for (const wrong of [
      { jti: undefined },
      { jti: '' },
      { jti: 'x'.repeat(65) },
      { iat: undefined },
      { exp: undefined },
      { exp: 4e9 + 0.5 },
      { targets: undefined },
      { targets: [] },
      { targets: 'mine' },
      { targets: ['mine', 7] },
      { connections: undefined },
      { connections: 0 },
      { connections: 1.5 },
      { connections: '10' },
      { bytes: -1 },
      { bytes: null },
      { nbf: seconds(MINUTE) },
    ]) {
      const token = await signClaims(wrong as JWTPayload)
      expect([wrong, await readTicket(token, KEY)]).toEqual([wrong, 'malformed'])
    }
    expect(await reasonOf(await signClaims({ connections: 0 }))).toMatch(/^Your ticket is none/)
  })

  it('when it is no token at all', async () => {
    for (const token of ['', 'x', '..', 'a.b.c', '....', 'x'.repeat(5000), 'e30.e30.e30']) {
      expect(await readTicket(token, KEY)).toBe('malformed')
    }
    expect(await reasonOf('x')).toMatch(/^Your ticket is none/)
    expect(await reasonOf('')).toMatch(/^Your ticket is none/)
  })

  it('but not for claims that mean nothing here', async () => {
    const token = await signClaims({ sub: 'room 7', connectionsLeft: 0 })
    expect(await readTicket(token, KEY)).toMatchObject({ kind: 'ticket', connections: 10 })
  })
})

describe('a ticket is used up', () => {
  it('with 4409 after as many connections as it was for, at the same time or not', async () => {
    const { bridge, node, url } = await bridgeWithTickets()
    const token = await signTicket(grant({ connections: 3 }), KEY)
    const first = pageWith(url, token)
    await first.announced
    await letGo(node)
    first.ws.close()
    await until(() => bridge.stats().relays === 0)
    const more = Array.from({ length: 8 }, () => pageWith(url, token))
    const ends = await Promise.all(
      more.map((page) => Promise.race([page.announced, page.closed.then(({ code }) => code)])),
    )
    expect(ends.filter((end) => end === 4409)).toHaveLength(6)
    expect(await pageWith(url, token).closed).toEqual({
      code: 4409,
      reason: 'Your ticket was for 3 connections, and they are used up: ask for a new one',
    })
    // each ticket has its own
    const again = await signTicket(grant({ connections: 1 }), KEY)
    expect((await pageWith(url, again).announced).target).toBe('mine')
  })

  it('by those that come to nothing at the target, but not by those that were refused before', async () => {
    const { url } = await bridgeWithTickets({ limits: { connectionsPerTarget: 1 } })
    const targets = ['mine', 'nobody']
    const token = await signTicket(grant({ connections: 3, targets }), KEY)
    await pageWith(url, token).announced
    expect((await pageWith(url, token).closed).code).toBe(4429)
    expect((await pageWith(url, token, '/relay/other').closed).code).toBe(4401)
    expect((await pageWith(url, token, '/relay/nobody').closed).code).toBe(4404)
    expect((await pageWith(url, token, '/relay/nobody').closed).code).toBe(4404)
    expect((await pageWith(url, token, '/relay/nobody').closed).code).toBe(4409)
  })

  it('with 4409 in the midst of a connection, once all its connections have carried its bytes', async () => {
    const { node, url } = await bridgeWithTickets()
    const token = await signTicket(grant({ bytes: 100 }), KEY)
    const pages = [pageWith(url, token), pageWith(url, token)] as const
    await Promise.all(pages.map((page) => page.announced))
    const sockets = [await node.accept(), await node.accept()] as const
    sockets[0].write(Buffer.alloc(60))
    sockets[1].write(Buffer.alloc(40))
    await until(() => pages[0].received + pages[1].received === 100)
    pages[0].ws.send(Buffer.alloc(1))
    expect(await pages[0].closed).toEqual({
      code: 4409,
      reason: 'Your ticket was for 100 bytes, and they are used up: ask for a new one',
    })
    sockets[0].write(Buffer.alloc(1))
    sockets[1].write(Buffer.alloc(1))
    expect((await pages[1].closed).code).toBe(4409)
    expect((await pageWith(url, token).closed).code).toBe(4409)
  })

  it('with 4420 while too many of its connections are open', async () => {
    const { bridge, node, url } = await bridgeWithTickets({ limits: { connectionsPerTicket: 1 } })
    const token = await signTicket(grant(), KEY)
    const first = pageWith(url, token)
    await first.announced
    expect(await pageWith(url, token).closed).toEqual({
      code: 4420,
      reason:
        'One ticket may have 1 connections at once, and yours has them; close one, then try again',
    })
    await letGo(node)
    first.ws.close()
    await until(() => bridge.stats().relays === 0)
    await pageWith(url, token).announced
  })
})

describe('the book of tickets', () => {
  const BOUNDS = { connectionsPerTicket: null, ticketsCounted: 3 }
  const ticket = (id: string, changed: Partial<Ticket> = {}): Ticket => ({
    kind: 'ticket',
    id,
    ...grant({ connections: 2, until: 10_000, ...changed }),
  })

  function openBook() {
    let now = 0
    const book = new TicketBook(BOUNDS, () => now)
    const outcome = (each: Ticket) => {
      const use = book.use(each)
      return use.kind === 'refused' ? use.code : use.kind
    }
    const setNow = (ms: number) => {
      now = ms
    }
    return { book, outcome, setNow }
  }

  it('counts the bytes of all connections of a ticket together', () => {
    const { book, outcome } = openBook()
    const limited = ticket('a', { connections: 5, bytes: 100 })
    const [first, second] = [book.use(limited), book.use(limited)]
    if (first.kind === 'refused' || second.kind === 'refused') throw new Error('refused')
    expect([first.spend(60), second.spend(40)]).toEqual([null, null])
    expect(book.toldOf(limited)).toEqual({
      targets: ['mine'],
      connections: { most: 5, left: 3 },
      bytes: { most: 100, left: 0 },
      until: 10_000,
    })
    expect(outcome(limited)).toBe(4409)
    expect(first.spend(1)).toMatchObject({
      code: 4409,
      reason: 'Your ticket was for 100 bytes, and they are used up: ask for a new one',
    })
    expect(second.spend(0)).toMatchObject({ code: 4409 })
    expect(book.toldOf(limited).bytes).toEqual({ most: 100, left: 0 })
  })

  it('forgets a ticket when it has expired, and does not take it again', () => {
    const { book, outcome, setNow } = openBook()
    expect([outcome(ticket('a')), outcome(ticket('a')), outcome(ticket('a'))]).toEqual([
      'use',
      'use',
      4409,
    ])
    expect(book.size).toBe(1)
    setNow(10_000)
    expect(outcome(ticket('a'))).toBe(4401)
    expect(book.size).toBe(0)
  })

  it('counts one id as one ticket until the last end that was signed for it', () => {
    const { outcome, setNow } = openBook()
    expect(outcome(ticket('a'))).toBe('use')
    expect(outcome(ticket('a', { until: 20_000 }))).toBe('use')
    setNow(15_000)
    expect(outcome(ticket('a', { until: 20_000 }))).toBe(4409)
  })

  it('takes no more tickets than it can count, and goes on once some have expired', () => {
    const { book, outcome, setNow } = openBook()
    const untils = [10_000, 20_000, 30_000]
    for (const until of untils) expect(outcome(ticket(`${until}`, { until }))).toBe('use')
    expect(outcome(ticket('more', { until: 40_000 }))).toBe(4429)
    expect(outcome(ticket('20000', { until: 20_000 }))).toBe('use')
    setNow(20_000)
    expect(outcome(ticket('more', { until: 40_000 }))).toBe('use')
    expect(book.size).toBe(2)
  })
})
