/** The steps that a tour of the page is made of. */

import type { Locator, Page } from 'playwright-core'
import { SessionPage } from './session-page.js'

export interface Tour {
  readonly page: Page
  /** Of the built page, with a slash at its end. */
  readonly url: string
  /**
   * Called wherever there is something else to be seen.
   * @param part a selector of all that is new; absent: all of the page may be
   */
  readonly look: (where: string, part?: string) => Promise<void>
}

export const byId = (id: string) => `[data-testid="${id}"]`

export const visible = (page: Page, id: string): Locator =>
  page.locator(byId(id)).locator('visible=true').first()

/** A page that has had no session before. */
export async function openAnew(tour: Tour, hash: string): Promise<void> {
  await tour.page.goto('about:blank')
  await open(tour, hash)
}

export async function open({ page, url }: Tour, hash: string): Promise<void> {
  await page.goto(url + hash)
  await new SessionPage(page).established()
}

/**
 * Opens something, and closes it by Escape.
 * @param part its selector @param more what else there is to be seen while it is open
 */
export async function opened(
  { page, look }: Tour,
  where: string,
  go: () => Promise<void>,
  part: string,
  more = async () => {},
): Promise<void> {
  await go()
  const shown = page.locator(part).locator('visible=true')
  await shown.first().waitFor()
  await look(where, part)
  await more()
  await page.keyboard.press('Escape')
  await shown.waitFor({ state: 'detached' })
}
