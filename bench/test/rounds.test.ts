import { expect, it } from 'vitest'
import { measureRounds } from '../measure/rounds.js'

const PACE = { rounds: 6, roundMs: 0.1, warmMs: 0, streamBytes: 0 }

it('has the contenders take turns, each of them first as often as another', async () => {
  const turns: string[] = []
  const entrant = (contender: string) => ({ contender, run: () => turns.push(contender) })
  const times = await measureRounds([entrant('a'), entrant('b'), entrant('c')], PACE, 1)
  const rounds = turns.slice(-18).join('').match(/.{3}/g)
  expect(rounds).toEqual(['abc', 'bca', 'cab', 'abc', 'bca', 'cab'])
  for (const name of ['a', 'b', 'c']) expect(times.get(name)).toHaveLength(6)
})

it('never asks for more than there is, says how much it will ask for, and waits for promises', async () => {
  const asked: number[] = []
  const announced: number[] = []
  let atOnce = 0
  const work = {
    contender: 'slow to answer',
    before: (count: number) => announced.push(count),
    run: async (count: number) => {
      asked.push(count)
      expect(++atOnce).toBe(1)
      await Promise.resolve()
      atOnce--
    },
  }
  await measureRounds([work], { ...PACE, roundMs: 50 }, 7)
  expect(Math.max(...asked)).toBeLessThanOrEqual(7)
  expect(announced).toEqual(asked)
})
