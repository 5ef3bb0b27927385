/** Packets as fast as they come, and what the page holds when very many have come. */

import type { Browser } from 'playwright-core'
import { PAGE, PAGE_BY_REFERENCE } from '../contenders/names.js'
import type { Row } from '../measure/rows.js'
import { summarise } from '../measure/statistics.js'
import { withFloodedSession } from './flooded-session.js'
import { frameRows } from './frame-rows.js'
import { type Frames, watchFrames } from './frames.js'
import { heapsOf } from './heap.js'
import { hasRows, settle, whenEstablished } from './open.js'

/** Pages that differ in their address. */
const PAGES = [
  { contender: PAGE, query: '' },
  { contender: PAGE_BY_REFERENCE, query: '&cipher=reference' },
] as const

interface FullSpeed {
  readonly frames: Frames
  readonly packetsPerSecond: number
}

/** @param query of the session's address, in addition */
const fullSpeed = (browser: Browser, packets: number, query: string): Promise<FullSpeed> =>
  withFloodedSession(browser, packets, async (page, url) => {
    // the page is there before it is to connect
    await page.goto(url.replace(/#.*/, '#/session?peer=simulated'))
    await whenEstablished(page)
    await settle(page)
    let seconds = 0
    const frames = await watchFrames(browser, page, async () => {
      const start = performance.now()
      await page.goto(`${url}${query}`)
      await hasRows(page, packets)
      seconds = (performance.now() - start) / 1000
    })
    return { frames, packetsPerSecond: packets / seconds }
  })

/** The pages take turns. */
export async function measureFullSpeed(
  browser: Browser,
  packets: number,
  rounds: number,
): Promise<Row[]> {
  const found = PAGES.map(({ contender }) => ({ contender, floods: [] as FullSpeed[] }))
  for (let round = 0; round < rounds; round++)
    for (const [i, { query }] of PAGES.entries())
      found[i]?.floods.push(await fullSpeed(browser, packets, query))
  const what = `${packets.toLocaleString('en')} packets at full speed`
  const frames = new Map(
    found.map(({ contender, floods }) => [contender, floods.map((flood) => flood.frames)]),
  )
  return [
    {
      id: 'page/full-speed',
      where: 'chromium',
      what: `${what}: arrived and drawn`,
      unit: 'packets/s',
      results: found.map(({ contender, floods }) => ({
        contender,
        ...summarise(floods.map(({ packetsPerSecond }) => packetsPerSecond)),
      })),
    },
    ...frameRows('full-speed', what, frames),
  ]
}

const MB = 1e6

/** The heap of page and worker, with so many packets received. */
export const measureHeap = (browser: Browser, packets: number): Promise<Row[]> =>
  withFloodedSession(browser, packets, async (page, url) => {
    await page.goto(url)
    await hasRows(page, packets)
    await settle(page)
    const { page: inPage, workers } = await heapsOf(page)
    const row = (id: string, of: string, bytes: number): Row => ({
      id: `page/${id}`,
      where: 'chromium',
      what: `heap with ${packets.toLocaleString('en')} packets, ${of}`,
      unit: 'MB',
      results: [{ contender: PAGE, ...summarise([bytes / MB]) }],
    })
    return [
      row('heap', 'page and worker', inPage + workers),
      row('heap-page', 'page alone', inPage),
      row('heap-worker', 'worker alone', workers),
    ]
  })
