import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { type Bridge, type BridgeSettings, startBridge } from '../../src/bridge.js'
import { KeptLog } from './kept-log.js'

export const FAKE_DEMO = fileURLToPath(new URL('./fake-demo.mjs', import.meta.url))

/** A bridge on a free port without a demo node, ended when the test is over. */
export async function testBridge(settings: Partial<BridgeSettings> = {}): Promise<Bridge> {
  const bridge = await startBridge({
    host: '127.0.0.1',
    port: 0,
    targets: [],
    demo: false,
    log: new KeptLog(),
    ...settings,
  })
  onTestFinished(() => bridge.close())
  return bridge
}

/** The JSON that a GET of `url` answers. */
export async function getJson(url: string) {
  return JSON.parse(await (await fetch(url)).text())
}

/** Resolves once `holds` does; vitest's timeout ends a wait in vain. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(5)
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
