// @vitest-environment node
import type { SessionCommand, TimedEvent } from '@v2scope/recording'
import { SIMULATION_END, simulate } from '@v2scope/recording/simulation'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SimulatedDriver } from '../../src/session/simulated-driver.js'
import { SETTINGS, TestWorker, TestWorld } from './test-world.js'

const MINUTE = 60_000

/** A clock whose timers come late, as those of a page that is busy or hidden. */
class LateClock {
  #now = 1234.5
  #timers: { readonly at: number; readonly action: () => void }[] = []

  now = () => this.#now

  after = (ms: number, action: () => void) => {
    const timer = { at: this.#now + ms, action }
    this.#timers.push(timer)
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer)
    }
  }

  get isIdle(): boolean {
    return this.#timers.length === 0
  }

  /** Time passes at once; then everything that is due happens. */
  jump(ms: number): void {
    this.#now += ms
    for (;;) {
      const due = this.#timers.find(({ at }) => at <= this.#now)
      if (!due) return
      this.#timers = this.#timers.filter((other) => other !== due)
      due.action()
    }
  }
}

function begin(seed: string) {
  const clock = new LateClock()
  const events: TimedEvent[] = []
  const settings = { ...SETTINGS, seed }
  const onEvent = (event: TimedEvent) => events.push(event)
  const driver = new SimulatedDriver({ settings, clock, onEvent, onChange: () => {} })
  driver.start()
  return { clock, events, driver, settings }
}

describe('a simulated session at the pace of a clock', () => {
  it('is what its seed says, however late it is called', () => {
    const steps = fc.array(fc.double({ min: 0.01, max: 9000, noNaN: true }), { maxLength: 40 })
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,8}$/), steps, (seed, jumps) => {
        const { clock, events, driver, settings } = begin(seed)
        for (const ms of jumps) clock.jump(ms)
        clock.jump(SIMULATION_END)
        clock.jump(SIMULATION_END)
        const { events: wanted, standing } = simulate(settings)
        expect(events).toEqual(wanted)
        expect(driver.standing(0)).toEqual(standing)
        expect(driver.seedProgress).toEqual({ isFromSeed: true, isSeedOver: true })
        expect(clock.isIdle).toBe(true)
      }),
      { numRuns: 10 },
    )
  })

  it('never runs ahead of the clock', () => {
    const { clock, events, driver } = begin('ahead')
    for (let ms = 100; ms <= 3000; ms += 100) {
      clock.jump(100)
      expect(driver.time).toBe(ms)
      expect(events.at(-1)?.time).toBeLessThanOrEqual(ms)
    }
    expect(driver.seedProgress).toEqual({ isFromSeed: true, isSeedOver: false })
  })

  it('does at once what is asked for, and is no longer its seed’s', () => {
    const { clock, events, driver } = begin('asked')
    clock.jump(5432)
    expect(driver.run({ type: 'ping' })).toBeUndefined()
    const last = events.at(-1)
    expect(last?.type).toBe('message')
    expect(last?.time).toBe(5432)
    expect(driver.seedProgress.isFromSeed).toBe(false)
    expect(driver.whole).toBeUndefined()
  })

  it('goes on from where its seed ended, not from when it is asked', () => {
    const { clock, events, driver } = begin('later')
    clock.jump(SIMULATION_END)
    clock.jump(10 * MINUTE)
    const before = events.length
    const ping: SessionCommand = { type: 'ping' }
    driver.run(ping)
    expect(events[before]?.time).toBe(SIMULATION_END)
    clock.jump(2000)
    expect(events.at(-1)?.time).toBeLessThanOrEqual(SIMULATION_END + 2000)
    const labels = events.slice(before).flatMap((e) => (e.type === 'message' ? e.messageType : []))
    expect(labels).toEqual(expect.arrayContaining(['ping', 'pong']))
  })

  it('is cut short by a stop, and needs no clock afterwards', () => {
    const { clock, events, driver } = begin('stop')
    clock.jump(2000)
    driver.stop()
    const before = events.length
    expect(driver.standing(0)).toMatchObject({ state: 'closed', closedBy: 'us' })
    clock.jump(MINUTE)
    expect(events.length).toBe(before)
    expect(clock.isIdle).toBe(true)
  })
})

describe('the status of a simulated session', () => {
  it('says when its seed is over, and when it no longer is the seed’s', () => {
    const world = new TestWorld()
    const worker = new TestWorker(world)
    worker.start()
    world.advance(1000)
    expect(worker.status()).toMatchObject({ isFromSeed: true, isSeedOver: false })
    world.advance(SIMULATION_END)
    expect(worker.status()).toMatchObject({ isFromSeed: true, isSeedOver: true })
    worker.post({ type: 'ping' })
    world.advance(1000)
    expect(worker.status()).toMatchObject({ isFromSeed: false, isSeedOver: false })
  })

  it('says nothing of seeds where there is none', () => {
    const worker = new TestWorker(new TestWorld())
    worker.start({ peer: 'mine' })
    expect(worker.status()).not.toHaveProperty('isFromSeed')
  })
})
