import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'

/** What a file may be compressed by, the best first, and how the build names the result. */
export const CODINGS = [
  { coding: 'br', suffix: '.br' },
  { coding: 'gzip', suffix: '.gz' },
] as const
export type Coding = (typeof CODINGS)[number]['coding'] | 'identity'

/** A file as it goes over the wire in one coding. */
export interface Representation {
  readonly coding: Coding
  readonly bytes: Buffer
  /** RFC 9110 §8.8.3: of these bytes, so that each coding has its own. */
  readonly etag: string
}

export interface PageFile {
  /** Its media type. */
  readonly type: string
  readonly asItIs: Representation
  /** The best first. */
  readonly compressed: readonly Representation[]
}

/** By the path in an address: `/assets/index-Ab12.js`. */
export type PageFiles = ReadonlyMap<string, PageFile>

const TYPES: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.json', 'application/json'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.woff2', 'font/woff2'],
  ['.wasm', 'application/wasm'],
  ['.txt', 'text/plain; charset=utf-8'],
])
const UNKNOWN_TYPE = 'application/octet-stream'

/**
 * Reads a built page, all of it. Only what is in here can be asked for: what a link points to, what begins
 * with a dot and what lies outside are not.
 * @throws the system's error where something can't be read, or is gone by then
 */
export function readPageFiles(directory: string): PageFiles {
  const paths = filesBelow(directory, '')
  const plain = paths.filter((path) => !CODINGS.some(({ suffix }) => path.endsWith(suffix)))
  return new Map(plain.map((path) => [encodeURI(path), readPageFile(directory, path, paths)]))
}

/** Each path begins with a slash. */
function filesBelow(directory: string, at: string): string[] {
  return readdirSync(join(directory, at), { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .flatMap((entry) => {
      const path = `${at}/${entry.name}`
      if (entry.isDirectory()) return filesBelow(directory, path)
      return entry.isFile() ? [path] : []
    })
}

function readPageFile(directory: string, path: string, paths: readonly string[]): PageFile {
  const at = (name: string) => join(directory, name)
  const { mtimeMs } = statSync(at(path))
  const compressed = CODINGS.flatMap(({ coding, suffix }) => {
    const name = path + suffix
    // one that is older was made of something else
    const isOfThis = paths.includes(name) && statSync(at(name)).mtimeMs >= mtimeMs
    return isOfThis ? [representation(coding, readFileSync(at(name)))] : []
  })
  return {
    type: TYPES.get(extname(path)) ?? UNKNOWN_TYPE,
    asItIs: representation('identity', readFileSync(at(path))),
    compressed,
  }
}

function representation(coding: Coding, bytes: Buffer): Representation {
  const etag = `"${createHash('sha256').update(bytes).digest('base64url')}"`
  return { coding, bytes, etag }
}
