/** The pages of the bench on 127.0.0.1, with the headers that give them a fine clock. */

import { once } from 'node:events'
import { createServer } from 'node:http'
import sirv from 'sirv'

/** A page that is isolated has a clock of 5 µs; else it has 100. */
const HEADERS = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
}

export interface BenchServer {
  /** Ends in `/`. */
  readonly url: string
  readonly close: () => Promise<void>
}

/** @param dir of the built pages */
export async function serveBench(dir: string): Promise<BenchServer> {
  const serve = sirv(dir, { dev: true })
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value)
    serve(request, response, () => {
      response.statusCode = 404
      response.end()
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no TCP address')
  return {
    url: `http://127.0.0.1:${address.port}/`,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
