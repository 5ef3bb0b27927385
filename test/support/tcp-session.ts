/** A session of ours on a TCP socket, for tests: what a page runs, without the bridge. */
import { connect, type Socket } from 'node:net'
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

/** Dials 127.0.0.1. @param lab what the Lab does to it */
export function startTcpSession(
  port: number,
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
    connect: (handlers) => toConnection(port, handlers),
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
