/** Hold: a handshake with a real node, let go piece by piece, counted at the node's side of the wire. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { SessionSettings } from '@v2scope/recording'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { type CountingProxy, startCountingProxy } from '../support/counting-proxy.js'
import { type RealNode, startRealNode } from '../support/real-node.js'
import { describeRealNode } from '../support/requirements.js'
import { startTcpSession } from '../support/tcp-session.js'

/** For bytes to reach the node that should not. */
const PAUSE = 50
const PATIENCE = { timeout: 10_000 }

interface PeerInfo {
  readonly session_id: string
  readonly bytesrecv_per_msg: Readonly<Record<string, number>>
}

let node: RealNode
let proxy: CountingProxy
const sessions: ReturnType<typeof startTcpSession>[] = []

async function start(settings: Partial<SessionSettings> = {}, hold = true) {
  proxy = await startCountingProxy(node.p2pPort)
  const session = startTcpSession(proxy.port, settings, hold)
  sessions.push(session)
  await expect.poll(() => session.run.standing(0).state, PATIENCE).not.toBe('connecting')
  return session
}

const peers = () => node.rpc<PeerInfo[]>('getpeerinfo')

afterEach(() => {
  for (const { run } of sessions.splice(0)) run.stop()
  proxy?.close()
})

describeRealNode('bitcoind, while the reader holds', () => {
  beforeAll(async () => {
    node = await startRealNode({ args: ['-peertimeout=600'] })
  })
  afterAll(() => node?.stop())

  it('gets no byte before it is let go, at any point of the handshake', async () => {
    const { run, events } = await start({ garbage: 300, decoys: 1 })
    let released = 0
    const points: string[] = []
    while (run.standing(0).state !== 'ready') {
      await expect.poll(() => run.hold.count, PATIENCE).toBeGreaterThan(0)
      await sleep(PAUSE)
      expect(proxy.count()).toBe(released)
      expect(run.standing(0).stats?.sent.bytes ?? 0).toBe(released)
      const [next] = run.hold.first
      if (!next) throw new Error('nothing is held')
      const { event } = next
      points.push('kind' in event ? `${event.type} ${event.kind}` : event.type)
      released += event.bytes.length
      run.run({ type: 'release' })
      await expect.poll(() => proxy.count(), PATIENCE).toBe(released)
    }
    expect(points).toEqual([
      'key_sent',
      'garbage_sent',
      'terminator_sent',
      'packet_sent decoy',
      'packet_sent version',
      ...Array.from({ length: points.length - 5 }, () => 'packet_sent message'),
    ])
    const sent = events.flatMap((event) =>
      event.type === 'message' && event.direction === 'sent' ? [event.messageType] : [],
    )
    expect(sent.slice(0, 4)).toEqual(['version', 'wtxidrelay', 'sendaddrv2', 'verack'])
    const { sessionId } = run.standing(0)
    expect((await peers()).map((peer) => peer.session_id)).toContain(sessionId)
  })

  it('gets everything in order once Hold is switched off', async () => {
    const { run } = await start({ garbage: 0 })
    await expect.poll(() => run.hold.count, PATIENCE).toBe(1)
    await sleep(PAUSE)
    expect(proxy.count()).toBe(0)
    run.run({ type: 'hold', isOn: false })
    await expect.poll(() => run.standing(0).state, PATIENCE).toBe('ready')
    await expect.poll(() => run.standing(0).latencyMs, PATIENCE).toBeDefined()
    expect(run.hold.count).toBe(0)
    // what has just been sent is still on its way to the proxy
    await expect
      .poll(() => (run.standing(0).stats?.sent.bytes ?? 0) - proxy.count(), PATIENCE)
      .toBe(0)
  })

  it('gets packets one at a time in a session that was free before', async () => {
    const { run } = await start({}, false)
    await expect.poll(() => run.standing(0).latencyMs, PATIENCE).toBeDefined()
    const before = proxy.count()
    run.run({ type: 'hold', isOn: true })
    for (let n = 0; n < 3; n++) run.run({ type: 'send_decoy', size: 100 })
    run.run({ type: 'ping' })
    await sleep(PAUSE)
    expect(proxy.count()).toBe(before)
    const sizes = run.hold.first.map(({ event }) => event.bytes.length)
    expect(sizes).toEqual([120, 120, 120, 29])
    let released = before
    for (const size of sizes) {
      run.run({ type: 'release' })
      released += size
      await expect.poll(() => proxy.count(), PATIENCE).toBe(released)
    }
    const id = run.standing(0).sessionId
    await expect
      .poll(async () => {
        const info = (await peers()).find((peer) => peer.session_id === id)
        return info?.bytesrecv_per_msg.ping
      }, PATIENCE)
      .toBe(2 * 29)
  })
})
