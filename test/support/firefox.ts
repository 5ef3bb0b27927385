import puppeteer, { type Browser } from 'puppeteer-core'
import { browserPath } from './requirements.js'

/** Starts Firefox with no window, over WebDriver BiDi, with a profile that goes with it. */
export async function launchFirefox(): Promise<Browser> {
  const found = browserPath('firefox')
  if ('missing' in found) throw new Error(found.missing)
  return puppeteer.launch({ browser: 'firefox', executablePath: found.path, headless: true })
}
