/** The largest block of the demo node, asked for as a visitor would. */

import { DemoMiner } from '@v2scope/chain/demo'
import type { Browser } from 'playwright-core'
import { startBridgeProcess } from '../../scripts/lib/bridge-process.mjs'
import { PAGE } from '../contenders/names.js'
import type { Row } from '../measure/rows.js'
import { summarise } from '../measure/statistics.js'
import { frameRows } from './frame-rows.js'
import { type Frames, watchFrames } from './frames.js'
import { newPage, settle } from './open.js'

/** Of the demo node, unless it is told another. */
const DEMO_SEED = 'v2scope'
/** Of its block of just under 4,000,000 bytes. */
const FULL_BLOCK_HEIGHT = 340

/** ms */
const AFTERWARDS = 100

/** 64 hex digits, as the composer takes them. */
function fullBlockHash(): string {
  const miner = new DemoMiner(DEMO_SEED)
  while (miner.chain.height < FULL_BLOCK_HEIGHT) miner.mine()
  return miner.chain.tip.header.hash
}

interface BlockArrived {
  readonly frames: Frames
  /** From the question to its link with the answer. */
  readonly ms: number
}

async function askForBlock(browser: Browser, url: string, hash: string): Promise<BlockArrived> {
  const { page, close } = await newPage(browser)
  try {
    await page.goto(`${url}#/session?peer=demo`)
    await page.waitForSelector('[data-session-ready]', { state: 'attached' })
    await page.getByTestId('compose').locator('visible=true').first().click()
    await page.getByTestId('composer-type').fill('getdata')
    await page.getByTestId('composer-type').press('Enter')
    await page.getByTestId('add-inventory').click()
    const kind = page.getByTestId('choice-inventory.0.kind')
    await kind.selectOption({ label: 'witness block' })
    await page.getByTestId('field-inventory.0.hash').fill(hash)
    await settle(page)
    let ms = 0
    const frames = await watchFrames(browser, page, async () => {
      const start = performance.now()
      await page.getByTestId('composer-send').click()
      await page.getByTestId('link-asks').filter({ hasText: 'answered by' }).waitFor()
      ms = performance.now() - start
      // what it leaves to be done is watched too, but not long: idle frames would hide it
      await page.waitForTimeout(AFTERWARDS)
    })
    return { frames, ms }
  } finally {
    await close()
  }
}

export async function measureBlock(browser: Browser, rounds: number): Promise<Row[]> {
  const hash = fullBlockHash()
  const bridge = await startBridgeProcess()
  try {
    const blocks: BlockArrived[] = []
    for (let round = 0; round < rounds; round++)
      blocks.push(await askForBlock(browser, bridge.url, hash))
    const frames = new Map([[PAGE, blocks.map((block) => block.frames)]])
    return [
      {
        id: 'page/block',
        where: 'chromium',
        what: 'block of just under 4,000,000 bytes: asked for, arrived and drawn',
        unit: 'ms',
        results: [{ contender: PAGE, ...summarise(blocks.map(({ ms }) => ms)) }],
      },
      ...frameRows('block', 'while that block arrives', frames),
    ]
  } finally {
    await bridge.stop()
  }
}
