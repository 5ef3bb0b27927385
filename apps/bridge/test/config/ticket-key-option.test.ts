import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { reportOf } from '../../src/config/report.js'
import { configFile, configured, problemsOf } from './configured.js'

const KEY = 'c0ffee00'.repeat(8)

/** A config file, and beside it a key that only its owner reads. */
function withKey(config: object, key = KEY): { path: string; keyPath: string } {
  const path = configFile(JSON.stringify(config))
  const keyPath = join(dirname(path), 'ticket.key')
  writeFileSync(keyPath, key, { mode: 0o600 })
  return { path, keyPath }
}

describe('the ticket key', () => {
  it('is what its file holds; of a path in the file the start is where the file lies', () => {
    const { path, keyPath } = withKey({ ticketKey: 'ticket.key' })
    const ticketKey = new Uint8Array(Buffer.from(KEY, 'hex'))
    const fromFile = configured(['--config', path])
    expect(new Uint8Array(fromFile.settings.ticketKey ?? [])).toEqual(ticketKey)
    expect(fromFile.rows.find(({ flag }) => flag === 'ticket-key')).toEqual({
      flag: 'ticket-key',
      shown: keyPath,
      from: `${path}:1`,
    })
    const fromFlag = configured(['--ticket-key', keyPath])
    expect(new Uint8Array(fromFlag.settings.ticketKey ?? [])).toEqual(ticketKey)
  })

  it('is not shown: its path is', () => {
    const { path, keyPath } = withKey({ ticketKey: 'ticket.key' })
    const report = reportOf(configured(['--config', path]))
    expect(report).toContain(keyPath)
    expect(report).not.toContain('c0ffee')
  })

  it.each([
    ['a key that is too short', 'c0ffee00', /^The ticket key .* has 4 bytes, and needs 32/],
    ['an empty file', '', /has 0 bytes/],
  ])('%s is named, and not shown', (_name, key, hint) => {
    const { path } = withKey({ ticketKey: 'ticket.key' }, key)
    const [problem, ...others] = problemsOf(['--config', path])
    expect(others).toEqual([])
    expect(problem).toMatch(hint)
    expect(problem).not.toContain('c0ffee')
  })

  it.each([
    ['a flag', [`--ticket-key=${KEY}`], {}],
    ['a variable', [], { V2SCOPE_TICKET_KEY: KEY }],
  ])('itself in place of its path, in %s, is not shown either', (_name, args, env) => {
    const [problem, ...others] = problemsOf(args, env)
    expect(others).toEqual([])
    expect(problem).toContain('this looks like a key itself')
    expect(problem).not.toContain('c0ffee')
  })

  it('itself in the file is not shown either', () => {
    const [problem, ...others] = problemsOf(['--config', withKey({ ticketKey: KEY }).path])
    expect(others).toEqual([])
    expect(problem).toMatch(/bridge\.json:1:14: "ticketKey": this looks like a key itself/)
    expect(problem).not.toContain('c0ffee')
  })

  it('that is not there is named', () => {
    const [problem] = problemsOf(['--ticket-key', '/nowhere/ticket.key'])
    expect(problem).toMatch(/^The ticket key \/nowhere\/ticket\.key does not exist: make one/)
    expect(problemsOf(['--ticket-key='])).toEqual(['--ticket-key: write the path of a file.'])
  })

  it('makes a bridge that others reach nothing to warn of', () => {
    const { keyPath } = withKey({})
    expect(configured(['--host', '0.0.0.0', '--ticket-key', keyPath]).warnings).toEqual([])
  })
})
