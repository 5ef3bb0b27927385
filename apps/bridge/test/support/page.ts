import type { Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import { type ClientOptions, WebSocket } from 'ws'

export interface Closed {
  readonly code: number
  readonly reason: string
}

/** A client in the page's place, which keeps what it receives. */
export class FakePage {
  readonly ws: WebSocket
  readonly text: string[] = []
  readonly closed: Promise<Closed>
  /** `open`, as the bridge announced it; never resolves if it does not. */
  readonly announced: Promise<Announcement>
  received = 0
  #chunks: Buffer[] = []
  #waiting: { readonly count: number; readonly resolve: (bytes: Buffer) => void } | null = null

  constructor(ws: WebSocket) {
    this.ws = ws
    ws.on('error', () => undefined)
    this.closed = new Promise((resolve) => {
      ws.on('close', (code, reason) => resolve({ code, reason: reason.toString() }))
    })
    this.announced = new Promise((resolve) => {
      ws.on('message', (data: Buffer, isBinary) => {
        if (isBinary) return this.#keep(data)
        this.text.push(data.toString())
        resolve(JSON.parse(data.toString()))
      })
    })
  }

  /** Everything received so far. */
  get bytes(): Buffer {
    return Buffer.concat(this.#chunks)
  }

  /** Resolves with the first `count` bytes once they have come. */
  read(count: number): Promise<Buffer> {
    if (this.received >= count) return Promise.resolve(this.bytes.subarray(0, count))
    return new Promise((resolve) => {
      this.#waiting = { count, resolve }
    })
  }

  /** The TCP socket below, for tests that end it roughly. */
  get socket(): Socket {
    return Reflect.get(this.ws, '_socket')
  }

  #keep(data: Buffer): void {
    this.#chunks.push(data)
    this.received += data.length
    if (this.#waiting === null || this.received < this.#waiting.count) return
    this.#waiting.resolve(this.bytes.subarray(0, this.#waiting.count))
    this.#waiting = null
  }
}

export interface Announcement {
  readonly type: string
  readonly id: string
  readonly target: string
  readonly remote: string
  readonly local: string
  readonly limits: object
}

/** Opens a WebSocket to `path` of the bridge at `url`; gone when the test is over. */
export function openPage(
  url: string,
  path: string,
  { ticket, ...options }: ClientOptions & { readonly ticket?: string } = {},
): FakePage {
  const address = new URL(path, url).href.replace('http', 'ws')
  const protocols = ['v2scope.relay.1', ...(ticket === undefined ? [] : [`ticket.${ticket}`])]
  const ws = new WebSocket(address, protocols, {
    perMessageDeflate: false,
    origin: new URL(url).origin,
    ...options,
  })
  onTestFinished(() => ws.terminate())
  return new FakePage(ws)
}
