/** The demo node as a process: started by the bridge, or by hand. */

import { DemoMiner } from '@v2scope/chain/demo'
import { startDemoNode } from './demo-node.js'
import { HELP, readSettings } from './settings.js'

async function main(): Promise<void> {
  // the bridge is gone, perhaps since before we could listen for that
  if (process.connected === false) process.exit(0)
  process.on('disconnect', () => process.exit(0))
  const settings = readSettings(process.argv.slice(2))
  if (!settings) return console.log(HELP)
  const { port, seed, blockEvery } = settings
  const node = await startDemoNode({ port, blockEvery, miner: new DemoMiner(seed) })
  process.on('message', (message: unknown) => {
    if (typeof message !== 'object' || message === null) return
    if (!('type' in message) || message.type !== 'getpeerinfo' || !('id' in message)) return
    process.send?.({ type: 'peerinfo', id: message.id, peers: node.peerInfo() })
  })
  // one that goes to the whole group is for the bridge, which may let its callers finish
  const onSignal = () => (process.send ? undefined : process.exit(0))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, onSignal)
  if (process.send) process.send({ type: 'listening', port: node.port, network: 'regtest' })
  else console.log(`the demo node listens on 127.0.0.1:${node.port} (regtest)`)
}

main().catch((error: unknown) => {
  console.error(`demo node: ${error instanceof Error ? error.message : String(error)}`)
  process.exit(1)
})
