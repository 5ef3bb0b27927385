import { existsSync } from 'node:fs'
import { connect } from 'node:net'
import { expect, it } from 'vitest'
import { startRealNode } from '../support/real-node.js'
import { describeRealNode } from '../support/requirements.js'

const isListening = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })

describeRealNode('a real node', () => {
  it('answers on a network of its own, and leaves nothing behind', async () => {
    const node = await startRealNode()
    const { chain } = await node.rpc<{ chain: string }>('getblockchaininfo')
    expect(chain).toBe('regtest')
    expect(await isListening(node.p2pPort)).toBe(true)
    await node.stop()
    expect(await isListening(node.p2pPort)).toBe(false)
    expect(existsSync(node.datadir)).toBe(false)
  })

  it('says why it did not start', async () => {
    await expect(
      startRealNode({ args: ['-maxmempool=nonsense', '-no-such-option'] }),
    ).rejects.toThrow(/did not start[\s\S]*no-such-option/)
  })

  it('is dialled by another at our word, even on the main network and with nobody else', async () => {
    const [alice, bob] = await Promise.all([
      startRealNode({ network: 'main' }),
      startRealNode({ network: 'main' }),
    ])
    await alice.rpc('addnode', `127.0.0.1:${bob.p2pPort}`, 'onetry', true)
    type Peer = { addr: string; transport_protocol_type: string }
    await expect
      .poll(async () => (await alice.rpc<Peer[]>('getpeerinfo'))[0]?.transport_protocol_type)
      .toBe('v2')
    expect(await alice.rpc<Peer[]>('getpeerinfo')).toHaveLength(1)
    await Promise.all([alice.stop(), bob.stop()])
  })
})
