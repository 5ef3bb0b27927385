/** The built page with another worker in place of its own: what the worker says is the test's choice. */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { inRoot } from '../../scripts/lib/paths.mjs'
import { type StaticServer, serveStatic } from './static-server.js'

/** @param entry the worker's source @returns the page, served; its files go with `close` */
export async function servePageWithWorker(entry: string): Promise<StaticServer> {
  const dir = await mkdtemp(join(tmpdir(), 'v2scope-page-'))
  await cp(inRoot('apps/web/dist'), dir, { recursive: true })
  const assets = join(dir, 'assets')
  const [worker, ...more] = (await readdir(assets)).filter((name) => /^worker-.*\.js$/.test(name))
  if (worker === undefined || more.length > 0) throw new Error('the page has no worker, or many')
  const built = join(dir, 'built')
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['@v2scope/source', 'module', 'browser', 'production'] },
    build: {
      outDir: built,
      lib: { entry, formats: ['es'], fileName: () => 'worker.js' },
    },
  })
  await writeFile(join(assets, worker), await readFile(join(built, 'worker.js')))
  const host = await serveStatic(dir)
  return {
    url: host.url,
    async close() {
      await host.close()
      await rm(dir, { recursive: true })
    },
  }
}
