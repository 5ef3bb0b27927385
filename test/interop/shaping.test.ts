/** A session that is shaped, with nodes that know nothing of it, over TCP; their word for what came. */
import type { ShapingPlan } from '@v2scope/lab'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type DemoNode, startDemoNode } from '../../apps/demo-node/src/demo-node.js'
import { type RealNode, startRealNode } from '../support/real-node.js'
import { describeRealNode } from '../support/requirements.js'
import { startTcpSession } from '../support/tcp-session.js'

const PATIENCE = { timeout: 60_000, interval: 20 }
const PINGS = 500
/** On the wire: an encrypted length, a header, a short id, a nonce of 8, a tag. */
const PING_BYTES = 29
const N = 700
const CBR: ShapingPlan = { shaping: { strategy: 'constant bit rate', tickMs: 10, bytes: N } }

interface Counts {
  readonly session_id: string
  readonly bytesrecv: number
  readonly bytesrecv_per_msg: Readonly<Record<string, number>>
}
type Session = ReturnType<typeof startTcpSession>

const sessions: Session[] = []

async function start(port: number, shaping: ShapingPlan) {
  const session = startTcpSession(port, {}, false, { shaping })
  sessions.push(session)
  await expect.poll(() => session.run.standing(0).state, PATIENCE).toBe('ready')
  return session
}

const count = ({ events }: Session, direction: 'sent' | 'received', type: string) =>
  events.filter(
    (event) =>
      event.type === 'message' && event.direction === direction && event.messageType === type,
  ).length

const sentBytes = ({ segments }: Session) =>
  segments.filter(({ direction }) => direction === 'sent').map(({ bytes }) => bytes)

const total = (all: readonly number[]) => all.reduce((sum, bytes) => sum + bytes, 0)

/** @param counts the node's own, of its only peer */
async function sendsPings(session: Session, counts: () => Promise<Counts | undefined>) {
  const { run, lab } = session
  for (let n = 0; n < PINGS; n++) run.run({ type: 'ping' })
  // as they came, but the wire saw no burst of them
  const pings = count(session, 'sent', 'ping')
  await expect.poll(() => count(session, 'received', 'pong'), PATIENCE).toBe(pings)
  const ticks = sentBytes(session).slice(2)
  expect(new Set(ticks)).toEqual(new Set([N]))
  expect(lab.standing.shaping?.ours.mostDelayMs).toBeGreaterThan((PINGS * PING_BYTES) / N)

  expect(lab.command({ type: 'shape', shaping: undefined })).toBeUndefined()
  const { stats, sessionId, state } = run.standing(0)
  expect(state).toBe('ready')
  expect(lab.standing.shaping?.ours.waitingBytes).toBe(0)
  expect(total(sentBytes(session))).toBe(stats?.sent.bytes)
  await expect.poll(async () => (await counts())?.bytesrecv, PATIENCE).toBe(stats?.sent.bytes)
  const told = await counts()
  expect(told?.session_id).toBe(sessionId)
  expect(told?.bytesrecv_per_msg.ping).toBe(pings * PING_BYTES)
}

async function staysUp(session: Session, plans: readonly ShapingPlan[]) {
  const { run, lab } = session
  for (const shaping of plans) {
    expect(lab.command({ type: 'shape', shaping })).toBeUndefined()
    const decoys = lab.standing.shaping?.ours.decoys ?? 0
    run.run({ type: 'ping' })
    await expect.poll(() => lab.standing.shaping?.ours.decoys, PATIENCE).toBeGreaterThan(decoys)
    await expect
      .poll(() => count(session, 'received', 'pong'), PATIENCE)
      .toBe(count(session, 'sent', 'ping'))
  }
  expect(run.standing(0).state).toBe('ready')
}

const OTHERS: readonly ShapingPlan[] = [
  { shaping: { strategy: 'fixed rate', everyMs: 20, bytes: 20 } },
  { shaping: { strategy: 'poisson', meanMs: 15, bytes: 300 } },
  {
    shaping: {
      strategy: 'mimic',
      name: 'three',
      model: [
        { gapMs: 10, bytes: 90 },
        { gapMs: 60, bytes: 2000 },
        { gapMs: 25, bytes: 3 },
      ],
    },
  },
  { shaping: { strategy: 'burst cover', most: 5000 } },
]

afterEach(() => {
  for (const { run } of sessions.splice(0)) run.stop()
})

describe('the demo node', () => {
  let node: DemoNode
  beforeAll(async () => {
    node = await startDemoNode({ port: 0 })
  })
  afterAll(() => node?.close())

  it('answers 500 pings that come at a constant bit rate, and counts each byte of it', async () => {
    await sendsPings(await start(node.port, CBR), async () => node.peerInfo()[0])
  })

  it('stays connected with every other strategy', async () => {
    await staysUp(await start(node.port, CBR), OTHERS)
  })
})

describeRealNode('bitcoind', () => {
  let node: RealNode
  beforeAll(async () => {
    node = await startRealNode()
  })
  afterAll(() => node?.stop())
  const peers = () => node.rpc<Counts[]>('getpeerinfo')

  it('answers 500 pings that come at a constant bit rate, and counts each byte of it', async () => {
    await sendsPings(await start(node.p2pPort, CBR), async () => (await peers())[0])
  })

  it('stays connected with every other strategy', async () => {
    await staysUp(await start(node.p2pPort, CBR), OTHERS)
  })

  it('takes handshake decoys', async () => {
    const shaping = { strategy: 'handshake decoys', count: 50, most: 1000 } as const
    const { run, lab } = await start(node.p2pPort, { shaping })
    expect(lab.standing.shaping?.ours.decoys).toBe(50)
    const { sessionId } = run.standing(0)
    expect((await peers()).map((peer) => peer.session_id)).toContain(sessionId)
  })
})
