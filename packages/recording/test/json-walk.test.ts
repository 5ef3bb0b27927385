import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findJsonFault, findJsonValue, lineAndColumn } from '../src/format/json-walk.js'

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const nearlyJson = fc.string({
  unit: fc.constantFrom(...'{}[],:"\\ \n\t-+.0127eEu', 'true', 'null', '"a":', '"b"', '[]', '1'),
  maxLength: 20,
})

describe('where a text stops being JSON', () => {
  it('is nowhere in JSON, however it is laid out', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(4), (value, spaces) => {
        expect(findJsonFault(JSON.stringify(value, undefined, spaces))).toBeUndefined()
      }),
    )
  })

  it('is somewhere in all else, as the engine says too', () => {
    fc.assert(
      fc.property(nearlyJson, (text) => {
        const fault = findJsonFault(text)
        expect(fault === undefined).toBe(isJson(text))
        if (fault !== undefined) expect(fault).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 5000 },
    )
  })
})

describe('where a value is', () => {
  it('is the line and the column that it begins at', () => {
    const text = '{\n "a": [1,\n  {"b\\u0041": 7}]}'
    const at = findJsonValue(text, ['a', 1, 'bA'])
    expect(text.slice(at)).toBe('7}]}')
    expect(lineAndColumn(text, at)).toEqual({ line: 3, column: 15 })
    expect(text.slice(findJsonValue(text, ['a', 1]))).toBe('{"b\\u0041": 7}]}')
  })

  it('is that of what it would be in, where it is missing', () => {
    const text = '{"a":{"b":1}}'
    expect(text.slice(findJsonValue(text, ['a', 'c']))).toBe('{"b":1}}')
    expect(findJsonValue(text, ['z'])).toBe(0)
  })
})
