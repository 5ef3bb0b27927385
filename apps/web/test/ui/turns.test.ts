import { expect, it } from 'vitest'
import { Turns } from '../../src/ui/turns.js'

/** Frames by hand, something that changes, and what the two turns were told in each frame. */
class Screen {
  readonly turns: Turns
  readonly told: string[][] = [[]]
  #changed: (() => void) | undefined
  #waiting: (() => void)[] = []

  constructor() {
    this.turns = new Turns(
      (changed) => {
        this.#changed = changed
        return () => {
          this.#changed = undefined
        }
      },
      (action) => this.#waiting.push(action),
    )
  }

  get isWatched(): boolean {
    return this.#changed !== undefined
  }
  get wantsFrames(): boolean {
    return this.#waiting.length > 0
  }
  change(): void {
    this.#changed?.()
  }
  frame(): void {
    this.told.push([])
    for (const action of this.#waiting.splice(0)) action()
  }
  join(turn: 'list' | 'sums'): () => void {
    return this.turns.join(turn, () => this.told.at(-1)?.push(turn))
  }
}

function joined(): Screen {
  const screen = new Screen()
  screen.join('list')
  screen.join('sums')
  return screen
}

it('tells all at once of a change after a pause', () => {
  const screen = joined()
  screen.change()
  expect(screen.told).toEqual([['list', 'sums']])
  while (screen.wantsFrames) screen.frame()
  screen.change()
  expect(screen.told.filter((frame) => frame.length > 0)).toEqual([
    ['list', 'sums'],
    ['list', 'sums'],
  ])
})

it.each([
  ['before', (screen: Screen) => [screen.change(), screen.frame()]],
  ['after', (screen: Screen) => [screen.frame(), screen.change()]],
])(
  'tells one in a frame, and the other in the next, where each frame changes something: %s it',
  (_, step) => {
    const screen = joined()
    for (let i = 0; i < 100; i++) step(screen)
    const [first, ...rest] = screen.told.filter((frame) => frame.length > 0)
    expect(first).toEqual(['list', 'sums'])
    expect(rest.every((frame) => frame.length === 1)).toBe(true)
    const order = rest.flat()
    expect(order.length).toBeGreaterThanOrEqual(98)
    expect(order.every((turn, i) => i === 0 || turn !== order[i - 1])).toBe(true)
  },
)

it.each([1, 2, 3, 4, 5])('leaves nobody behind when it ends, after change %i', (changes) => {
  const screen = joined()
  for (let i = 0; i < changes; i++) {
    screen.change()
    screen.frame()
  }
  screen.told.length = 0
  screen.told.push([])
  screen.change()
  screen.frame()
  screen.frame()
  expect(screen.told.flat().sort()).toEqual(['list', 'sums'])
  for (let i = 0; screen.wantsFrames; i++) {
    expect(i).toBeLessThan(10)
    screen.frame()
  }
  expect(screen.told.flat()).toHaveLength(2)
})

it('tells of many changes in a frame once', () => {
  const screen = joined()
  for (let i = 0; i < 10; i++) screen.change()
  expect(screen.told).toEqual([['list', 'sums']])
  screen.frame()
  for (let i = 0; i < 10; i++) screen.change()
  screen.frame()
  expect(screen.told.slice(1).map((frame) => frame.length)).toEqual([1, 1])
})

it('listens as long as anybody does', () => {
  const screen = new Screen()
  expect(screen.isWatched).toBe(false)
  const leave = [screen.join('list'), screen.join('sums')]
  expect(screen.isWatched).toBe(true)
  leave[0]?.()
  screen.change()
  expect(screen.told).toEqual([['sums']])
  leave[1]?.()
  expect(screen.isWatched).toBe(false)
  screen.join('list')
  while (screen.wantsFrames) screen.frame()
  screen.change()
  expect(screen.told.at(-1)).toEqual(['list'])
})
