/** A real node dials us, through a port of the bridge: `addnode … onetry`. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { networkNamed } from '../../apps/web/src/session/address.js'
import { type BridgeProcess, startBridgeProcess } from '../support/bridge.js'
import { BridgeWorker } from '../support/bridge-worker.js'
import { type RealNode, startRealNode } from '../support/real-node.js'
import { describeRealNode } from '../support/requirements.js'

const PATIENCE = { timeout: 15_000 }

interface PeerInfo {
  readonly addr: string
  readonly session_id: string
  readonly transport_protocol_type: string
  readonly inbound: boolean
}

let bridge: BridgeProcess
let node: RealNode
const workers: BridgeWorker[] = []

const peers = () => node.rpc<PeerInfo[]>('getpeerinfo')

/** A worker that listens. @returns where too */
async function listen(...settings: Parameters<BridgeWorker['listen']>) {
  const worker = new BridgeWorker(bridge.url)
  workers.push(worker)
  worker.listen(...settings)
  await expect.poll(() => worker.status?.listening?.address, PATIENCE).toBeDefined()
  return { worker, address: worker.status?.listening?.address ?? '' }
}

const dial = (address: string, v2: boolean) => node.rpc('addnode', address, 'onetry', v2)

const untilState = (worker: BridgeWorker, state: string) =>
  expect.poll(() => worker.status?.state, PATIENCE).toBe(state)

afterEach(async () => {
  for (const worker of workers.splice(0)) worker.destroy()
  await expect.poll(peers, PATIENCE).toEqual([])
})

describeRealNode('bitcoind that dials us', () => {
  beforeAll(async () => {
    node = await startRealNode()
    bridge = await startBridgeProcess(['--no-demo'])
  })
  afterAll(async () => {
    await bridge?.stop()
    await node?.stop()
  })

  it('is the initiator of a v2 session, and reports the same id', async () => {
    const { worker, address } = await listen({ decoys: 2 })
    await dial(address, true)
    await untilState(worker, 'ready')
    const { sessionId, transport } = worker.status ?? {}
    expect(transport).toBe('v2')
    expect(await peers()).toMatchObject([
      { addr: address, session_id: sessionId, transport_protocol_type: 'v2', inbound: false },
    ])
    await expect.poll(() => worker.status?.latencyMs, PATIENCE).toBeDefined()
    expect(worker.status?.peerVersion?.userAgent).toMatch(/^\/Satoshi:/)
  })

  it('is answered without garbage, and with as much as there may be', async () => {
    for (const garbage of [0, 4095]) {
      const { worker, address } = await listen({ garbage })
      await dial(address, true)
      await untilState(worker, 'ready')
      expect((await peers()).map((peer) => peer.session_id)).toContain(worker.status?.sessionId)
    }
  })

  it('is spoken to in v1 where it dials in v1 (H2)', async () => {
    const { worker, address } = await listen()
    await dial(address, false)
    await untilState(worker, 'ready')
    expect(worker.status).toMatchObject({ transport: 'v1' })
    expect(worker.status?.sessionId).toBeUndefined()
    expect(await peers()).toMatchObject([{ addr: address, transport_protocol_type: 'v1' }])
  })

  it('on another network, in v1: named (H3)', async () => {
    const { worker, address } = await listen(networkNamed('signet'))
    await dial(address, false)
    await untilState(worker, 'failed')
    expect(worker.status?.failure).toMatchObject({ code: 'V1_OTHER_NETWORK', row: 'H3' })
    expect(worker.status?.failure?.message).toContain('regtest')
  })

  it('on another network, in v2: the words say what it may be (H5)', async () => {
    const { worker, address } = await listen({ ...networkNamed('signet'), timeout: 1 })
    await dial(address, true)
    await untilState(worker, 'failed')
    const { failure } = worker.status ?? {}
    expect(['HANDSHAKE_TIMEOUT', 'GARBAGE_TERMINATOR_MISSING']).toContain(failure?.code)
    expect(failure?.message).toMatch(/another network/)
  })

  it('dials again in v1 where nothing has come back: told, and taken by the next session', async () => {
    const { worker, address } = await listen({}, true)
    await dial(address, true)
    await expect.poll(() => worker.status?.hold?.count, PATIENCE).toBeGreaterThan(0)
    worker.stop()
    await expect.poll(() => worker.status?.listening?.waiting.length, PATIENCE).toBe(1)
    expect(worker.status?.state).toBe('closed')
    worker.listen()
    await untilState(worker, 'ready')
    expect(worker.status).toMatchObject({ transport: 'v1', listening: { address, waiting: [] } })
  })
})
