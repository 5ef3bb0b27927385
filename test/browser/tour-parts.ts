/** What can be opened on the Session screen, for the tours. */

import { byId, opened, type Tour, visible } from './tour-steps.js'

/** A type of each kind of field. */
const COMPOSED = ['getdata', 'version', 'tx', 'filterload', 'addrv2', 'verack']
const WRONGS = 'composer-wrong'
const HELD = '#/session?peer=simulated&seed=tour&hold=1'
/** More than our side of a handshake has. */
const MOST_PIECES = 20

/** Saved at each level, with what came of it. */
export async function saving(tour: Tour): Promise<void> {
  const { page, look } = tour
  const part = byId('save-dialog')
  await opened(
    tour,
    'save',
    () => page.getByTestId('save-recording').click(),
    part,
    async () => {
      for (const level of ['wire', 'secrets']) {
        await page.getByTestId(`save-level-${level}`).click()
        await look(`save ${level}`, part)
      }
      await page.getByTestId('save-confirm').click()
      await page.getByTestId('saved').waitFor()
      await look('saved', part)
    },
  )
}

/** Forms of messages, with what is wrong in them; what is wrong on purpose; bytes alone. */
export async function composing(tour: Tour): Promise<void> {
  const { page, look } = tour
  const part = byId('composer')
  const type = page.getByTestId('composer-type')
  await opened(
    tour,
    'composer',
    () => visible(page, 'compose').click(),
    part,
    async () => {
      await type.fill('')
      await look('types of messages', part)
      for (const name of COMPOSED) {
        await type.fill(name)
        await type.press('Enter')
        for (const list of await page.locator('[data-testid^="add-"]').all()) await list.click()
        for (const field of await page.locator('input[data-testid^="field-"]').all()) {
          if (await field.isEditable()) await field.fill('?')
        }
        await look(`composed ${name}`, part)
      }
      for (const wrong of await page.getByTestId(WRONGS).locator('option').all()) {
        await page.getByTestId(WRONGS).selectOption((await wrong.getAttribute('value')) ?? '')
        await look(`composed wrong: ${await wrong.textContent()}`, part)
      }
    },
  )
}

export async function colours(tour: Tour): Promise<void> {
  const { page, look } = tour
  const part = byId('colour-panel')
  await opened(
    tour,
    'colours',
    () => page.getByTestId('colour-rules').click(),
    part,
    async () => {
      await page.getByTestId('colour-add').click()
      await page.locator(`${part} li`).last().getByRole('textbox').fill('size:many')
      await look('a rule for colours that is wrong', part)
    },
  )
}

export async function filters({ page, look }: Tour): Promise<void> {
  const filter = page.getByTestId('packet-filter')
  const texts = ['', 'si', 'size:many', 'nothing:1', '"xyz', 'size>1000000', 'time:0..0.1']
  for (const text of texts) {
    await filter.click()
    await filter.fill(text)
    await look(`filter ${text}`)
  }
  await filter.fill('')
  await filter.press('Escape')
}

/** Of the packet that is chosen: a field, explained; and what its bytes come from. */
export async function ofFields({ page, look }: Tour): Promise<void> {
  await page
    .locator(`${byId('details')} [role="treeitem"]`)
    .nth(1)
    .click()
  await page.getByTestId('explained').waitFor()
  await page.locator(`${byId('details')} details summary`).click()
  await page.locator(`${byId('details')} details ${byId('secrets')}`).waitFor()
  await look('a field and the keys of its packet', byId('details'))
}

export async function copyMenu(tour: Tour): Promise<void> {
  const { page, look } = tour
  const button = visible(page, 'copy-as')
  await opened(tour, 'copy menu', () => button.click(), '[role="menu"]')
  await button.click()
  await page.getByRole('menuitem').first().click()
  await look('copied', byId('details'))
}

export async function tip(tour: Tour): Promise<void> {
  const { page, look } = tour
  const term = page.locator('footer [data-term]').first()
  // explained where the keyboard has brought the focus
  await page.keyboard.press('Tab')
  await opened(
    tour,
    'a term',
    () => term.focus(),
    byId('tip'),
    () => look('a term explained'),
  )
}

export async function find(tour: Tour): Promise<void> {
  const { page, look } = tour
  const part = `[role="search"]:has(${byId('find')})`
  await opened(
    tour,
    'find',
    () => visible(page, 'open-find').click(),
    part,
    async () => {
      for (const text of ['ff', 'f', 'not hex', 'ff'.repeat(20)]) {
        await page.getByTestId('find').fill(text)
        await page.getByTestId('find-count').waitFor()
        await look(`find ${text}`, part)
      }
    },
  )
}

/** A file over the page, and one that is no recording. */
export async function dropped({ page, look }: Tour): Promise<void> {
  const drag = (type: string) =>
    page.evaluate((name) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File(['no recording'], 'picture.png', { type: 'image/png' }))
      document.dispatchEvent(new DragEvent(name, { dataTransfer, bubbles: true }))
    }, type)
  await drag('dragenter')
  await page.getByTestId('drop-zone').waitFor()
  await look('a file over the page')
  await drag('drop')
  await page.getByTestId('opening-refused').waitFor()
  await look('a file that is no recording', byId('opening-refused'))
  await page.getByTestId('opening-refused').getByRole('button').click()
}

/** Held from its start, and let go piece by piece. */
export async function held(tour: Tour): Promise<void> {
  const { page, look } = tour
  await page.goto('about:blank')
  await page.goto(tour.url + HELD)
  await visible(page, 'held-next').waitFor()
  await look('held')
  await visible(page, 'held-open').click()
  await visible(page, 'held-detail').waitFor()
  await look('what is held', byId('held'))
  const ready = page.locator('[data-session-ready]')
  const next = page.locator(`${byId('release')}:not([aria-disabled="true"])`).or(ready)
  for (let i = 1; i < MOST_PIECES; i++) {
    await next.first().waitFor()
    if (await ready.count()) break
    await visible(page, 'release').click()
    await look(`held, ${i} let go`, byId('held'))
  }
  await page.getByTestId('hold').click()
}
