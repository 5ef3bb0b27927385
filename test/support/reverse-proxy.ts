/** A proxy on 127.0.0.1 before a bridge, set up as well or as badly as a test wants. */
import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** A header, and what such a proxy makes of it. */
const REWRITES = {
  /** The bridge is asked by its own name. */
  host: (head: string, { host }: URL) => head.replace(/^host: .*$/gim, `Host: ${host}`),
  /** Who asks is the bridge's own page. */
  origin: (head: string, { origin }: URL) => head.replace(/^origin: .*$/gim, `Origin: ${origin}`),
  /** No WebSocket gets through. */
  upgrade: (head: string) => head.replace(/^upgrade: .*\r\n/gim, ''),
}

interface Options {
  readonly rewrites: readonly (keyof typeof REWRITES)[]
}

export interface ReverseProxy {
  /** Ends in `/`. */
  readonly url: string
  close(): Promise<void>
}

/** @param bridgeUrl ends in `/` */
export async function startReverseProxy(
  bridgeUrl: string,
  { rewrites }: Options,
): Promise<ReverseProxy> {
  const bridge = new URL(bridgeUrl)
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(Number(bridge.port), bridge.hostname)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => {}).on('close', () => sockets.delete(socket))
    }
    near.on('data', (bytes) => {
      let text = bytes.toString('latin1')
      for (const name of rewrites) text = REWRITES[name](text, bridge)
      far.write(text, 'latin1')
    })
    near.on('end', () => far.end())
    far.pipe(near)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no TCP address')
  return {
    url: `http://127.0.0.1:${address.port}/`,
    async close() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
