// @vitest-environment node
import { concatBytes } from '@v2scope/bip324'
import { describe, expect, it } from 'vitest'
import { Inbox, MOST_WAITING } from '../../src/session/inbox.js'

/** Reading takes so long; others have their turn when the test says so. */
function slowReader(msPerRead: number) {
  let now = 0
  const turns: (() => void)[] = []
  const read: Uint8Array[] = []
  const world = { now: () => now, soon: (action: () => void) => void turns.push(action) }
  const inbox = new Inbox(world, (bytes) => {
    now += msPerRead
    read.push(bytes.slice())
  })
  return { inbox, read, turns, nextTurn: () => turns.shift()?.() }
}

const frame = (length: number, value: number) => new Uint8Array(length).fill(value)

describe('what has come from the network', () => {
  it('is read at once where nothing else waits', () => {
    const { inbox, read } = slowReader(1)
    inbox.put(frame(10, 1))
    expect(read).toEqual([frame(10, 1)])
  })

  it('is read in slices of some milliseconds, with a turn of all others after each', () => {
    const { inbox, read, turns, nextTurn } = slowReader(5)
    for (let i = 0; i < 7; i++) inbox.put(frame(1, i))
    expect(read.length).toBe(1)
    expect(turns.length).toBe(1)
    nextTurn()
    expect(read.length).toBe(3)
    nextTurn()
    nextTurn()
    expect(read.map(([value]) => value)).toEqual([0, 1, 2, 3, 4, 5, 6])
    nextTurn()
    expect(turns).toEqual([])
  })

  it('is cut where much waits, and comes in order', () => {
    const { inbox, read, turns, nextTurn } = slowReader(3)
    const frames = [frame(70_000, 1), frame(5, 2), frame(0, 3), frame(9000, 4), frame(30_000, 5)]
    for (const each of frames) inbox.put(each)
    while (turns.length > 0) nextTurn()
    expect(Math.max(...read.map(({ length }) => length))).toBeLessThan(20_000)
    expect(read.filter(([value]) => value === 1).length).toBeGreaterThan(10)
    expect(Buffer.compare(concatBytes(...read), concatBytes(...frames))).toBe(0)
  })

  it('is read before the end is told', () => {
    const { inbox, read, turns, nextTurn } = slowReader(10)
    const atEnd: number[] = []
    for (let i = 0; i < 3; i++) inbox.put(frame(1, i))
    inbox.end(() => atEnd.push(read.length))
    expect(atEnd).toEqual([])
    while (turns.length > 0) nextTurn()
    expect(atEnd).toEqual([3])
    inbox.end(() => atEnd.push(-1))
    expect(atEnd).toEqual([3, -1])
  })

  it('is not read where it is of no use any more', () => {
    const { inbox, read, turns, nextTurn } = slowReader(10)
    inbox.put(frame(1, 0))
    inbox.put(frame(100_000, 1))
    inbox.end(() => expect.fail('told the end'))
    inbox.drop()
    while (turns.length > 0) nextTurn()
    expect(read.length).toBe(1)
  })

  it('is not taken in faster than it is read once too much waits', () => {
    const { inbox, read } = slowReader(10)
    const half = frame(MOST_WAITING / 2, 1)
    const bytesRead = () => read.reduce((sum, { length }) => sum + length, 0)
    for (let i = 0; i < 2; i++) inbox.put(half)
    expect(bytesRead()).toBeLessThan(20_000)
    inbox.put(half)
    expect(bytesRead()).toBeGreaterThanOrEqual(half.length)
  })
})
