import { setTimeout as sleep } from 'node:timers/promises'
import { concatBytes, type Role } from '@v2scope/bip324'
import { type CatalogueFault, type Expected, FAULTS } from '@v2scope/lab'
import { MisbehavingTransport, type Misbehaviour } from '@v2scope/peer'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type DemoNode, startDemoNode } from '../../apps/demo-node/src/demo-node.js'
import { type RealNode, startRealNode } from '../support/real-node.js'
import { describeRealNode } from '../support/requirements.js'
import {
  dial,
  listenOnce,
  randomBytes,
  type TcpPeer,
  type TcpPeerOptions,
} from '../support/tcp-peer.js'

/** What stalls ends by the node's own patience; in ms. */
const PATIENCE = 2000
const SOON = { timeout: 20_000, interval: 50 }
/** Where nothing is to come, it would have come by then; in ms, less than the patience. */
const SETTLED = 500
const MAGIC_LEN = 4

const open: TcpPeer[] = []

/** What takes our place, and what comes of it. */
interface Case {
  readonly misbehaviour: Misbehaviour
  readonly fault: CatalogueFault
}

const CASES: readonly Case[] = FAULTS.flatMap((fault) =>
  fault.plan.on === 'peer' && fault.plan.place === 'us'
    ? [{ misbehaviour: fault.plan.misbehaviour, fault }]
    : [],
)

function optionsFor(misbehaviour: Misbehaviour): TcpPeerOptions {
  if (misbehaviour === 'v1 instead of v2') return { transport: 'v1' }
  return {
    handshakeDecoys: 2,
    makeTransport: (options) =>
      new MisbehavingTransport(options, { misbehaviour, random: randomBytes }),
  }
}

const expectedOf = ({ fault }: Case, role: Role, node: 'bitcoind' | 'demo') =>
  (role === 'responder' && fault.asResponder ? fault.asResponder : fault.expected)[node]

const types = ({ events }: TcpPeer) => events.map(({ type }) => type)
const failureOf = ({ events }: TcpPeer) => {
  const event = events.find(({ type }) => type === 'failed')
  return event?.type === 'failed' ? event.failure : undefined
}

/** Whether the connection is over by the word of either. */
const isOver = (peer: TcpPeer) => types(peer).some((type) => type === 'failed' || type === 'closed')

async function isAnswered(peer: TcpPeer): Promise<void> {
  await peer.next('ready')
  peer.do(() => peer.peer.ping())
  await peer.next('pong')
}

async function comesTrue(peer: TcpPeer, { outcome, code, row, noticedBy }: Expected) {
  if (outcome === 'nothing changes') await isAnswered(peer)
  if (outcome === 'fails at once') {
    await expect.poll(() => isOver(peer), SOON).toBe(true)
    if (noticedBy === 'us') expect(failureOf(peer)).toMatchObject({ code, row })
    else expect(failureOf(peer)?.code ?? 'closed').toMatch(/^(CLOSED_IN_.*|closed)$/)
    peer.close()
  }
  if (outcome === 'stalls') {
    await sleep(SETTLED)
    expect(types(peer)).not.toContain('ready')
  }
}

afterEach(() => {
  for (const peer of open.splice(0)) peer.close()
})

describeRealNode('bitcoind, and one who misbehaves', () => {
  let node: RealNode
  beforeAll(async () => {
    node = await startRealNode({ args: [`-peertimeout=${PATIENCE / 1000}`] })
  })
  afterAll(() => node?.stop())

  /** Dials, or has bitcoind dial. */
  async function connected(role: Role, options: TcpPeerOptions, isV2 = true): Promise<TcpPeer> {
    if (role === 'initiator') return dial(node.p2pPort, options)
    const listener = await listenOnce(options)
    await node.rpc('addnode', `127.0.0.1:${listener.port}`, 'onetry', isV2)
    return listener.called
  }

  /** Its lines about the connections made since then. */
  async function linesSince(before: number): Promise<string> {
    const log = (await node.debugLog()).slice(before)
    const peers = Array.from(log.matchAll(/Added connection peer=(\d+)/g), ([, id]) => id)
    const isAbout = new RegExp(`peer=(${peers.join('|')})\\b`)
    return log
      .split('\n')
      .filter((line) => isAbout.test(line))
      .join('\n')
  }

  describe.each(['initiator', 'responder'] as const)('as the %s', (role) => {
    it.each(CASES)('$misbehaviour', async (tried) => {
      const expected = expectedOf(tried, role, 'bitcoind')
      if (!expected?.nodeLog) throw new Error('nothing is expected of its log')
      const before = (await node.debugLog()).length
      const peer = await connected(role, optionsFor(tried.misbehaviour))
      open.push(peer)
      await comesTrue(peer, expected)
      await expect.poll(() => linesSince(before), SOON).toContain(expected.nodeLog)
    })
  })

  it('that answers early is no peer for v1, which takes the key for a header: why H2 has a responder wait', async () => {
    const before = (await node.debugLog()).length
    open.push(await connected('responder', optionsFor('early answer'), false))
    await expect.poll(() => linesSince(before), SOON).toContain('Header error: Wrong MessageStart')
  })

  it('is silent after the 4 bytes of the magic, and answers at the next, before the other 59 have come (H2)', () =>
    answersAtTheFifth(node.p2pPort))
})

describe('the demo node, and one who misbehaves', () => {
  let demo: DemoNode
  beforeAll(async () => {
    demo = await startDemoNode({ port: 0, blockEvery: 0, timeouts: { handshakeMs: PATIENCE } })
  })
  afterAll(() => demo?.close())

  it.each(CASES)('as the initiator: $misbehaviour', async (tried) => {
    const expected = expectedOf(tried, 'initiator', 'demo')
    if (!expected) throw new Error('nothing is expected')
    const peer = await dial(demo.port, optionsFor(tried.misbehaviour))
    open.push(peer)
    await comesTrue(peer, expected)
    if (expected.outcome === 'stalls') await expect.poll(() => isOver(peer), SOON).toBe(true)
  })

  it('is silent after the 4 bytes of the magic, and answers at the next, before the other 59 have come (H2)', () =>
    answersAtTheFifth(demo.port))
})

/** A key that begins with the magic, in three parts. */
async function answersAtTheFifth(port: number): Promise<void> {
  const held: Uint8Array[] = []
  let isHeld = true
  const peer = await dial(port, {
    ...optionsFor('early answer'),
    fragment: (bytes) => {
      if (!isHeld) return [bytes]
      held.push(bytes)
      return []
    },
  })
  open.push(peer)
  const { socket } = peer
  const [key = new Uint8Array()] = held
  socket.write(key.subarray(0, MAGIC_LEN))
  await sleep(SETTLED)
  expect(socket.bytesRead).toBe(0)
  socket.write(key.subarray(MAGIC_LEN, MAGIC_LEN + 1))
  await expect.poll(() => socket.bytesRead, SOON).toBeGreaterThan(0)
  isHeld = false
  socket.write(concatBytes(...held).subarray(MAGIC_LEN + 1))
  await peer.next('ready')
}
