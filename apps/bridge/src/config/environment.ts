import type { Given, Source } from './given.js'
import { instead } from './nearest.js'
import { isOurs, variableOf } from './option.js'
import { COMMAND_OPTIONS, SETTABLE } from './options.js'

const READ = [...SETTABLE, COMMAND_OPTIONS.config]

/** `npm test` and `npm run dev` set these for programs that start a bridge. */
const OF_SCRIPTS = /^V2SCOPE_(BRIDGE_PORT|(BITCOIND|CHROMIUM|FIREFOX)(_MISSING)?)$/

/** Reads the variables whose name begins with `V2SCOPE_`; an empty one is none. */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Source {
  const given: Given[] = []
  const problems: string[] = []
  for (const [variable, text] of Object.entries(env)) {
    if (!isOurs(variable) || OF_SCRIPTS.test(variable) || !text) continue
    const option = READ.find((each) => variableOf(each) === variable)
    if (option === undefined) {
      const known = READ.map(variableOf)
      problems.push(`${variable} in the environment is no option; ${instead(variable, known)}`)
      continue
    }
    // By white space and not by commas, which stand inside of some values.
    const texts = option.many ? text.split(/\s+/).filter((each) => each !== '') : [text]
    for (const each of texts) {
      const at = option.kind.isPath ? variable : `${variable}=${each}`
      given.push({ flag: option.flag, text: each, from: variable, at })
    }
  }
  return { given, problems }
}
