/** A session of ours on a TCP socket, for tests: what a page runs, without the bridge. */
import { connect, type Socket } from 'node:net'
import { Networks } from '@v2scope/bip324'
import {
  type Connection,
  type ConnectionHandlers,
  SessionRun,
  type SessionSettings,
  type TimedEvent,
} from '@v2scope/recording'
import { randomBytes } from './tcp-peer.js'

const WORLD = {
  now: () => performance.now(),
  unixTime: () => Date.now() / 1000,
  random: randomBytes,
  after: (ms: number, action: () => void) => {
    const timer = setTimeout(action, ms)
    return () => clearTimeout(timer)
  },
}

/** Dials 127.0.0.1. */
export function startTcpSession(port: number, given: Partial<SessionSettings>, hold: boolean) {
  const events: TimedEvent[] = []
  const settings: SessionSettings = {
    peer: 'mine',
    network: 'regtest',
    magic: Networks.regtest.magic,
    garbage: undefined,
    decoys: 0,
    role: 'initiator',
    transport: 'v2',
    ...given,
  }
  const run = new SessionRun({
    settings,
    world: WORLD,
    hold,
    connect: (handlers) => toConnection(port, handlers),
    onEvent: (event) => events.push(event),
    onChange: () => {},
  })
  run.start()
  return { run, events, settings }
}

function toConnection(port: number, handlers: ConnectionHandlers): Connection {
  let socket: Socket | undefined
  return {
    open: () => {
      socket = connect(port, '127.0.0.1', () => handlers.onOpen({})).setNoDelay(true)
      socket.on('data', (bytes) => handlers.onBytes(Uint8Array.from(bytes)))
      socket.on('error', () => {})
      socket.on('close', () => handlers.onEnd())
    },
    send: (bytes) => void socket?.write(bytes),
    close: () => socket?.destroy(),
    get backlog() {
      return socket?.writableLength ?? 0
    },
    peerReportedSessionId: undefined,
  }
}
