import { type Browser, chromium, type Page } from 'playwright-core'
import { CHROMIUM_ARGS } from '../../scripts/lib/browsers.mjs'
import { browserPath } from './requirements.js'

export interface View {
  width?: number
  height?: number
  colorScheme?: 'light' | 'dark'
  reducedMotion?: 'reduce' | 'no-preference'
  hasTouch?: boolean
  /** Pixels of the screen for one of CSS. */
  deviceScaleFactor?: number
}

export interface TestPage {
  page: Page
  /** Everything that went to the console as an error, and every exception that nobody caught. */
  errors: string[]
  close(): Promise<void>
}

export interface TestBrowser {
  browser: Browser
  newPage(view?: View): Promise<TestPage>
  close(): Promise<void>
}

/** Each page is in a context of its own: no storage, cache or permission in common. */
async function newPage(browser: Browser, view: View): Promise<TestPage> {
  const { width = 1440, height = 900, ...options } = view
  const context = await browser.newContext({ viewport: { width, height }, ...options })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message))
  return { page, errors, close: () => context.close() }
}

/** Starts Chromium with no window. */
export async function launchBrowser(): Promise<TestBrowser> {
  const found = browserPath('chromium')
  if ('missing' in found) throw new Error(found.missing)
  const browser = await chromium.launch({ executablePath: found.path, args: CHROMIUM_ARGS })
  return { browser, newPage: (view = {}) => newPage(browser, view), close: () => browser.close() }
}
