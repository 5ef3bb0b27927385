// @vitest-environment node
import { isIPv4, isIPv6 } from 'node:net'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseFreeAddress } from '../../../bridge/src/addresses/free-address.js'
import { parseAddress, resolveSettings } from '../../src/session/address.js'
import { networkOfAddress, readNodeAddress } from '../../src/session/node-address.js'
import { relayUrl } from '../../src/session/targets.js'
import { session as wordsEn } from '../../src/words/en/session.js'
import { session as wordsZh } from '../../src/words/zh/session.js'
import { newStore } from './fake-port.js'

const addressOf = (text: string, port: number | undefined = 8333) => readNodeAddress(text, port)

describe('the address of a node', () => {
  it.each([
    ['203.0.113.5:8333', '203.0.113.5:8333'],
    [' 203.0.113.5 ', '203.0.113.5:8333'],
    ['node.example.org', 'node.example.org:8333'],
    ['Node.Example.org:18444', 'node.example.org:18444'],
    ['localhost:1', 'localhost:1'],
    ['xn--bcher-kva.example:65535', 'xn--bcher-kva.example:65535'],
    ['[2001:db8::5]:8333', '[2001:db8::5]:8333'],
    ['[2001:db8::5]', '[2001:db8::5]:8333'],
    ['[::ffff:1.2.3.4]:8333', '[::ffff:1.2.3.4]:8333'],
  ])('%s is %s', (text, address) => {
    expect(addressOf(text)).toEqual({ address })
  })

  it.each([
    ['', 'EMPTY'],
    ['   ', 'EMPTY'],
    [':8333', 'EMPTY'],
    ['1.2.3.4:', 'BAD_PORT'],
    ['1.2.3.4:0', 'BAD_PORT'],
    ['1.2.3.4:08333', 'BAD_PORT'],
    ['1.2.3.4:65536', 'BAD_PORT'],
    ['1.2.3.4:port', 'BAD_PORT'],
    ['[2001:db8::5]8333', 'BAD_IPV6'],
    ['2001:db8::5', 'BRACKETS_MISSING'],
    ['2001:db8::5:8333', 'BRACKETS_MISSING'],
    ['[2001:db8::5%eth0]:8333', 'BAD_IPV6'],
    ['[1.2.3.4]:8333', 'BAD_IPV6'],
    ['[]:8333', 'BAD_IPV6'],
    ['127.1:8333', 'BAD_IPV4'],
    ['2130706433:8333', 'BAD_IPV4'],
    ['0x7f.1:8333', 'BAD_IPV4'],
    ['0x7f000001:8333', 'BAD_IPV4'],
    ['1.2.3.256', 'BAD_IPV4'],
    ['010.0.0.1', 'BAD_IPV4'],
    ['1.2.3.4.5', 'BAD_IPV4'],
    ['http://1.2.3.4:8333/', 'BAD_NAME'],
    ['user@host:8333', 'BAD_NAME'],
    ['my node:8333', 'BAD_NAME'],
    ['node_1.example:8333', 'BAD_NAME'],
    ['-a.example:8333', 'BAD_NAME'],
    ['a..example:8333', 'BAD_NAME'],
    ['bücher.example:8333', 'BAD_NAME'],
    [`${'a'.repeat(64)}.example`, 'BAD_NAME'],
    [`${'a.'.repeat(127)}example`, 'BAD_NAME'],
  ])('%s is none: %s', (text, problem) => {
    expect(addressOf(text)).toEqual({ problem })
  })

  it('needs its port on a network that has none of its own', () => {
    expect(readNodeAddress('1.2.3.4', undefined)).toEqual({ problem: 'PORT_MISSING' })
    expect(readNodeAddress('1.2.3.4:9', undefined)).toEqual({ address: '1.2.3.4:9' })
  })

  it.each(['0a:1', 'node.0a:1', 'a.1b:8333', 'no\u212ae.example:8333'])(
    'is none where its last label begins with a digit, or a letter is none of ASCII: %s',
    (text) => {
      expect(readNodeAddress(text, undefined)).toEqual({ problem: 'BAD_NAME' })
      expect(parseFreeAddress(text).kind).toBe('refused')
    },
  )

  it('is one for the page exactly where it is one for the bridge', () => {
    const part = fc.oneof(
      fc.ipV4(),
      fc.ipV6().map((ip) => `[${ip}]`),
      fc.ipV6(),
      fc.domain(),
      fc.stringMatching(/^[0-9a-fx.:[\]-]{0,12}$/),
      fc.string({ maxLength: 12 }),
    )
    const port = fc.oneof(
      fc.nat(70_000).map((n) => `:${n}`),
      fc.stringMatching(/^:[0-9]{0,6}$/),
      fc.constant(''),
    )
    fc.assert(
      fc.property(part, port, (host, at) => {
        const text = (host + at).trim()
        const forBridge = parseFreeAddress(text).kind === 'address'
        expect(readNodeAddress(text, undefined).problem === undefined).toBe(forBridge)
      }),
      { numRuns: 2000 },
    )
  })

  it('with the port of its network left out is one for the bridge too', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), fc.domain()), (host) => {
        const text = isIPv6(host) ? `[${host}]` : host
        const { address } = readNodeAddress(text, 8333)
        if (isIPv4(host) || isIPv6(host)) expect(address).toBeDefined()
        if (address !== undefined) expect(parseFreeAddress(address).kind).toBe('address')
      }),
    )
  })

  it.each([
    ['1.2.3.4:8333', 'mainnet'],
    ['[::1]:18444', 'regtest'],
    ['node.example:48333', 'testnet4'],
    ['1.2.3.4:9999', undefined],
    ['1.2.3.4', undefined],
  ])('%s listens where nodes of %s do', (address, network) => {
    expect(networkOfAddress(address)).toBe(network)
  })

  it.each([
    ['demo', 'ws://h.test/a/relay/demo'],
    ['1.2.3.4:8333', 'ws://h.test/a/relay?addr=1.2.3.4%3A8333'],
    ['[::1]:8333', 'ws://h.test/a/relay?addr=%5B%3A%3A1%5D%3A8333'],
  ])('%s is reached at %s', (peer, url) => {
    expect(relayUrl('http://h.test/a/#/session', peer)).toBe(url)
  })
})

describe('a link to a node', () => {
  const resolved = (hash: string) => resolveSettings(parseAddress(hash), [])

  it('names its address, and its network by the port', () => {
    const { settings, problems } = resolved('#/session?peer=203.0.113.5:38333')
    expect(settings).toMatchObject({ peer: '203.0.113.5:38333', network: 'signet' })
    expect(settings.role).toBe('initiator')
    expect(problems).toEqual([])
    const chosen = resolved('#/session?peer=203.0.113.5:38333&network=regtest')
    expect(chosen.settings.network).toBe('regtest')
  })

  it.each([
    ['127.1:8333', 'BAD_IPV4', 'four decimal numbers', '四个'],
    ['fd00::5:8333', 'BRACKETS_MISSING', 'in brackets', '方括号'],
  ])('that is none says so, and nothing is sent there: %s', (peer, problem, en, zh) => {
    const { settings, problems } = resolved(`#/session?peer=${encodeURIComponent(peer)}`)
    expect(settings.peer).toBe('simulated')
    expect(problems).toEqual([{ code: 'BAD_NODE', value: peer, problem }])
    expect(problems.map(wordsEn.problem).join()).toContain(en)
    expect(problems.map(wordsZh.problem).join()).toContain(zh)
  })

  it('is dialled by its address', async () => {
    const { actions, port } = newStore()
    await actions.open('#/session?peer=203.0.113.5:8333')
    expect(port.posted.at(-1)).toMatchObject({
      relayUrl: 'ws://bridge.test:8324/relay?addr=203.0.113.5%3A8333',
      settings: { peer: '203.0.113.5:8333', network: 'mainnet' },
    })
  })
})
