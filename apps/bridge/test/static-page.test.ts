import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, it, onTestFinished } from 'vitest'
import { testBridge } from './support/bridge.js'
import { rawRequest } from './support/raw-http.js'

const SCRIPT = 'export {}\n'.repeat(100)
const ASSET = '/assets/index-Ab12.js'

/** A folder with a page in it, beside a file that is none of it. */
function builtPage(): string {
  const around = mkdtempSync(join(tmpdir(), 'v2scope-page-'))
  onTestFinished(() => rmSync(around, { recursive: true, force: true }))
  writeFileSync(join(around, 'secret.txt'), 'secret')
  const directory = join(around, 'dist')
  mkdirSync(join(directory, 'assets'), { recursive: true })
  writeFileSync(join(directory, 'index.html'), '<!doctype html><title>v2scope</title>')
  const asset = join(directory, ASSET)
  writeFileSync(asset, SCRIPT)
  writeFileSync(`${asset}.br`, brotliCompressSync(SCRIPT))
  writeFileSync(`${asset}.gz`, gzipSync(SCRIPT))
  return directory
}

async function served(directory = builtPage()) {
  const { url, port } = await testBridge({ staticDir: directory })
  const host = `127.0.0.1:${port}`
  /** Exactly these headers, and bytes as they are on the wire. */
  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    rawRequest(port, path, { host, connection: 'close', ...headers }, method)
  return { url, port, ask }
}

describe('the page', () => {
  it('is served with the headers that keep it to itself', async () => {
    const { url } = await served()
    const { status, headers } = await fetch(url)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toMatch('text/html')
    expect(headers.get('cache-control')).toBe('no-cache')
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; " +
        "img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; " +
        "form-action 'none'; frame-ancestors 'none'",
    )
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('permissions-policy')).toMatch('camera=()')
  })

  it('has assets that are kept for good, and nothing at other paths', async () => {
    const { url } = await served()
    const asset = await fetch(url + ASSET.slice(1))
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(asset.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(await asset.text()).toBe(SCRIPT)
    for (const path of ['assets/gone.js', 'assets', 'assets/', 'index', `${ASSET.slice(1)}.br`]) {
      const missing = await fetch(url + path)
      expect(missing.status).toBe(404)
      expect(missing.headers.get('content-type')).toMatch('text/plain')
    }
  })

  it('says what to run when it has not been built, and is there once it is', async () => {
    const directory = builtPage()
    rmSync(join(directory, 'index.html'))
    const { url } = await served(directory)
    const missing = await fetch(url)
    expect(missing.status).toBe(503)
    expect(await missing.text()).toMatch('npm run build')
    writeFileSync(join(directory, 'index.html'), '<!doctype html><title>new</title>')
    expect(await (await fetch(url)).text()).toMatch('new')
  })

  it('is whole even when its files go away', async () => {
    const directory = builtPage()
    const { url } = await served(directory)
    await fetch(url)
    rmSync(join(directory, 'assets'), { recursive: true })
    expect(await (await fetch(url + ASSET.slice(1))).text()).toBe(SCRIPT)
  })

  it.each(['bytes=5-3', 'bytes=0-', 'bytes=-1', 'bytes=999999-', 'bytes=x-y,,', 'lines=1-2'])(
    'takes no notice of the range %s',
    async (range) => {
      const { ask } = await served()
      const { status, headers, body } = await ask(ASSET, { range })
      expect(status).toBe(200)
      expect(headers.get('content-length')).toBe(String(SCRIPT.length))
      expect(body).toBe(SCRIPT)
    },
  )
})

describe('a compressed file', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['br', 'br'],
    ['BR;q=0.1, gzip', 'br'],
    ['gzip', 'gzip'],
    ['gzip, br;q=0', 'gzip'],
    ['*', 'br'],
    ['*, br;q=0', 'gzip'],
    ['gzip;q=0, br;q=0.000', undefined],
    ['deflate, zstd', undefined],
    ['xbr, gzipped', undefined],
    ['identity', undefined],
    ['', undefined],
    [';;q=,,=', undefined],
  ])('goes to a browser that says "%s" as %s', async (accepted, coding) => {
    const { ask } = await served()
    const { headers, body } = await ask(ASSET, { 'accept-encoding': accepted })
    const bytes = Buffer.from(body, 'latin1')
    expect(headers.get('content-encoding')).toBe(coding)
    expect(headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(headers.get('vary')).toBe('accept-encoding')
    expect(headers.get('content-length')).toBe(String(bytes.length))
    expect(decoded(coding, bytes).toString()).toBe(SCRIPT)
  })

  it('that is older than what it was made of is not used', async () => {
    const directory = builtPage()
    const longAgo = new Date(0)
    for (const suffix of ['.br', '.gz']) {
      utimesSync(join(directory, ASSET) + suffix, longAgo, longAgo)
    }
    const { ask } = await served(directory)
    const { headers, body } = await ask(ASSET, { 'accept-encoding': 'br, gzip' })
    expect(headers.has('content-encoding')).toBe(false)
    expect(body).toBe(SCRIPT)
  })
})

describe('a file that the browser has', () => {
  const CODINGS = ['br', 'gzip', 'identity']

  it('is not sent again, in any coding', async () => {
    const { ask } = await served()
    const tags = new Set<string>()
    for (const coding of CODINGS) {
      const headers = { 'accept-encoding': coding }
      const etag = (await ask(ASSET, headers)).headers.get('etag') ?? ''
      expect(etag).toMatch(/^"[\w-]{43}"$/)
      tags.add(etag)
      for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
        const again = await ask(ASSET, { ...headers, 'if-none-match': known })
        expect(again.status).toBe(304)
        expect(again.body).toBe('')
        expect(again.headers.get('etag')).toBe(etag)
        expect(again.headers.get('vary')).toBe('accept-encoding')
        expect(again.headers.get('cache-control')).toMatch('immutable')
      }
    }
    expect(tags.size).toBe(CODINGS.length)
  })

  it('is sent where it is known in another coding only', async () => {
    const { ask } = await served()
    const { headers } = await ask(ASSET, { 'accept-encoding': 'br' })
    const known = { 'if-none-match': headers.get('etag') ?? '' }
    expect((await ask(ASSET, { ...known, 'accept-encoding': 'gzip' })).status).toBe(200)
  })

  it('is told of by HEAD as by GET', async () => {
    const { ask } = await served()
    for (const coding of CODINGS) {
      const headers = { 'accept-encoding': coding }
      const get = await ask(ASSET, headers)
      const head = await ask(ASSET, headers, 'HEAD')
      expect(head.status).toBe(200)
      expect(head.body).toBe('')
      const without = (all: ReadonlyMap<string, string>) =>
        [...all].filter(([key]) => key !== 'date')
      expect(without(head.headers)).toEqual(without(get.headers))
    }
  })
})

describe('no path leaves the folder', () => {
  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/%2E%2E%2Fsecret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/assets\\..\\..\\secret.txt',
    '/%252e%252e%252fsecret.txt',
    '/.%2e/.%2e/secret.txt',
    '/..;/secret.txt',
    '/%c0%ae%c0%ae/secret.txt',
    '//secret.txt',
    '//127.0.0.1/../secret.txt',
    '/secret.txt%00.js',
    '/%00',
    '/index.html%00.js',
    '/file:///etc/passwd',
    '/C:%5CWindows%5Cwin.ini',
    '/%E0%A4%A',
    '/__proto__',
    '/constructor',
  ])('%s', async (path) => {
    const { ask } = await served()
    const { status, body } = await ask(path)
    expect([400, 404]).toContain(status)
    expect(body).not.toMatch(/^secret|root:/)
    expect((await ask('/')).status).toBe(200)
  })

  it('by a link, nor to what begins with a dot', async () => {
    const directory = builtPage()
    symlinkSync(join(directory, '..', 'secret.txt'), join(directory, 'link.txt'))
    symlinkSync(join(directory, '..'), join(directory, 'up'))
    writeFileSync(join(directory, '.env'), 'secret')
    const { ask } = await served(directory)
    for (const path of ['/link.txt', '/up/secret.txt', '/.env', '/.', '/%2eenv']) {
      expect([200, 404]).toContain((await ask(path)).status)
      expect((await ask(path)).body).not.toMatch('secret')
    }
  })

  it('in an absolute request either', async () => {
    const { port, ask } = await served()
    for (const path of [`http://127.0.0.1:${port}/../secret.txt`, 'file:///etc/passwd', '*']) {
      const { status, body } = await ask(path)
      expect([400, 404]).toContain(status)
      expect(body).not.toMatch(/^secret|root:/)
    }
  })
})

function decoded(coding: string | undefined, bytes: Buffer): Buffer {
  if (coding === 'br') return brotliDecompressSync(bytes)
  return coding === 'gzip' ? gunzipSync(bytes) : bytes
}
