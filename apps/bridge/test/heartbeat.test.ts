import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Heartbeat } from '../src/heartbeat.js'
import { boundsOf } from '../src/limits.js'

const bounds = boundsOf('hosted')

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** One that is there, and says nothing unless a test makes it. */
class QuietPage {
  readonly OPEN = 1
  readyState: 0 | 1 | 2 | 3 = 1
  isPaused = false
  ping(): void {}
}

function watchedPage() {
  const watched = {
    page: new QuietPage(),
    socket: { bytesRead: 500, writableLength: 0 },
    held: { shuts: 0 },
    isGone: false,
  }
  const heartbeat = new Heartbeat(
    watched.page,
    watched.socket,
    bounds,
    () => {
      watched.isGone = true
    },
    watched.held,
  )
  const pass = (pings: number, each: () => void = () => undefined) => {
    for (let ping = 0; ping < pings && !watched.isGone; ping++) {
      each()
      vi.advanceTimersByTime(bounds.pingInterval)
    }
  }
  return { watched, heartbeat, pass }
}

describe('the heartbeat', () => {
  it('takes a page for gone that has sent nothing since the last ping', () => {
    const { watched, pass } = watchedPage()
    pass(1)
    expect(watched.isGone).toBe(false)
    pass(1)
    expect(watched.isGone).toBe(true)
  })

  it('takes any byte for a sign of life', () => {
    const { watched, pass } = watchedPage()
    pass(100, () => watched.socket.bytesRead++)
    expect(watched.isGone).toBe(false)
  })

  it('does not judge a page that is not read', () => {
    const { watched, pass } = watchedPage()
    watched.page.isPaused = true
    pass(100)
    expect(watched.isGone).toBe(false)
    watched.page.isPaused = false
    pass(2)
    expect(watched.isGone).toBe(true)
  })

  it('does not judge a page that was not read for a while since the last ping', () => {
    const { watched, pass } = watchedPage()
    pass(100, () => watched.held.shuts++)
    expect(watched.isGone).toBe(false)
  })

  it('does not judge a page that may not have got the ping', () => {
    const { watched, pass } = watchedPage()
    watched.socket.writableLength = 1
    pass(100)
    expect(watched.isGone).toBe(false)
  })

  it('leaves a page alone that is closing, and no timer behind', () => {
    const { watched, heartbeat, pass } = watchedPage()
    pass(1)
    watched.page.readyState = 2
    pass(10)
    expect(watched.isGone).toBe(false)
    heartbeat.stop()
    expect(vi.getTimerCount()).toBe(0)
  })
})
