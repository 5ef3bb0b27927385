import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { type ServerOptions, type WebSocket, WebSocketServer } from 'ws'
import { formatFreeAddress, parseFreeAddress } from './addresses/free-address.js'
import type { Callers } from './caller.js'
import { CloseCode } from './close-codes.js'
import { closePage } from './close-page.js'
import type { ConnectionLog } from './connection-log.js'
import type { Destination } from './destination.js'
import { ENDING } from './ending.js'
import type { Bounds } from './limits.js'
import type { Listeners, Port } from './listening/listeners.js'
import type { Admission, Pass } from './pass.js'
import { type Refusal, refuse } from './refusal.js'
import type { Relays } from './relays.js'
import { askedFor, type Route } from './route.js'

/** The one subprotocol; a client that offers none is served too. */
const SUBPROTOCOL = 'v2scope.relay.1'

/** What the reception asks about each upgrade, in this order. */
export interface ReceptionParts {
  readonly callers: Callers
  readonly admission: Admission
  /** Where a relay by this route would go, or the port that it asks for. */
  find(route: Route): Promise<Destination | Port | Refusal>
  readonly relays: Relays
  readonly listeners: Listeners
  readonly log: ConnectionLog
}

/** A page that has come, and what for. */
interface Visit {
  readonly page: WebSocket
  /** The one under `page`. */
  readonly pageSocket: Socket
  readonly route: Route
  /** For the log: where the page is, if that is told. */
  readonly from: string | undefined
}

/** Takes every upgrade that is ours; opens what it asks for, or closes it with the reason why not. */
export class Reception {
  readonly #parts: ReceptionParts
  readonly #bounds: Bounds
  readonly #upgrader: WebSocketServer
  /** Pages that are being looked at. */
  readonly #waiting = new Set<WebSocket>()
  /** Pages that have been told why not, and have not gone yet. They keep nobody else out. */
  readonly #leaving = new Set<WebSocket>()
  #draining = false

  constructor(parts: ReceptionParts, bounds: Bounds) {
    this.#parts = parts
    this.#bounds = bounds
    this.#upgrader = new WebSocketServer(serverOptions(bounds))
  }

  /** Connections that are open, those included that are being looked at. */
  get open(): number {
    const { relays, listeners } = this.#parts
    return relays.count + listeners.count + this.#waiting.size
  }

  get isFull(): boolean {
    return this.open >= this.#bounds.connections
  }

  /** `pageSocket` is that of the request, `head` what came behind it. */
  accept(request: IncomingMessage, pageSocket: Socket, head: Buffer, route: Route): void {
    const from = this.#parts.log.from(request)
    this.#upgrader.handleUpgrade(request, pageSocket, head, (page) => {
      this.#seat(page)
      const visit = { page, pageSocket, route, from }
      this.#serve(visit, request).catch((error: unknown) => this.#onFault(visit, error))
    })
  }

  /** Apart from `accept`: its listeners stay with the page, and the request should not. */
  #seat(page: WebSocket): void {
    this.#waiting.add(page)
    page.on('error', () => page.terminate())
    page.on('close', () => {
      this.#waiting.delete(page)
      this.#leaving.delete(page)
    })
    // what comes before there is a relay to take it stays in the socket
    page.pause()
  }

  /** From here on nobody gets anything but 1001. */
  drain(): void {
    this.#draining = true
  }

  /** Ends those who have not gone by themselves. */
  destroy(): void {
    for (const page of [...this.#waiting, ...this.#leaving]) page.terminate()
  }

  async #serve(visit: Visit, request: IncomingMessage): Promise<void> {
    const { route } = visit
    if (this.#draining) return this.#turnAway(visit, ENDING)
    const caller = await this.#parts.callers.identify(request, route)
    if (caller.kind === 'refused') return this.#turnAway(visit, caller)
    const pass = await this.#parts.admission.enter(caller, limitedBy(route))
    if (pass.kind === 'refused') return this.#turnAway(visit, pass)
    const found = await this.#parts.find(route).catch((error: unknown) => {
      pass.leave()
      throw error
    })
    if (found.kind === 'refused') {
      pass.leave()
      return this.#turnAway(visit, found)
    }
    this.#open(visit, found, pass)
  }

  /** A fault of the bridge's own costs one page its connection, and nobody else theirs. */
  #onFault(visit: Visit, error: unknown): void {
    this.#parts.log.fault(error)
    this.#turnAway(visit, FAULT)
  }

  #open(visit: Visit, found: Destination | Port, pass: Pass): void {
    const { relays, listeners } = this.#parts
    const { page, pageSocket, from } = visit
    // much may have happened while it was being looked at
    if (this.#draining || page.readyState !== page.OPEN) {
      if (found.kind === 'destination') found.left()
      pass.leave()
      this.#turnAway(visit, ENDING)
      return
    }
    this.#waiting.delete(page)
    // a page that does something wrong is told so, and who has it now sees to its end
    page.removeAllListeners('error')
    page.resume()
    const ends = { page, pageSocket, pass, from }
    if (found.kind === 'port') listeners.open(ends, found)
    else relays.open({ ...ends, destination: found })
  }

  #turnAway({ page, route, from }: Visit, why: Refusal): void {
    const { code, reason } = why
    this.#parts.log.refused({ target: askedFor(route), code, reason, from })
    this.#waiting.delete(page)
    if (page.readyState === page.OPEN) this.#leaving.add(page)
    const [first] = this.#leaving
    if (this.#leaving.size > this.#bounds.turnedAway) first?.terminate()
    closePage(page, why, this.#bounds.pageCloseGrace)
  }
}

/** Of those that the types of ws don't know yet. */
interface MoreOptions {
  /** From a close frame, ours or that of a fault, to the end of the socket, ms. */
  readonly closeTimeout: number
}

function serverOptions(bounds: Bounds): ServerOptions & MoreOptions {
  return {
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: bounds.frameSize,
    maxFragments: bounds.fragments,
    maxBufferedChunks: bounds.frameChunks,
    closeTimeout: bounds.pageCloseGrace,
    handleProtocols: (offered) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
  }
}

const FAULT = refuse(
  CloseCode.fault,
  'A fault of the bridge itself; its operator finds it in the log',
)

/** What `connectionsPerTarget` counts by: of a name or an address; those that dial us are one. */
function limitedBy(route: Route): string | null {
  switch (route.kind) {
    case 'target':
      return route.name
    case 'address': {
      const address = parseFreeAddress(route.address)
      return address.kind === 'refused' ? null : formatFreeAddress(address)
    }
    case 'listen':
    case 'accept':
      return 'inbound'
  }
}
