import { readEnvironment } from './environment.js'
import { readConfigFile } from './file.js'
import { readFlags } from './flags.js'
import type { Source } from './given.js'
import { OptionReader, type Row } from './option-reader.js'
import { COMMAND_OPTIONS } from './options.js'
import type { Settings } from './settings.js'
import { settle } from './settle.js'

/** What was asked for, from all sources together. */
export interface Configuration {
  readonly settings: Settings
  readonly rows: readonly Row[]
  /** What goes on, but was probably not meant; a sentence each. */
  readonly warnings: readonly string[]
}

export type Asked =
  | { readonly kind: 'help' }
  | { readonly kind: 'unusable'; readonly problems: readonly string[] }
  /** Say what is in force, and start nothing. */
  | { readonly kind: 'check'; readonly configuration: Configuration }
  | { readonly kind: 'start'; readonly configuration: Configuration }

/** Reads flags, environment, and the file that one of them names; each goes before the next. */
export function readConfiguration(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Asked {
  const flags = readFlags(args)
  const environment = readEnvironment(env)
  const command = new OptionReader([flags.given, environment.given])
  if (command.one(COMMAND_OPTIONS.help, false).value) return { kind: 'help' }
  const checkOnly = command.one(COMMAND_OPTIONS.checkConfig, false).value
  const config = command.one(COMMAND_OPTIONS.config, '')
  const file = config.isGiven ? readConfigFile(config.value, config.from) : NOTHING
  const sources = [flags, environment, file]

  const reader = new OptionReader(sources.map(({ given }) => given))
  const { settings, problems, warnings } = settle(reader)
  const allProblems = [
    ...sources.flatMap((source) => source.problems),
    ...command.problems,
    ...reader.problems,
    ...problems,
  ]
  if (allProblems.length > 0) return { kind: 'unusable', problems: allProblems }
  const named = config.isGiven ? command.rows.filter(({ flag }) => flag === 'config') : []
  const configuration = { settings, rows: [...named, ...reader.rows], warnings }
  return { kind: checkOnly ? 'check' : 'start', configuration }
}

const NOTHING: Source = { given: [], problems: [] }
