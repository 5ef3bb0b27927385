import { describe, expect, it } from 'vitest'
import { exponent, median, quantile, spread, summarise } from '../measure/statistics.js'
import { exponentFrom } from '../parts/growth.js'

describe('quantiles', () => {
  it('are values where there is one, and between two of them where there is none', () => {
    expect(median([3, 1, 2])).toBe(2)
    expect(median([4, 1, 2, 3])).toBe(2.5)
    expect(quantile([0, 10], 0.95)).toBeCloseTo(9.5)
    expect(quantile([7], 0.95)).toBe(7)
  })

  it('sort numbers as numbers', () => {
    expect(median([100, 9, 20])).toBe(20)
  })

  it('refuse to speak of nothing', () => {
    expect(() => median([])).toThrow('nothing was measured')
  })
})

it('says how far the middle half lies around the median', () => {
  const summary = summarise([8, 9, 10, 11, 12])
  expect(summary).toEqual({ median: 10, low: 9, high: 11, rounds: 5 })
  expect(spread(summary)).toBeCloseTo(0.1)
  expect(spread(summarise([0, 0, 0]))).toBe(0)
})

describe('growth', () => {
  const points = (of: (n: number) => number) =>
    [10, 100, 1000, 10_000].map((n) => ({ n, value: of(n) }))

  it('tells linear from quadratic and from none', () => {
    expect(exponent(points((n) => 3 * n))).toBeCloseTo(1)
    expect(exponent(points((n) => 0.1 * n * n))).toBeCloseTo(2)
    expect(exponent(points(() => 7))).toBeCloseTo(0)
  })

  it('leaves out what nothing costs already', () => {
    const withStart = [{ n: 0, value: 50 }, ...points((n) => 50 + n)]
    expect(exponentFrom(withStart, 10)).toBeCloseTo(1)
    expect(exponentFrom(withStart, 10_000)).toBeNaN()
  })
})
