/** Runs the shell commands that the page gives, with the tools that they need. */

import { execFile, execFileSync } from 'node:child_process'
import { delimiter, dirname } from 'node:path'
import { promisify } from 'node:util'
import type { Found } from './requirements.js'

const run = promisify(execFile)
/** A command holds a packet of 16 KiB at most, and prints no more than that. */
const MOST_OUTPUT = 1 << 20

const NEEDED = [
  ['bash', ['--version'], /bash/, 'bash'],
  ['openssl', ['version'], /^OpenSSL [3-9]/, 'OpenSSL 3'],
  ['python3', ['--version'], /^Python 3\.([89]|\d\d)/, 'Python 3.8 or newer'],
] as const

function isThere(command: string, args: readonly string[], version: RegExp): boolean {
  try {
    return version.test(execFileSync(command, args, { encoding: 'utf8', stdio: 'pipe' }))
  } catch {
    return false
  }
}

/** A shell and what the commands call in it. */
export function shellTools(): Found<string> {
  const absent = NEEDED.filter(([name, args, version]) => !isThere(name, args, version))
  if (absent.length === 0) return { found: 'bash' }
  return { missing: `no ${absent.map(([, , , name]) => name).join(', no ')} on the PATH` }
}

/** What `python3` may be a script of a version manager for, which takes ten times as long to begin. */
const pathToPython = (): string => {
  const python = execFileSync('python3', ['-c', 'import sys; print(sys.executable)'])
  return [dirname(python.toString()), process.env.PATH].join(delimiter)
}

let path: string | undefined

/** What a command prints, without the line's end. */
export async function printedBy(command: string): Promise<string> {
  path ??= pathToPython()
  const env = { ...process.env, PATH: path }
  const { stdout } = await run('bash', ['-c', command], { env, maxBuffer: MOST_OUTPUT })
  return stdout.trimEnd()
}

/** Does something with each of many, a few at a time. */
export async function eachOf<T>(
  many: Iterable<T>,
  atOnce: number,
  act: (one: T) => Promise<void>,
): Promise<void> {
  const left = many[Symbol.iterator]()
  const worker = async () => {
    for (let next = left.next(); !next.done; next = left.next()) await act(next.value)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}
