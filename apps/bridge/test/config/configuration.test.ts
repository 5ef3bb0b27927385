import { describe, expect, it } from 'vitest'
import { formatAllowRule } from '../../src/addresses/allow-rule.js'
import { readConfiguration } from '../../src/config/configuration.js'
import { LIMIT_FIELDS, LIMIT_OPTIONS } from '../../src/config/limit-options.js'
import { keyOf, variableOf } from '../../src/config/option.js'
import { SETTABLE } from '../../src/config/options.js'
import { LIMITS, PROFILES } from '../../src/limits.js'
import { configFile, configured, problemsOf } from './configured.js'

const settingsOf = (...args: string[]) => configured(args).settings
const sourceOf = (flag: string, args: readonly string[], env: Record<string, string> = {}) =>
  configured(args, env).rows.find((row) => row.flag === flag)?.from

describe('without a word', () => {
  it('a bridge is local, on the loopback, with a demo node', () => {
    expect(settingsOf()).toEqual({
      profile: 'local',
      host: '127.0.0.1',
      port: 8324,
      targets: [],
      demo: true,
      allow: [],
      allowPublic: false,
      listen: { host: '127.0.0.1', port: 0 },
      origins: [],
      trustProxy: [],
      ticketKey: null,
      logLevel: 'warn',
      logAddresses: false,
      limits: LIMITS.local,
    })
    expect(configured([]).warnings).toEqual([])
  })

  it.each(PROFILES)('of more, the limits are those of the profile %s', (profile) => {
    expect(settingsOf('--profile', profile).limits).toEqual(LIMITS[profile])
    expect(sourceOf('lifetime', ['--profile', profile])).toBe(`profile ${profile}`)
  })

  it('pages are dialled only where bridge and profile are local', () => {
    expect(settingsOf('--profile', 'workshop').listen).toBe(false)
    expect(settingsOf('--host', '0.0.0.0').listen).toBe(false)
    expect(settingsOf('--host', '::1').listen).toEqual({ host: '127.0.0.1', port: 0 })
  })
})

describe('a value', () => {
  const file = () => configFile('{ "connections": 3, "lifetime": "3h", "idleTimeout": "3m" }')

  it('comes from the flag before the environment, from there before the file', () => {
    const path = file()
    const env = { V2SCOPE_CONNECTIONS: '2', V2SCOPE_LIFETIME: '2h' }
    const args = ['--config', path, '--connections', '1']
    const { limits } = configured(args, env).settings
    expect(limits).toEqual({
      ...LIMITS.local,
      connections: 1,
      lifetime: 7_200_000,
      idleTimeout: 180_000,
    })
    expect(sourceOf('connections', args, env)).toBe('--connections')
    expect(sourceOf('lifetime', args, env)).toBe('V2SCOPE_LIFETIME')
    expect(sourceOf('idle-timeout', args, env)).toBe(`${path}:1`)
    expect(sourceOf('fragments', args, env)).toBe('profile local')
    expect(sourceOf('port', args, env)).toBe('default')
  })

  it('of a flag that is given twice is the last one', () => {
    expect(settingsOf('--port', '1', '--port=2').port).toBe(2)
  })

  it('is wrong even where another one goes before it', () => {
    expect(problemsOf(['--port', '1'], { V2SCOPE_PORT: 'x' })).toEqual([
      'V2SCOPE_PORT=x: write a number from 0 to 65535.',
    ])
  })

  it('of a switch can be turned off again', () => {
    const env = { V2SCOPE_NO_DEMO: 'true' }
    expect(configured([], env).settings.demo).toBe(false)
    expect(configured(['--no-demo=false'], env).settings.demo).toBe(true)
  })

  it('in an empty variable is none', () => {
    expect(configured([], { V2SCOPE_PORT: '' }).settings.port).toBe(8324)
  })

  it('of a list replaces the list of the source below', () => {
    const env = { V2SCOPE_NODE: ' a=h:8333  b=h:18444/signet ' }
    const names = (args: string[]) => configured(args, env).settings.targets.map(({ name }) => name)
    expect(names([])).toEqual(['a', 'b'])
    expect(names(['--node', 'c=h:1', '--node', 'd=h:2'])).toEqual(['c', 'd'])
  })

  it('--no-listen is the same as --listen none', () => {
    expect(settingsOf('--listen', '[::1]:7000').listen).toEqual({ host: '::1', port: 7000 })
    expect(settingsOf('--listen', 'none').listen).toBe(false)
    expect(settingsOf('--no-listen').listen).toBe(false)
    expect(configured(['--no-listen'], { V2SCOPE_LISTEN: 'h:1' }).settings.listen).toBe(false)
  })
})

it('the log has more where others can reach the bridge, or where it is asked for', () => {
  const levelOf = (...args: string[]) => settingsOf(...args).logLevel
  expect(levelOf('--profile', 'workshop')).toBe('info')
  expect(levelOf('--verbose')).toBe('info')
  expect(levelOf('--verbose', '--log-level', 'silent')).toBe('silent')
  expect(settingsOf('--log-addresses').logAddresses).toBe(true)
  expect(sourceOf('log-level', ['--verbose'])).toBe('--verbose')
  expect(sourceOf('log-level', [])).toBe('profile local')
})

it('what stands in lists lands where it belongs, and is shown as it can be written', () => {
  const args = ['--allow', '10.0.0.0/8:8333,18444', '--allow', '[fd00::]/8', '--allow-public']
  args.push('--origin', 'https://Scope.example', '--trust-proxy', '127.0.0.1')
  const { settings, rows } = configured(args)
  expect(settings.allow.map(formatAllowRule)).toEqual([
    '10.0.0.0/8:8333,18444',
    '[fd00::]/8:8333,18333,48333,38333,18444',
  ])
  expect(settings).toMatchObject({
    allowPublic: true,
    origins: ['https://scope.example'],
    trustProxy: ['127.0.0.1'],
  })
  const shown = rows.filter(({ flag }) => flag === 'allow').map((row) => row.shown)
  expect(shown).toEqual(settings.allow.map(formatAllowRule))
})

describe('every limit', () => {
  it.each(LIMIT_FIELDS)('%s can be set by each source, and lands where it belongs', (field) => {
    const option = LIMIT_OPTIONS[field]
    const [text, value] = {
      N: ['7', 7] as const,
      SIZE: ['128KiB', 131072] as const,
      TIME: ['7s', 7000] as const,
    }[option.kind.form.replace('|none', '')] ?? ['', null]
    const expected = { ...LIMITS.local, [field]: value }
    expect(settingsOf(`--${option.flag}`, text).limits).toEqual(expected)
    expect(configured([], { [variableOf(option)]: text }).settings.limits).toEqual(expected)
    const inFile = typeof value === 'number' && value === 7 ? value : text
    const path = configFile(JSON.stringify({ [keyOf(option)]: inFile }))
    expect(settingsOf('--config', path).limits).toEqual(expected)
  })

  it('that hosted sets may be none', () => {
    const args = LIMIT_FIELDS.filter((field) =>
      LIMIT_OPTIONS[field].kind.form.endsWith('|none'),
    ).flatMap((field) => [`--${LIMIT_OPTIONS[field].flag}`, 'none'])
    expect(args).toHaveLength(16)
    const { limits } = settingsOf('--profile', 'hosted', ...args)
    expect(Object.values(limits).filter((value) => value === null)).toHaveLength(8)
  })
})

it('every option is shown, whether set or not', () => {
  const flags = new Set(configured([]).rows.map(({ flag }) => flag))
  expect([...flags]).toEqual(SETTABLE.map(({ flag }) => flag))
})

it('--help goes before everything else', () => {
  expect(readConfiguration(['--help', '--port', 'x'], {}).kind).toBe('help')
  expect(readConfiguration(['-h'], {}).kind).toBe('help')
})
