import type { Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { testBridge, until } from './support/bridge.js'
import { fakeNode, freePort, readBytes } from './support/fake-node.js'
import { KeptLog } from './support/kept-log.js'
import { openPage } from './support/page.js'
import { pageUpgrade, rawRequest } from './support/raw-http.js'

async function openRelay(settings = {}) {
  const log = new KeptLog()
  const node = await fakeNode()
  const { url, port } = await testBridge({ targets: [node.target], log, ...settings })
  const page = openPage(url, '/relay/mine')
  const { id } = await page.announced
  return { log, page, port, url, id, socket: await node.accept() }
}

/** Ends when the bridge does. */
function answerFin(socket: Socket): void {
  socket.on('end', () => socket.end()).resume()
}

describe('the log', () => {
  it('has a line when a relay opens and when it is over, with what it was and no byte of it', async () => {
    const { log, page, id, socket } = await openRelay()
    page.ws.send(Buffer.from('secret'))
    await readBytes(socket, 6)
    socket.end('more')
    await page.closed
    await until(() => log.entries.length === 2)
    expect(log.entries).toEqual([
      { words: 'relay opened', id, target: 'mine' },
      {
        words: 'relay closed',
        id,
        target: 'mine',
        code: 1000,
        reason: 'mine closed the connection',
        bytesToTarget: 6,
        bytesToPage: 4,
        duration: expect.any(Number),
      },
    ])
  })

  it('has the code that the page has given, where the page ended it', async () => {
    const { log, page, socket } = await openRelay()
    page.ws.close(4001, 'said by the page')
    answerFin(socket)
    await until(() => log.entries.length === 2)
    expect(log.entries[1]).toMatchObject({ code: 4001, reason: undefined })
  })

  it('tells what a page did wrong from a page that went away', async () => {
    const wrong = await openRelay({ limits: { frameSize: 10 } })
    wrong.page.ws.send(Buffer.alloc(11))
    answerFin(wrong.socket)
    await until(() => wrong.log.entries.length === 2)
    expect(wrong.log.entries[1]).toMatchObject({ code: 1009, reason: 'Max payload size exceeded' })

    const gone = await openRelay()
    gone.page.socket.resetAndDestroy()
    answerFin(gone.socket)
    await until(() => gone.log.entries.length === 2)
    expect(gone.log.entries[1]).toMatchObject({ code: 1006, reason: 'read ECONNRESET' })
  })

  it('tells a page that answers no ping', async () => {
    const log = new KeptLog()
    const node = await fakeNode()
    const limits = { pingInterval: 30, targetCloseGrace: 50 }
    const { url } = await testBridge({ targets: [node.target], log, limits })
    await openPage(url, '/relay/mine', { autoPong: false }).closed
    await until(() => log.entries.length === 2)
    expect(log.entries[1]).toMatchObject({ code: 1006, reason: 'The page has answered no ping' })
  })

  it('has a dial that failed as a relay that was closed', async () => {
    const log = new KeptLog()
    const target = { name: 'mine', host: '127.0.0.1', port: await freePort(), network: null }
    const { url } = await testBridge({ targets: [target], log })
    await openPage(url, '/relay/mine').closed
    await until(() => log.entries.length === 2)
    expect(log.entries[1]).toMatchObject({ words: 'relay closed', code: 4502, bytesToPage: 0 })
  })

  it('has who was refused, and why, before the upgrade and after it', async () => {
    const log = new KeptLog()
    const { port } = await testBridge({ log, limits: { connections: 0 } })
    await rawRequest(port, '/relay/mine', pageUpgrade(port))
    await rawRequest(port, '/relay/mine', { ...pageUpgrade(port), origin: 'http://evil.example' })
    expect(log.entries.map(({ words, code }) => [words, code])).toEqual([
      ['refused', 503],
      ['refused', 403],
    ])
    const { url } = await testBridge({ log })
    await openPage(url, `/relay/${'x'.repeat(1000)}`).closed
    expect(log.entries[2]).toMatchObject({ words: 'refused', code: 4404, target: 'x'.repeat(200) })
  })

  it("has clients' addresses where the operator asks for them, and else nowhere", async () => {
    for (const logAddresses of [true, false]) {
      const { log, page, port, socket } = await openRelay({ logAddresses })
      await rawRequest(port, '/elsewhere', pageUpgrade(port))
      socket.resume().end()
      await page.closed
      await until(() => log.entries.length === 3)
      const from = logAddresses ? '127.0.0.1' : undefined
      expect(log.entries.map((entry) => entry.from)).toEqual([from, from, from])
    }
  })
})
