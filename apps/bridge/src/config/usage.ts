import { LIMITS, type Limits, PROFILES } from '../limits.js'
import { LIMIT_FIELDS, LIMIT_OPTIONS } from './limit-options.js'
import type { AnyOption } from './option.js'
import { COMMAND_OPTIONS, OPTIONS } from './options.js'

const COLUMN = 18
const WIDTH = 80

export const USAGE = `v2scope's bridge: serves the page, and relays its bytes to Bitcoin nodes.

  npm start -- [options]

${sectionOf(Object.values(OPTIONS))}
Limits, with their defaults (${PROFILES.join('; ')}):

${sectionOf(LIMIT_FIELDS.map(withDefaults))}
Each is also a variable of the environment (V2SCOPE_FRAME_SIZE=1MiB, lists by
spaces) and a key of the JSON file ("frameSize": "1MiB"). A flag goes before a
variable, a variable before the file, the file before the profile.

${sectionOf(Object.values(COMMAND_OPTIONS))}`

function withDefaults(field: keyof Limits): AnyOption {
  const option = LIMIT_OPTIONS[field]
  return { ...option, help: `${option.help} (${defaultsOf(field)})` }
}

/** One for all profiles, or one for each. */
function defaultsOf<F extends keyof Limits>(field: F): string {
  const { kind } = LIMIT_OPTIONS[field]
  const shown = PROFILES.map((profile) => kind.show(LIMITS[profile][field]))
  return new Set(shown).size === 1 ? `${shown[0]}` : shown.join('; ')
}

function sectionOf(options: readonly AnyOption[]): string {
  return options.map((option) => `${entry(option)}\n`).join('')
}

function entry({ flag, kind, help }: AnyOption): string {
  const head = `  --${flag} ${kind.form}`.trimEnd()
  const lines = wrap(help).map((line) => ' '.repeat(COLUMN) + line)
  if (head.length > COLUMN - 2) return [head, ...lines].join('\n')
  return lines.join('\n').replace(' '.repeat(COLUMN), head.padEnd(COLUMN))
}

function wrap(text: string): string[] {
  const lines = ['']
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`.trimStart()
    if (longer.length <= WIDTH - COLUMN) lines.splice(-1, 1, longer)
    else lines.push(word)
  }
  return lines
}
