/** What the build does to the page's files, as the bridge then reads them. */
import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, it, onTestFinished } from 'vitest'
import { readPageFiles } from '../apps/bridge/src/page-files.js'
import { compressAll, touchAll } from '../scripts/lib/compress.mjs'

const TEXT = 'a line of text\n'.repeat(1000)

function folder() {
  const directory = mkdtempSync(join(tmpdir(), 'v2scope-compress-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  const at = (name: string) => join(directory, name)
  writeFileSync(at('index.html'), TEXT)
  writeFileSync(at('noise.png'), randomBytes(1000))
  return { directory, at, files: ['index.html', 'noise.png'].map(at) }
}

it('compresses what gets smaller by it, and nothing else', async () => {
  const { directory, at, files } = folder()
  await compressAll(files)
  expect(readdirSync(directory).sort()).toEqual([
    'index.html',
    'index.html.br',
    'index.html.gz',
    'noise.png',
  ])
  expect(brotliDecompressSync(readFileSync(at('index.html.br'))).toString()).toBe(TEXT)
  expect(gunzipSync(readFileSync(at('index.html.gz'))).toString()).toBe(TEXT)
})

it('makes the same of the same, at any time', async () => {
  const hashes = new Set<string>()
  for (const time of [new Date(0), new Date()]) {
    const { at, files } = folder()
    utimesSync(at('index.html'), time, time)
    await compressAll(files)
    const made = ['index.html.br', 'index.html.gz'].map((name) => readFileSync(at(name)))
    hashes.add(createHash('sha256').update(Buffer.concat(made)).digest('hex'))
  }
  expect(hashes.size).toBe(1)
})

it('leaves what the bridge takes for forms of the same file', async () => {
  const { directory, at, files } = folder()
  await compressAll(files)
  touchAll(at('index.html'))
  const read = readPageFiles(directory)
  expect([...read.keys()].sort()).toEqual(['/index.html', '/noise.png'])
  expect(read.get('/index.html')?.compressed.map(({ coding }) => coding)).toEqual(['br', 'gzip'])
  expect(read.get('/noise.png')?.compressed).toEqual([])
})
