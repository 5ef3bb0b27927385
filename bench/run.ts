/** The parts, each in the engines that it is about. */

import { assertNever } from '@v2scope/bip324'
import type { Browser, Page } from 'playwright-core'
import { inRoot } from '../scripts/lib/paths.mjs'
import { measureFreshPages } from './browser/fresh-pages.js'
import { serveBench } from './browser/serve.js'
import { KEY_CONTENDERS, PACKET_CONTENDERS, TRANSPORT_CONTENDERS } from './contenders/all.js'
import { nodeNative } from './contenders/node-native.js'
import type { Pace } from './measure/rounds.js'
import type { Findings, Part } from './measure/rows.js'
import { measurePage } from './page/measure-page.js'
import { measureAllocation } from './parts/allocation.js'
import { measureCrypto } from './parts/crypto.js'
import { measureGrowth } from './parts/growth.js'
import { measurePackets } from './parts/packets.js'

export interface Bench {
  readonly launch: () => Promise<Browser>
  readonly isQuick: boolean
  readonly pace: Pace
}

const FRESH_ROUNDS = { full: 21, quick: 4 }
/** Of a session whose growth is measured. */
const MOST_PACKETS = { full: 1_000_000, quick: 10_000 }

const NODE_PACKET_CONTENDERS = [...PACKET_CONTENDERS, nodeNative]

const choose = <T>({ isQuick }: Bench, of: { full: T; quick: T }): T =>
  isQuick ? of.quick : of.full

interface InBrowser {
  readonly browser: Browser
  /** Of the bench's own pages; ends in `/`. */
  readonly url: string
  /** Has the bench in it. */
  readonly page: Page
}

/** A browser of its own, which has done nothing before. */
async function inBrowser({ launch }: Bench, use: (given: InBrowser) => Promise<Findings>) {
  const host = await serveBench(inRoot('.cache/bench/page'))
  const browser = await launch()
  try {
    const page = await browser.newPage()
    await page.goto(`${host.url}empty.html`)
    await page.addScriptTag({ url: `${host.url}main.js`, type: 'module' })
    await page.waitForFunction(() => globalThis.v2scopeBench !== undefined)
    return await use({ browser, url: host.url, page })
  } finally {
    await browser.close()
    await host.close()
  }
}

const together = (...findings: readonly Findings[]): Findings => ({
  rows: findings.flatMap(({ rows }) => rows),
  growth: findings.flatMap(({ growth }) => growth),
})

async function crypto(bench: Bench): Promise<Findings> {
  const { pace } = bench
  const inNode = { rows: await measureCrypto(KEY_CONTENDERS, 'node', pace), growth: [] }
  const inChromium = await inBrowser(bench, async ({ browser, url, page }) => {
    const warm = await page.evaluate((given) => globalThis.v2scopeBench.crypto(given), pace)
    const rows = await measureFreshPages(browser, url, choose(bench, FRESH_ROUNDS))
    return together(warm, { rows, growth: [] })
  })
  return together(inNode, inChromium)
}

async function packets(bench: Bench): Promise<Findings> {
  const { pace } = bench
  const most = choose(bench, MOST_PACKETS)
  const inNode = {
    rows: [
      ...(await measurePackets(NODE_PACKET_CONTENDERS, 'node', pace)),
      ...(await measureAllocation(NODE_PACKET_CONTENDERS)),
    ],
    growth: await measureGrowth(TRANSPORT_CONTENDERS, 'node', pace, most),
  }
  const inChromium = await inBrowser(bench, ({ page }) =>
    page.evaluate(([given, n]) => globalThis.v2scopeBench.packets(given, n), [pace, most] as const),
  )
  return together(inNode, inChromium)
}

export async function measure(part: Part, bench: Bench): Promise<Findings> {
  switch (part) {
    case 'crypto':
      return crypto(bench)
    case 'packets':
      return packets(bench)
    case 'page':
      return measurePage(bench)
    default:
      return assertNever(part)
  }
}
