import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Gate } from '../src/gate.js'
import { Pace } from '../src/pace.js'

const RATE = 100_000
const READ = 65_536

/** A source that always has more, a read of 64 KiB every 10 ms as long as it is read. */
class Source {
  crossed = 0
  #isRead = true
  readonly #read: number

  constructor(read = READ) {
    this.#read = read
  }

  pause(): void {
    this.#isRead = false
  }

  resume(): void {
    this.#isRead = true
  }

  feed(pace: Pace): void {
    setInterval(() => {
      if (!this.#isRead) return
      this.crossed += this.#read
      pace.spend(this.#read)
    }, 10)
  }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the pace', () => {
  it('is kept to the byte over a long time, both ways together, but for the first second', () => {
    const sources = [new Source(), new Source(9000)]
    const pace = new Pace(
      RATE,
      sources.map((source) => new Gate(source)),
    )
    for (const source of sources) source.feed(pace)
    const SECONDS = 1000
    vi.advanceTimersByTime(SECONDS * 1000)
    const crossed = sources.reduce((sum, source) => sum + source.crossed, 0)
    expect(crossed).toBeGreaterThanOrEqual(SECONDS * RATE)
    expect(crossed).toBeLessThanOrEqual((SECONDS + 1) * RATE + 2 * READ)
  })

  it('lets a second of it through at once after a rest, and not more', () => {
    const calls: string[] = []
    const gate = new Gate({ pause: () => calls.push('pause'), resume: () => calls.push('resume') })
    const pace = new Pace(RATE, [gate])
    vi.advanceTimersByTime(60_000)
    pace.spend(RATE)
    expect(calls).toEqual([])
    pace.spend(RATE)
    expect(calls).toEqual(['pause'])
    vi.advanceTimersByTime(999)
    expect(calls).toEqual(['pause'])
    vi.advanceTimersByTime(1)
    expect(calls).toEqual(['pause', 'resume'])
  })

  it('waits longer for what came while it waited already', () => {
    const calls: string[] = []
    const gate = new Gate({ pause: () => calls.push('pause'), resume: () => calls.push('resume') })
    const pace = new Pace(RATE, [gate])
    pace.spend(2 * RATE)
    pace.spend(100 * RATE)
    vi.advanceTimersByTime(100_999)
    expect(calls).toEqual(['pause'])
    vi.advanceTimersByTime(2)
    expect(calls).toEqual(['pause', 'resume'])
  })

  it('leaves no timer behind', () => {
    const pace = new Pace(RATE, [new Gate({ pause: () => undefined, resume: () => undefined })])
    pace.spend(2 * RATE)
    pace.stop()
    expect(vi.getTimerCount()).toBe(0)
  })
})
