import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { parseIp } from '../../src/addresses/ip.js'
import { Strangers } from '../../src/addresses/strangers.js'
import { TUNING } from '../../src/tuning.js'

const SECOND = 1000
const MINUTE = 60 * SECOND

beforeEach(() => {
  vi.useFakeTimers()
  onTestFinished(() => {
    vi.useRealTimers()
  })
})

/** Asks for a dial to 8.8.X.8, port 8333; the reason where there is none. */
async function visit(strangers: Strangers, x: number) {
  const ip = parseIp(`8.8.${x}.8`)
  if (ip === null) throw new Error(`${x} is no byte`)
  const visit = await strangers.visit(ip, 8333)
  if (visit.kind === 'refused') {
    expect(visit.code).toBe(4429)
    return visit.reason
  }
  return visit
}

/** Dials and leaves. @returns the reason where it may not, else `outcome`. */
async function dial(strangers: Strangers, outcome: 'connected' | 'failed', x = 8) {
  const visited = await visit(strangers, x)
  if (typeof visited === 'string') return visited
  visited.dialled(outcome)
  visited.left()
  return outcome
}

const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms)

describe('dials to strangers', () => {
  it('are two a second in all', async () => {
    const strangers = new Strangers(TUNING)
    const ask = () => [1, 2, 3].map((x) => dial(strangers, 'connected', x))
    const said = ['connected', 'connected', 'Too many dials to public nodes; try again in 1 s']
    expect(await Promise.all(ask())).toEqual(said)
    await wait(SECOND)
    expect(await Promise.all(ask())).toEqual(said)
  })

  it('that were refused leave no connection counted', async () => {
    const strangers = new Strangers({ ...TUNING, strangerDialsPerSecond: 1 })
    expect(await visit(strangers, 8)).toMatchObject({ kind: 'visit' })
    for (let i = 0; i < 10; i++) expect(await visit(strangers, 8)).toContain('Too many dials')
    await wait(SECOND)
    expect(await visit(strangers, 8)).toMatchObject({ kind: 'visit' })
    await wait(SECOND)
    expect(await visit(strangers, 8)).toContain('2 connections to 8.8.8.8:8333 are open')
  })

  it('that are asked for at the same time count each other', async () => {
    const strangers = new Strangers({ ...TUNING, strangerDialsPerSecond: 10 })
    const three = await Promise.all([1, 2, 3].map(() => visit(strangers, 8)))
    expect(three.map((each) => typeof each)).toEqual(['object', 'object', 'string'])
  })
})

describe('a node that did not take a dial', () => {
  it('is left alone for 5 s, then twice as long after each failure, at most 5 min', async () => {
    const strangers = new Strangers(TUNING)
    for (const seconds of [5, 10, 20, 40, 80, 160, 300, 300]) {
      expect(await dial(strangers, 'failed')).toBe('failed')
      expect(await dial(strangers, 'failed')).toBe(
        `8.8.8.8:8333 did not take the last dial; try again in ${seconds} s`,
      )
      await wait(seconds * SECOND - 1)
      expect(await dial(strangers, 'failed')).toContain('try again in 1 s')
      await wait(1)
    }
  })

  it('is dialled at once again after a success', async () => {
    const strangers = new Strangers(TUNING)
    await dial(strangers, 'failed')
    await wait(5 * SECOND)
    await dial(strangers, 'failed')
    await wait(10 * SECOND)
    expect(await dial(strangers, 'connected')).toBe('connected')
    expect(await dial(strangers, 'failed')).toBe('failed')
    expect(await dial(strangers, 'failed')).toContain('try again in 5 s')
  })

  it('is forgotten 15 min after the last failure', async () => {
    const strangers = new Strangers(TUNING)
    for (let failures = 0; failures < 10; failures++) {
      await dial(strangers, 'failed')
      await wait(5 * MINUTE)
    }
    await wait(10 * MINUTE)
    await dial(strangers, 'failed')
    expect(await dial(strangers, 'failed')).toContain('try again in 5 s')
    await wait(15 * MINUTE)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('keeps nobody from its neighbours', async () => {
    const strangers = new Strangers(TUNING)
    await dial(strangers, 'failed', 1)
    expect(await dial(strangers, 'connected', 2)).toBe('connected')
  })
})
