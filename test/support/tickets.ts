/** Tickets, by the built bridge's own command. */
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { BRIDGE } from '../../scripts/lib/build.mjs'

const run = promisify(execFile)

export interface TicketKey {
  /** For `--ticket-key`. */
  readonly file: string
  /** @param options as `--targets demo --connections 3 --for 10m` */
  make(options: string): Promise<string>
  remove(): void
}

export function newTicketKey(): TicketKey {
  const folder = mkdtempSync(join(tmpdir(), 'v2scope-key-'))
  const file = join(folder, 'ticket.key')
  writeFileSync(file, randomBytes(32).toString('hex'))
  return {
    file,
    async make(options) {
      const args = [BRIDGE, 'ticket', '--ticket-key', file, ...options.split(' ')]
      return (await run(process.execPath, args)).stdout.trim()
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
