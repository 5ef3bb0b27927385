// @ts-check
/** A session with a node over TCP, kept as it happens: what the page does, without the page. */
import { randomFillSync } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'

/** @typedef {import('@v2scope/recording').Connection} Connection */
/** @typedef {import('@v2scope/recording').ConnectionHandlers} ConnectionHandlers */
/** @typedef {import('@v2scope/recording').Recording} Recording */
/** @typedef {import('@v2scope/recording').SessionCommand} SessionCommand */
/** @typedef {import('@v2scope/recording').SessionSettings} SessionSettings */
/** @typedef {import('@v2scope/recording').SessionStanding} SessionStanding */
/** @typedef {import('@v2scope/recording').TimedEvent} TimedEvent */

const PATIENCE = 20_000

/**
 * @typedef {object} TcpSession
 * @property {readonly TimedEvent[]} events so far
 * @property {(command: SessionCommand) => void} run throws if it is refused
 * @property {(isSo: (standing: SessionStanding, events: readonly TimedEvent[]) => boolean) => Promise<void>} until
 * @property {() => Recording} keep as it stands, secrets included; where it failed, with that selected
 * @property {() => void} stop
 */

/** @type {import('@v2scope/recording').SessionWorld} */
const WORLD = {
  now: () => Math.round(performance.now()),
  unixTime: () => Date.now() / 1000,
  random: (length) => randomFillSync(new Uint8Array(length)),
  after: (ms, action) => {
    const timer = setTimeout(action, ms)
    return () => clearTimeout(timer)
  },
}

/**
 * @param {number} port on 127.0.0.1
 * @param {ConnectionHandlers} handlers
 * @param {(bytes: Uint8Array) => Uint8Array} onPath what the path makes of what the node sends
 * @returns {Connection}
 */
function tcpConnection(port, handlers, onPath) {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  socket.once('connect', () => handlers.onOpen({ remote: `127.0.0.1:${port}` }))
  socket.on('data', (bytes) => handlers.onBytes(onPath(Uint8Array.from(bytes))))
  socket.once('close', () => handlers.onEnd())
  socket.on('error', () => {}) // `close` follows, and a reset counts like one (S2)
  return {
    open: () => {},
    send: (bytes) => void socket.write(bytes),
    close: () => void socket.destroy(),
    get backlog() {
      return socket.writableLength
    },
    peerReportedSessionId: undefined,
  }
}

/**
 * Dials a node and runs a session with it.
 * @param {{ port: number, settings: SessionSettings, onPath?: (bytes: Uint8Array) => Uint8Array }} options
 * @returns {Promise<TcpSession>}
 */
export async function startTcpSession({ port, settings, onPath = (bytes) => bytes }) {
  const { APPLICATION, SessionRun } = await import('@v2scope/recording')
  /** @type {TimedEvent[]} */
  const events = []
  const startedAt = new Date().toISOString()
  const changes = new EventTarget()
  const run = new SessionRun({
    settings,
    world: WORLD,
    connect: (handlers) => tcpConnection(port, handlers, onPath),
    onEvent: (event) => events.push(event),
    onChange: () => changes.dispatchEvent(new Event('change')),
  })
  run.start()
  return {
    events,
    run: (command) => {
      const refusal = run.run(command)
      if (refusal) throw new Error(refusal.text)
    },
    until: async (isSo) => {
      const signal = AbortSignal.timeout(PATIENCE)
      while (!isSo(run.standing(0), events)) await once(changes, 'change', { signal })
    },
    keep: () => ({
      level: 'secrets',
      application: APPLICATION,
      origin: 'live',
      startedAt,
      settings,
      events: [...events],
      standing: run.standing(0),
      time: run.time,
      ...(events.at(-1)?.type === 'failed' && { view: { selected: events.at(-1)?.seq ?? 0 } }),
    }),
    stop: () => run.stop(),
  }
}
