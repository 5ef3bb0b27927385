import { describe, expect, it } from 'vitest'
import { mimicModel } from '../src/shaping/mimic-model.js'

describe('mimicModel', () => {
  it('takes what goes out together for one sample, and has no gap after the last', () => {
    const model = mimicModel([
      { time: 3, bytes: 100 },
      { time: 12, bytes: 20 },
      { time: 13, bytes: 7 },
      { time: 40.9, bytes: 1 },
    ])
    expect(model).toEqual([
      { gapMs: 10, bytes: 120 },
      { gapMs: 27, bytes: 7 },
    ])
  })

  it('stays within what a strategy may be set to', () => {
    const model = mimicModel([
      { time: 0, bytes: 4_000_000 },
      { time: 1e9, bytes: 1 },
    ])
    expect(model).toEqual([{ gapMs: 600_000, bytes: 1_000_000 }])
  })

  it('has none of one burst, or of nothing', () => {
    expect([mimicModel([]), mimicModel([{ time: 1, bytes: 1 }])]).toEqual([[], []])
  })
})
