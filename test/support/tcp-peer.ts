/** A peer of ours on a TCP socket, for tests: what it is told is kept, and can be awaited. */
import { randomFillSync } from 'node:crypto'
import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { Networks } from '@v2scope/bip324'
import { Peer, type PeerEvent, type PeerOptions, type SessionEvent } from '@v2scope/peer'

export const randomBytes = (length: number) => randomFillSync(new Uint8Array(length))

export type TcpPeerOptions = Partial<Omit<PeerOptions, 'onEvent' | 'trace'>> & {
  /** Into which pieces to cut what is sent; default: none. */
  fragment?: (bytes: Uint8Array) => Uint8Array[]
  withTrace?: boolean
}

type EventOf<T extends PeerEvent['type']> = Extract<PeerEvent, { type: T }>
type Match<T extends PeerEvent['type']> = (event: EventOf<T>) => boolean

const PATIENCE = 20_000

export class TcpPeer {
  readonly peer: Peer
  readonly events: PeerEvent[] = []
  readonly trace: SessionEvent[] = []
  readonly socket: Socket
  readonly #fragment: (bytes: Uint8Array) => Uint8Array[]
  #seen = 0
  #wake = () => {}

  constructor(socket: Socket, options: TcpPeerOptions = {}) {
    const { fragment = (bytes) => [bytes], withTrace = false, ...rest } = options
    this.socket = socket
    this.#fragment = fragment
    this.peer = new Peer({
      role: 'initiator',
      magic: Networks.regtest.magic,
      random: randomBytes,
      now: () => performance.now(),
      unixTime: () => Date.now() / 1000,
      ...rest,
      ...(withTrace && { trace: (event) => this.trace.push(event) }),
      onEvent: (event) => {
        this.events.push(event)
        this.#wake()
      },
    })
    socket.setNoDelay(true)
    socket.on('data', (bytes) => this.do(() => this.peer.receive(bytes)))
    socket.on('end', () => this.do(() => this.peer.receiveEnd()))
    // a reset counts like a close (S2)
    socket.on('error', () => this.do(() => this.peer.receiveEnd()))
    this.flush()
  }

  /** Runs an action, and sends what came of it. */
  do(action: () => void): void {
    action()
    this.flush()
  }

  flush(): void {
    for (const { bytes } of this.peer.takeOutput()) {
      for (const part of this.#fragment(bytes)) if (this.socket.writable) this.socket.write(part)
    }
  }

  /** The next event of this type that hasn't been awaited yet. */
  async next<T extends PeerEvent['type']>(type: T, matches: Match<T> = () => true) {
    const end = Date.now() + PATIENCE
    for (;;) {
      while (this.#seen < this.events.length) {
        const event = this.events[this.#seen]
        this.#seen += 1
        if (event?.type === type && matches(event as EventOf<T>)) return event as EventOf<T>
        if (event?.type === 'failed' && type !== 'failed') throw new Error(event.failure.message)
      }
      await this.#news(type, end - Date.now())
    }
  }

  /** The next message of this type. */
  message(messageType: string) {
    return this.next('message', (event) => event.messageType === messageType)
  }

  close(): void {
    this.peer.close()
    this.socket.destroy()
  }

  #news(type: string, patience: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const seen = () => this.events.map((event) => event.type).join(' ')
      const timer = setTimeout(() => reject(new Error(`no ${type}; came: ${seen()}`)), patience)
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}

/** Dials 127.0.0.1. */
export async function dial(port: number, options: TcpPeerOptions = {}): Promise<TcpPeer> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  return new TcpPeer(socket, options)
}

/** Waits on a port of 127.0.0.1 for one caller, whom we answer as the responder. */
export async function listenOnce(options: TcpPeerOptions = {}) {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no TCP address')
  const called = once(server, 'connection').then(([socket]) => {
    server.close()
    return new TcpPeer(socket, { role: 'responder', ...options })
  })
  return { port: address.port, called, close: () => server.close() }
}
