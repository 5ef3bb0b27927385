// @ts-check
/** All of `@v2scope/bip324` and its fast core in one file, with what they depend on: to be weighed. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { CACHE } from './paths.mjs'

const FOLDER = join(CACHE, 'sizes')
const ENTRY = join(FOLDER, 'entry.js')
const EXPORTS = `export * from '@v2scope/bip324'\nexport * from '@v2scope/bip324/fast'\n`

export const LIBRARY_CODE = join(FOLDER, 'built/bip324.js')

/** Of what is built already. Vite's build says to this process that it is production, which the tests are not. */
export async function bundleLibrary() {
  const { build } = await import('vite')
  const { NODE_ENV } = process.env
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(ENTRY, EXPORTS)
  await build({
    configFile: false,
    root: FOLDER,
    logLevel: 'warn',
    build: {
      outDir: dirname(LIBRARY_CODE),
      target: 'es2023',
      rolldownOptions: {
        input: ENTRY,
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: 'bip324.js' },
      },
    },
  })
  if (NODE_ENV === undefined) delete process.env.NODE_ENV
  else process.env.NODE_ENV = NODE_ENV
}
