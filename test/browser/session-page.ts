/** The Session screen, as the tests of the page look at it. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const PATIENCE = 20_000
const byId = (page: Page, id: string) => page.getByTestId(id).locator('visible=true').first()

export class SessionPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Opens an address, and waits until the session stands. */
  async openEstablished(url: string): Promise<void> {
    await this.page.goto(url)
    await this.established()
  }

  async established(): Promise<void> {
    await this.page.waitForSelector('[data-session-state="established"]', { timeout: PATIENCE })
  }

  /** Waits for a failure, and gives its words. */
  async failure(): Promise<{ code: string; text: string }> {
    const failure = byId(this.page, 'failure')
    await failure.waitFor({ timeout: PATIENCE })
    const code = (await byId(this.page, 'failure-code').textContent()) ?? ''
    return { code: code.trim(), text: (await failure.textContent()) ?? '' }
  }

  async again(): Promise<void> {
    await byId(this.page, 'again').click()
  }

  click(id: string): Promise<void> {
    return byId(this.page, id).click()
  }

  /** 64 hex digits. */
  async sessionId(): Promise<string> {
    return ((await byId(this.page, 'session-id').textContent()) ?? '').replace(/\s/g, '')
  }

  async text(id: string): Promise<string> {
    return (await byId(this.page, id).textContent()) ?? ''
  }

  /** Waits until an element says something. */
  async says(id: string, what: RegExp): Promise<void> {
    await expect.poll(() => this.text(id), { timeout: PATIENCE }).toMatch(what)
  }

  /** The rows of the list of packets that are drawn, which are its last unless it was scrolled. */
  packets(): Promise<string[]> {
    return this.page.getByTestId('packet-row').allTextContents()
  }

  ladder(): Promise<string[]> {
    return this.page.getByTestId('ladder-item').allTextContents()
  }
}
