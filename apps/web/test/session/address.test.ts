// @vitest-environment node
import { Networks, toHex } from '@v2scope/bip324'
import type { SessionSettings } from '@v2scope/recording'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatAddress,
  formatRecordingAddress,
  networkNamed,
  parseAddress,
  resolveSettings,
} from '../../src/session/address.js'
import { readNodeAddress } from '../../src/session/node-address.js'
import { isSeed, makeSeed } from '../../src/session/seed.js'
import type { Target } from '../../src/session/targets.js'
import { session as words } from '../../src/words/en/session.js'

const DEMO_TARGET: Target = { name: 'demo', network: 'regtest', address: '127.0.0.1:18444' }
const MAINNET_TARGET: Target = { name: 'mine', network: 'mainnet', address: '127.0.0.1:8333' }
const TARGETS = [DEMO_TARGET, MAINNET_TARGET]

const resolve = (hash: string, targets: readonly Target[] = TARGETS) =>
  resolveSettings(parseAddress(hash), targets)

describe('an empty address', () => {
  it.each(['', '#', '#/session', '#/session?'])(
    '%j dials the demo node, if it is offered',
    (hash) => {
      expect(resolve(hash)).toEqual({
        settings: {
          peer: 'demo',
          ...networkNamed('regtest'),
          garbage: undefined,
          decoys: 0,
          role: 'initiator',
          transport: 'v2',
        },
        problems: [],
      })
    },
  )

  it('simulates, on regtest, where no demo node is offered', () => {
    expect(resolve('', []).settings).toMatchObject({ peer: 'simulated', network: 'regtest' })
    expect(resolve('', [MAINNET_TARGET]).settings).toMatchObject({
      peer: 'simulated',
      network: 'regtest',
    })
  })
})

describe('an address', () => {
  it('presets everything', () => {
    const hash =
      '#/session?peer=simulated&network=signet&garbage=100&decoys=2&timeout=5&role=responder'
    expect(resolve(hash)).toEqual({
      settings: {
        peer: 'simulated',
        ...networkNamed('signet'),
        garbage: 100,
        decoys: 2,
        timeout: 5,
        role: 'responder',
        transport: 'v2',
      },
      problems: [],
    })
  })

  it('takes the network of the peer that it names, unless it names one', () => {
    expect(resolve('#/session?peer=mine').settings.network).toBe('mainnet')
    expect(resolve('#/session?peer=mine&network=testnet4').settings.network).toBe('testnet4')
  })

  it('keeps a name that the bridge does not know: the bridge will say so', () => {
    expect(resolve('#/session?peer=nobody').settings.peer).toBe('nobody')
    expect(resolve('#/session?peer=nobody').problems).toEqual([])
  })

  it('takes a magic: of a known network, or of a custom one', () => {
    expect(resolve('#/session?magic=F9BEB4D9').settings).toMatchObject(networkNamed('mainnet'))
    const custom = resolve('#/session?magic=01020304')
    expect(custom.settings.network).toBe('custom')
    expect(toHex(custom.settings.magic)).toBe('01020304')
    expect(custom.problems).toEqual([])
  })

  it('S2 never makes a session v1', () => {
    expect(resolve('#/session?transport=v1').settings.transport).toBe('v2')
  })

  it.each([
    ['garbage=9999', 'garbage=9999: at most 4095 bytes.'],
    ['garbage=-1', 'garbage=-1: a whole number, 0 to 4095.'],
    ['garbage=', 'garbage=: a whole number, 0 to 4095.'],
    ['decoys=many', 'decoys=many: a whole number, 0 to 1000.'],
    ['decoys=1001', 'decoys=1001: at most 1000 decoys.'],
    ['timeout=9999', 'timeout=9999: at most 3600 seconds.'],
    ['network=moon', 'network=moon: one of'],
    ['network=toString', 'network=tostring: one of'],
    ['network=custom', 'network=custom: needs its magic'],
    ['magic=xyz', 'magic=xyz: 4 bytes in hex'],
    ['network=signet&magic=fabfb5da', 'does not go with magic=fabfb5da'],
    ['role=server', 'role=server: initiator or responder.'],
    ['peer=mine&role=responder', 'role=responder: only with peer=simulated'],
    ['peer=inbound&role=initiator', 'role=initiator: only with peer=simulated'],
    ['peer=mine&seed=abc', 'seed=abc: only with peer=simulated'],
    ['seed=', 'seed=: 1 to 64 printable characters.'],
    ['seed=a%0Ab', '1 to 64 printable characters.'],
    ['seed=a%E2%80%A8b', '1 to 64 printable characters.'],
    [`seed=${'x'.repeat(65)}`, '1 to 64 printable characters.'],
    ['at=-3', 'at=-3: a whole number'],
  ])('%s is a problem in words, and the rest stands', (query, said) => {
    const { settings, problems } = resolve(`#/session?${query}`)
    expect(problems).toHaveLength(1)
    expect(problems.map(words.problem).join()).toContain(said)
    expect(settings.transport).toBe('v2')
    const { peer, role } = settings
    if (peer !== 'simulated') expect(role).toBe(peer === 'inbound' ? 'responder' : 'initiator')
  })

  it('makes us the responder of a node that dials, and need not say so', () => {
    const { settings, problems } = resolve('#/session?peer=inbound&network=signet')
    expect(settings).toMatchObject({ peer: 'inbound', role: 'responder', network: 'signet' })
    expect(problems).toEqual([])
    expect(resolve('#/session?peer=inbound&role=responder').problems).toEqual([])
    expect(formatAddress(settings)).toBe('#/session?peer=inbound&network=signet')
  })
})

describe('a seed in an address', () => {
  it.each(['a', 'two words', 'ü & ?#=%+', '🎲', 'x'.repeat(64)])('%s stays as it is', (seed) => {
    const hash = formatAddress({ ...resolve('', []).settings, seed }, { selected: 7 })
    const asked = parseAddress(hash)
    expect(asked.problems).toEqual([])
    expect(asked.settings.seed).toBe(seed)
    expect(asked.look).toEqual({ selected: 7 })
  })

  it('asks for a simulated session, where it alone is there', () => {
    expect(resolve('#/session?seed=abc')).toMatchObject({
      settings: { peer: 'simulated', seed: 'abc', network: 'regtest' },
      problems: [],
    })
  })

  it('is made up of eight letters and digits', () => {
    const seed = makeSeed((length) => Uint8Array.from({ length }, (_, i) => i * 33))
    expect(seed).toBe('abcdefgh')
    expect(isSeed(seed)).toBe(true)
  })

  it('without one, nothing is to be selected', () => {
    const { seed: _, ...settings } = resolve('', []).settings
    expect(formatAddress(settings, { selected: 7 })).not.toContain('at=')
  })
})

describe('what is selected', () => {
  const { settings } = resolve('#/session?seed=abc', [])
  const bytes = { view: 'plain', start: 5, end: 10 } as const

  it('is an item, a field of it, bytes of it and a key: each is found again', () => {
    const look = { selected: 4, field: '3.0.1', bytes, keyNode: 'x_ours.g & more' }
    const hash = formatAddress(settings, look, 'keys')
    expect(hash).toContain('&at=4&field=3.0.1&bytes=plain:5-9&key=')
    expect(parseAddress(hash)).toMatchObject({ screen: 'keys', look, problems: [] })
    const recorded = formatRecordingAddress('a.json', look)
    expect(parseAddress(recorded)).toMatchObject({ recording: 'a.json', look, problems: [] })
  })

  it('is bytes from the first to the last, or one', () => {
    const range = (text: string) => parseAddress(`#/session?seed=a&bytes=${text}`).look?.bytes
    expect(range('wire:0-0')).toEqual({ view: 'wire', start: 0, end: 1 })
    expect(range('wire:7')).toEqual({ view: 'wire', start: 7, end: 8 })
    expect(range('plain%3A5-9')).toEqual(bytes)
  })

  it.each([
    'bytes=wire:9-5',
    'bytes=5-9',
    'bytes=other:5-9',
    'bytes=wire:-3',
    'bytes=',
    'bytes=wire:99999999999999999999',
    'field=3.',
    'field=a',
  ])('is nothing, and that is said: %s', (text) => {
    const { look, problems } = parseAddress(`#/session?seed=a&${text}`)
    expect(look).toBeUndefined()
    expect(problems).toHaveLength(1)
  })
})

describe('a route', () => {
  it('of a recording names it, and what is to be selected', () => {
    const hash = formatRecordingAddress('recordings/ä&b.json', { selected: 0 })
    expect(parseAddress(hash)).toEqual({
      screen: 'session',
      settings: {},
      recording: 'recordings/ä&b.json',
      look: { selected: 0 },
      problems: [],
    })
  })

  it.each(['', '#', '#/', '#/session', '#/session?', '#session'])('%j is the session', (hash) => {
    expect(parseAddress(hash)).toEqual({ screen: 'session', settings: {}, problems: [] })
  })

  it.each([
    ['#/nowhere?peer=mine', '#/nowhere: there is no such page'],
    ['#/recording', 'open the file again'],
    ['#/recording?url=', 'open the file again'],
    ['#/recordings?url=x', '#/recordings: there is no such page'],
  ])('%s is the session, and a problem in words', (hash, said) => {
    const { recording, problems } = parseAddress(hash)
    expect(recording).toBeUndefined()
    expect(problems).toHaveLength(1)
    expect(problems.map(words.problem).join()).toContain(said)
  })
})

describe('writing and reading', () => {
  const network = fc.oneof(
    fc.constantFrom(...Object.values(Networks).map(({ name }) => networkNamed(name))),
    fc
      .uint8Array({ minLength: 4, maxLength: 4 })
      .map((magic) => ({ network: 'custom' as const, magic })),
  )
  const name = fc
    .string({ minLength: 1 })
    .map((text) => text.trim())
    .filter((text) => text !== '' && !text.includes(':'))
  const node = fc
    .tuple(fc.oneof(fc.ipV4(), fc.domain()), fc.integer({ min: 1, max: 65_535 }))
    .map(([host, port]) => `${host}:${port}`)
    .filter((address) => readNodeAddress(address, undefined).address === address)
  const settings: fc.Arbitrary<SessionSettings> = fc
    .record({
      peer: fc.oneof(fc.constant('simulated'), name, node),
      network,
      garbage: fc.option(fc.nat(4095), { nil: undefined }),
      decoys: fc.nat(1000),
      timeout: fc.nat(3600),
      seed: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 10 }).filter(isSeed),
      role: fc.constantFrom('initiator', 'responder'),
    })
    .map(({ network, peer, role, seed, ...rest }) => ({
      ...rest,
      ...(peer === 'simulated' && { seed }),
      ...network,
      peer,
      role: peer === 'simulated' ? role : 'initiator',
      transport: 'v2',
    }))

  it('gives the same settings back', () => {
    fc.assert(
      fc.property(settings, (wanted) => {
        expect(resolve(formatAddress(wanted))).toEqual({ settings: wanted, problems: [] })
      }),
    )
  })

  it('never throws, whatever the address', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { settings } = resolve(`#/session?${text}`)
        expect(settings.magic).toHaveLength(4)
      }),
    )
  })
})
