// @ts-check
/** The bench, made ready to run: its own program for Node, and modules for its pages. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CACHE, inRoot } from './paths.mjs'

/** As deep below the root as `scripts/lib` is: what finds the root from there finds it from here. */
const BENCH = join(CACHE, 'bench')
export const BENCH_PROGRAM = join(BENCH, 'main.js')
export const BENCH_TABLES = join(BENCH, 'tables.js')

/** In the pages: each of these is one file, so that a fresh page loads what it runs and no more. */
const MODULES = ['main', 'fresh-baseline', 'fresh-reference', 'fresh-fast']

const CONDITIONS = ['@v2scope/source', 'module']
const EMPTY_PAGE = '<!doctype html><meta charset="utf-8"><title>bench</title>\n'

/** @param {string[]} names of modules in `bench/browser` */
async function buildForPages(names) {
  const { build } = await import('vite')
  const outDir = join(BENCH, 'page')
  mkdirSync(outDir, { recursive: true })
  for (const name of names)
    await build({
      configFile: false,
      logLevel: 'warn',
      publicDir: false,
      resolve: { conditions: [...CONDITIONS, 'browser', 'production'] },
      build: {
        outDir,
        emptyOutDir: false,
        target: 'es2023',
        lib: {
          entry: inRoot('bench', 'browser', `${name}.ts`),
          formats: ['es'],
          fileName: () => `${name}.js`,
        },
      },
    })
  writeFileSync(join(outDir, 'empty.html'), EMPTY_PAGE)
}

/** What is from npm stays where it is, and what is ours goes in from its sources. */
async function buildForNode() {
  const { build } = await import('vite')
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    root: inRoot(),
    ssr: { noExternal: [/^@v2scope\//], resolve: { conditions: [...CONDITIONS, 'node'] } },
    build: {
      ssr: true,
      target: 'node20',
      outDir: BENCH,
      rolldownOptions: {
        input: {
          main: inRoot('bench/main.ts'),
          tables: inRoot('bench/tables.ts'),
          'flood-node': inRoot('bench/page/flood-node.ts'),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  })
}

/** @param {{ pages: boolean }} what the tables alone need no pages */
export async function buildBench({ pages }) {
  rmSync(BENCH, { recursive: true, force: true })
  await buildForNode()
  if (pages) await buildForPages(MODULES)
}
