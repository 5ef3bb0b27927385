/** The key schedule on the page: recomputed in a shell, hidden until asked for, printed, linked to the bytes. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { inRoot } from '../../scripts/lib/paths.mjs'
import { type BridgeProcess, startBridgeProcess } from '../support/bridge.js'
import { launchBrowser, type TestBrowser, type TestPage, type View } from '../support/browser.js'
import { describeBrowser, describeWith } from '../support/requirements.js'
import { shellTools } from '../support/shell.js'
import { type StaticServer, serveStatic } from '../support/static-server.js'
import { choose, differing, readAll } from './keys-page.js'
import { flawsInTheme, measure } from './page-checks.js'
import { SessionPage } from './session-page.js'

const SEEDED = '#/keys?peer=simulated&network=signet&role=responder&seed=keys'
const ACROSS_REKEYS = '#/keys?url=recordings/rekeys.v2scope.json'
/** A4 on its side, without its margins, at 96 px an inch. */
const PAPER = { width: 1047, height: 718 }

/** All kinds up to the keys of epoch 0. */
const SCHEDULE_KINDS = [
  ...['private_key', 'public_x', 'ellswift_ours', 'ellswift_theirs', 'u', 't', 'X', 'Y'],
  ...['candidate', 'curve_value', 'legendre', 'x', 'ecdh_x', 'shared_secret', 'salt', 'prk'],
  ...['expansion', 'terminator'],
]

let browser: TestBrowser
let host: StaticServer
const pages: TestPage[] = []

async function newPage(url: string, view: View = {}): Promise<Page> {
  const opened = await browser.newPage({ reducedMotion: 'reduce', ...view })
  pages.push(opened)
  await opened.page.goto(url)
  return opened.page
}

/** Until the session id may be shown, all else is there too. */
const derived = (page: Page) =>
  page.locator('[data-node="session_id"] code').first().waitFor({ state: 'attached' })

async function keysOf(url: string, view?: View): Promise<Page> {
  const page = await newPage(url, view)
  await derived(page)
  return page
}

const revealed = async (url: string): Promise<Page> => {
  const page = await keysOf(url)
  await page.getByTestId('secrets').click()
  return page
}

describeBrowser('the key schedule on the page', () => {
  beforeAll(async () => {
    browser = await launchBrowser()
    host = await serveStatic(inRoot('apps/web/dist'))
  })
  afterAll(async () => {
    await browser?.close()
    await host?.close()
  })
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.close()
  })

  describeWith('is what a shell computes from its commands', shellTools(), () => {
    let bridge: BridgeProcess
    beforeAll(async () => {
      bridge = await startBridgeProcess()
    })
    afterAll(() => bridge?.stop())

    it.each([
      ['a live one, with the demo node', () => `${bridge.url}#/keys?peer=demo&network=regtest`],
      ['a seeded one, as the responder', () => `${host.url}${SEEDED}`],
    ])(
      'for every value of a session: %s',
      async (_, url) => {
        const page = await revealed(url())
        const nodes = await readAll(page)
        const kinds = new Set(nodes.map(({ kind }) => kind))
        expect([...kinds].sort()).toEqual([...SCHEDULE_KINDS].sort())
        expect(await differing(nodes)).toEqual([])
      },
      300_000,
    )

    it('for the changes of keys of a recording, in both directions', async () => {
      const page = await revealed(`${host.url}${ACROSS_REKEYS}`)
      await page.getByTestId('epoch').nth(11).waitFor()
      const ways = ['sent', 'received'].flatMap((of) =>
        ['FSChaCha20', 'FSChaCha20Poly1305'].map((cipher) => `${of}.${cipher}`),
      )
      const nodes = []
      for (const [i, way] of ways.entries()) {
        const epoch = 1 + (i % 2)
        const line = page.getByRole('group', {
          name: way.startsWith('sent') ? 'you to peer' : 'peer to you',
        })
        const cipher = way.split('.')[1] ?? ''
        await line
          .filter({ has: page.getByText(cipher, { exact: true }) })
          .getByTestId('epoch')
          .nth(epoch)
          .click()
        nodes.push(await choose(page, `${way}.${epoch}.keystream`))
        nodes.push(await choose(page, `${way}.${epoch}`))
      }
      expect(new Set(nodes.map(({ value }) => value)).size).toBe(2 * ways.length)
      expect(await differing(nodes)).toEqual([])
    }, 300_000)

    it('for the values of a packet, before a change of keys and after it', async () => {
      const page = await revealed(`${host.url}${ACROSS_REKEYS}`)
      await page.getByTestId('epoch').nth(1).click()
      for (const epoch of [0, 1]) {
        await page.getByTestId('epoch').nth(epoch).click()
        await page.getByRole('button', { name: 'Show on the wire' }).click()
        await page.getByText('Recompute').click()
        await page.locator('[data-node="packet.tag"]').waitFor()
        const nodes = await readAll(page)
        expect(nodes.map(({ id }) => id)).toContain('packet.length')
        expect(await differing(nodes)).toEqual([])
        await page.getByRole('link', { name: 'Key schedule' }).click()
      }
    }, 300_000)

    it('as they are copied', async () => {
      const page = await revealed(`${host.url}${SEEDED}`)
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
      const { command } = await choose(page, 'shared_secret')
      await page.getByRole('button', { name: 'Copy as command' }).click()
      await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(command)
    })
  })

  it('hides secrets until they are asked for, on the Session screen too, and remembers it', async () => {
    const page = await keysOf(`${host.url}${SEEDED}`)
    const secret = page.locator('[data-node="prk"]')
    expect(await secret.textContent()).toContain('hidden, 32 bytes')
    expect(await page.locator('[data-node="session_id"]').textContent()).toMatch(/[0-9a-f]{8}/)
    await page.locator('[data-node="session_id"] button').first().click()
    expect(await page.getByTestId('command').count()).toBe(0)
    await page.getByTestId('secrets').click()
    expect(await page.getByTestId('command').count()).toBe(1)
    await page.reload()
    await derived(page)
    expect(await secret.textContent()).not.toContain('hidden')
    await page.getByTestId('secrets').click()
    await page.getByRole('link', { name: 'Session' }).click()
    await page.getByRole('tab', { name: 'Keys' }).click()
    expect(await secret.textContent()).toContain('hidden, 32 bytes')
  })

  it('has the chosen value in its address, and chooses it again from there', async () => {
    const page = await keysOf(`${host.url}${SEEDED}&key=x_theirs.Y`)
    const node = page.locator('[data-node="x_theirs.Y"]')
    await node.getByTestId('command').waitFor()
    await page.locator('[data-node="ecdh_x"] button').first().click()
    await expect.poll(() => page.url()).toContain('key=ecdh_x')
  })

  it('leads from a field of a packet to its key, and from a key to its bytes', async () => {
    const page = await newPage(`${host.url}${SEEDED.replace('keys?', 'session?')}`)
    await new SessionPage(page).established()
    await page.getByTestId('packet-row').nth(3).click()
    await page
      .getByTestId('details')
      .getByRole('treeitem', { name: /length field/ })
      .first()
      .click()
    await page.getByRole('tab', { name: 'Keys' }).click()
    const chosen = page.locator('[data-node]:has(> header [aria-expanded="true"])')
    expect(await chosen.getAttribute('data-node')).toMatch(/^(initiator|responder)_L$/)
    expect(await chosen.isVisible()).toBe(true)
    await page.locator('[data-node="ellswift_theirs"] button').first().click()
    await page.getByRole('tab', { name: 'Details' }).click()
    await expect.poll(() => page.getByTestId('details').textContent()).toContain('ElligatorSwift')
  })

  it('prints whole on A4, in black on white, without its controls', async () => {
    const page = await keysOf(`${host.url}${SEEDED}`, { colorScheme: 'dark', ...PAPER })
    await page.emulateMedia({ media: 'print' })
    expect((await measure(page)).sideways).toBe(0)
    expect(await page.getByTestId('secrets').isVisible()).toBe(false)
    expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false)
    const look = await page.locator('[data-node="ellswift_ours"]').evaluate((element) => {
      const { color, backgroundColor } = getComputedStyle(element)
      const wide = [...element.ownerDocument.querySelectorAll('[data-node] code')].filter(
        (code) => code.getBoundingClientRect().right > innerWidth,
      )
      return { color, backgroundColor, wide: wide.length }
    })
    expect(look).toEqual({ color: 'rgb(0, 0, 0)', backgroundColor: 'rgb(255, 255, 255)', wide: 0 })
  })

  describe.each([
    { width: 390, height: 844, hasTouch: true, colorScheme: 'light' },
    { width: 1440, height: 900, colorScheme: 'dark' },
    { width: 2560, height: 1440, colorScheme: 'light' },
  ] satisfies View[])('$width px, $colorScheme', (view) => {
    it('has no violation of accessibility, nothing beyond its edge, no tiny text', async () => {
      const page = await keysOf(`${host.url}${ACROSS_REKEYS}`, view)
      await page.getByTestId('secrets').click()
      for (const id of ['x_theirs.x3', 'shared_secret', 'private_key']) {
        await choose(page, id)
        expect(await flawsInTheme(page)).toEqual([])
      }
      await page.getByTestId('epoch').nth(1).click()
      await page.getByTestId('command').waitFor()
      expect(await flawsInTheme(page)).toEqual([])
    })
  })
})
