import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { LIMIT_FIELDS, LIMIT_OPTIONS } from '../../src/config/limit-options.js'
import { LIMITS, type Limits, PROFILES } from '../../src/limits.js'
import { configFile, configured } from './configured.js'

const readme = readFileSync(new URL('../../../../README.md', import.meta.url), 'utf8')

function rowOf<F extends keyof Limits>(field: F): string {
  const { flag, help, kind } = LIMIT_OPTIONS[field]
  const defaults = PROFILES.map((profile) => kind.show(LIMITS[profile][field]))
  return `| ${[`\`--${flag}\``, help, ...defaults].join(' | ')} |`
}

it("has each limit's defaults in the README", () => {
  const [, table = ''] = /\n\| limit \|.*\n\| --- .*\n((?:\|.*\n)+)/.exec(readme) ?? []
  expect(table.trimEnd().split('\n')).toEqual(LIMIT_FIELDS.map(rowOf))
})

it("takes the README's example of a file, and finds nothing odd in it", () => {
  const [, example = ''] = /<!-- bridge\.json -->\n```json\n([\s\S]*?)```/.exec(readme) ?? []
  const path = configFile(example)
  writeFileSync(join(dirname(path), 'ticket.key'), 'k'.repeat(32), { mode: 0o600 })
  const { settings, warnings } = configured(['--config', path])
  expect(settings).toMatchObject({ profile: 'hosted', ticketKey: expect.any(Uint8Array) })
  expect(warnings).toEqual([])
})
