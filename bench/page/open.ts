/** The page, opened as a visitor has it. */

import type { Browser, Page } from 'playwright-core'

/** A million packets take their time. */
const PATIENCE = 900_000
const VIEW = { width: 1440, height: 900 }

export interface Opened {
  readonly page: Page
  readonly close: () => Promise<void>
}

/** In a context of its own: nothing is in its cache. */
export async function newPage(browser: Browser): Promise<Opened> {
  const context = await browser.newContext({ viewport: VIEW })
  const page = await context.newPage()
  return { page, close: () => context.close() }
}

/** Rows of the list of packets. */
export const rowCount = (page: Page): Promise<number> =>
  page.evaluate(
    () => Number(document.querySelector('[role=grid]')?.getAttribute('aria-rowcount')) - 1,
  )

/** Waits in the page, frame by frame, until the list has so many rows. */
export async function hasRows(page: Page, rows: number): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      Number(document.querySelector('[role=grid]')?.getAttribute('aria-rowcount')) - 1 >= wanted,
    rows,
    { timeout: PATIENCE },
  )
}

/** Clicks without a look at what may stand in the way: it is the page that is measured. */
export const click = (page: Page, id: string): Promise<void> =>
  page.evaluate(
    (selector) => document.querySelector<HTMLElement>(selector)?.click(),
    `[data-testid="${id}"]`,
  )

export const whenEstablished = (page: Page) =>
  page.waitForSelector('[data-session-state="established"]', { state: 'attached' })

/** Waits until nothing of the page's beginning is left to do. */
export const settle = (page: Page): Promise<void> => page.waitForTimeout(1_000)
