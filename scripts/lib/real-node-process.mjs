// @ts-check
/** A bitcoind of its own, for a test or a recording: on loopback only, and gone without a trace afterwards. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { endChild, endWithUs } from './children.mjs'
import { freePort } from './free-port.mjs'
import { givenRealNode } from './real-node.mjs'

/** @typedef {'main' | 'test' | 'testnet4' | 'signet' | 'regtest'} Network */

/**
 * @typedef {object} RealNodeOptions
 * @property {Network} [network]
 * @property {boolean} [v2] false for a node that speaks only v1
 * @property {string[]} [args]
 */

/**
 * @typedef {object} RealNode
 * @property {number} p2pPort
 * @property {number} rpcPort
 * @property {string} datadir
 * @property {<T = unknown>(method: string, ...params: unknown[]) => Promise<T>} rpc
 * @property {() => Promise<string>} debugLog
 * @property {() => Promise<void>} stop
 */

/** @typedef {Omit<RealNode, 'stop'> & { child: import('node:child_process').ChildProcess, stderr: () => string }} Running */

const ATTEMPTS = 3
const START_PATIENCE = 60_000
const STOP_PATIENCE = 20_000
const POLL = 50
const RPC_IN_WARMUP = -28

/** An RPC's error, with bitcoind's own code. */
class RpcError extends Error {
  /**
   * @param {number} code
   * @param {string} message
   */
  constructor(code, message) {
    super(message)
    this.code = code
  }
}

/**
 * @param {string} datadir
 * @param {number} p2pPort
 * @param {number} rpcPort
 * @param {RealNodeOptions} options
 */
const flags = (datadir, p2pPort, rpcPort, { network = 'regtest', v2, args = [] }) => [
  `-chain=${network}`,
  `-datadir=${datadir}`,
  `-rpccookiefile=${join(datadir, '.cookie')}`,
  `-debuglogfile=${join(datadir, 'debug.log')}`,
  '-server',
  `-rpcport=${rpcPort}`,
  '-rpcbind=127.0.0.1',
  '-rpcallowip=127.0.0.1',
  '-listen',
  `-bind=127.0.0.1:${p2pPort}`,
  // It dials nobody but whom `addnode` names, whatever the network.
  '-connect=0',
  '-dnsseed=0',
  '-fixedseeds=0',
  '-discover=0',
  '-natpmp=0',
  '-listenonion=0',
  '-debug=net',
  '-printtoconsole=0',
  ...(v2 === undefined ? [] : [`-v2transport=${v2 ? 1 : 0}`]),
  ...args,
]

/**
 * @param {string} datadir
 * @param {number} rpcPort
 * @returns {RealNode['rpc']}
 */
const rpcTo =
  (datadir, rpcPort) =>
  async (method, ...params) => {
    const cookie = await readFile(join(datadir, '.cookie'), 'utf8')
    const response = await fetch(`http://127.0.0.1:${rpcPort}/`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(cookie).toString('base64')}` },
      body: JSON.stringify({ id: 0, method, params }),
    })
    const text = await response.text()
    if (!text) throw new Error(`${method}: HTTP ${response.status}`)
    const { result, error } = JSON.parse(text)
    if (error) throw new RpcError(error.code, `${method}: ${error.message}`)
    return result
  }

/**
 * @param {RealNodeOptions} options
 * @param {number} p2pPort
 * @param {number} rpcPort
 * @returns {Running}
 */
function launch(options, p2pPort, rpcPort) {
  const node = givenRealNode()
  if ('missing' in node) throw new Error(node.missing)
  const datadir = mkdtempSync(join(tmpdir(), 'v2scope-node-'))
  const [command = '', ...args] = node.argv
  const child = spawn(command, [...args, ...flags(datadir, p2pPort, rpcPort, options)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  endWithUs(child, () => rmSync(datadir, { recursive: true, force: true }))
  let stderr = ''
  child.once('error', ({ message }) => {
    stderr += message
  })
  child.stderr.on('data', (text) => {
    stderr += text
  })
  const debugLog = () => readFile(join(datadir, 'debug.log'), 'utf8').catch(() => '')
  const rpc = rpcTo(datadir, rpcPort)
  return { child, p2pPort, rpcPort, datadir, rpc, debugLog, stderr: () => stderr }
}

/** @param {Running} node */
const hasEnded = ({ child }) => child.exitCode !== null || child.signalCode !== null

/**
 * @param {Running} node
 * @returns {Promise<string | undefined>} undefined once it answers, or why it doesn't
 */
async function untilReady(node) {
  const end = Date.now() + START_PATIENCE
  while (Date.now() < end) {
    if (hasEnded(node) || node.child.pid === undefined) return 'it ended'
    try {
      await node.rpc('getblockchaininfo')
      return undefined
    } catch (error) {
      if (error instanceof RpcError && error.code !== RPC_IN_WARMUP) return error.message
    }
    await sleep(POLL)
  }
  return `it didn't answer within ${START_PATIENCE / 1000} s`
}

/** @param {Running} node */
async function stop(node) {
  const ask = () => void node.rpc('stop').catch(() => node.child.kill('SIGTERM'))
  if (node.child.pid !== undefined) await endChild(node.child, ask, STOP_PATIENCE)
  rmSync(node.datadir, { recursive: true, force: true })
}

/**
 * Starts a node and waits until it answers.
 * @param {RealNodeOptions} [options]
 * @returns {Promise<RealNode>}
 */
export async function startRealNode(options = {}) {
  for (let attempt = 1; ; attempt++) {
    const node = launch(options, await freePort(), await freePort())
    const reason = await untilReady(node)
    if (reason === undefined) return { ...node, stop: () => stop(node) }
    const log = await node.debugLog()
    const said = `${node.stderr()}\n${log.split('\n').slice(-15).join('\n')}`.trim()
    await stop(node)
    // Somebody else has been quicker to take the port.
    if (/unable to bind|address already in use/i.test(said) && attempt < ATTEMPTS) continue
    throw new Error(`bitcoind did not start, ${reason}:\n${said}`)
  }
}
