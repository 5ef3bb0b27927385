/** Functions of analysis, against python3's `math` (which is the C library's), to the last digits. */

import { describe, expect, it } from 'vitest'
import { exp } from '../src/numbers/exact.js'
import { chiSquareTail, gammaQ, lnGamma, normalTwoSided } from '../src/numbers/tails.js'

const close = (value: number, expected: number, relative = 1e-13) =>
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(relative * Math.abs(expected))

describe('functions of + − × ÷ alone', () => {
  // python3: math.exp(x)
  it.each([
    [-700, 9.85967654375977e-305],
    [-20.5, 1.2501528663867426e-9],
    [-1, 0.36787944117144233],
    [0, 1],
    [0.5, 1.6487212707001282],
    [20, 485165195.4097903],
    [709, 8.218407461554972e307],
  ])('exp %f', (x, expected) => close(exp(x), expected, 1e-13))

  it('exp at its edges', () => {
    expect([exp(-1e6), exp(1e6)]).toEqual([0, Number.POSITIVE_INFINITY])
  })

  it('is what the engine has, within a few units of the last place', () => {
    for (let i = 1; i < 2000; i += 1) {
      close(exp(i / 10 - 100), Math.exp(i / 10 - 100))
    }
  })

  // python3: math.lgamma(a)
  it.each([
    [0.5, 0.5723649429247004],
    [1.5, -0.12078223763524543],
    [127.5, 489.1303704306428],
    [1000, 5905.220423209181],
  ])('ln Γ(%f)', (a, expected) => close(lnGamma(a), expected, 1e-12))
})

describe('tails', () => {
  // python3, degrees odd: erfc(√(x/2)) + Σ exp(−x/2 + (j − ½) ln(x/2) − lgamma(j + ½)), j = 1..(k−1)/2
  it.each([
    [255, 255, 0.4882225217704305],
    [293.2478, 255, 0.050000146005518935],
    [310.457, 255, 0.010000402186978957],
    [200, 255, 0.995425444541996],
    [1, 1, 0.31731050786291404],
    [3.841458820694124, 1, 0.05000000000000008],
    [10, 3, 0.018566135463043223],
    [500, 255, 4.384961916799476e-18],
    [2000, 255, 6.879590201141568e-268],
  ])('χ² of %f with %i degrees', (value, degrees, expected) =>
    close(chiSquareTail(value, degrees), expected, 1e-10),
  )

  // python3: math.erfc(z / math.sqrt(2))
  it.each([
    [0, 1],
    [0.1, 0.920344325445942],
    [1, 0.31731050786291415],
    [-1.959963984540054, 0.05000000000000004],
    [3, 0.0026997960632601913],
    [6, 1.9731752900754024e-9],
    [10, 1.5239706048321186e-23],
  ])('normal deviate %f', (z, expected) => close(normalTwoSided(z), expected, 1e-12))

  it('ends at 1 and at 0', () => {
    expect([gammaQ(127.5, 0), gammaQ(127.5, 1e9), normalTwoSided(1e4)]).toEqual([1, 0, 0])
  })
})
