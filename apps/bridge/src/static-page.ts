import { statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import sirv, { type RequestHandler } from 'sirv'

const NOT_BUILT = 'The page has not been built: run `npm run build`, then load this again.\n'

/** Vite names what is in there by its contents. */
const HASHED = /^\/assets\//

/** Serves the built page in `directory`, as it is when the request comes. */
export function staticPage(directory: string) {
  let served: { readonly builtAt: number; readonly handle: RequestHandler } | null = null

  return (request: IncomingMessage, response: ServerResponse) => {
    const builtAt = statSync(join(directory, 'index.html'), { throwIfNoEntry: false })?.mtimeMs
    if (builtAt === undefined) {
      served = null
      return sendText(response, 503, NOT_BUILT)
    }
    if (served?.builtAt !== builtAt) served = { builtAt, handle: openDirectory(directory) }
    // sirv throws on a range that ends before it begins, and the page asks for none.
    delete request.headers.range
    served.handle(request, response, () => sendText(response, 404, 'There is nothing here.\n'))
  }
}

function openDirectory(directory: string): RequestHandler {
  return sirv(directory, {
    etag: true,
    maxAge: 0,
    setHeaders(response, pathname) {
      const caching = HASHED.test(pathname) ? 'public, max-age=31536000, immutable' : 'no-cache'
      response.setHeader('cache-control', caching)
    },
  })
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
  })
  response.end(text)
}
