import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Lifespan } from '../src/lifespan.js'
import { LIMITS, type Limits } from '../src/limits.js'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

function lifespan(limits: Limits, pageHasSpoken = false) {
  const reasons: string[] = []
  const span = new Lifespan(limits, pageHasSpoken, ({ code, reason }) => {
    reasons.push(`${code} ${reason}`)
  })
  return { span, reasons }
}

/** Some byte a minute, for so long. */
function keepBusy(span: Lifespan, from: 'page' | 'target', time: number): void {
  for (let passed = 0; passed < time; passed += MINUTE) {
    vi.advanceTimersByTime(MINUTE)
    span.note(from)
  }
}

describe('the life of a relay ends', () => {
  it('when the page has sent nothing in time, whatever the target sends', () => {
    const { span, reasons } = lifespan(LIMITS.hosted)
    vi.advanceTimersByTime(9 * SECOND)
    span.note('target')
    expect(reasons).toEqual([])
    vi.advanceTimersByTime(SECOND)
    expect(reasons).toEqual([
      '4505 The page has sent nothing for 10 s, as long as this bridge waits for its first byte',
    ])
  })

  it('half an hour after the last byte, whoever it came from', () => {
    for (const from of ['page', 'target'] as const) {
      const { span, reasons } = lifespan(LIMITS.local)
      keepBusy(span, from, 29 * MINUTE)
      vi.advanceTimersByTime(29 * MINUTE)
      expect(reasons).toEqual([])
      vi.advanceTimersByTime(MINUTE)
      expect(reasons).toEqual([
        '4505 Nothing has crossed the connection for 30 min, as long as this bridge keeps an idle one',
      ])
    }
  })

  it('after two hours, however busy it is', () => {
    const { span, reasons } = lifespan(LIMITS.hosted, true)
    keepBusy(span, 'page', 2 * HOUR - MINUTE)
    expect(reasons).toEqual([])
    vi.advanceTimersByTime(MINUTE)
    expect(reasons).toEqual(['4506 A connection lasts 2 h at most on this bridge; connect again'])
  })
})

describe('the life of a relay goes on', () => {
  it('as long as it likes on a laptop, held or busy', () => {
    const { span, reasons } = lifespan(LIMITS.local)
    keepBusy(span, 'target', 30 * HOUR)
    expect(reasons).toEqual([])
    span.stop()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('if the page has spoken before the dial was answered', () => {
    const { reasons } = lifespan(LIMITS.hosted, true)
    vi.advanceTimersByTime(20 * MINUTE)
    expect(reasons).toEqual([])
  })
})
