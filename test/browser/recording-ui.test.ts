/** Recordings on the page: saved, opened, dropped, refused; packets filtered and exported. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { inRoot } from '../../scripts/lib/paths.mjs'
import { launchBrowser, type TestBrowser, type TestPage, type View } from '../support/browser.js'
import { describeBrowser } from '../support/requirements.js'
import { type StaticServer, serveStatic } from '../support/static-server.js'
import { flaws } from './page-checks.js'
import { SessionPage } from './session-page.js'

const SHIPPED = 'recordings/rekeys.v2scope.json'
const LEVELS = ['wire', 'decrypted', 'secrets'] as const
type Level = (typeof LEVELS)[number]
const BROKEN = { name: 'broken.v2scope.json', mimeType: 'application/json' }

let browser: TestBrowser
let host: StaticServer
const pages: TestPage[] = []

async function newPage(address: string, view: View = {}) {
  const opened = await browser.newPage({ reducedMotion: 'reduce', ...view })
  pages.push(opened)
  await opened.page.goto(`${host.url}${address}`)
  return { page: opened.page, session: new SessionPage(opened.page) }
}

async function simulated(view?: View) {
  const opened = await newPage('#/session?peer=simulated&seed=kept', view)
  await opened.session.established()
  return opened
}

/** Saves what is shown, and closes the dialogue. @returns the file, and the hash that the page tells */
async function save(page: Page, level: Level) {
  await page.getByTestId('save-recording').click()
  await page.getByTestId(`save-level-${level}`).check()
  const download = page.waitForEvent('download')
  await page.getByTestId('save-confirm').click()
  const path = await (await download).path()
  const sha256 = await page.getByTestId('saved-sha256').getAttribute('data-value')
  await page.keyboard.press('Escape')
  await page.getByTestId('save-dialog').waitFor({ state: 'detached' })
  return { path, sha256 }
}

async function open(page: Page, path: string): Promise<void> {
  await page.getByTestId('open-file-input').setInputFiles(path)
  await page.waitForSelector('[data-session-recorded]')
}

/** As a file manager does it. */
async function drag(page: Page, type: 'dragover' | 'drop', files: Record<string, string>) {
  await page.evaluate(
    ({ type, files }) => {
      const dataTransfer = new DataTransfer()
      for (const [name, text] of Object.entries(files)) {
        dataTransfer.items.add(new File([text], name))
      }
      const event = { dataTransfer, bubbles: true, cancelable: true }
      document.body.dispatchEvent(new DragEvent(type, event))
    },
    { type, files },
  )
}

beforeAll(async () => {
  host = await serveStatic(inRoot('apps/web/dist'))
})
afterAll(() => host?.close())

describeBrowser('recordings on the page', () => {
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser?.close())
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.close()
  })

  it('are saved with the hash that is told, and are the same when they are opened again', async () => {
    const { page, session } = await simulated()
    const { path, sha256 } = await save(page, 'secrets')
    expect(createHash('sha256').update(readFileSync(path)).digest('hex')).toBe(sha256)
    const id = await session.sessionId()
    await page.reload()
    await open(page, path)
    expect(await session.sessionId()).toBe(id)
    await session.says('recording-line', /simulated session · with secrets/)
    expect(await page.textContent('body')).toContain('a recording: nothing can be sent')
    await page.getByTestId('start-session').click()
    await expect.poll(() => page.getByTestId('recording-line').count()).toBe(0)
    await session.established()
  })

  it('ship with the page, and are chosen as a peer is', async () => {
    const { page, session } = await simulated()
    await page.getByRole('combobox', { name: /^Peer/ }).selectOption(SHIPPED)
    await page.getByTestId('connect').click()
    await session.says('recording-line', /session with/)
    await expect.poll(() => page.url()).toContain('#/recording?url=')
    await page.reload()
    await session.says('recording-line', /session with/)
  })

  it('are taken where they are dropped; a second file, or a broken one, is not', async () => {
    const { page, session } = await simulated()
    const { path } = await save(page, 'decrypted')
    const text = readFileSync(path, 'utf8')
    await drag(page, 'dragover', { 'a.json': text })
    await page.getByTestId('drop-zone').waitFor()
    await drag(page, 'drop', { 'a.json': text, 'b.json': text })
    await session.says('opening-refused', /2 files/)
    expect(await page.getByTestId('drop-zone').count()).toBe(0)
    await drag(page, 'drop', { 'a.json': text.slice(0, -100) })
    await session.says('opening-refused', /a\.json could not be opened.*line \d+/s)
    expect(await page.locator('[data-session-recorded]').count()).toBe(0)
    await page.getByTestId('opening-refused').getByRole('button').click()
    expect(await page.getByTestId('opening-refused').count()).toBe(0)
    await drag(page, 'drop', { 'a.json': text })
    await page.waitForSelector('[data-session-recorded]')
  })

  it('say what their level left out', async () => {
    const { page, session } = await simulated()
    const kept = { wire: await save(page, 'wire'), decrypted: await save(page, 'decrypted') }
    await open(page, kept.decrypted.path)
    await page.getByRole('tab', { name: 'Keys' }).click()
    await session.says('withheld', /it holds no secrets/)
    await open(page, kept.wire.path)
    await session.says('recording-line', /the wire alone/)
    await expect
      .poll(() => page.textContent('body'))
      .toContain('What follows from them is left out')
    expect(await page.textContent('body')).toContain('The packets are not in this recording')
    await page.getByTestId('ladder-item').filter({ hasText: 'unread bytes' }).first().click()
    await session.says('details', /who has only the wire cannot tell which/)
  })

  it('have packets that are filtered, counted and exported', async () => {
    const { page, session } = await newPage(`#/recording?url=${SHIPPED}`)
    await page.getByTestId('packet-row').first().waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('decoy:yes dir:out epoch:1')
    await session.says('packet-count', /^56 of [1-9]/)
    const left = Number.parseInt(await session.text('packet-count'), 10)
    for (const row of await page.getByTestId('packet-row').all()) {
      expect(await row.getAttribute('data-kind')).toBe('decoy')
      expect(await row.getAttribute('data-direction')).toBe('sent')
    }
    const exported = async (format: 'csv' | 'json') => {
      const download = page.waitForEvent('download')
      await page.getByTestId(`export-${format}`).click()
      return readFileSync(await (await download).path(), 'utf8')
    }
    expect((await exported('csv')).trim().split(/\r?\n/)).toHaveLength(left + 1)
    const packets = JSON.parse(await exported('json')) as { decoy: boolean }[]
    expect(packets.map(({ decoy }) => decoy)).toEqual(packets.map(() => true))
    expect(packets).toHaveLength(left)
    await page.getByTestId('packet-filter').fill('dir:sideways')
    await session.says('filter-problem', /dir:in, dir:out/)
    expect(await session.text('packet-count')).toMatch(new RegExp(`^${left} of`))
    await page.keyboard.press('Escape')
    expect(await page.getByTestId('packet-count').count()).toBe(0)
  })

  describe.each<View>([
    { width: 390, height: 844, hasTouch: true },
    { width: 768, height: 1024 },
    { width: 1440, height: 900 },
  ])('at $width px', (view) => {
    it('have no violation of accessibility, nothing beyond the edge, no tiny text', async () => {
      const { page, session } = await simulated(view)
      const check = async () => expect(await flaws(page)).toEqual([])
      await page
        .getByTestId('open-file-input')
        .setInputFiles({ ...BROKEN, buffer: Buffer.from('{') })
      await session.says('opening-refused', /could not be opened/)
      await check()
      await page.getByTestId('save-recording').click()
      await page.getByTestId('save-level-secrets').check()
      await check()
      await page.keyboard.press('Escape')
      const { path } = await save(page, 'wire')
      await open(page, path)
      await check()
      await page.goto(`${host.url}#/recording?url=${SHIPPED}`)
      await session.says('recording-line', /session with/)
      const tab = page.getByRole('tab', { name: /^Packets/ })
      if ((await tab.count()) > 0) await tab.click()
      await page.getByTestId('packet-filter').fill('type:ping epoch:x')
      await session.says('filter-problem', /a number is missing/)
      await check()
    })
  })
})
