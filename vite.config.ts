import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const conditions = ['@v2scope/source', 'module', 'browser', 'development|production']

/** For `npm run dev`: what the bridge answers. It checks Host and Origin, so both are its own. */
const BRIDGE = `http://127.0.0.1:${process.env.V2SCOPE_BRIDGE_PORT ?? 8324}`
const toBridge = { target: BRIDGE, changeOrigin: true, headers: { origin: BRIDGE } }

const project = (name: string, include: string[], options: object = {}) => ({
  resolve: { conditions },
  ssr: { resolve: { conditions: ['@v2scope/source', 'node', 'development|production'] } },
  test: { name, root: at('.'), include, environment: 'node', ...options },
})

export default defineConfig({
  root: at('apps/web'),
  base: './',
  plugins: [react()],
  resolve: { conditions },
  build: { outDir: at('apps/web/dist'), emptyOutDir: true, target: 'es2023' },
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
  worker: { format: 'es' },
  test: {
    root: at('.'),
    projects: [
      project('packages', ['packages/*/test/**/*.test.ts', 'test/*.test.ts'], {
        testTimeout: 30_000,
      }),
      project('apps', ['apps/{bridge,demo-node}/test/**/*.test.ts'], { testTimeout: 60_000 }),
      project('web', ['apps/web/test/**/*.test.{ts,tsx}'], {
        environment: 'happy-dom',
        testTimeout: 30_000,
      }),
      project('interop', ['test/interop/**/*.test.ts'], {
        testTimeout: 60_000,
        hookTimeout: 120_000,
        fileParallelism: false,
      }),
      project('bridge', ['test/bridge/**/*.test.ts'], { testTimeout: 120_000 }),
      project('browser', ['test/browser/**/*.test.ts'], {
        expect: { poll: { timeout: 15_000 } },
        testTimeout: 60_000,
        hookTimeout: 120_000,
        fileParallelism: false,
      }),
    ],
  },
})
