import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { BridgeProcess } from '../support/bridge-process.js'
import { buildBridge } from '../support/build.js'
import { rawRequest, UPGRADE } from '../support/raw-http.js'
import { configFile } from './configured.js'

it('the command hands on to the bridge what it was told', async () => {
  const path = configFile(
    JSON.stringify({
      profile: 'hosted',
      port: 0,
      noDemo: true,
      ticketKey: 'ticket.key',
      origin: ['https://scope.example'],
      trustProxy: ['127.0.0.1'],
      allow: ['10.0.0.0/8:8333'],
      allowPublic: true,
      listen: '127.0.0.1:0',
      connections: 5,
    }),
  )
  writeFileSync(join(dirname(path), 'ticket.key'), 'k'.repeat(32), { mode: 0o600 })
  const bridge = new BridgeProcess([buildBridge(), '--config', path])
  const port = Number(new URL(await bridge.url()).port)
  const ask = (url: string, caller: string, more: Record<string, string>) =>
    rawRequest(port, url, { host: 'scope.example', 'x-forwarded-for': caller, ...more })
  const limitsOf = async (caller: string) => {
    const { body } = await ask('/limits', caller, { connection: 'close' })
    return JSON.parse(body.slice(body.indexOf('{'), body.lastIndexOf('}') + 1))
  }

  expect(await limitsOf('203.0.113.5')).toMatchObject({
    profile: 'hosted',
    needsTicket: true,
    connections: { most: 5 },
    freeAddresses: { public: true, listed: ['10.0.0.0/8:8333'] },
    listen: { host: '127.0.0.1' },
    upgradesPerMinute: { most: 60, left: 60 },
  })
  const origin = { origin: 'https://scope.example', ...UPGRADE }
  const upgrade = { ...origin, 'sec-websocket-protocol': 'v2scope.relay.1' }
  expect((await ask('/relay/mine', '203.0.113.5', upgrade)).status).toBe(101)
  expect((await limitsOf('203.0.113.5')).upgradesPerMinute.left).toBe(59)
  expect((await limitsOf('203.0.113.6')).upgradesPerMinute.left).toBe(60)
})
