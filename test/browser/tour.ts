/** Every screen of the page and everything that opens, one after the other. */

import {
  colours,
  composing,
  copyMenu,
  dropped,
  filters,
  find,
  held,
  ofFields,
  saving,
  tip,
} from './tour-parts.js'
import { byId, open, openAnew, opened, type Tour, visible } from './tour-steps.js'

const SEEDED = '#/session?peer=simulated&seed=tour&decoys=2'
/** Of a simulated session without garbage. */
const ROWS = 10
/** Asks for much in vain. */
const IN_VAIN = `${SEEDED}&garbage=9999&role=server&network=moon&magic=xyz&at=-1&hold=2`
const SHIPPED = ['plain', 'rekeys', 'failure']

/** On a screen that has room for three panes. */
export async function tourOfWideScreen(tour: Tour): Promise<void> {
  const { page, look } = tour
  await open(tour, SEEDED)
  await page
    .getByTestId('packet-row')
    .nth(ROWS - 1)
    .waitFor()
  await look('session')
  await opened(tour, 'commands', () => page.keyboard.press('Control+k'), byId('palette'))
  await opened(tour, 'help', () => page.keyboard.press('?'), byId('help'))
  await decoys(tour)
  await saving(tour)
  await composing(tour)
  await colours(tour)
  await filters(tour)
  await page.getByTestId('packet-row').nth(3).click()
  await ofFields(tour)
  await copyMenu(tour)
  await tip(tour)
  await find(tour)
  await dropped(tour)
  await keys(tour)
  await tooFew(tour)
  await held(tour)
  await inVain(tour)
}

const decoys = (tour: Tour) =>
  opened(
    tour,
    'decoys',
    () => visible(tour.page, 'decoy-schedule').click(),
    `form:has(${byId('decoys-start')})`,
  )

/** A session, and one before it, that could not be had as they were asked for. */
async function inVain(tour: Tour): Promise<void> {
  const { page, url, look } = tour
  await open(tour, IN_VAIN)
  await look('what the address asks for in vain')
  await page.goto(`${url}#/session?peer=demo`)
  await page.getByTestId('failure').locator('visible=true').first().waitFor()
  await look('failure')
  await page.goto(`${url}#/recording?url=none.json`)
  await page.getByTestId('opening-refused').waitFor()
  await look('no such recording')
  await showRecording(tour, 'failure')
  await look('recording')
  await compare(tour)
}

async function tooFew(tour: Tour): Promise<void> {
  await openAnew(tour, SEEDED)
  await compare(tour, 'too few to compare')
}

async function compare({ page, look }: Tour, where = 'compare'): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/compare'
  })
  await page.locator('main h2').first().waitFor({ state: 'attached' })
  await look(where)
}

/** An item of each kind there is, opened. */
export async function tourOfItems(tour: Tour): Promise<void> {
  const { look } = tour
  await open(tour, SEEDED)
  await everyKind(tour, 'simulated')
  for (const name of SHIPPED) {
    await showRecording(tour, name)
    await look(`recording ${name}`)
    await everyKind(tour, name)
  }
}

/** On a phone. */
export async function tourOfPhone(tour: Tour): Promise<void> {
  const { page, look } = tour
  await open(tour, SEEDED)
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click()
    await look(`tab ${await tab.getAttribute('id')}`)
  }
  await page.locator('#tab-packets').click()
  await page.getByTestId('packet-row').nth(3).click()
  await page.locator('#tab-details').click()
  await look('details')
  await ofFields(tour)
  await copyMenu(tour)
  await find(tour)
  await visible(page, 'setup').click()
  await look('setup')
  await page.keyboard.press('Escape')
  await decoys(tour)
  await composing(tour)
  await saving(tour)
  await keys(tour)
  await tooFew(tour)
  await held(tour)
  await inVain(tour)
}

async function showRecording({ page, url }: Tour, name: string): Promise<void> {
  // or what was shown before would be taken for it
  await page.goto('about:blank')
  await page.goto(`${url}#/recording?url=recordings/${name}.v2scope.json`)
  await page.locator('[data-session-recorded]').waitFor()
  await page.getByTestId('ladder-item').nth(2).waitFor()
}

/** An item of each kind that is in sight, with its details. */
async function everyKind({ page, look }: Tour, where: string): Promise<void> {
  for (const list of ['ladder-item', 'packet-row']) {
    const seen = new Set<string>()
    const rows = page.getByTestId(list)
    // counted anew each time: what is chosen may move the list
    for (let n = 0; n < (await rows.count()); n++) {
      const row = rows.nth(n)
      const label = (await row.innerText()).match(/[a-z][a-z0-9]+/i)?.[0] ?? ''
      if (seen.has(label)) continue
      seen.add(label)
      await row.evaluate((element) =>
        (element.querySelector('button') ?? (element as HTMLElement)).click(),
      )
      await page.getByTestId('details').locator('visible=true').first().waitFor()
      await look(`${where}: ${list} ${label}`)
    }
  }
}

/** Beside the session and on their own screen, with the secrets. */
async function keys({ page, look }: Tour): Promise<void> {
  await page.locator('#tab-keys').click()
  await look('keys')
  await page.evaluate(() =>
    document.querySelector<HTMLElement>('header nav a[href="#/keys"]')?.click(),
  )
  await page.locator('[data-node]').first().waitFor()
  await look('key schedule, secrets hidden')
  await visible(page, 'secrets').click()
  await look('key schedule')
  await page.evaluate(() => {
    for (const button of document.querySelectorAll<HTMLElement>(
      '[data-node] button[aria-expanded]',
    ))
      button.click()
  })
  await look('key schedule, all open')
  await visible(page, 'secrets').click()
}
