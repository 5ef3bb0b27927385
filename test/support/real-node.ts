/** A bitcoind of its own for a test: on loopback only, and gone without a trace afterwards. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { endChild, endWithUs } from '../../scripts/lib/children.mjs'
import { freePort } from './free-port.js'
import { realNode } from './requirements.js'

export type Network = 'main' | 'test' | 'testnet4' | 'signet' | 'regtest'

export interface RealNodeOptions {
  network?: Network
  /** false for a node that speaks only v1 */
  v2?: boolean
  args?: string[]
}

export interface RealNode {
  p2pPort: number
  rpcPort: number
  datadir: string
  rpc<T = unknown>(method: string, ...params: unknown[]): Promise<T>
  debugLog(): Promise<string>
  stop(): Promise<void>
}

const ATTEMPTS = 3
const START_PATIENCE = 60_000
const STOP_PATIENCE = 20_000
const POLL = 50
const RPC_IN_WARMUP = -28

/** An RPC's error, with bitcoind's own code. */
export class RpcError extends Error {
  readonly code: number
  constructor(code: number, message: string) {
    super(message)
    this.code = code
  }
}

interface Running extends Omit<RealNode, 'stop'> {
  child: ChildProcess
  stderr: () => string
}

const flags = (datadir: string, p2pPort: number, rpcPort: number, options: RealNodeOptions) => [
  `-chain=${options.network ?? 'regtest'}`,
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
  ...(options.v2 === undefined ? [] : [`-v2transport=${options.v2 ? 1 : 0}`]),
  ...(options.args ?? []),
]

function launch(options: RealNodeOptions, p2pPort: number, rpcPort: number): Running {
  const node = realNode()
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
  child.stderr?.on('data', (text) => {
    stderr += text
  })

  async function rpc<T = unknown>(method: string, ...params: unknown[]): Promise<T> {
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
  const debugLog = () => readFile(join(datadir, 'debug.log'), 'utf8').catch(() => '')
  return { child, p2pPort, rpcPort, datadir, rpc, debugLog, stderr: () => stderr }
}

const hasEnded = ({ child }: Running) => child.exitCode !== null || child.signalCode !== null

/** undefined once it answers, or why it doesn't. */
async function untilReady(node: Running): Promise<string | undefined> {
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

async function stop(node: Running) {
  const ask = () => void node.rpc('stop').catch(() => node.child.kill('SIGTERM'))
  if (node.child.pid !== undefined) await endChild(node.child, ask, STOP_PATIENCE)
  rmSync(node.datadir, { recursive: true, force: true })
}

/** Starts a node and waits until it answers. */
export async function startRealNode(options: RealNodeOptions = {}): Promise<RealNode> {
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
