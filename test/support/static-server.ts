/** Any static host, as far as the built page can tell. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import sirv from 'sirv'

export interface StaticServer {
  /** Ends in `/`. */
  url: string
  close(): Promise<void>
}

/** Serves a folder on 127.0.0.1, at `/` or below a path such as `/some/where/`. */
export async function serveStatic(dir: string, { base = '/' } = {}): Promise<StaticServer> {
  const serve = sirv(dir, { dev: true })
  const server = createServer((request, response) => {
    const notFound = () => {
      response.statusCode = 404
      response.end()
    }
    if (!request.url?.startsWith(base)) return notFound()
    request.url = `/${request.url.slice(base.length)}`
    serve(request, response, notFound)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no TCP address')
  return {
    url: `http://127.0.0.1:${address.port}${base}`,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
