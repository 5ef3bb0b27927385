import { describe, expect, it } from 'vitest'
import { HELP, readSettings } from '../src/settings.js'

describe('the command line', () => {
  it('has a free port, a seed and a block a minute for who says nothing', () => {
    expect(readSettings([])).toEqual({ port: 0, seed: 'v2scope', blockEvery: 60 })
  })

  it('takes all of it', () => {
    const args = ['--port', '18444', '--seed', 'another', '--block-every', '0']
    expect(readSettings(args)).toEqual({ port: 18444, seed: 'another', blockEvery: 0 })
  })

  it.each([
    ['--port', '65536'],
    ['--port', '1e3'],
    ['--block-every', '-1'],
    ['--block-every', 'often'],
    ['--block-every', '2147484'],
  ])('refuses %s %s, and says what it takes', (option, text) => {
    expect(() => readSettings([`${option}=${text}`])).toThrow(`${option} takes a number from 0 to`)
  })

  it('has help for each of its options', () => {
    expect(readSettings(['--help'])).toBeUndefined()
    for (const option of ['--port', '--seed', '--block-every']) expect(HELP).toContain(option)
  })
})
