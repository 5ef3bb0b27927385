import { expect, it } from 'vitest'
import { parseAllowRule } from '../src/addresses/allow-rule.js'
import { testBridge } from './support/bridge.js'
import { fakeNode } from './support/fake-node.js'
import { KeptLog } from './support/kept-log.js'
import { openPage } from './support/page.js'

it('a fault in looking a caller over ends that one with 1011, is logged, and the bridge goes on', async () => {
  const node = await fakeNode()
  const log = new KeptLog()
  const { url } = await testBridge({
    targets: [node.target],
    allow: [parseAllowRule('node.example:8333')],
    // no resolver takes such a server
    world: { dnsServers: ['nowhere'] },
    log,
    limits: { connections: 2 },
  })
  for (let caller = 0; caller < 3; caller++) {
    const { code, reason } = await openPage(url, '/relay?addr=node.example:8333').closed
    expect(code).toBe(1011)
    expect(reason).toMatch('A fault of the bridge itself')
  }
  expect(log.warnings).toEqual(Array(3).fill('a fault of the bridge'))
  expect((await openPage(url, '/relay/mine').announced).target).toBe('mine')
})
