/** Opens relays and a port with a bridge of its own, and ends it: then nothing may keep it alive. */
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { WebSocket } from 'ws'

const { startBridge } = await import(new URL('../../dist/bridge.js', import.meta.url).href)
const [demo, way] = process.argv.slice(2)

const node = createServer((socket) => socket.on('error', () => undefined).resume())
await new Promise((resolve) => node.listen({ port: 0, host: '127.0.0.1' }, () => resolve(null)))
const address = node.address()
const port = typeof address === 'object' ? address?.port : 0
const bridge = await startBridge({
  host: '127.0.0.1',
  port: 0,
  demo,
  log: { info: () => undefined, warn: console.error },
  targets: [{ name: 'mine', host: '127.0.0.1', port, network: null }],
  limits: { bytesPerSecond: 1, lifetime: 1e9, firstByteTimeout: 1e9, drainTimeout: 100 },
})
const origin = bridge.url.slice(0, -1)
const pages = ['relay/mine', 'relay/demo', 'relay/nobody', 'listen'].map(
  (path) => new WebSocket(bridge.url.replace('http', 'ws') + path, { origin }),
)
for (const page of pages) {
  page.on('open', () => page.send(Buffer.alloc(5)))
  page.on('error', () => undefined)
}
await Promise.all(
  pages.map((page) => new Promise((resolve) => page.on('message', resolve).on('close', resolve))),
)
await (way === 'drain' ? bridge.drain() : bridge.close())
node.close()
await sleep(100)
console.log(process.getActiveResourcesInfo().join(' '))
