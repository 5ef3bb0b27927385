/** The Eavesdropper on the page: a session from outside, plots in both themes, studies by seed. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { inRoot } from '../../scripts/lib/paths.mjs'
import { launchBrowser, type TestBrowser, type TestPage, type View } from '../support/browser.js'
import { describeBrowser } from '../support/requirements.js'
import { type StaticServer, serveStatic } from '../support/static-server.js'
import { flaws } from './page-checks.js'

const SEEDED = 'peer=simulated&network=regtest&seed=eve'
const PLAIN = 'url=recordings/plain.v2scope.json'
/** A study goes through a thousand keys, or a hundred sessions. @unit ms */
const STUDY_TIME = 120_000

let browser: TestBrowser
let host: StaticServer
const pages: TestPage[] = []

async function open(tab: string, query = SEEDED, view: View = {}): Promise<Page> {
  const opened = await browser.newPage({ reducedMotion: 'reduce', ...view })
  pages.push(opened)
  const { page } = opened
  await page.goto(`${host.url}#/eavesdropper?tab=${tab}&${query}`)
  await page.getByTestId('eavesdropper-much').waitFor()
  return page
}

const messageRow = (page: Page, label: string) =>
  page.locator('[data-testid="stream-row"][data-kind="message"]').filter({ hasText: label }).first()

async function studied(page: Page): Promise<void> {
  await page.locator('[data-testid="study"][data-state="done"]').waitFor({ timeout: STUDY_TIME })
}

/** Of the first canvas of a plot: its pixels, and how many there are for one of CSS. */
const drawn = (page: Page, plot: string) =>
  page.locator(`[data-testid="${plot}"] canvas`).evaluate((canvas: HTMLCanvasElement) => ({
    pixels: canvas.toDataURL(),
    ratio: canvas.width / canvas.getBoundingClientRect().width,
  }))

describeBrowser('the eavesdropper', () => {
  beforeAll(async () => {
    browser = await launchBrowser()
    host = await serveStatic(inRoot('apps/web/dist'))
  })
  afterAll(async () => {
    await browser?.close()
    await host?.close()
  })
  afterEach(async () => {
    // what serves it is no bridge
    const errors = pages
      .flatMap((opened) => opened.errors)
      .filter((text) => !/\/targets\)$/.test(text))
    for (const opened of pages.splice(0)) await opened.close()
    expect(errors).toEqual([])
  })

  it('reads network, command and user agent out of v1, and nothing out of v2', async () => {
    const page = await open('stream')
    const version = messageRow(page, 'version')
    await version.waitFor()
    const [wire, asV1] = await version.locator('> div > div').all()
    expect(await wire?.locator('[data-tells]').count()).toBe(0)
    const told = (await asV1?.locator('li').allTextContents()) ?? []
    expect(told).toContain('Mmagic: regtest')
    expect(told).toContain('Ccommand: version')
    expect(told.some((text) => /text: \/v2scope:/.test(text))).toBe(true)
  })

  it('moves nothing below the stream while more of it comes in', async () => {
    const page = await open('stream')
    await messageRow(page, 'version').waitFor()
    const much = page.getByTestId('eavesdropper-much')
    const top = () => page.getByTestId('savings').evaluate((e) => e.getBoundingClientRect().top)
    const [before, bytes] = [await top(), await much.textContent()]
    await expect.poll(() => much.textContent()).not.toBe(bytes)
    expect(await top()).toBe(before)
  })

  it('draws as finely as the screen is, and anew in the colours of another theme', async () => {
    const page = await open('statistics', SEEDED, { colorScheme: 'light', deviceScaleFactor: 2 })
    await page.locator('[data-testid="plot-histogram"] canvas').waitFor()
    await page.getByTestId('eavesdropper-again').waitFor()
    // a recording does not change meanwhile
    await page.evaluate((query) => {
      location.hash = `#/eavesdropper?tab=statistics&${query}`
    }, PLAIN)
    await expect.poll(() => page.getByTestId('eavesdropper-simulated').count()).toBe(1)
    await page.locator('[data-testid="plot-histogram"] canvas').waitFor()
    const light = await drawn(page, 'plot-histogram')
    expect(light.ratio).toBeCloseTo(2, 1)
    await page.emulateMedia({ colorScheme: 'dark' })
    await expect
      .poll(async () => (await drawn(page, 'plot-histogram')).pixels)
      .not.toBe(light.pixels)
    const dark = await drawn(page, 'plot-histogram')
    await page.getByRole('button', { name: 'light theme', exact: true }).click()
    await expect
      .poll(async () => (await drawn(page, 'plot-histogram')).pixels)
      .not.toBe(dark.pixels)
  })

  it('says what is under the pointer, and has it in the table as well', async () => {
    const page = await open('traffic', PLAIN)
    const plot = page.getByTestId('plot-segments')
    const over = plot.locator('.u-over')
    await over.waitFor()
    const { width = 0, height = 0 } = (await over.boundingBox()) ?? {}
    // the first segment of all is near the left end
    await over.hover({ position: { x: width * 0.02, y: height * 0.4 } })
    await expect.poll(() => plot.locator('p').first().textContent()).toMatch(/bytes? at 0\.\d+ s/)
    await plot.locator('summary').click()
    await expect.poll(() => plot.locator('tbody tr').count()).toBeGreaterThan(5)
  })

  it('copies the numbers of a plot', async () => {
    const page = await open('statistics', PLAIN)
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    const plot = page.getByTestId('plot-histogram')
    await plot.locator('summary').click()
    await plot.getByRole('button', { name: 'copy CSV' }).click()
    const lines = async () =>
      (await page.evaluate(() => navigator.clipboard.readText())).trim().split('\r\n')
    await expect.poll(lines).toHaveLength(257)
    expect((await lines())[1]).toMatch(/^0x00,\d+,[\d.]+,\d+,[\d.]+$/)
  })

  it('says of a recording how its segments are told apart', async () => {
    const page = await open('traffic', PLAIN)
    await page.getByText('does not keep how the stream was cut').waitFor()
  })

  it('runs the study that the address names; one that is stopped stays stopped until it is run', async () => {
    const page = await open('traffic', `study=a+seed+of+ours&${SEEDED}`)
    const study = page.getByTestId('study')
    expect(await page.getByTestId('study-seed').inputValue()).toBe('a seed of ours')
    await page.getByTestId('study-stop').click()
    const states = await study.evaluate(async (element) => {
      const seen = new Set<string | undefined>()
      for (let frame = 0; frame < 20; frame++) {
        seen.add((element as HTMLElement).dataset.state)
        await new Promise(requestAnimationFrame)
      }
      return [...seen]
    })
    expect(states).toEqual(['stopped'])
    await page.getByTestId('study-run').click()
    await studied(page)
    expect(page.url()).toContain('study=a%20seed%20of%20ours')
  })

  it('is gone through by keyboard, and its address gives the same part again', async () => {
    const page = await open('stream')
    await page.locator('[role="tab"][aria-selected="true"]').focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => page.url()).toContain('tab=statistics')
    await page.reload()
    await page.getByTestId('test-entropy').waitFor()
    expect(await page.url()).toContain('seed=eve')
  })

  it(
    'finds that ElligatorSwift begins with anything, and a compressed key with 02 or 03',
    async () => {
      const page = await open('statistics', PLAIN)
      await studied(page)
      expect(await page.getByTestId('first-bytes').textContent()).toContain('2 of 256 values')
      await page.locator('[data-testid="plot-first-bytes"] canvas').waitFor()
      expect(await flaws(page)).toEqual([])
    },
    STUDY_TIME + 60_000,
  )

  it.each([
    [1440, {}],
    [390, { width: 390, height: 844, hasTouch: true }],
  ] as const)(
    '%i px wide, shows what each strategy costs and hides, for everyone',
    async (_, view) => {
      const page = await open('traffic', PLAIN, view)
      await studied(page)
      const plot = page.getByTestId('plot-strategies')
      await plot.locator('canvas').waitFor()
      await plot.locator('summary').click()
      await plot.locator('tbody tr').first().waitFor()
      const strategies = await plot.locator('tbody tr td:first-child').allTextContents()
      expect(new Set(strategies)).toEqual(
        new Set([
          'nothing shaped',
          'fixed rate',
          'Poisson',
          'constant bit rate',
          'mimic',
          'burst cover',
          'handshake decoys',
        ]),
      )
      expect(await flaws(page)).toEqual([])
    },
    STUDY_TIME + 60_000,
  )
})
