/** A session of ours on a TCP socket, for tests: what a page runs, without the bridge. */
import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { Networks } from '@v2scope/bip324'
import { Lab, type LabPlan } from '@v2scope/lab'
import {
  type Connection,
  type ConnectionHandlers,
  type LayerMaker,
  SessionRun,
  type SessionSettings,
  type TimedEvent,
  type WireSegment,
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

export type TcpSession = ReturnType<typeof startTcpSession>

/** Dials 127.0.0.1. @param lab what the Lab does to it */
export function startTcpSession(
  port: number,
  given: Partial<SessionSettings>,
  hold: boolean,
  lab?: LabPlan,
) {
  return startSession(() => connect(port, '127.0.0.1'), given, hold, lab)
}

/** Waits on a port of 127.0.0.1 for one caller, whom we answer as the responder. */
export async function listenTcpSession(given: Partial<SessionSettings>, lab?: LabPlan) {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no TCP address')
  const called = once(server, 'connection').then(([socket]) => {
    server.close()
    return startSession(() => socket, { role: 'responder', ...given }, false, lab)
  })
  return { port: address.port, called, close: () => server.close() }
}

function startSession(
  open: () => Socket,
  given: Partial<SessionSettings>,
  hold: boolean,
  lab?: LabPlan,
) {
  const events: TimedEvent[] = []
  const segments: WireSegment[] = []
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
  const parts: { lab?: Lab } = {}
  const layer: LayerMaker = (world, onChange) => {
    parts.lab = new Lab({ plan: lab ?? {}, settings, world, onChange })
    return parts.lab
  }
  const run = new SessionRun({
    settings,
    world: WORLD,
    hold,
    layer: lab && layer,
    connect: (handlers) => toConnection(open, handlers),
    onEvent: (event) => events.push(event),
    onSegment: (segment) => segments.push(segment),
    onChange: () => {},
  })
  run.start()
  return {
    run,
    events,
    /** What went over the wire, chunk by chunk. */
    segments,
    settings,
    /** @throws where the Lab has nothing to do with it */
    get lab(): Lab {
      if (!parts.lab) throw new Error('this session has no Lab')
      return parts.lab
    },
  }
}

function toConnection(open: () => Socket, handlers: ConnectionHandlers): Connection {
  let socket: Socket | undefined
  return {
    open: () => {
      const opened = open().setNoDelay(true)
      socket = opened
      const onOpen = () => handlers.onOpen({ local: `${opened.localAddress}:${opened.localPort}` })
      if (opened.connecting) opened.once('connect', onOpen)
      else onOpen()
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
