import { parseArgs } from 'node:util'
import type { Given, Source } from './given.js'
import { instead } from './nearest.js'
import type { AnyOption } from './option.js'
import { COMMAND_OPTIONS, SETTABLE, SHORT_FORMS } from './options.js'

const ALL: readonly AnyOption[] = [...SETTABLE, ...Object.values(COMMAND_OPTIONS)]
const KNOWN = [...ALL, ...SHORT_FORMS].map(({ flag }) => flag)

type Token = ReturnType<typeof tokensOf>[number]
type OptionToken = Extract<Token, { kind: 'option' }>

/** Reads the command line to its end, whatever is wrong with it. */
export function readFlags(args: readonly string[]): Source {
  const given: Given[] = []
  const problems: string[] = []
  let before: Token | null = null
  for (const token of tokensOf(args)) {
    const read = readToken(token, before)
    if (typeof read === 'string') problems.push(read)
    else if (read !== null) given.push(read)
    before = token
  }
  return { given, problems }
}

const isSwitch = ({ kind }: AnyOption) => kind.form === ''

function tokensOf(args: readonly string[]) {
  const valued = ALL.filter((option) => !isSwitch(option))
  return parseArgs({
    args: [...args],
    options: {
      ...Object.fromEntries(valued.map(({ flag }) => [flag, { type: 'string' }] as const)),
      help: { type: 'boolean', short: 'h' },
    },
    // What is unknown is named below: all of it, and with what was probably meant.
    strict: false,
    tokens: true,
  }).tokens
}

/** @returns what it sets, or what is wrong with it. */
function readToken(token: Token, before: Token | null): Given | string | null {
  switch (token.kind) {
    case 'option-terminator':
      return null
    case 'positional':
      // Behind an unknown option it is probably the value of that.
      if (before?.kind === 'option' && !KNOWN.includes(before.name)) return null
      return `"${token.value}" is no option; --help lists the options.`
    case 'option':
      return readOption(token)
  }
}

function readOption({ name, rawName, value, inlineValue = false }: OptionToken): Given | string {
  const short = SHORT_FORMS.find(({ flag }) => flag === name)
  if (short) {
    const { means, text } = short
    if (value !== undefined) return `${rawName} takes no value: leave out "=${value}".`
    return { flag: means, text, from: rawName, at: rawName }
  }
  const option = ALL.find(({ flag }) => flag === name)
  if (option === undefined) {
    const known = KNOWN.map((flag) => `--${flag}`)
    return `${rawName} is no option; ${instead(rawName, known)}`
  }
  const text = value ?? (isSwitch(option) ? 'true' : undefined)
  if (text === undefined || (!inlineValue && text.startsWith('--'))) {
    return `${rawName} needs a value: write ${rawName} ${option.kind.form}.`
  }
  const from = `--${name}`
  return { flag: name, text, from, at: option.kind.isPath ? from : `${from} ${text}` }
}
