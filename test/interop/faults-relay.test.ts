/** Faults in the page's worker, through a real bridge, which knows nothing of them: with bitcoind behind its relay. */
import { FAULTS, matching } from '@v2scope/lab'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { type BridgeProcess, startBridgeProcess } from '../support/bridge.js'
import { BridgeWorker } from '../support/bridge-worker.js'
import { type RealNode, startRealNode } from '../support/real-node.js'
import { describeRealNode } from '../support/requirements.js'

const SOON = { timeout: 20_000, interval: 50 }

/** Where the way to the node matters: its pieces, its end, and that it stays open. */
const IDS = [
  'fragment-sent',
  'fragment-received',
  'delay-sent',
  'truncate-sent',
  'truncate-received',
  'flip-tag-sent',
  'flip-length-stalls-sent',
  'flip-length-stalls-received',
]

let node: RealNode
let bridge: BridgeProcess
let worker: BridgeWorker

/** What it has logged since then. @param before characters of its log */
const logSince = async (before: number) => (await node.debugLog()).slice(before)

describeRealNode('bitcoind behind the bridge', () => {
  beforeAll(async () => {
    node = await startRealNode()
    bridge = await startBridgeProcess(['--no-demo', '--node', `mine=127.0.0.1:${node.p2pPort}`])
  })
  afterEach(async () => {
    worker.destroy()
    await expect.poll(() => node.rpc('getpeerinfo'), SOON).toEqual([])
  })
  afterAll(async () => {
    await bridge?.stop()
    await node?.stop()
  })

  it.each(IDS)('%s', async (id) => {
    const fault = FAULTS.find((entry) => entry.id === id)
    if (!fault?.expected.bitcoind) throw new Error('it is not in the catalogue')
    const before = (await node.debugLog()).length
    worker = new BridgeWorker(bridge.url)
    worker.dial('mine', fault.settings ?? {}, { fault: fault.plan })
    await expect.poll(() => worker.status?.lab?.fault?.state, SOON).toBe('over')
    const standing = worker.status?.lab?.fault
    const came = standing && matching(fault.expected.bitcoind, standing)
    expect(came, JSON.stringify(standing?.outcome)).toBeDefined()
    await expect.poll(() => logSince(before), SOON).toContain(came?.nodeLog ?? '')
    const isOver = worker.status?.state === 'failed' || worker.status?.state === 'closed'
    expect(isOver).toBe(came?.outcome === 'fails at once')
  })

  it('can be interfered with while it runs, at the next packet', async () => {
    worker = new BridgeWorker(bridge.url)
    worker.dial('mine', {}, {})
    await expect.poll(() => worker.status?.state, SOON).toBe('ready')
    const where = { at: 'next packet', part: 'tag' } as const
    const what = { kind: 'flip', bits: [5] } as const
    worker.lab({ type: 'interfere', fault: { direction: 'received', where, what } })
    await expect.poll(() => worker.status?.lab?.fault?.outcome, SOON).toBe('fails at once')
    expect(worker.status?.failure?.code).toBe('AUTHENTICATION_FAILED')
  })
})
