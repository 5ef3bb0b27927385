import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readTicketKey, TicketKeyError } from '../src/tickets/ticket-key.js'

function keyFile(contents: string | Buffer, mode = 0o600): string {
  const directory = mkdtempSync(join(tmpdir(), 'v2scope-key-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  const path = join(directory, 'ticket.key')
  writeFileSync(path, contents)
  chmodSync(path, mode)
  return path
}

function read(path: string) {
  const warnings: string[] = []
  return { key: readTicketKey(path, (line) => warnings.push(line)), warnings }
}

describe("a ticket key's file", () => {
  it('holds bytes, or says them in hex', () => {
    const bytes = Buffer.from(Array.from({ length: 32 }, (_, index) => index * 7))
    expect([...read(keyFile(bytes)).key]).toEqual([...bytes])
    expect([...read(keyFile(`${bytes.toString('hex')}\n`)).key]).toEqual([...bytes])
    expect([...read(keyFile(bytes.toString('hex').toUpperCase())).key]).toEqual([...bytes])
    expect(read(keyFile('a sentence that is longer than its key')).key).toHaveLength(38)
  })

  it.each([
    ['nothing', '', 0],
    ['31 bytes', Buffer.alloc(31, 0xfe), 31],
    ['31 bytes in hex', 'fe'.repeat(31), 31],
    ['a word', 'secret', 6],
  ])('is refused with %s in it, and how to make one is said', (_what, contents, length) => {
    const path = keyFile(contents)
    expect(() => read(path)).toThrow(
      new TicketKeyError(
        `The ticket key ${path} has ${length} bytes, and needs 32: make one with openssl rand -hex 32 > ${path}.`,
      ),
    )
  })

  it('is refused where there is none', () => {
    expect(() => read('/nowhere/ticket.key')).toThrow(
      'The ticket key /nowhere/ticket.key does not exist: make one with openssl rand -hex 32 > /nowhere/ticket.key.',
    )
    expect(() => read(tmpdir())).toThrow(/cannot be read \(EISDIR\)/)
  })

  it.runIf(process.platform !== 'win32')('is warned of where everyone can read it', () => {
    const bytes = Buffer.alloc(32, 7)
    expect(read(keyFile(bytes, 0o600)).warnings).toEqual([])
    expect(read(keyFile(bytes, 0o640)).warnings).toEqual([])
    const path = keyFile(bytes, 0o644)
    expect(read(path).warnings).toEqual([
      `The ticket key ${path} can be read by everyone on this machine: chmod 600 ${path}`,
    ])
  })
})
