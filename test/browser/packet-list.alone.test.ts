/** The list of packets with a million of them: every row is reached, and none is moved but by the reader. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inRoot } from '../../scripts/lib/paths.mjs'
import { launchBrowser } from '../support/browser.js'
import { launchFirefox } from '../support/firefox.js'
import { floodItem, MORE_AT_ONCE, MORE_TIMES } from '../support/flood-items.js'
import { servePageWithWorker } from '../support/page-with-worker.js'
import { describeBrowser } from '../support/requirements.js'
import type { StaticServer } from '../support/static-server.js'
import { type DrawnRow, ListPage } from './list-page.js'

const ROWS = 1_000_000
const ROW = 23
const LOOKED_AT = 1000

let host: StaticServer
beforeAll(async () => {
  host = await servePageWithWorker(inRoot('test/support/flood-worker.ts'))
})
afterAll(() => host?.close())

const numbers = new Intl.NumberFormat('en')

/** What a row says, from what its packet is. */
function wanted(place: number): string {
  const item = floodItem(place)
  const { number = 0, time, label, summary = '', wireBytes, contentsBytes = 0, epoch = 0 } = item
  const seconds = (time / 1000).toFixed(time < 100_000 ? 4 : 2)
  const counts = [wireBytes, contentsBytes, epoch].map((n) => numbers.format(n)).join('')
  return `${numbers.format(number)}${seconds}${label}${summary}${counts}`
}

const expectRight = (rows: readonly DrawnRow[]) => {
  for (const { place, text } of rows) expect(text).toBe(wanted(place))
}

/** The same in both browsers, which are driven by different libraries. */
function listOfAMillion(open: (url: string) => Promise<ListPage>) {
  let list: ListPage
  beforeAll(async () => {
    list = await open(`${host.url}#/session?peer=simulated&seed=${ROWS}`)
  })
  afterAll(() => list?.close())

  // what is drawn may follow a scroll a frame later
  const beginsAt = (place: number) =>
    expect.poll(async () => (await list.inSight()).at(0)?.place).toBe(place)
  const endsAt = (place: number) =>
    expect.poll(async () => (await list.inSight()).at(-1)?.place).toBe(place)

  it('begins at its end, and goes by Home and End to its first and its last row', async () => {
    await list.has(ROWS)
    await endsAt(ROWS - 1)
    await list.press('Home')
    await beginsAt(0)
    expectRight(await list.inSight())
    await list.press('End')
    await endsAt(ROWS - 1)
    expectRight(await list.inSight())
  }, 100_000)

  it('goes on by arrows and by pages', async () => {
    await list.press('Home')
    await list.press('ArrowDown')
    expect(await list.selected()).toBe(1)
    await list.press('PageDown')
    const page = ((await list.selected()) ?? 0) - 1
    expect(page).toBeGreaterThan(3)
    await list.press('PageUp')
    expect(await list.selected()).toBe(1)
    await list.press('End')
    await list.press('ArrowUp')
    expect(await list.selected()).toBe(ROWS - 2)
  })

  it('is dragged anywhere, and every row that is there is right', async () => {
    const seen = new Set<number>()
    for (let i = 0; seen.size < LOOKED_AT; i++) {
      const share = ((i * 7919) % 1000) / 1000
      await list.drag(share)
      const off = async () => Math.abs(((await list.inSight())[0]?.place ?? 0) / ROWS - share)
      await expect.poll(off).toBeLessThan(0.02)
      const rows = await list.inSight()
      expectRight(rows)
      for (const { place } of rows) seen.add(place)
    }
  })

  it('is wheeled by the px that the wheel turns, in the middle and to both ends', async () => {
    await list.drag(0.5)
    const before = await list.inSight()
    const [row] = before.slice(3)
    if (!row) throw new Error('there are no rows')
    await list.scrollBy(-2 * ROW)
    // Firefox has 32-bit numbers for what is so far down
    expect(await list.topOf(row.place)).toBeCloseTo(row.top + 2 * ROW, 0)
    await list.drag(0)
    await beginsAt(0)
    await list.drag(1)
    await endsAt(ROWS - 1)
  })

  it('finds what a look at every packet finds', async () => {
    const text = 'items: the 404th'
    await list.filter(`"${text.toUpperCase()}" dir:in`)
    const all = Array.from({ length: ROWS }, (_, place) => place).filter((place) => {
      const { summary = '', direction } = floodItem(place)
      return direction === 'received' && summary.includes(text)
    })
    await list.says('packet-count', `${numbers.format(all.length)} of ${numbers.format(ROWS)}`)
    expect((await list.texts()).at(-1)).toBe(wanted(all.at(-1) ?? 0))
    await list.filter('')
    await list.has(ROWS)
  })

  it('stays where it is read while 10,000 packets come in a second, counts them, and answers a click', async () => {
    await list.drag(0.3)
    const row = await list.rowAtRest(4)
    await list.click('ping')
    const more = MORE_AT_ONCE * MORE_TIMES
    const stays = async () => {
      const seen = await list.inSight()
      const top = seen.find(({ place }) => place === row.place)?.top
      const told = `${row.place} is gone: ${seen[0]?.place} to ${seen.at(-1)?.place} are in sight`
      expect(top, told).toBeDefined()
      // Firefox has 32-bit numbers for what is so far down
      expect(Math.abs((top ?? Number.NaN) - row.top)).toBeLessThan(1)
    }
    await list.clickRow(row.place)
    await expect.poll(() => list.selected()).toBe(row.place)
    expect(await list.rowCount()).toBeLessThan(ROWS + more)
    while ((await list.rowCount()) < ROWS + more) await stays()
    await stays()
    await list.says('new-rows', `${numbers.format(more)} new`)
    await list.click('new-rows')
    await endsAt(ROWS + more - 1)
  })
}

describeBrowser('a million packets in Chromium', () => {
  listOfAMillion(async (url) => {
    const browser = await launchBrowser()
    const { page } = await browser.newPage()
    await page.goto(url)
    return new ListPage({
      evaluate: (source) => page.evaluate(source),
      press: (key) => page.keyboard.press(key),
      close: () => browser.close(),
    })
  })
})

describeBrowser(
  'a million packets in Firefox',
  () => {
    listOfAMillion(async (url) => {
      const browser = await launchFirefox()
      const page = await browser.newPage()
      await page.setViewport({ width: 1440, height: 900 })
      await page.goto(url)
      return new ListPage({
        evaluate: <T>(source: string) => page.evaluate<[], () => Promise<T>>(source),
        press: (key) => page.keyboard.press(key),
        close: () => browser.close(),
      })
    })
  },
  'firefox',
)
