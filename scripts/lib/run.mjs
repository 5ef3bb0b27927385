// @ts-check
import { spawn, spawnSync } from 'node:child_process'
import { constants } from 'node:os'
import { ROOT } from './paths.mjs'

/** @param {string} line */
export const say = (line) => console.log(`v2scope: ${line}`)

/** A failure that has one sentence to say and needs no stack. */
export class Failure extends Error {}

/**
 * Runs a script's body: what it returns is the exit code; a `Failure` is one line and exit code 1.
 * @param {() => Promise<number | void>} main
 */
export async function runScript(main) {
  try {
    const code = await main()
    if (typeof code === 'number') process.exitCode = code
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    console.error(`v2scope: ${error.message}`)
    process.exitCode = 1
  }
}

/**
 * Runs a command to its end in the repository's root, its output being ours. If we are told to
 * stop, so is the command, and then we end too.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { patience?: number }} [options] with the ms
 *   that it may take to stop when told
 * @returns {Promise<number>} the exit code
 */
export function run(command, args, { patience, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', ...options })
    /** @type {NodeJS.Signals | undefined} */
    let told
    /** @param {NodeJS.Signals} signal */
    const pass = (signal) => {
      told = signal
      // Ctrl-C in a terminal has reached the child already, and twice means "by force".
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
      if (patience !== undefined) setTimeout(() => child.kill('SIGKILL'), patience)
    }
    process.on('SIGINT', pass).on('SIGTERM', pass).on('SIGHUP', pass)
    const done = () => process.off('SIGINT', pass).off('SIGTERM', pass).off('SIGHUP', pass)
    child.once('error', (error) => {
      done()
      reject(new Failure(`cannot run ${command}: ${error.message}`))
    })
    child.once('exit', (code, signal) => {
      done()
      if (told) process.exit(128 + constants.signals[told])
      resolve(signal ? 128 + constants.signals[signal] : (code ?? 1))
    })
  })
}

/**
 * Runs a Node program that a package brought, without a shell between.
 * @param {string} script path below the root
 * @param {string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export const runNode = (script, args, options) => run(process.execPath, [script, ...args], options)

/**
 * Runs a command and returns what it printed; a `Failure` with its last words if it failed.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} [options]
 */
export function capture(command, args, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    ...options,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (error) throw new Failure(`cannot run ${command}: ${error.message}`)
  if (status === 0) return String(stdout)
  const lastWords = String(stderr || stdout)
    .trim()
    .split('\n')
    .slice(-3)
    .join(' ')
  throw new Failure(`${command} ${args[0] ?? ''} failed: ${lastWords}`)
}

/**
 * @param {string} command
 * @param {string[]} args
 */
export function works(command, args) {
  const { status } = spawnSync(command, args, { stdio: 'ignore', timeout: 20_000 })
  return status === 0
}
