/** The demo node as a process: started by the bridge, or by hand. */

import { parseArgs } from 'node:util'
import { startDemoNode } from './demo-node.js'

const HELP = `The demo node of v2scope: a BIP324 responder on regtest, on a loopback port.

  node apps/demo-node/dist/main.js [--port N]

  --port N   the port to listen on, 127.0.0.1 (default: a free one)
  --help     this text`

function readPort(): number {
  const { values } = parseArgs({
    options: { port: { type: 'string', default: '0' }, help: { type: 'boolean' } },
  })
  if (values.help) {
    console.log(HELP)
    process.exit(0)
  }
  const port = Number(values.port)
  if (/^\d+$/.test(values.port) && port <= 65_535) return port
  throw new Error(`--port takes a number from 0 to 65535, not ${values.port}`)
}

async function main(): Promise<void> {
  const node = await startDemoNode({ port: readPort() })
  process.on('message', (message: unknown) => {
    if (typeof message !== 'object' || message === null) return
    if (!('type' in message) || message.type !== 'getpeerinfo' || !('id' in message)) return
    process.send?.({ type: 'peerinfo', id: message.id, peers: node.peerInfo() })
  })
  process.on('disconnect', () => process.exit(0)) // the bridge is gone
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(0))
  if (process.send) process.send({ type: 'listening', port: node.port, network: 'regtest' })
  else console.log(`the demo node listens on 127.0.0.1:${node.port} (regtest)`)
}

main().catch((error: unknown) => {
  console.error(`demo node: ${error instanceof Error ? error.message : String(error)}`)
  process.exit(1)
})
