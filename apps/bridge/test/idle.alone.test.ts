import { beforeAll, describe, expect, it } from 'vitest'
import { sleep } from './support/bridge.js'
import { BridgeProcess } from './support/bridge-process.js'
import { buildBridge } from './support/build.js'
import { type FakeNode, fakeNode } from './support/fake-node.js'
import { openPage } from './support/page.js'
import { HAS_PROC, residentBytes } from './support/resident.js'

const KIB = 1024
const BOUND = 20 * KIB
const RELAYS = 1000
const AT_ONCE = 20
/** About what a handshake is; most of it in frames that are joined to one write. */
const FRAMES = 4
const FRAME_SIZE = 1500

let main = ''
beforeAll(() => {
  main = buildBridge()
})

/** Opens relays that carry some bytes each way, and then nothing. */
async function openRelays(url: string, node: FakeNode, count: number) {
  const pages = []
  while (pages.length < count) {
    const some = Array.from({ length: AT_ONCE }, () => openPage(url, '/relay/mine'))
    for (const page of some) {
      await page.announced
      const socket = await node.accept()
      socket.pipe(socket)
      for (let frame = 0; frame < FRAMES; frame++) page.ws.send(Buffer.alloc(FRAME_SIZE))
      await page.read(FRAMES * FRAME_SIZE)
    }
    pages.push(...some)
  }
  return pages
}

describe.runIf(HAS_PROC)('an idle relay', () => {
  it('takes at most 20 KiB', async () => {
    const node = await fakeNode()
    const spec = `mine=127.0.0.1:${node.target.port}`
    const bridge = new BridgeProcess([main, '--no-demo', '--port', '0', '--node', spec])
    const url = await bridge.url()
    // the first of them find code that has not been compiled yet
    for (const page of await openRelays(url, node, 5 * AT_ONCE)) {
      page.ws.close()
      await page.closed
    }
    const before = residentBytes(bridge.pid)
    await openRelays(url, node, RELAYS)
    await sleep(1000)
    const each = (residentBytes(bridge.pid) - before) / RELAYS
    console.log(`each of ${RELAYS} idle relays takes ${(each / KIB).toFixed(1)} KiB`)
    expect(each).toBeLessThanOrEqual(BOUND)
  })
})
