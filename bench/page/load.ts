/** The page's beginning: when the most of it is there, and when its first handshake is done. */

import type { Browser } from 'playwright-core'
import { PAGE } from '../contenders/names.js'
import type { Row } from '../measure/rows.js'
import { summarise } from '../measure/statistics.js'
import { newPage, whenEstablished } from './open.js'

interface Loaded {
  /** Largest contentful paint, in ms after the navigation. */
  readonly lcp: number
  /** ms after the navigation. */
  readonly established: number
}

async function load(browser: Browser, url: string): Promise<Loaded> {
  const { page, close } = await newPage(browser)
  try {
    await page.addInitScript(() => {
      const seen: { lcp: number; established: number } = { lcp: 0, established: 0 }
      window.v2scopeLoad = seen
      new PerformanceObserver((list) => {
        for (const { startTime } of list.getEntries()) seen.lcp = Math.max(seen.lcp, startTime)
      }).observe({ type: 'largest-contentful-paint', buffered: true })
      const look = () => {
        if (document.querySelector('[data-session-state="established"]'))
          seen.established ||= performance.now()
        else requestAnimationFrame(look)
      }
      look()
    })
    await page.goto(`${url}#/session?peer=simulated`)
    await whenEstablished(page)
    // a larger paint may follow
    await page.waitForTimeout(1_500)
    const loaded = await page.evaluate(() => window.v2scopeLoad)
    if (!loaded || loaded.lcp === 0) throw new Error('the page has painted nothing')
    return loaded
  } finally {
    await close()
  }
}

export async function measureLoad(browser: Browser, url: string, rounds: number): Promise<Row[]> {
  const loads: Loaded[] = []
  for (let round = -1; round < rounds; round++) {
    const loaded = await load(browser, url)
    // the first round is the browser's own start
    if (round >= 0) loads.push(loaded)
  }
  const row = (id: string, what: string, of: (loaded: Loaded) => number): Row => ({
    id: `page/${id}`,
    where: 'chromium',
    what,
    unit: 'ms',
    results: [{ contender: PAGE, ...summarise(loads.map(of)) }],
  })
  return [
    row('lcp', 'initial load: largest contentful paint', ({ lcp }) => lcp),
    row(
      'established',
      'simulated handshake established, after the navigation',
      ({ established }) => established,
    ),
  ]
}

declare global {
  interface Window {
    v2scopeLoad?: { lcp: number; established: number }
  }
}
