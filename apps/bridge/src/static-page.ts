import { statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { chosenFor, isKnown } from './negotiation.js'
import { type PageFile, type PageFiles, readPageFiles } from './page-files.js'

const INDEX = '/index.html'
const NOT_BUILT = 'The page has not been built: run `npm run build`, then load this again.\n'

/** Vite names what is in there by its contents. */
const HASHED = /^\/assets\//

interface Built {
  /** When its index was written, ms. */
  readonly at: number
  readonly files: PageFiles
}

/** Serves the built page in `directory`, as it is when the request comes, from memory. */
export function staticPage(directory: string) {
  let built: Built | null = null

  /** @param pathname of the request's URL, with its escapes */
  return (pathname: string, request: IncomingMessage, response: ServerResponse) => {
    built = current(directory, built)
    if (built === null) return sendText(response, 503, NOT_BUILT)
    const path = pathname === '/' ? INDEX : pathname
    const file = built.files.get(path)
    if (file) sendFile(path, file, request, response)
    else sendText(response, 404, 'There is nothing here.\n')
  }
}

function current(directory: string, last: Built | null): Built | null {
  try {
    const at = statSync(join(directory, INDEX)).mtimeMs
    return last?.at === at ? last : { at, files: readPageFiles(directory) }
  } catch {
    // not there, or just being built anew
    return null
  }
}

/** A range is not answered: RFC 9110 §14.2 lets a server ignore it, and the page asks for none. */
function sendFile(
  path: string,
  file: PageFile,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const chosen = chosenFor(request, file)
  const { coding, bytes, etag } = chosen
  response.setHeader('etag', etag)
  response.setHeader('vary', 'accept-encoding')
  response.setHeader(
    'cache-control',
    HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
  )
  if (isKnown(request, chosen)) {
    response.writeHead(304).end()
    return
  }
  if (coding !== 'identity') response.setHeader('content-encoding', coding)
  response.writeHead(200, { 'content-type': file.type, 'content-length': bytes.length })
  response.end(request.method === 'HEAD' ? undefined : bytes)
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
  })
  response.end(text)
}
