import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SIMULATION_END, Simulation, simulate } from '../src/simulation.js'
import type { TimedEvent } from '../src/timed-event.js'
import { simulatedSettings } from './settings.js'

function started(seed: string) {
  const events: TimedEvent[] = []
  const simulation = new Simulation({
    settings: simulatedSettings(seed),
    onEvent: (event) => events.push(event),
    onChange: () => {},
  })
  simulation.start()
  return { simulation, events }
}

const messages = (events: readonly TimedEvent[], direction: string) =>
  events.flatMap((event) =>
    event.type === 'message' && event.direction === direction ? [event.messageType] : [],
  )

describe('simulate', () => {
  it('gives the same recording for the same seed, and another for another', () => {
    expect(simulate(simulatedSettings('one'))).toEqual(simulate(simulatedSettings('one')))
    const [one, two] = ['one', 'two'].map((seed) => simulate(simulatedSettings(seed)))
    expect(one?.standing.sessionId).not.toBe(two?.standing.sessionId)
  })

  it.each([
    simulatedSettings('role', { role: 'responder' }),
    simulatedSettings('garbage', { garbage: 0 }),
    simulatedSettings('garbage', { garbage: 4095, decoys: 9 }),
  ])(
    'establishes with role $role, garbage $garbage, decoys $decoys, and tells a story',
    (settings) => {
      const { standing, events, time } = simulate(settings)
      expect(standing.state).toBe('ready')
      expect(standing.sessionId).toBe(standing.peerReportedSessionId)
      expect(time).toBe(SIMULATION_END)
      expect(messages(events, 'sent')).toEqual(
        expect.arrayContaining(['version', 'verack', 'getheaders', 'getdata', 'ping']),
      )
      expect(messages(events, 'received')).toEqual(
        expect.arrayContaining(['version', 'verack', 'headers', 'block', 'pong']),
      )
      expect(events.some((event) => event.type === 'packet_sent' && event.decoy)).toBe(true)
      expect(events.every(({ time: at }) => Number.isInteger(at) && at <= SIMULATION_END)).toBe(
        true,
      )
    },
  )
})

describe('Simulation', () => {
  it('does not depend on how its clock is moved', () => {
    const whole = simulate(simulatedSettings('steps')).events
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20_000 }), { maxLength: 30 }), (steps) => {
        const { simulation, events } = started('steps')
        let at = 0
        for (const step of steps) {
          at += step
          simulation.advanceTo(at)
        }
        simulation.advanceTo(SIMULATION_END)
        expect(events).toEqual(whole)
      }),
      { numRuns: 10 },
    )
  })

  it('stands still at its end, until something is asked for', () => {
    const { simulation, events } = started('end')
    simulation.advanceTo(10 * SIMULATION_END)
    const atEnd = events.length
    expect([simulation.now, simulation.next, simulation.isTouched]).toEqual([
      SIMULATION_END,
      undefined,
      false,
    ])
    simulation.command({ type: 'ping' })
    expect(simulation.isTouched).toBe(true)
    simulation.advanceTo(SIMULATION_END + 1000)
    expect(messages(events.slice(atEnd), 'sent')).toContain('ping')
    expect(messages(events.slice(atEnd), 'received')).toContain('pong')
  })

  it('says why something could not be done', () => {
    const { simulation } = started('early')
    expect(simulation.command({ type: 'ping' })?.code).toBe('NOT_READY')
  })
})
