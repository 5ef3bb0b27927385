import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { type WebSocket, WebSocketServer } from 'ws'
import { CloseCode, fitReason } from './close-codes.js'
import type { Limits } from './limits.js'
import { Relay, type RelaySummary } from './relay.js'
import { Sweeper } from './sweeper.js'
import type { Target } from './targets.js'

/** The one subprotocol; a client that offers none is served too. */
const SUBPROTOCOL = 'v2scope.relay.1'

const ENDING = 'The bridge is ending'

/** What the path of an upgrade asks for. */
type Wanted =
  | { readonly ok: true; readonly target: Target }
  | { readonly ok: false; readonly code: CloseCode; readonly reason: string }

/** Where names become targets. */
export interface TargetDirectory {
  find(name: string): Target | undefined
}

/** All open relays. */
export class Relays {
  /** Since the start. */
  opened = 0
  #draining = false
  readonly #open = new Set<Relay>()
  /** Pages that have been told why there is no relay for them, and have not gone yet. */
  readonly #turnedAway = new Set<WebSocket>()
  readonly #targets: TargetDirectory
  readonly #limits: Limits
  readonly #log: (line: string) => void
  readonly #upgrader: WebSocketServer
  readonly #sweeper: Sweeper

  constructor(targets: TargetDirectory, limits: Limits, log: (line: string) => void) {
    this.#targets = targets
    this.#limits = limits
    this.#log = log
    this.#sweeper = new Sweeper(limits)
    this.#upgrader = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      maxPayload: limits.maxPayload,
      handleProtocols: (offered) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
    })
  }

  get count(): number {
    return this.#open.size
  }

  get isFull(): boolean {
    return this.#open.size + this.#turnedAway.size >= this.#limits.maxRelays
  }

  /** Upgrades, and opens the relay that `url` asks for or closes with the reason why not. */
  accept(request: IncomingMessage, socket: Socket, head: Buffer, url: URL): void {
    this.#upgrader.handleUpgrade(request, socket, head, (page) => {
      const wanted = this.#wanted(url)
      if (wanted.ok) this.#openRelay(page, socket, wanted.target)
      else this.#turnAway(page, wanted.code, wanted.reason)
    })
  }

  /** Closes every relay with 1001; what is still there after the drain timeout is destroyed. */
  async drain(): Promise<void> {
    this.#draining = true
    for (const relay of this.#open) relay.close(CloseCode.draining, ENDING)
    const over = Promise.all([...this.#open].map((relay) => relay.over))
    await Promise.race([over, sleep(this.#limits.drainTimeout, undefined, { ref: false })])
    for (const relay of this.#open) relay.destroy()
    for (const page of this.#turnedAway) page.terminate()
    await over
  }

  #wanted(url: URL): Wanted {
    const refuse = (code: CloseCode, reason: string): Wanted => ({ ok: false, code, reason })
    if (this.#draining) return refuse(CloseCode.draining, ENDING)
    if (url.pathname === '/relay') {
      return url.searchParams.has('addr')
        ? refuse(CloseCode.notAllowed, 'This bridge dials named targets only; see /targets')
        : refuse(CloseCode.badAddress, 'No target is named: ask for /relay/NAME')
    }
    const name = decodeName(url.pathname.slice('/relay/'.length))
    const target = this.#targets.find(name)
    if (target) return { ok: true, target }
    return refuse(CloseCode.unknownName, `No target is named "${name}"; /targets lists them`)
  }

  #openRelay(page: WebSocket, socket: Socket, target: Target): void {
    const relay = new Relay(page, socket, target, this.#limits, this.#sweeper)
    this.#open.add(relay)
    void relay.over.then((summary) => {
      this.#open.delete(relay)
      this.#log(closingLine(summary))
    })
    this.opened++
    this.#log(`relay ${relay.id} to ${target.name} opened`)
  }

  #turnAway(page: WebSocket, code: CloseCode, reason: string): void {
    const timer = setTimeout(() => page.terminate(), this.#limits.pageCloseGrace)
    this.#turnedAway.add(page)
    page.on('error', () => page.terminate())
    page.on('close', () => {
      clearTimeout(timer)
      this.#turnedAway.delete(page)
    })
    page.close(code, fitReason(reason))
  }
}

function decodeName(encoded: string): string {
  try {
    return decodeURIComponent(encoded)
  } catch {
    return encoded
  }
}

function closingLine({ id, target, code, bytesToPage, bytesToTarget }: RelaySummary): string {
  return `relay ${id} to ${target} closed with ${code}: ${bytesToTarget} bytes to the target, ${bytesToPage} to the page`
}
