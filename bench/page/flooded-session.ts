/** A session of the page as it is with a node that floods it: its own worker, a bridge, a node. */

import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import type { Browser, Page } from 'playwright-core'
import { startBridgeProcess } from '../../scripts/lib/bridge-process.mjs'
import { inRoot } from '../../scripts/lib/paths.mjs'
import { newPage } from './open.js'

interface FloodNode {
  readonly port: number
  readonly stop: () => void
}

async function startFloodNode(packets: number): Promise<FloodNode> {
  const child: ChildProcess = fork(inRoot('.cache/bench/flood-node.js'), [String(packets)])
  const [{ port }] = await once(child, 'message')
  return { port, stop: () => void child.kill() }
}

/**
 * A page, not yet at any address, and the address of a session of which so many packets come, as fast
 * as they are taken.
 */
export async function withFloodedSession<T>(
  browser: Browser,
  packets: number,
  use: (page: Page, url: string) => Promise<T>,
): Promise<T> {
  const node = await startFloodNode(packets)
  const target = `flood=127.0.0.1:${node.port}/regtest`
  const bridge = await startBridgeProcess(['--no-demo', '--node', target])
  const { page, close } = await newPage(browser)
  try {
    return await use(page, `${bridge.url}#/session?peer=flood&network=regtest`)
  } finally {
    await close()
    await bridge.stop()
    node.stop()
  }
}
