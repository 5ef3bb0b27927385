import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { isDemoMessage } from './demo-messages.js'
import { DEMO, NETWORKS, type Target } from './targets.js'
import type { Tuning } from './tuning.js'

/** What asking the demo node for its peers came to. */
export type PeerReport =
  | { readonly kind: 'peers'; readonly peers: readonly object[] }
  | { readonly kind: 'down' }
  | { readonly kind: 'silent' }

/** The demo node: a process beside the bridge, started again when it dies. */
export class DemoProcess {
  readonly #script: string
  readonly #tuning: Tuning
  readonly #warn: (line: string) => void
  readonly #asked = new Map<number, (report: PeerReport) => void>()
  #child: ChildProcess | null = null
  #target: Target | null = null
  #listening = false
  #stopping = false
  #restartTimer: NodeJS.Timeout | undefined
  #restartDelay: number
  #lastId = 0
  #onFirstNews: () => void = () => undefined

  /** `script` is the path of the demo node's main module. */
  constructor(script: string, tuning: Tuning, warn: (line: string) => void) {
    this.#script = script
    this.#tuning = tuning
    this.#warn = warn
    this.#restartDelay = tuning.demoRestartDelay
  }

  /** Where it listens, or did last; `null` before it has listened at all. */
  get target(): Target | null {
    return this.#target
  }

  /** Resolves when it listens, when it cannot, or after the start timeout: it never rejects. */
  async start(): Promise<void> {
    if (!existsSync(this.#script)) {
      this.#warn('The demo node has not been built: run `npm run build`, or add --no-demo.')
      return
    }
    const news = new Promise<void>((resolve) => {
      this.#onFirstNews = resolve
    })
    this.#run()
    await Promise.race([news, sleep(this.#tuning.demoStartTimeout, undefined, { ref: false })])
  }

  /** Its connections, in the form of the RPC's answer. */
  getPeerInfo(): Promise<PeerReport> {
    const child = this.#child
    if (!child?.connected || !this.#listening) return Promise.resolve({ kind: 'down' })
    const id = ++this.#lastId
    return new Promise((resolve) => {
      const timer = setTimeout(() => answer({ kind: 'silent' }), this.#tuning.demoReplyTimeout)
      const answer = (report: PeerReport) => {
        clearTimeout(timer)
        this.#asked.delete(id)
        resolve(report)
      }
      this.#asked.set(id, answer)
      child.send({ type: 'getpeerinfo', id }, (error) => {
        if (error) answer({ kind: 'down' })
      })
    })
  }

  /** It ends itself when the channel closes; if it does not, it is killed. */
  async stop(): Promise<void> {
    this.#stopping = true
    clearTimeout(this.#restartTimer)
    const child = this.#child
    if (!child) return
    const exited = once(child, 'exit')
    if (child.connected) child.disconnect()
    const killTimer = setTimeout(() => child.kill('SIGKILL'), this.#tuning.demoStopGrace)
    await exited
    clearTimeout(killTimer)
  }

  #run(): void {
    const child = fork(this.#script, ['--port', '0'], {
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    this.#child = child
    child.on('message', (message) => this.#onMessage(message))
    child.on('error', (error) => this.#warn(`The demo node: ${error.message}`))
    const endWithUs = () => child.kill('SIGKILL')
    process.once('exit', endWithUs)
    child.on('exit', (code, signal) => {
      process.off('exit', endWithUs)
      this.#onExit(signal ?? `code ${code}`)
    })
  }

  #onMessage(message: unknown): void {
    if (!isDemoMessage(message)) return
    switch (message.type) {
      case 'listening': {
        const network = NETWORKS.find((known) => known === message.network) ?? null
        this.#target = { name: DEMO, host: '127.0.0.1', port: message.port, network }
        this.#listening = true
        this.#restartDelay = this.#tuning.demoRestartDelay
        this.#onFirstNews()
        return
      }
      case 'peerinfo':
        this.#asked.get(message.id)?.({ kind: 'peers', peers: message.peers })
        return
    }
  }

  #onExit(how: string): void {
    this.#child = null
    this.#listening = false
    for (const answer of this.#asked.values()) answer({ kind: 'down' })
    this.#onFirstNews()
    if (this.#stopping) return
    const delay = this.#restartDelay
    this.#warn(`The demo node ended (${how}); it is started again in ${delay / 1000} s.`)
    this.#restartTimer = setTimeout(() => this.#run(), delay)
    this.#restartDelay = Math.min(delay * 2, this.#tuning.demoRestartDelayMax)
  }
}
