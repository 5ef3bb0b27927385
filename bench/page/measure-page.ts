/** Part `page`: the built page in Chromium, under more than anybody would give it. */

import { startBridgeProcess } from '../../scripts/lib/bridge-process.mjs'
import { inRoot } from '../../scripts/lib/paths.mjs'
import { servePageWithWorker } from '../../test/support/page-with-worker.js'
import type { Findings } from '../measure/rows.js'
import type { Bench } from '../run.js'
import { measureBlock } from './block.js'
import { type FloodScale, measureFlood } from './flood.js'
import { measureFullSpeed, measureHeap } from './full-speed.js'
import { measureLoad } from './load.js'

interface Scale {
  readonly loads: number
  readonly flood: FloodScale
  readonly live: { readonly rounds: number; readonly packets: number; readonly held: number }
}

const FULL: Scale = {
  loads: 9,
  flood: { rounds: 5, messages: 300, held: [1_000, 10_000, 100_000, 1_000_000] },
  live: { rounds: 3, packets: 100_000, held: 1_000_000 },
}

const QUICK: Scale = {
  loads: 2,
  flood: { rounds: 1, messages: 90, held: [1_000, 1_000_000] },
  live: { rounds: 1, packets: 10_000, held: 20_000 },
}

export async function measurePage({ launch, isQuick }: Bench): Promise<Findings> {
  const scale = isQuick ? QUICK : FULL
  const browser = await launch()
  try {
    const bridge = await startBridgeProcess(['--no-demo'])
    const load = await measureLoad(browser, bridge.url, scale.loads).finally(() => bridge.stop())
    const host = await servePageWithWorker(inRoot('bench/page/flood-worker.ts'))
    const flood = await measureFlood(browser, host.url, scale.flood).finally(() => host.close())
    const { rounds, packets, held } = scale.live
    const rows = [
      ...load,
      ...flood.rows,
      ...(await measureFullSpeed(browser, packets, rounds)),
      ...(await measureHeap(browser, held)),
      ...(await measureBlock(browser, rounds)),
    ]
    return { rows, growth: flood.growth }
  } finally {
    await browser.close()
  }
}
