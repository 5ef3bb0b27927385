import { describe, expect, it } from 'vitest'
import { count, duration, oneOf, orNone, size, toggle } from '../../src/config/value-kinds.js'

const KIB = 1024
const sizes = size(1, 2 ** 50)
const durations = duration(0, 1e9)

describe('a size', () => {
  it.each([
    ['65536', 65536],
    ['1B', 1],
    ['1kB', 1000],
    ['1KB', 1000],
    ['100MB', 100e6],
    ['2GB', 2e9],
    ['64KiB', 64 * KIB],
    ['1MiB', KIB * KIB],
    ['1GiB', KIB ** 3],
  ])('%s is %i bytes', (text, value) => {
    expect(sizes.read(text)).toEqual({ value })
  })

  it.each(['', '1.5MiB', '-1', '1 MB', '1mb', '1Mb', '0x10', '1e6', 'MB', '0', '9'.repeat(16)])(
    'is not %j',
    (text) => {
      expect(sizes.read(text)).toMatchObject({ wrong: expect.stringContaining('100MB') })
    },
  )

  it.each([
    [65536, '64KiB'],
    [1_000_000, '1MB'],
    [KIB * KIB, '1MiB'],
    [1001, '1001'],
  ])('of %i bytes is shown as %s, which reads back', (value, text) => {
    expect(sizes.show(value)).toBe(text)
    expect(sizes.read(text)).toEqual({ value })
  })
})

describe('a time', () => {
  it.each([
    ['0s', 0],
    ['500ms', 500],
    ['5s', 5000],
    ['90s', 90_000],
    ['10m', 600_000],
    ['2h', 7_200_000],
  ])('%s is %i ms, and is shown in its largest unit', (text, value) => {
    expect(durations.read(text)).toEqual({ value })
    expect(durations.read(durations.show(value))).toEqual({ value })
  })

  it.each(['', '5', '5 s', '1.5h', '-1s', '5S', '1d', 's'])('is not %j', (text) => {
    expect(durations.read(text)).toMatchObject({ wrong: expect.stringContaining('500ms') })
  })
})

describe('bounds', () => {
  it.each([
    ['0', { wrong: 'write a number from 1 to 10' }],
    ['1', { value: 1 }],
    ['10', { value: 10 }],
    ['11', { wrong: 'write a number from 1 to 10' }],
    ['x', { wrong: 'write a number from 1 to 10' }],
    ['none', { wrong: 'write a number from 1 to 10' }],
  ])('a number from 1 to 10: %s', (text, reading) => {
    expect(count(1, 10).read(text)).toEqual(reading)
  })

  it('may be none where that is allowed, and what is wrong says so', () => {
    const kind = orNone(count(1, 10))
    expect(kind.form).toBe('N|none')
    expect(kind.read('none')).toEqual({ value: null })
    expect(kind.show(null)).toBe('none')
    expect(kind.read('5')).toEqual({ value: 5 })
    expect(kind.read('0')).toEqual({ wrong: 'write a number from 1 to 10, or none' })
  })
})

it('a name is one of those that there are', () => {
  expect(oneOf(['a', 'b']).read('b')).toEqual({ value: 'b' })
  expect(oneOf(['a', 'b']).read('c')).toEqual({ wrong: 'write one of a, b' })
})

it.each([
  ['true', { value: true }],
  ['1', { value: true }],
  ['false', { value: false }],
  ['0', { value: false }],
  ['yes', { wrong: 'write true or false' }],
  ['constructor', { wrong: 'write true or false' }],
])('a switch reads %s', (text, reading) => {
  expect(toggle.read(text)).toEqual(reading)
})
