import { describe, expect, it } from 'vitest'
import { toOrigin } from '../src/same-origin.js'
import { testBridge } from './support/bridge.js'
import { fakeNode } from './support/fake-node.js'
import { openPage } from './support/page.js'
import { rawRequest, UPGRADE } from './support/raw-http.js'

const PORT = 'PORT'
type Case = [host: string, origin: string | null, allowed: boolean]

/** Asks a bridge for JSON and for a relay, with these headers; `PORT` stands for its port. */
async function asks([host, origin, allowed]: Case, origins: readonly string[] = []) {
  const node = await fakeNode()
  const { port } = await testBridge({ targets: [node.target], origins })
  const headers = {
    host: host.replace(PORT, String(port)),
    ...(origin === null ? {} : { origin: origin.replace(PORT, String(port)) }),
  }
  const plain = await rawRequest(port, '/targets', { ...headers, connection: 'close' })
  expect(plain.status).toBe(allowed ? 200 : 403)
  const upgrade = await rawRequest(port, '/relay/mine', { ...headers, ...UPGRADE })
  expect(upgrade.status).toBe(allowed ? 101 : 403)
  if (!allowed) expect(JSON.parse(upgrade.body)).toEqual({ error: expect.any(String) })
  const answers = [plain, upgrade].flatMap((answer) => [...answer.headers.keys()])
  expect(answers.filter((name) => /^access-control-|^set-cookie$/.test(name))).toEqual([])
}

describe('Host and Origin', () => {
  const cases: Case[] = [
    [`127.0.0.1:${PORT}`, null, true],
    [`localhost:${PORT}`, null, true],
    [`LocalHost:${PORT}`, null, true],
    [`[::1]:${PORT}`, null, true],
    [`127.0.0.1:${PORT}`, `http://127.0.0.1:${PORT}`, true],
    [`localhost:${PORT}`, `http://localhost:${PORT}`, true],
    [`localhost:${PORT}`, `http://127.0.0.1:${PORT}`, false],
    [`127.0.0.1:${PORT}`, `https://127.0.0.1:${PORT}`, false],
    [`127.0.0.1:${PORT}`, 'http://127.0.0.1:1', false],
    [`127.0.0.1:${PORT}`, 'http://evil.example', false],
    [`127.0.0.1:${PORT}`, 'null', false],
    [`127.0.0.1:${PORT}`, '', false],
    [`evil.example:${PORT}`, `http://evil.example:${PORT}`, false],
    [`evil.example:${PORT}`, null, false],
    [`127.0.0.1.evil.example:${PORT}`, null, false],
    [`localhost.:${PORT}`, null, false],
    ['127.0.0.1:1', null, false],
    ['127.0.0.1', null, false],
    ['', null, false],
  ]

  it.each(cases)('Host "%s" with Origin %s: allowed %s', async (...each) => asks(each))
})

describe('Host and Origin, where --origin names other pages', () => {
  const origins = ['https://scope.example', 'http://pages.example:8080']
  const cases: Case[] = [
    // a proxy speaks TLS and hands on the Host
    ['scope.example', 'https://scope.example', true],
    ['scope.example:443', 'https://scope.example', true],
    ['Scope.Example', null, true],
    ['pages.example:8080', 'http://pages.example:8080', true],
    // a page of another site
    [`127.0.0.1:${PORT}`, 'https://scope.example', true],
    [`127.0.0.1:${PORT}`, 'http://pages.example:8080', true],
    [`127.0.0.1:${PORT}`, `http://127.0.0.1:${PORT}`, true],
    // scheme, host and port are all of an origin
    ['scope.example', 'http://scope.example', false],
    ['scope.example', 'https://scope.example:8443', false],
    ['scope.example', 'https://sub.scope.example', false],
    ['scope.example', 'https://scope.example.evil.example', false],
    ['scope.example', 'null', false],
    [`127.0.0.1:${PORT}`, 'https://pages.example:8080', false],
    ['scope.example:80', null, false],
    ['pages.example', null, false],
    ['sub.scope.example', 'https://scope.example', false],
    ['evil.example', 'https://scope.example', false],
  ]

  it.each(cases)('Host "%s" with Origin %s: allowed %s', async (...each) => asks(each, origins))

  it('an origin is scheme, host and port, and nothing more', () => {
    expect(toOrigin('https://Scope.example:443/')).toBe('https://scope.example')
    expect(toOrigin('http://[::1]:8080')).toBe('http://[::1]:8080')
    for (const text of [
      'null',
      '*',
      'scope.example',
      'file:///',
      'ws://scope.example',
      'https://scope.example/page',
      'https://scope.example?',
      'https://me@scope.example',
    ]) {
      expect(() => toOrigin(text)).toThrow(/is no origin: write one such as/)
    }
  })
})

describe('a caller without Origin', () => {
  it('is accepted, and then told with 4401 that it needs a ticket, in every profile', async () => {
    const node = await fakeNode()
    for (const profile of ['local', 'workshop', 'hosted'] as const) {
      const { port } = await testBridge({ targets: [node.target], profile })
      const url = `http://127.0.0.1:${port}/`
      const page = openPage(url, '/relay/mine', { origin: undefined })
      expect(await page.closed).toEqual({
        code: 4401,
        reason: 'No Origin was sent: without a ticket, pages alone may use this',
      })
    }
  })
})
