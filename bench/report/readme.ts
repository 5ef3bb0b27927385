/** The places in the READMEs that are written by `npm run bench`, between two comments of a name. */

import { contenderTable, growthTable, machineLine, missedList, targetTable } from './markdown.js'
import type { PartResults } from './results.js'

export const README_PATHS = ['README.md', 'bench/README.md']

const begin = (name: string) => `<!-- bench:${name} -->`
const END = '<!-- /bench -->'

const part = (parts: readonly PartResults[], name: PartResults['part']) =>
  parts.find((results) => results.part === name)

/** What stands at each place, by its name. */
const PLACES: Record<string, (parts: readonly PartResults[]) => string> = {
  targets: targetTable,
  missed: missedList,
  machine: (parts) =>
    parts.map((results) => `- ${results.part}: ${machineLine(results)}`).join('\n'),
  crypto: (parts) => bothEngines(part(parts, 'crypto')),
  packets: (parts) => bothEngines(part(parts, 'packets')),
  page: (parts) => {
    const results = part(parts, 'page')
    return results ? contenderTable(results, 'chromium') : NOTHING
  },
  growth: (parts) => growthTable(parts.flatMap(({ growth }) => growth)),
}

const NOTHING = 'Not measured yet.'

const bothEngines = (results: PartResults | undefined): string =>
  results ? `${contenderTable(results, 'chromium')}\n\n${contenderTable(results, 'node')}` : NOTHING

/** @returns the text with what was measured in its places @throws {Error} for a place of no known name */
export function withTables(text: string, parts: readonly PartResults[]): string {
  return text.replace(/<!-- bench:(\w+) -->[\s\S]*?<!-- \/bench -->/g, (_, name: string) => {
    const render = PLACES[name]
    if (!render) throw new Error(`there is no table "${name}"`)
    return `${begin(name)}\n\n${render(parts)}\n\n${END}`
  })
}
