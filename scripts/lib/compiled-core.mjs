// @ts-check
/** The AssemblyScript of `packages/bip324/assembly`, compiled: kept in the sources, so that they run without a build. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { inRoot } from './paths.mjs'
import { Failure } from './run.mjs'

const SOURCES = inRoot('packages/bip324/assembly')
const COMPILED = inRoot('packages/bip324/src/fast/compiled.ts')

const OPTIONS = ['-O3', '--converge', '--noAssert', '--runtime', 'stub', '--enable', 'simd']
/** In pages of 64 KiB; more is asked for when a packet needs it. */
const MEMORY = ['--initialMemory', '2']

/** @returns {Promise<string>} the text of `src/fast/compiled.ts`; the same sources give the same */
export async function compiledCore() {
  const { default: asc } = await import('assemblyscript/asc')
  /** @type {Uint8Array | undefined} */
  let bytes
  const { error, stderr } = await asc.main(
    ['index.ts', ...OPTIONS, ...MEMORY, '--baseDir', SOURCES, '--outFile', 'compiled.wasm'],
    {
      writeFile: (_, contents) => {
        bytes = typeof contents === 'string' ? Buffer.from(contents) : contents
      },
    },
  )
  if (error || !bytes) throw new Failure(`the compiled core could not be made:\n${stderr}`)
  const base64 = Buffer.from(bytes).toString('base64')
  return `/** Made from \`assembly/\` by \`npm run build\`; not to be edited. */\nexport const COMPILED =\n  '${base64}'\n`
}

/** @returns the text that is kept, or nothing where it has never been made */
export const keptCore = () => (existsSync(COMPILED) ? readFileSync(COMPILED, 'utf8') : '')

/** Makes it anew where it is another now. */
export async function writeCompiledCore() {
  const text = await compiledCore()
  if (text !== keptCore()) writeFileSync(COMPILED, text)
}
