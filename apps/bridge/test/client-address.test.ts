import { createServer } from 'node:http'
import { describe, expect, it, onTestFinished } from 'vitest'
import { addressKey, clientAddress, toTrust } from '../src/callers/client-address.js'
import { rawRequest } from './support/raw-http.js'

/** Where a request from 127.0.0.1 with this `X-Forwarded-For` is taken to come from. */
async function seenFrom(trusted: readonly string[], forwardedFor: string | null): Promise<string> {
  const trust = toTrust(trusted)
  const server = createServer((request, response) => response.end(clientAddress(request, trust)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  const answer = await rawRequest(port, '/', {
    host: 'bridge',
    connection: 'close',
    ...(forwardedFor === null ? {} : { 'x-forwarded-for': forwardedFor }),
  })
  return answer.body
}

describe('X-Forwarded-For', () => {
  const cases: [trusted: string[], forwardedFor: string | null, address: string][] = [
    [[], null, '127.0.0.1'],
    [[], '203.0.113.7', '127.0.0.1'],
    [['10.0.0.0/8'], '203.0.113.7', '127.0.0.1'],
    [['127.0.0.1'], null, '127.0.0.1'],
    [['127.0.0.1'], '203.0.113.7', '203.0.113.7'],
    [['127.0.0.0/8'], '2001:db8::7', '2001:db8::7'],
    // what a client wrote stands before what the proxy saw
    [['127.0.0.1'], '198.51.100.1, 203.0.113.7', '203.0.113.7'],
    [['127.0.0.1'], 'garbage, 203.0.113.7', '203.0.113.7'],
    [['127.0.0.1'], ', 203.0.113.7, ', '203.0.113.7'],
    [['127.0.0.1', '10.0.0.0/8'], '198.51.100.1, 203.0.113.7, 10.1.2.3', '203.0.113.7'],
    [['127.0.0.1', '10.0.0.0/8'], '10.9.9.9, 10.1.2.3', '10.9.9.9'],
    // no address where one should be
    [['127.0.0.1'], '', '127.0.0.1'],
    [['127.0.0.1'], 'unknown', '127.0.0.1'],
    [['127.0.0.1'], '203.0.113.7:4711', '127.0.0.1'],
    [['127.0.0.1'], '[2001:db8::7]', '127.0.0.1'],
    [['127.0.0.1'], '0x7f.1', '127.0.0.1'],
    [['127.0.0.1'], '2130706433', '127.0.0.1'],
    [['127.0.0.1'], '203.0.113.7;', '127.0.0.1'],
    [['127.0.0.1'], '__proto__', '127.0.0.1'],
  ]

  it.each(cases)('trusting %j, "%s" comes from %s', async (trusted, forwardedFor, address) => {
    expect(await seenFrom(trusted, forwardedFor)).toBe(address)
  })

  it('is believed of addresses and CIDRs only', () => {
    for (const cidr of [
      '',
      'proxy.example',
      'loopback',
      '127.1',
      '10.0.0.0/33',
      '10.0.0.0/0',
      '/8',
    ]) {
      expect(() => toTrust([cidr])).toThrow(/is no proxy's address: write one such as/)
    }
    expect(toTrust(['::1', '10.0.0.0/8', '2001:db8::/32'])('10.1.2.3', 0)).toBe(true)
  })
})

describe('limits count', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::ffff:cb00:7107', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['', ''],
  ])('%s as %s', (address, key) => {
    expect(addressKey(address)).toBe(key)
  })
})
