/** Every screen of the page and everything that opens, one after the other. */

import type { Page } from 'playwright-core'
import { SessionPage } from './session-page.js'

export interface Tour {
  readonly page: Page
  /** Of the built page, with a slash at its end. */
  readonly url: string
  /** Called wherever there is something else to be seen. */
  readonly look: (where: string) => Promise<void>
}

const SEEDED = '#/session?peer=simulated&seed=tour&decoys=2'
/** Of a simulated session without garbage. */
const ROWS = 10
/** Asks for much in vain. */
const IN_VAIN = `${SEEDED}&garbage=9999&role=server&network=moon&magic=xyz&at=-1&hold=2`
const SHIPPED = ['plain', 'rekeys', 'failure']

const visible = (page: Page, id: string) => page.getByTestId(id).locator('visible=true').first()

/** On a screen that has room for three panes. */
export async function tourOfWideScreen(tour: Tour): Promise<void> {
  const { page, url, look } = tour
  await open(tour, SEEDED)
  await page
    .getByTestId('packet-row')
    .nth(ROWS - 1)
    .waitFor()
  await look('session')
  await opened(tour, 'commands', () => page.keyboard.press('Control+k'), 'palette')
  await opened(tour, 'help', () => page.keyboard.press('?'), 'help')
  await opened(tour, 'save', () => page.getByTestId('save-recording').click(), 'save-dialog')
  await opened(tour, 'composer', () => page.getByTestId('compose').click(), 'composer')
  await opened(tour, 'colours', () => page.getByTestId('colour-rules').click(), 'colour-panel')
  await opened(tour, 'decoys', () => page.getByTestId('decoy-schedule').click(), 'decoys-start')
  await filters(tour)
  await keys(tour)
  await open(tour, IN_VAIN)
  await look('what the address asks for in vain')
  await page.goto(`${url}#/session?peer=demo`)
  await new SessionPage(page).failure()
  await look('failure')
  await page.goto(`${url}#/recording?url=none.json`)
  await page.getByTestId('opening-refused').waitFor()
  await look('no such recording')
  await page.evaluate(() => {
    location.hash = '#/compare'
  })
  await page.locator('main h2').first().waitFor({ state: 'attached' })
  await look('compare')
}

/** An item of each kind there is, opened. */
export async function tourOfItems(tour: Tour): Promise<void> {
  const { page, url, look } = tour
  await open(tour, SEEDED)
  await everyKind(tour, 'simulated')
  for (const name of SHIPPED) {
    await page.goto(`${url}#/recording?url=recordings/${name}.v2scope.json`)
    await page.locator('[data-session-recorded]').waitFor()
    await page.getByTestId('ladder-item').nth(2).waitFor()
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
  await visible(page, 'setup').click()
  await look('setup')
  await page.keyboard.press('Escape')
  await opened(tour, 'composer', () => visible(page, 'compose').click(), 'composer')
  await opened(tour, 'decoys', () => visible(page, 'decoy-schedule').click(), 'decoys-start')
}

async function open({ page, url }: Tour, hash: string): Promise<void> {
  await page.goto(url + hash)
  await new SessionPage(page).established()
}

/** Opens something; Escape closes it. */
async function opened(
  { page, look }: Tour,
  where: string,
  go: () => Promise<void>,
  id: string,
): Promise<void> {
  await go()
  await visible(page, id).waitFor()
  await look(where)
  await page.keyboard.press('Escape')
  await page.getByTestId(id).locator('visible=true').waitFor({ state: 'detached' })
}

/** An item of each kind that is in sight, with its details. */
async function everyKind({ page, look }: Tour, where: string): Promise<void> {
  for (const list of ['ladder-item', 'packet-row']) {
    const seen = new Set<string>()
    for (const row of await page.getByTestId(list).all()) {
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

async function filters({ page, look }: Tour): Promise<void> {
  const filter = page.getByTestId('packet-filter')
  for (const text of ['', 'si', 'size:many', 'nothing:1', '"xyz', 'size>1000000']) {
    await filter.click()
    await filter.fill(text)
    await look(`filter ${text}`)
  }
  await filter.fill('')
  await filter.press('Escape')
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
