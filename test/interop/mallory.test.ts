/** Mallory between us and a node that nobody here wrote, and what it says of it by RPC. */
import { decodeMessageType, fromHex } from '@v2scope/bip324'
import type { LabPlan, MalloryChange, MalloryPlan } from '@v2scope/lab'
import type { SessionSettings } from '@v2scope/recording'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type DemoNode, startDemoNode } from '../../apps/demo-node/src/demo-node.js'
import { type BridgeProcess, startBridgeProcess } from '../support/bridge.js'
import { BridgeWorker } from '../support/bridge-worker.js'
import { type RealNode, startRealNode } from '../support/real-node.js'
import { describeRealNode } from '../support/requirements.js'
import { startTcpSession } from '../support/tcp-session.js'

const PATIENCE = { timeout: 15_000 }
const MINE_TO = 'bcrt1qw508d6qejxtdg4y5r3zarvary0c5xw7kygt080'
const BLOCKS = 120
/** BIP144: a block with its witnesses. */
const WITNESS_BLOCK = [2, 0, 0, 0x40]
const SATOSHIS_IN_BITCOIN = 1e8
const PING_SIZE = 20 + 1 + 8

interface PeerInfo {
  readonly session_id: string
  readonly transport_protocol_type: string
  readonly subver: string
  readonly startingheight: number
  readonly minfeefilter: number
  readonly bytesrecv_per_msg: Readonly<Record<string, number>>
}

type TcpSession = ReturnType<typeof startTcpSession>

const sessions: TcpSession[] = []

/** Dials a node, with Mallory in between. */
async function start(port: number, plan: MalloryPlan, settings: Partial<SessionSettings> = {}) {
  const session = startTcpSession(port, settings, false, { mallory: plan })
  sessions.push(session)
  await expect.poll(() => session.run.standing(0).state, PATIENCE).toMatch(/ready|failed|closed/)
  return session
}

const malloryOf = ({ lab }: TcpSession) => {
  const { mallory } = lab.standing
  if (!mallory) throw new Error('nobody is in the middle')
  return mallory
}

/** The payload of the last that was received of this type. */
function received({ events }: TcpSession, messageType: string): Uint8Array | undefined {
  for (const event of events.toReversed()) {
    if (event.type !== 'packet_received' || event.kind !== 'message') continue
    const type = decodeMessageType(event.contents)
    if (type.ok && type.messageType === messageType) return event.contents.subarray(type.length)
  }
  return undefined
}

async function pings(session: TcpSession): Promise<void> {
  const pongs = () => malloryOf(session).read.filter((one) => one.messageType === 'pong').length
  for (let n = 0; n < 3; n++) {
    const before = pongs()
    expect(session.run.run({ type: 'ping' })).toBeUndefined()
    await expect.poll(pongs, PATIENCE).toBeGreaterThan(before)
  }
}

/** What a node says of the last test's connection is not to be taken for this one's. */
async function endAll(node: Pick<RealNode, 'rpc'>): Promise<void> {
  for (const { run } of sessions.splice(0)) run.stop()
  await expect.poll(() => node.rpc<unknown[]>('getpeerinfo'), PATIENCE).toEqual([])
}

describeRealNode('bitcoind, with Mallory between us', () => {
  let node: RealNode
  beforeAll(async () => {
    node = await startRealNode()
    await node.rpc('generatetoaddress', BLOCKS, MINE_TO)
  })
  afterAll(() => node?.stop())
  afterEach(() => endAll(node))

  const peers = () => node.rpc<PeerInfo[]>('getpeerinfo')
  const changing = (change: MalloryChange): MalloryPlan => ({ mode: 'between', change })

  it('says the id of her connection, which is not ours; pings flow', async () => {
    const session = await start(node.p2pPort, { mode: 'between' })
    const { state, transport, sessionId } = session.run.standing(0)
    expect({ state, transport }).toEqual({ state: 'ready', transport: 'v2' })
    const { withUs, withPeer } = malloryOf(session)
    expect(withUs.sessionId).toBe(sessionId)
    expect(withPeer.sessionId).not.toBe(sessionId)
    expect(await peers()).toMatchObject([
      { session_id: withPeer.sessionId, transport_protocol_type: 'v2' },
    ])
    await pings(session)
    const [info] = await peers()
    expect(info?.bytesrecv_per_msg.ping).toBeGreaterThanOrEqual(3 * PING_SIZE)
  })

  it.each([
    [{ kind: 'user agent', text: '/Mallory:6.6.6/' }, { subver: '/Mallory:6.6.6/' }],
    [{ kind: 'start height', height: 654_321 }, { startingheight: 654_321 }],
    [{ kind: 'fee filter', feeRate: 123_456n }, { minfeefilter: 123_456 / SATOSHIS_IN_BITCOIN }],
  ] as const)('has by RPC what she made of our message: %o', async (change, expected) => {
    const session = await start(node.p2pPort, changing(change))
    await expect.poll(peers, PATIENCE).toMatchObject([expected])
    await pings(session)
    expect(malloryOf(session).changedCount).toBe(1)
    expect(session.run.standing(0).state).toBe('ready')
  })

  it('has it where she begins to change while it runs, and what we then send ourselves', async () => {
    const session = await start(node.p2pPort, { mode: 'between' })
    const minimum = async () => (await peers())[0]?.minfeefilter
    expect(await minimum()).toBe(0)
    const change = (feeRate: bigint) =>
      session.lab.command({ type: 'change_messages', change: { kind: 'fee filter', feeRate } })
    expect(change(5000n)).toBeUndefined()
    await expect.poll(minimum, PATIENCE).toBe(0.00005)
    session.run.run({
      type: 'send_message',
      messageType: 'feefilter',
      payload: Uint8Array.of(0x10, 0x27, 0, 0, 0, 0, 0, 0),
      form: 'short',
    })
    await pings(session)
    expect(await minimum()).toBe(0.00005)
    session.lab.command({ type: 'change_messages', change: undefined })
    session.run.run({
      type: 'send_message',
      messageType: 'feefilter',
      payload: Uint8Array.of(0x10, 0x27, 0, 0, 0, 0, 0, 0),
      form: 'short',
    })
    await expect.poll(minimum, PATIENCE).toBe(0.0001)
  })

  it('gives us a block through her, and takes one', async () => {
    const session = await start(node.p2pPort, { mode: 'between' })
    const hash = await node.rpc<string>('getblockhash', BLOCKS / 2)
    const asked = Uint8Array.of(1, ...WITNESS_BLOCK, ...fromHex(hash).reverse())
    const send = (messageType: string, payload: Uint8Array) =>
      session.run.run({ type: 'send_message', messageType, payload, form: 'short' })
    send('getdata', asked)
    await expect.poll(() => received(session, 'block'), PATIENCE).toBeDefined()
    const block = await node.rpc<string>('getblock', hash, 0)
    expect(Buffer.from(received(session, 'block') ?? []).toString('hex')).toBe(block)
    const made = await node.rpc<{ hash: string; hex: string }>('generateblock', MINE_TO, [], false)
    send('block', fromHex(made.hex))
    await expect.poll(() => node.rpc('getbestblockhash'), PATIENCE).toBe(made.hash)
    const types = malloryOf(session).read.map(({ direction, messageType }) => [
      direction,
      messageType,
    ])
    expect(types).toContainEqual(['to us', 'block'])
    expect(types).toContainEqual(['to peer', 'block'])
  })

  it('gets our decoys through her, and stays', async () => {
    const session = await start(node.p2pPort, { mode: 'between' }, { decoys: 3 })
    for (const size of [0, 1000, 100_000]) session.run.run({ type: 'send_decoy', size })
    await pings(session)
    const decoys = malloryOf(session).read.filter(({ kind }) => kind === 'decoy')
    expect(decoys.map(({ bytes }) => bytes).slice(3)).toEqual([0, 1000, 100_000])
    expect(session.run.standing(0).state).toBe('ready')
  })

  it('never hears of v2 where she brings us down to v1 (S2); then she reads and changes it', async () => {
    const before = (await node.debugLog()).length
    const v2 = await start(node.p2pPort, { mode: 'downgrade' })
    expect(v2.run.standing(0)).toMatchObject({
      state: 'failed',
      failure: { code: 'CLOSED_BEFORE_KEY', v1MayWork: true },
    })
    expect(malloryOf(v2).refused).toBe(1)
    const text = '/Mallory:v1/'
    const v1 = await start(
      node.p2pPort,
      { mode: 'downgrade', change: { kind: 'user agent', text } },
      { transport: 'v1' },
    )
    expect(v1.run.standing(0)).toMatchObject({ state: 'ready', transport: 'v1' })
    expect(await peers()).toMatchObject([
      { subver: text, transport_protocol_type: 'v1', session_id: '' },
    ])
    await pings(v1)
    const log = (await node.debugLog()).slice(before)
    expect(log).not.toMatch(/CHECKSUM/i)
  })

  it('is a v1 node: its silence is passed on, and v1 is offered as without her (S2)', async () => {
    const old = await startRealNode({ v2: false })
    try {
      const session = await start(old.p2pPort, { mode: 'between' })
      expect(session.run.standing(0)).toMatchObject({
        state: 'failed',
        failure: { code: 'CLOSED_BEFORE_KEY', v1MayWork: true },
      })
      const v1 = await start(old.p2pPort, { mode: 'between' }, { transport: 'v1' })
      expect(v1.run.standing(0)).toMatchObject({ state: 'ready', transport: 'v1' })
      expect(malloryOf(v1).withPeer).toEqual({ role: 'initiator', transport: 'v1' })
    } finally {
      await old.stop()
    }
  })
})

describeRealNode('bitcoind that dials us, with Mallory between us', () => {
  let bridge: BridgeProcess
  let node: RealNode
  const workers: BridgeWorker[] = []
  beforeAll(async () => {
    node = await startRealNode()
    bridge = await startBridgeProcess(['--no-demo'])
  })
  afterAll(async () => {
    await bridge?.stop()
    await node?.stop()
  })
  afterEach(async () => {
    for (const worker of workers.splice(0)) worker.destroy()
    await endAll(node)
  })

  async function listen(lab: LabPlan) {
    const worker = new BridgeWorker(bridge.url)
    workers.push(worker)
    worker.listen({}, false, lab)
    await expect.poll(() => worker.status?.listening?.address, PATIENCE).toBeDefined()
    return { worker, address: worker.status?.listening?.address ?? '' }
  }

  it.each([true, false])('finds a responder in her, v2: %s', async (v2) => {
    const text = '/Mallory:inbound/'
    const { worker, address } = await listen({
      mallory: { mode: 'between', change: { kind: 'user agent', text } },
    })
    await node.rpc('addnode', address, 'onetry', v2)
    await expect.poll(() => worker.status?.state, PATIENCE).toBe('ready')
    const { sessionId, transport, lab } = worker.status ?? {}
    expect(transport).toBe(v2 ? 'v2' : 'v1')
    const { withUs, withPeer } = lab?.mallory ?? {}
    expect(withUs).toMatchObject({ role: 'initiator', transport, ...(v2 && { sessionId }) })
    expect(withPeer).toMatchObject({ role: 'responder', transport })
    const [info] = await node.rpc<PeerInfo[]>('getpeerinfo')
    expect(info).toMatchObject({ subver: text, session_id: withPeer?.sessionId ?? '' })
    if (v2) expect(info?.session_id).not.toBe(sessionId)
    await expect.poll(() => worker.status?.latencyMs, PATIENCE).toBeDefined()
  })
})

describe('the demo node, with Mallory between us', () => {
  let demo: DemoNode
  beforeAll(async () => {
    demo = await startDemoNode({ port: 0, blockEvery: 0 })
  })
  afterAll(() => demo?.close())
  afterEach(() => {
    for (const { run } of sessions.splice(0)) run.stop()
  })

  it('reports the id of her connection, what she changed, and answers through her', async () => {
    const change = { kind: 'user agent', text: '/Mallory:demo/' } as const
    const session = await start(demo.port, { mode: 'between', change })
    const { sessionId } = session.run.standing(0)
    const { withUs, withPeer } = malloryOf(session)
    expect(withUs.sessionId).toBe(sessionId)
    expect(demo.peerInfo()).toMatchObject([
      { session_id: withPeer.sessionId, subver: '/Mallory:demo/', transport_protocol_type: 'v2' },
    ])
    expect(withPeer.sessionId).not.toBe(sessionId)
    session.run.run({ type: 'ask_headers' })
    await expect.poll(() => received(session, 'headers')?.length, PATIENCE).toBeGreaterThan(81)
    await pings(session)
  })

  it('is reached in v1 alone where she drops v2', async () => {
    const v2 = await start(demo.port, { mode: 'downgrade' })
    expect(v2.run.standing(0).failure).toMatchObject({ code: 'CLOSED_BEFORE_KEY' })
    const v1 = await start(demo.port, { mode: 'downgrade' }, { transport: 'v1' })
    expect(v1.run.standing(0)).toMatchObject({ state: 'ready', transport: 'v1' })
    expect(malloryOf(v1).readCount).toBeGreaterThan(4)
  })
})
