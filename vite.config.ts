import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { configDefaults, defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const conditions = ['@v2scope/source', 'module', 'browser', 'development|production']

/** For `npm run dev`: what the bridge answers. It checks Host and Origin, so both are its own. */
const BRIDGE = `http://127.0.0.1:${process.env.V2SCOPE_BRIDGE_PORT ?? 8324}`
const toBridge = { target: BRIDGE, changeOrigin: true, headers: { origin: BRIDGE } }

/** The same icons in one file: as modules they are 1,600, read anew for every test file. */
const alias = { 'lucide-react': 'lucide-react/dist/cjs/lucide-react.js' }

type TestOptions = NonNullable<TestProjectInlineConfiguration['test']>

/** What measures memory or time, or takes the whole machine: nothing else runs beside it. */
const ALONE = '**/*.alone.test.ts'
const together: TestOptions = { exclude: [...configDefaults.exclude, ALONE] }
/** For files that share nothing that changes, so that their modules need not be read anew. */
const inOne: TestOptions = { ...together, isolate: false }

const project = (name: string, include: string[], options: TestOptions) => ({
  resolve: { conditions, alias },
  ssr: { resolve: { conditions: ['@v2scope/source', 'node', 'development|production'] } },
  test: { name, root: at('.'), include, environment: 'node', ...options },
})

/**
 * What is fetched before anything is drawn, in one file: forty small ones compress worse by a twentieth.
 * The entry itself awaits the words, and so must not be what their code waits for.
 */
const FIRST = {
  name: 'first',
  tags: ['$initial' as const],
  test: (id: string) => !/\/(index\.html|main\.tsx|worker\.ts)$/.test(id),
}

export default defineConfig({
  root: at('apps/web'),
  base: './',
  plugins: [react()],
  resolve: { conditions },
  build: {
    outDir: at('apps/web/dist'),
    emptyOutDir: true,
    target: 'es2023',
    rolldownOptions: { output: { codeSplitting: { groups: [FIRST] } } },
  },
  server: {
    proxy: {
      '/relay': { ...toBridge, ws: true },
      '/listen': { ...toBridge, ws: true },
      '/accept': { ...toBridge, ws: true },
      '/targets': toBridge,
      '/limits': toBridge,
      '/healthz': toBridge,
      '/readyz': toBridge,
      '/demo/': toBridge,
    },
  },
  worker: { format: 'es', rolldownOptions: { output: { codeSplitting: { groups: [FIRST] } } } },
  test: {
    root: at('.'),
    // a core is left for vitest otherwise: of two, the half
    maxWorkers: '100%',
    projects: [
      project('packages', ['{packages/*,bench}/test/**/*.test.ts', 'test/*.test.ts'], {
        ...inOne,
        testTimeout: 30_000,
      }),
      // the same tests once more, with what is compiled in place of the reference
      project('fast core', ['packages/bip324/test/*.test.ts'], {
        ...together,
        setupFiles: [at('packages/bip324/test/support/on-fast-core.ts')],
        testTimeout: 30_000,
      }),
      project('apps', ['apps/{bridge,demo-node}/test/**/*.test.ts'], {
        ...together,
        testTimeout: 60_000,
      }),
      project('web', ['apps/web/test/**/*.test.ts'], { ...inOne, testTimeout: 30_000 }),
      project('ui', ['apps/web/test/**/*.test.tsx'], {
        ...together,
        environment: 'happy-dom',
        testTimeout: 30_000,
      }),
      project('interop', ['test/interop/**/*.test.ts'], {
        ...inOne,
        testTimeout: 60_000,
        hookTimeout: 120_000,
      }),
      project('bridge', ['test/bridge/**/*.test.ts'], { ...together, testTimeout: 120_000 }),
      project('browser', ['test/browser/**/*.test.ts'], {
        ...inOne,
        expect: { poll: { timeout: 15_000 } },
        testTimeout: 60_000,
        hookTimeout: 120_000,
      }),
      project('alone', [ALONE], {
        expect: { poll: { timeout: 15_000 } },
        testTimeout: 60_000,
        hookTimeout: 120_000,
        fileParallelism: false,
        sequence: { groupOrder: 1 },
      }),
    ],
  },
})
