/** The same seed gives the same study, to the last digit: in Node, in Chromium, in Firefox. */
import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { STUDY_SEED, type StudyAsk, StudyRoom } from '@v2scope/eavesdropper'
import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PAGE } from '../../scripts/lib/build.mjs'
import { workerCode } from '../../scripts/lib/page-code.mjs'
import { launchBrowser, type TestBrowser } from '../support/browser.js'
import { launchFirefox } from '../support/firefox.js'
import { describeBrowser } from '../support/requirements.js'
import { type StaticServer, serveStatic } from '../support/static-server.js'

const ASKS: readonly StudyAsk[] = [
  { study: 'traffic', seed: STUDY_SEED },
  { study: 'traffic', seed: 'a seed, ünd mehr' },
  { study: 'first bytes', seed: STUDY_SEED, keys: 100 },
  {
    study: 'shaping',
    seed: STUDY_SEED,
    plan: { shaping: { strategy: 'poisson', meanMs: 70, bytes: 333 } },
  },
]

/** SHA-256 of the result as JSON, 64 hex digits. */
function hashInNode(ask: StudyAsk): string {
  const steps = new StudyRoom().run(ask)
  let step = steps.next()
  while (!step.done) step = steps.next()
  return createHash('sha256').update(JSON.stringify(step.value)).digest('hex')
}

/** In the page: has its worker find it out. @returns the same hash, or why there is none */
async function hashInPage({ worker: url, ask }: { worker: string; ask: StudyAsk }) {
  const worker = new Worker(url, { type: 'module' })
  const result = await new Promise<unknown>((resolve, reject) => {
    worker.onerror = ({ message }) => reject(new Error(message))
    worker.onmessage = ({ data }) => {
      if (data.failure) reject(new Error(data.failure))
      if (data.result) resolve(data.result)
    }
    worker.postMessage({ type: 'study', id: 1, ask })
  }).finally(() => worker.terminate())
  const bytes = new TextEncoder().encode(JSON.stringify(result))
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

const inNode = new Map<StudyAsk, string>()
let server: StaticServer
let worker = ''
beforeAll(async () => {
  server = await serveStatic(PAGE)
  const [file = ''] = workerCode().filter((path) => /worker-/.test(path))
  worker = `${server.url}assets/${basename(file)}`
  for (const ask of ASKS) inNode.set(ask, hashInNode(ask))
})
afterAll(() => server.close())

const named = ASKS.map((ask) => [`${ask.study}, ${ask.seed}`, ask] as const)

describe('studies in Node', () => {
  it('are all different', () => {
    expect(new Set(inNode.values()).size).toBe(ASKS.length)
  })
})

describeBrowser('studies in Chromium', () => {
  let chromium: TestBrowser
  beforeAll(async () => {
    chromium = await launchBrowser()
  })
  afterAll(() => chromium.close())

  it.each(named)('give what they give in Node: %s', async (_, ask) => {
    const { page, close } = await chromium.newPage()
    await page.goto(server.url)
    expect(await page.evaluate(hashInPage, { worker, ask })).toBe(inNode.get(ask))
    await close()
  })
})

describeBrowser(
  'studies in Firefox',
  () => {
    let firefox: Browser
    beforeAll(async () => {
      firefox = await launchFirefox()
    })
    afterAll(() => firefox.close())

    it.each(named)('give what they give in Node: %s', async (_, ask) => {
      const page = await firefox.newPage()
      await page.goto(server.url)
      expect(await page.evaluate(hashInPage, { worker, ask })).toBe(inNode.get(ask))
      await page.close()
    })
  },
  'firefox',
)
