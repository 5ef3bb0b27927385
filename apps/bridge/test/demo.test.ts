import { describe, expect, it, vi } from 'vitest'
import { FAKE_DEMO, getJson, testBridge, until } from './support/bridge.js'
import { KeptLog } from './support/kept-log.js'
import { openPage } from './support/page.js'

const MINE = { name: 'mine', host: '127.0.0.1', port: 8333, network: 'mainnet' } as const

async function demoPid(url: string): Promise<number> {
  const [peer] = await getJson(`${url}demo/getpeerinfo`)
  return peer.pid
}

describe('the demo node', () => {
  it('is the first target, and answers over a relay', async () => {
    const { url } = await testBridge({ demo: FAKE_DEMO, targets: [MINE] })
    const targets = await getJson(`${url}targets`)
    expect(targets.map(({ name }: { name: string }) => name)).toEqual(['demo', 'mine'])
    expect(targets[0]).toEqual({
      name: 'demo',
      network: 'regtest',
      address: expect.stringMatching(/^127\.0\.0\.1:\d+$/),
    })
    const page = openPage(url, '/relay/demo')
    expect((await page.announced).remote).toBe(targets[0].address)
    page.ws.send(Buffer.from('echo'))
    expect((await page.read(4)).toString()).toBe('echo')
  })

  it('reports its peers', async () => {
    const { url } = await testBridge({ demo: FAKE_DEMO })
    const answer = await fetch(`${url}demo/getpeerinfo`)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await answer.json()).toEqual([{ id: 0, pid: expect.any(Number), session_id: 'ab' }])
  })

  it('is reported as silent with 504', async () => {
    vi.stubEnv('FAKE_DEMO', 'silent')
    const { url } = await testBridge({ demo: FAKE_DEMO, limits: { demoReplyTimeout: 100 } })
    vi.unstubAllEnvs()
    const answer = await fetch(`${url}demo/getpeerinfo`)
    expect(answer.status).toBe(504)
    expect(await answer.json()).toEqual({ error: expect.stringContaining('not answered') })
  })

  it('is started again when it dies, at its new port', async () => {
    const log = new KeptLog()
    const { warnings } = log
    const { url } = await testBridge({
      demo: FAKE_DEMO,
      limits: { demoRestartDelay: 100 },
      log,
    })
    const before = await getJson(`${url}targets`)
    const pid = await demoPid(url)
    process.kill(pid, 'SIGKILL')
    await until(() => warnings.length > 0)
    expect(warnings).toEqual(['The demo node ended (SIGKILL); it is started again in 0.1 s.'])
    expect((await fetch(`${url}demo/getpeerinfo`)).status).toBe(502)
    expect((await openPage(url, '/relay/demo').closed).code).toBe(4502)
    while ((await fetch(`${url}demo/getpeerinfo`)).status !== 200);
    expect(await demoPid(url)).not.toBe(pid)
    expect(await getJson(`${url}targets`)).not.toEqual(before)
  })

  it('is tried less and less often when it dies at once', async () => {
    vi.stubEnv('FAKE_DEMO', 'dies at once')
    const log = new KeptLog()
    const { warnings } = log
    const { url } = await testBridge({
      demo: FAKE_DEMO,
      limits: { demoRestartDelay: 10, demoRestartDelayMax: 40 },
      log,
    })
    await until(() => warnings.length >= 4)
    vi.unstubAllEnvs()
    const delays = warnings.slice(0, 4).map((line) => /in (\S+) s/.exec(line)?.[1])
    expect(delays).toEqual(['0.01', '0.02', '0.04', '0.04'])
    expect(await getJson(`${url}targets`)).toEqual([])
    expect((await openPage(url, '/relay/demo').closed).code).toBe(4404)
  })

  it('is killed if it does not end with the bridge', async () => {
    vi.stubEnv('FAKE_DEMO', 'stays')
    const bridge = await testBridge({ demo: FAKE_DEMO, limits: { demoStopGrace: 50 } })
    vi.unstubAllEnvs()
    const pid = await demoPid(bridge.url)
    await bridge.close()
    expect(() => process.kill(pid, 0)).toThrow('ESRCH')
  })

  it('is named once when it has not been built', async () => {
    const log = new KeptLog()
    const { warnings } = log
    await testBridge({ demo: '/nowhere/main.js', log })
    expect(warnings).toEqual([expect.stringContaining('npm run build')])
  })
})
