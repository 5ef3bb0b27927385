/** The page and the way there from its worker, under a flood of records. */

import type { Browser, Page } from 'playwright-core'
import { PAGE } from '../contenders/names.js'
import type { Growth, Row } from '../measure/rows.js'
import { quantile, summarise } from '../measure/statistics.js'
import { exponentFrom } from '../parts/growth.js'
import { encodePlan, type FloodPlan, FRAME_MS } from './flood-plan.js'
import { frameRows } from './frame-rows.js'
import { type Frames, watchFrames } from './frames.js'
import { click, hasRows, newPage, rowCount, settle } from './open.js'

/** 10,000 in a second. */
const AT_ONCE = 160

async function withFlood<T>(
  browser: Browser,
  url: string,
  plan: FloodPlan,
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const { page, close } = await newPage(browser)
  try {
    await page.goto(`${url}#/session?peer=simulated&seed=${encodePlan(plan)}`)
    await hasRows(page, plan.held)
    await settle(page)
    return await use(page)
  } finally {
    await close()
  }
}

/** Frames while 10,000 rows come in a second, with so many held. */
const atPace = (browser: Browser, url: string, held: number, messages: number): Promise<Frames> =>
  withFlood(browser, url, { held, atOnce: AT_ONCE, messages }, (page) =>
    watchFrames(browser, page, async () => {
      await click(page, 'ping')
      await hasRows(page, held + AT_ONCE * messages)
    }),
  )

/** Rows that are packed, sent, taken and drawn in a second. */
const asFastAsCan = (browser: Browser, url: string, messages: number): Promise<number> =>
  withFlood(browser, url, { held: 1000, atOnce: 0, messages }, async (page) => {
    const seconds = await page.evaluate(async (frames) => {
      const rows = () =>
        Number(document.querySelector('[role=grid]')?.getAttribute('aria-rowcount'))
      const start = performance.now()
      document.querySelector<HTMLElement>('[data-testid="ping"]')?.click()
      // over when nothing has come for long
      let seen = rows()
      let changedAt = start
      while (performance.now() - changedAt < 60 * frames) {
        await new Promise(requestAnimationFrame)
        if (rows() === seen) continue
        seen = rows()
        changedAt = performance.now()
      }
      return (changedAt - start) / 1000
    }, FRAME_MS)
    return ((await rowCount(page)) - 1000) / seconds
  })

export interface FloodScale {
  readonly rounds: number
  readonly messages: number
  readonly held: readonly number[]
}

export async function measureFlood(
  browser: Browser,
  url: string,
  { rounds, messages, held }: FloodScale,
): Promise<{ rows: Row[]; growth: Growth[] }> {
  const records: number[] = []
  for (let round = 0; round < rounds; round++)
    records.push(await asFastAsCan(browser, url, messages))
  const byHeld: { n: number; frames: Frames[] }[] = []
  for (const n of held) {
    const frames: Frames[] = []
    for (let round = 0; round < rounds; round++)
      frames.push(await atPace(browser, url, n, messages))
    byHeld.push({ n, frames })
  }
  const most = byHeld.at(-1)
  const rows: Row[] = [
    {
      id: 'page/records',
      where: 'chromium',
      what: 'worker → page: packed, sent and drawn, one message a frame',
      unit: 'records/s',
      results: [{ contender: PAGE, ...summarise(records) }],
    },
    ...(most
      ? frameRows(
          'pace',
          `10,000 packets/s with ${name(most.n)} held`,
          new Map([[PAGE, most.frames]]),
        )
      : []),
  ]
  return { rows, growth: [growthOf(byHeld)] }
}

const name = (n: number) => `${n.toLocaleString('en')} rows`

function growthOf(byHeld: readonly { n: number; frames: readonly Frames[] }[]): Growth {
  const points = byHeld.map(({ n, frames }) => ({
    n,
    value: quantile(
      frames.flatMap(({ work }) => work),
      0.5,
    ),
  }))
  return {
    id: 'growth/held',
    where: 'chromium',
    what: 'work of a frame at 10,000 packets/s, median',
    of: 'rows held',
    unit: 'ms',
    contender: PAGE,
    points,
    from: points[0]?.n ?? 0,
    exponent: exponentFrom(points, 0),
    wanted: 0,
  }
}
