import { describe, expect, it } from 'vitest'
import { verdictOf } from '../../src/ui/eavesdropper/statistics/verdicts.js'
import { CLEAR, RANDOM } from './eavesdropped.js'

const TESTS = ['entropy', 'chiSquare', 'runs', 'serial'] as const

describe.each(TESTS)('the verdict by %s', (test) => {
  it('is that random bytes are like random ones', () => {
    expect(verdictOf(test, RANDOM)).toBe('random')
  })

  it('is that v1 is not random', () => {
    expect(verdictOf(test, CLEAR)).toBe('told')
  })

  it('is none of too few bytes', () => {
    expect(verdictOf(test, { ...CLEAR, bytes: 63 })).toBe('few')
  })
})

describe.each(['entropy', 'chiSquare'] as const)('with few bytes, the verdict by %s', (test) => {
  const few = (of: typeof CLEAR) => ({
    ...of,
    bytes: 600,
    chiSquare: { ...of.chiSquare, isEnough: false },
  })

  it('is that what is far off is not random', () => {
    expect(verdictOf(test, few(CLEAR))).toBe('told')
  })

  it('is none of what is not', () => {
    expect(verdictOf(test, few(RANDOM))).toBe('few')
  })
})

it('bytes that are more even than chance makes them are not random either', () => {
  const chiSquare = { value: 0, degrees: 255, p: 1, isEnough: true }
  expect(verdictOf('chiSquare', { ...RANDOM, chiSquare })).toBe('told')
})

it('bytes that are all the same have no correlation, and are not random', () => {
  expect(verdictOf('serial', { ...RANDOM, serial: { value: undefined, bound: 0.02 } })).toBe('told')
})
