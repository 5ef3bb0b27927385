// @ts-check
import { spawn } from 'node:child_process'
import { BRIDGE } from './build.mjs'
import { endChild, endWithUs } from './children.mjs'
import { ROOT } from './paths.mjs'
import { Failure } from './run.mjs'

const ADDRESS = /v2scope is at (http:\/\/\S+)/
const START_PATIENCE = 15_000
const STOP_PATIENCE = 5_000

/**
 * @typedef {object} BridgeProcess
 * @property {string} url ends in `/`
 * @property {number} pid
 * @property {() => string} output everything that it has printed
 * @property {(signal?: NodeJS.Signals) => Promise<number | null>} stop by SIGINT unless told
 *   otherwise; resolves to its exit code, null if it had to be killed
 */

/**
 * Runs the built bridge on a free port and waits for its address.
 * @param {string[]} [args]
 * @returns {Promise<BridgeProcess>}
 */
export function startBridgeProcess(args = []) {
  const child = spawn(process.execPath, [BRIDGE, '--port', '0', ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  endWithUs(child)
  let output = ''
  /** @param {NodeJS.Signals} [signal] */
  const stop = (signal = 'SIGINT') => endChild(child, () => child.kill(signal), STOP_PATIENCE)
  return new Promise((resolve, reject) => {
    /** @param {string} why */
    const fail = (why) => {
      clearTimeout(timer)
      void stop()
      reject(new Failure(`the bridge ${why}:\n${output}`))
    }
    const timer = setTimeout(() => fail('has not told its address'), START_PATIENCE)
    /** @param {Buffer} text */
    const read = (text) => {
      output += text
      const url = ADDRESS.exec(output)?.[1]
      if (!url || child.pid === undefined) return
      clearTimeout(timer)
      resolve({ url, pid: child.pid, output: () => output, stop })
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('error', ({ message }) => fail(`could not run: ${message}`))
    child.once('exit', (code) => fail(`ended with ${code}`))
  })
}
