/** Two sessions side by side on the page: two seeds, two recordings, and what is to be done with one. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { inRoot } from '../../scripts/lib/paths.mjs'
import { launchBrowser, type TestBrowser, type TestPage, type View } from '../support/browser.js'
import { describeBrowser } from '../support/requirements.js'
import { type StaticServer, serveStatic } from '../support/static-server.js'
import { flaws } from './page-checks.js'
import { SessionPage } from './session-page.js'

const seeded = (seed: string, garbage: number, decoys: number) =>
  `${new URLSearchParams({ peer: 'simulated', seed, garbage: `${garbage}`, decoys: `${decoys}` })}`
const PLAIN = '#/compare?url=recordings/plain.v2scope.json'
const PHASES = ['Key exchange', 'Garbage', 'Version negotiation', 'Application']

let browser: TestBrowser
let host: StaticServer
const pages: TestPage[] = []

async function newPage(address: string, view: View = {}): Promise<Page> {
  const opened = await browser.newPage({ reducedMotion: 'reduce', ...view })
  pages.push(opened)
  await opened.page.goto(`${host.url}${address}`)
  return opened.page
}

const compare = (page: Page, query: string) =>
  page.evaluate((hash) => {
    location.hash = hash
  }, `#/compare?${query}`)

/** One session, with 100 bytes of garbage and three decoys: what begins after it would cut it off before it stands. */
async function oneSeed(view?: View): Promise<Page> {
  const one = seeded('one', 100, 3)
  const page = await newPage(`#/session?${one}`, view)
  await new SessionPage(page).established()
  await compare(page, one)
  await page.getByTestId('compare-few').waitFor()
  return page
}

/** On the left that one, on the right one with 2,000 bytes of garbage and one decoy. */
async function twoSeeds(view?: View): Promise<Page> {
  const page = await oneSeed(view)
  await compare(page, seeded('two', 2000, 1))
  await rows(page, 'Application').nth(6).waitFor()
  return page
}

async function twoRecordings(view?: View): Promise<Page> {
  const page = await newPage(PLAIN, view)
  await page.getByTestId('compare-failure').click()
  await fact(page, 'failure').waitFor()
  return page
}

const rows = (page: Page, phase: string) =>
  page.getByRole('region', { name: phase, exact: true }).getByTestId('compare-row')
const fact = (page: Page, name: string) => page.locator(`[data-fact="${name}"]`)
const marks = async (page: Page, phase: string) =>
  (await rows(page, phase).getByTestId('compare-mark').allTextContents()).map((text) =>
    text.replace(/[+−].*/, ''),
  )

describeBrowser('two sessions side by side', () => {
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

  it('are aligned by phase, and what differs is said in words', async () => {
    const page = await twoSeeds()
    const headings = page.getByRole('heading', { level: 3 })
    expect(await headings.allTextContents()).toEqual(PHASES)
    expect(await fact(page, 'garbage sent').textContent()).toMatch(
      /100 bytes.*differs.*2,000 bytes/,
    )
    expect(await fact(page, 'seed').textContent()).toMatch(/one.*differs.*two/)
    expect(await fact(page, 'network').textContent()).toMatch(/regtest.*same.*regtest/)
    expect(await fact(page, 'session id').textContent()).toContain('differs')
    expect(await marks(page, 'Key exchange')).toEqual(['same', 'same'])
    expect((await marks(page, 'Garbage')).sort()).toEqual(['garbage', 'same', 'size', 'size'])
    const ours = (await marks(page, 'Version negotiation')).slice(0, 4)
    expect(ours).toEqual(['size, AAD', 'only left', 'only left', 'same'])
  })

  it('of the same seed have the same keys and the same session id', async () => {
    const page = await oneSeed()
    await page.getByTestId('compare-again').click()
    await rows(page, 'Application').nth(6).waitFor()
    for (const name of ['key sent', 'key received', 'session id', 'garbage received']) {
      await expect.poll(() => fact(page, name).textContent()).toContain('same')
    }
    expect(new Set(await marks(page, 'Version negotiation'))).toEqual(new Set(['same']))
  })

  it('show an item in its own session', async () => {
    const page = await twoSeeds()
    const item = rows(page, 'Garbage').getByTestId('compare-item-left').filter({ hasText: '100' })
    await item.first().press('Enter')
    await page.locator('[data-testid="details"]').waitFor()
    await expect.poll(() => page.getByTestId('details').textContent()).toMatch(/100 bytes/)
    expect(await page.getByTestId('last-session').getAttribute('aria-checked')).toBe('true')
  })

  it('can be two recordings, on the sides that are chosen', async () => {
    const page = await twoRecordings()
    await expect.poll(() => fact(page, 'failure').textContent()).toMatch(/none.*differs/)
    await page.getByTestId('compare-swap').click()
    await expect.poll(() => fact(page, 'failure').textContent()).toMatch(/differs.*none/)
    // what gives way is the present one, and then the other
    await page
      .getByRole('combobox', { name: 'Left' })
      .selectOption({ label: 'Across rekeys, with decoys' })
    await expect.poll(() => fact(page, 'packets sent').textContent()).toMatch(/623.*differs.*10$/)
    await page.getByRole('combobox', { name: 'Right' }).selectOption({ label: 'One that fails' })
    await expect.poll(() => fact(page, 'packets sent').textContent()).toMatch(/623.*differs.*8$/)
    const shown = page.getByTestId('compare-row')
    await expect.poll(() => shown.count()).toBe(400)
    await page.getByTestId('compare-more').click()
    await expect.poll(() => shown.count()).toBe(800)
    await page.getByTestId('compare-only-different').check()
    await expect
      .poll(() => page.locator('[data-testid="compare-row"]:not([data-differs])').count())
      .toBe(0)
  })

  it('stay where a file is no recording', async () => {
    const page = await twoRecordings()
    const file = { name: 'broken.json', mimeType: 'application/json', buffer: Buffer.from('{') }
    await page.getByTestId('compare-file-left').setInputFiles(file)
    await page.getByTestId('opening-refused').waitFor()
    expect(await fact(page, 'failure').textContent()).toMatch(/none.*differs/)
  })

  it.each([
    ['wide', {}],
    ['narrow', { width: 390, height: 844, hasTouch: true }],
  ] satisfies [string, View][])('satisfy axe in both themes, and fit: %s', async (_, view) => {
    const page = await twoSeeds(view)
    expect(await flaws(page)).toEqual([])
    const one = await newPage(PLAIN, view)
    await one.getByTestId('compare-few').waitFor()
    expect(await flaws(one)).toEqual([])
  })
})
