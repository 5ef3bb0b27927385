/** One side of a session, over a wire that the test holds. */

import { Peer } from '@v2scope/peer'
import { expect, it } from 'vitest'
import { keepLevel } from '../src/file.js'
import { type ConnectionHandlers, SessionRun, type TimedEvent } from '../src/index.js'
import { seededRandom } from '../src/seeded-random.js'
import { simulatedSettings } from './settings.js'

/** A clock that goes on by itself, as it does while a machine computes. */
function restlessWorld() {
  let now = 0
  return {
    now: () => {
      now += 0.4
      return now
    },
    unixTime: () => 1_700_000_000,
    random: seededRandom('ours'),
    after: () => () => {},
  }
}

/** A handshake in which each side's output arrives in one piece. */
function handshake() {
  const settings = simulatedSettings('x', { garbage: 100 })
  const events: TimedEvent[] = []
  const sent: Uint8Array[] = []
  const received: Uint8Array[] = []
  const wire: { handlers?: ConnectionHandlers } = {}
  const theirs = new Peer({
    role: 'responder',
    magic: settings.magic,
    random: seededRandom('theirs'),
    now: () => 0,
    unixTime: () => 1_700_000_000,
    garbageLength: 200,
    onEvent: () => {},
  })
  const run = new SessionRun({
    settings,
    world: restlessWorld(),
    connect: (handlers) => {
      wire.handlers = handlers
      return {
        open: () => handlers.onOpen({}),
        send: (bytes) => void sent.push(bytes),
        close: () => {},
        backlog: 0,
        peerReportedSessionId: undefined,
      }
    },
    onEvent: (event) => events.push(event),
    onChange: () => {},
  })
  run.start()
  for (let done = 0; done < sent.length; done++) {
    theirs.receive(sent[done] ?? new Uint8Array())
    const answer = Buffer.concat(theirs.takeOutput().map(({ bytes }) => bytes))
    if (answer.length === 0) continue
    received.push(answer)
    wire.handlers?.onBytes(Uint8Array.from(answer))
  }
  return { run, settings, events, sent, received }
}

it('gives what comes of the same bytes one time, however long it takes', () => {
  const { events, received } = handshake()
  const times = new Set(
    events.filter(({ direction }) => direction === 'received').map(({ time }) => time),
  )
  expect(received.length).toBeGreaterThan(1)
  expect(times.size).toBe(received.length)
})

it('shows on the wire alone what was sent and received in one piece as one piece', () => {
  const { run, settings, events, sent, received } = handshake()
  const recording = {
    level: 'secrets',
    application: 'test',
    origin: 'live',
    settings,
    events,
    standing: run.standing(0),
    time: run.time,
  } as const
  const pieces = (of: 'sent' | 'received') =>
    keepLevel(recording, 'wire').events.flatMap(({ direction, bytes }) =>
      direction === of ? [bytes.length] : [],
    )
  const [first = new Uint8Array(), ...rest] = received
  expect(pieces('received')).toEqual([64, first.length - 64, ...rest.map(({ length }) => length)])
  const [ours = new Uint8Array(), ...more] = sent
  expect(pieces('sent')).toEqual([64, ours.length - 64, ...more.map(({ length }) => length)])
})
