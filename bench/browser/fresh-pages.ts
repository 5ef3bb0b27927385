/** The first handshake of a fresh page: each time a page of its own, in a context of its own. */

import type { Browser } from 'playwright-core'
import { BASELINE, FAST, REFERENCE } from '../contenders/names.js'
import type { Row } from '../measure/rows.js'
import { summarise } from '../measure/statistics.js'

/** Modules that have `first`, by contender. */
export const FRESH = [
  { contender: BASELINE, module: 'fresh-baseline' },
  { contender: REFERENCE, module: 'fresh-reference' },
  { contender: FAST, module: 'fresh-fast' },
] as const

interface Timed {
  /** From the module, loaded, to the keys. */
  readonly toKeys: number
  /** With the fetching and the compiling of the module. */
  readonly withLoading: number
}

async function once(browser: Browser, url: string, module: string): Promise<Timed> {
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    await page.goto(`${url}empty.html`)
    return await page.evaluate(async (path): Promise<Timed> => {
      const start = performance.now()
      const { first }: { first: () => Promise<number> } = await import(path)
      const toKeys = await first()
      return { toKeys, withLoading: performance.now() - start }
    }, `/${module}.js`)
  } finally {
    await context.close()
  }
}

export async function measureFreshPages(
  browser: Browser,
  url: string,
  rounds: number,
): Promise<Row[]> {
  const toKeys = new Map<string, number[]>()
  const withLoading = new Map<string, number[]>()
  const add = (to: Map<string, number[]>, contender: string, ms: number) =>
    to.set(contender, [...(to.get(contender) ?? []), ms])
  for (let round = -1; round < rounds; round++)
    for (let i = 0; i < FRESH.length; i++) {
      const entrant = FRESH[(i + round + FRESH.length) % FRESH.length]
      if (!entrant) continue
      const timed = await once(browser, url, entrant.module)
      // the first round is the browser's own start
      if (round < 0) continue
      add(toKeys, entrant.contender, timed.toKeys)
      add(withLoading, entrant.contender, timed.withLoading)
    }
  const row = (id: string, what: string, times: Map<string, number[]>): Row => ({
    id: `crypto/${id}`,
    where: 'chromium',
    what,
    unit: 'ms',
    results: [...times].map(([contender, ms]) => ({ contender, ...summarise(ms) })),
  })
  return [
    row('fresh', 'first handshake of a fresh page, module loaded to keys', toKeys),
    row('fresh-loading', 'the same, with the loading of the module', withLoading),
  ]
}
