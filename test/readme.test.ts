import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { expect, it, vi } from 'vitest'
import { CACHE, inRoot } from '../scripts/lib/paths.mjs'

/** The code behind `<!-- example -->`. */
function example(): string {
  const readme = readFileSync(inRoot('README.md'), 'utf8')
  const [, code] = /<!-- example -->\n```ts\n([\s\S]*?)```/.exec(readme) ?? []
  if (code === undefined) throw new Error('the README has no example')
  return code
}

it("runs the README's example, which says what its comments say", async () => {
  mkdirSync(CACHE, { recursive: true })
  const file = inRoot('.cache', 'readme-example.ts')
  writeFileSync(file, example())
  const lines: string[] = []
  vi.spyOn(console, 'log').mockImplementation((...words) => lines.push(words.join(' ')))
  try {
    await import(/* @vite-ignore */ pathToFileURL(file).href)
  } finally {
    vi.restoreAllMocks()
  }
  expect(lines).toEqual([
    'initiator sends key, 64 bytes',
    'initiator sends garbage, 100 bytes',
    'responder sends key, 64 bytes',
    'responder sends garbage, 100 bytes',
    'responder sends terminator, 16 bytes',
    'responder sends packet, 20 bytes',
    'initiator: established',
    'initiator sends terminator, 16 bytes',
    'initiator sends packet, 20 bytes',
    'responder: established',
    'initiator sends packet, 29 bytes',
    'responder: message',
    'session ids are equal: true',
  ])
})

it('gives each dependency its reason', () => {
  const readme = readFileSync(inRoot('README.md'), 'utf8')
  const manifests = [
    '.',
    'packages/bip324',
    'packages/messages',
    'packages/peer',
    'packages/chain',
    'packages/recording',
    'apps/bridge',
    'apps/demo-node',
    'apps/web',
  ]
  const names = manifests.flatMap((dir) => {
    const manifest = JSON.parse(readFileSync(inRoot(dir, 'package.json'), 'utf8'))
    return Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
  })
  const missing = names.filter(
    (name) => !name.startsWith('@v2scope/') && !readme.includes(`\`${name}\``),
  )
  expect(missing).toEqual([])
})
