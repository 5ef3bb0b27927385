import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { readTicket } from '../src/tickets/ticket.js'
import { readTicketKey } from '../src/tickets/ticket-key.js'
import { testBridge } from './support/bridge.js'
import { BridgeProcess } from './support/bridge-process.js'
import { buildBridge } from './support/build.js'
import { fakeNode } from './support/fake-node.js'
import { openPage } from './support/page.js'

let main = ''

beforeAll(() => {
  main = buildBridge()
})

function keyFile(contents = '0123456789abcdef'.repeat(4)): string {
  const directory = mkdtempSync(join(tmpdir(), 'v2scope-key-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  const path = join(directory, 'ticket.key')
  writeFileSync(path, contents, { mode: 0o600 })
  return path
}

async function run(...args: string[]) {
  const command = new BridgeProcess([main, 'ticket', ...args])
  const code = await command.exited
  return { code, stdout: command.stdout, stderr: command.stderr }
}

const ASKED = ['--targets', 'mine,other', '--connections', '10', '--bytes', '100MB', '--for', '10m']

describe('the command that makes tickets', () => {
  it('prints one, and nothing else, to the standard output', async () => {
    const path = keyFile()
    const before = Date.now()
    const { code, stdout, stderr } = await run('--ticket-key', path, ...ASKED)
    expect(code).toBe(0)
    expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/)
    const token = stdout.trim()
    const ticket = await readTicket(
      token,
      readTicketKey(path, () => undefined),
    )
    expect(ticket).toEqual({
      kind: 'ticket',
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      targets: ['mine', 'other'],
      connections: 10,
      bytes: 100_000_000,
      until: expect.any(Number),
    })
    if (typeof ticket === 'string') return
    expect(ticket.until).toBeGreaterThanOrEqual(before + 600_000)
    expect(ticket.until).toBeLessThan(Date.now() + 601_000)
    expect(stderr).toMatch(
      /^A ticket for mine, other: 10 connections, 100MB in all, until \d{4}-\S+Z\.\n/,
    )
    expect(stderr).toMatch(/#\/session\?ticket=TICKET\n$/)
    expect(stderr).not.toContain(token.split('.')[2])
  })

  it('makes what a bridge with this key takes, each with an id of its own', async () => {
    const path = keyFile()
    const node = await fakeNode()
    const ticketKey = readTicketKey(path, () => undefined)
    const { url } = await testBridge({ targets: [node.target], ticketKey })
    const args = ['--ticket-key', path, '--targets', '*', '--connections', '1', '--for', '2h']
    const tickets = [await run(...args), await run(...args)].map(({ stdout }) => stdout.trim())
    for (const ticket of tickets) await openPage(url, '/relay/mine', { ticket }).announced
    for (const ticket of tickets) {
      expect((await openPage(url, '/relay/mine', { ticket }).closed).code).toBe(4409)
    }
  })

  it('takes the key that the environment names', async () => {
    vi.stubEnv('V2SCOPE_TICKET_KEY', keyFile())
    onTestFinished(() => void vi.unstubAllEnvs())
    expect((await run(...ASKED)).code).toBe(0)
  })

  it('prints its options', async () => {
    const { code, stdout } = await run('--help')
    expect(code).toBe(0)
    for (const option of ['--ticket-key', '--targets', '--connections', '--bytes', '--for']) {
      expect(stdout).toContain(option)
    }
  })

  it.each([
    [[], '--targets is missing: write --targets NAME,….'],
    [['--targets', 'demo'], '--connections is missing: write --connections N.'],
    [ASKED, '--ticket-key is missing: write --ticket-key FILE.'],
    [[...ASKED, '--targets', 'a,,b'], '--targets a,,b: write names by commas, such as demo,mine.'],
    [[...ASKED, '--connections', '0'], '--connections 0: write a number from 1 to 1000000.'],
    [
      [...ASKED, '--bytes', 'many'],
      '--bytes many: write a size, such as 65536, 100MB or 1MiB, from 1 to 1024GiB.',
    ],
    [
      [...ASKED, '--for', '10'],
      '--for 10: write a time with its unit, such as 500ms, 5s, 10m or 2h, from 1s to 744h.',
    ],
    [
      ['--target', 'demo'],
      "Unknown option '--target'; v2scope-bridge ticket --help lists the options.",
    ],
    [
      ['--ticket-key', '/nowhere', ...ASKED],
      'The ticket key /nowhere does not exist: make one with openssl rand -hex 32 > /nowhere.',
    ],
  ])('given %j says in one line what is wrong, and exits with 2', async (args, message) => {
    expect(await run(...args)).toEqual({ code: 2, stdout: '', stderr: `${message}\n` })
  })

  it('makes none that a page would not take', async () => {
    const targets = Array.from({ length: 64 }, (_, index) => `${index}`.padEnd(64, 'x')).join(',')
    const { code, stdout, stderr } = await run(
      '--ticket-key',
      keyFile(),
      ...ASKED,
      '--targets',
      targets,
    )
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: '',
      stderr: '--targets names too many for one ticket: make several, or write *.\n',
    })
  })
})
