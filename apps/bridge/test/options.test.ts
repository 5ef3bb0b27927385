import { describe, expect, it } from 'vitest'
import { parseOptions, UsageError } from '../src/options.js'

const targetOf = (spec: string, ...more: string[]) =>
  parseOptions(['--node', spec, ...more]).targets[0]

describe('parseOptions', () => {
  it('has defaults for everything', () => {
    expect(parseOptions([])).toEqual({
      port: 8324,
      host: '127.0.0.1',
      targets: [],
      demo: true,
      verbose: false,
      help: false,
    })
  })

  it('reads the network of a target, or knows it by the default port', () => {
    expect(targetOf('a=127.0.0.1:8333')?.network).toBe('mainnet')
    expect(targetOf('a=127.0.0.1:18333')?.network).toBe('testnet3')
    expect(targetOf('a=127.0.0.1:48333')?.network).toBe('testnet4')
    expect(targetOf('a=127.0.0.1:38333')?.network).toBe('signet')
    expect(targetOf('a=127.0.0.1:18444')?.network).toBe('regtest')
    expect(targetOf('a=127.0.0.1:9000')?.network).toBe(null)
    expect(targetOf('a=127.0.0.1:8333/signet')?.network).toBe('signet')
  })

  it('reads host names and IPv6 addresses', () => {
    expect(targetOf('my.node_1=node.example:9')).toMatchObject({ host: 'node.example', port: 9 })
    expect(targetOf('a=[::1]:18444')).toMatchObject({ host: '::1', port: 18444 })
  })

  it('keeps the name "demo" for the demo node, unless there is none', () => {
    expect(() => targetOf('demo=127.0.0.1:1')).toThrow('--no-demo')
    expect(targetOf('demo=127.0.0.1:1', '--no-demo')?.name).toBe('demo')
  })

  it.each([
    [['--prot', '1'], "'--prot'"],
    [['extra'], "'extra'"],
    [['--port'], '--port'],
    [['--port', '65536'], '0 to 65535'],
    [['--port', 'x'], '0 to 65535'],
    [['--port='], '0 to 65535'],
    [['--host', 'a b'], '127.0.0.1'],
    [['--node', 'mine'], 'mine=127.0.0.1:8333'],
    [['--node', '=127.0.0.1:1'], 'before the "="'],
    [['--node', 'a b=127.0.0.1:1'], 'letters'],
    [['--node', `${'a'.repeat(65)}=127.0.0.1:1`], '64'],
    [['--node', 'a=127.0.0.1'], '127.0.0.1:8333'],
    [['--node', 'a=127.0.0.1:0'], 'HOST:PORT'],
    [['--node', 'a=127.0.0.1:65536'], 'HOST:PORT'],
    [['--node', 'a=::1:8333'], '[::1]:18444'],
    [['--node', 'a=127.0.0.1:1/main'], 'mainnet, testnet3'],
    [['--node', 'a=h:1', '--node', 'a=h:2'], 'given twice'],
  ])('says what to write instead of %j', (args, hint) => {
    expect(() => parseOptions(args)).toThrow(UsageError)
    expect(() => parseOptions(args)).toThrow(hint)
  })
})
