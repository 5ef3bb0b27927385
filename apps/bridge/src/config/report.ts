import type { Configuration } from './configuration.js'

/** What `--check-config` prints: a line for each option, its value, and where that came from. */
export function reportOf({ rows, warnings }: Configuration): string {
  const flags = widest(rows.map(({ flag }) => flag))
  const values = widest(rows.map(({ shown }) => shown))
  const lines = rows.map(
    ({ flag, shown, from }) => `  ${flag.padEnd(flags)}  ${shown.padEnd(values)}  ${from}`,
  )
  const warned = warnings.map((warning) => `Warning: ${warning}`)
  return `${['In force, and where it came from:', '', ...lines, '', ...warned].join('\n').trimEnd()}\n`
}

const widest = (texts: readonly string[]) => Math.max(...texts.map(({ length }) => length))
