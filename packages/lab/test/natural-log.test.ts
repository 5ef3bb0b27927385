import { describe, expect, it } from 'vitest'
import { naturalLog } from '../src/index.js'

const close = (value: number, expected: number, relative: number) =>
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(relative * Math.abs(expected))

describe('naturalLog', () => {
  it('is the logarithm, to twelve digits', () => {
    const worst = (from: number, factor: number) => {
      let most = 0
      for (let x = from; x < 1e12; x *= factor) {
        const right = Math.log(x)
        most = Math.max(most, Math.abs(naturalLog(x) - right) / Math.max(1, Math.abs(right)))
      }
      return most
    }
    expect(worst(1e-12, 1.0137)).toBeLessThan(1e-14)
    expect([naturalLog(1), naturalLog(2 ** -32)]).toEqual([
      0,
      expect.closeTo(-22.18070977791825, 12),
    ])
  })

  // python3: math.log(x)
  it.each([
    [1e-300, -690.7755278982137],
    [0.3, -1.2039728043259361],
    [0.7, -0.35667494393873245],
    [3, 1.0986122886681098],
    [11, 2.3978952727983707],
    [12345.678, 9.421061321291832],
    [1e300, 690.7755278982137],
  ])('ln %f', (x, expected) => close(naturalLog(x), expected, 1e-15))

  it('has the edges of Math.log', () => {
    expect([
      naturalLog(1),
      naturalLog(0),
      naturalLog(-1),
      naturalLog(Number.POSITIVE_INFINITY),
    ]).toEqual([0, Number.NEGATIVE_INFINITY, Number.NaN, Number.POSITIVE_INFINITY])
  })

  it('is what the engine has, within a few units of the last place', () => {
    for (let i = 1; i < 2000; i += 1) close(naturalLog(i / 7), Math.log(i / 7), 1e-14)
  })
})
