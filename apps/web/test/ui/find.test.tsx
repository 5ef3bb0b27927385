import { act } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { FindHit } from '../../src/session/find.js'
import { FindBar } from '../../src/ui/find/FindBar.js'
import { changeFind, closeFind, openFind } from '../../src/ui/find/find-store.js'
import { type FindMode, parseNeedle } from '../../src/ui/find/needle.js'
import { hitAt, nextHit, previousHit } from '../../src/ui/find/next-hit.js'
import { toHexText } from '../../src/ui/parts/format.js'
import { useUi } from '../../src/ui/ui-store.js'
import { byTestId, item, render, testStore, type } from './support.js'

const hexOf = (text: string, mode: FindMode) => {
  const parsed = parseNeedle(text, mode)
  return parsed.state === 'ready' ? `${parsed.as} ${toHexText(parsed.needle.bytes)}` : parsed.state
}

describe('what is looked for', () => {
  it.each([
    ['00 ff', 'hex 00ff'],
    ['0x00, 0xFF', 'hex 00ff'],
    ['\\x00\\xff', 'hex 00ff'],
    ['00:ff', 'hex 00ff'],
    ['face', 'hex face'],
    ['fac', 'text 666163'],
    ['Satoshi', 'text 5361746f736869'],
    ['é', 'text c3a9'],
    ['', 'empty'],
    [' ', 'text 20'],
  ])('is hex where it can be, else text: %j', (text, expected) => {
    expect(hexOf(text, 'auto')).toBe(expected)
  })

  it('is what it is said to be', () => {
    expect(hexOf('face', 'text')).toBe('text 66616365')
    expect(hexOf('', 'text')).toBe('empty')
    expect(hexOf('0x', 'hex')).toBe('empty')
  })

  it.each([
    ['fa zz', { code: 'NO_HEX_DIGIT', letter: 'z' }],
    ['fa c', { code: 'ODD_DIGITS', count: 3 }],
  ])('is wrong as hex, and why: %j', (text, problem) => {
    expect(parseNeedle(text, 'hex')).toEqual({ state: 'wrong', problem })
  })
})

const hit = (seq: number, start: number): FindHit => ({
  seq,
  bytes: { view: 'plain', start, end: start + 2 },
})
const HITS = [hit(30, 5), hit(30, 9), hit(40, 0)]

describe('the next hit', () => {
  it('is the first after where the reader is, round the end', () => {
    expect(nextHit(HITS, { seq: -1, byte: -1 })).toBe(HITS[0])
    expect(nextHit(HITS, { seq: 30, byte: 5 })).toBe(HITS[1])
    expect(nextHit(HITS, { seq: 35, byte: -1 })).toBe(HITS[2])
    expect(nextHit(HITS, { seq: 40, byte: 0 })).toBe(HITS[0])
    expect(previousHit(HITS, { seq: 30, byte: 9 })).toBe(HITS[0])
    expect(previousHit(HITS, { seq: 30, byte: 5 })).toBe(HITS[2])
    expect(nextHit([], { seq: 1, byte: 1 })).toBeUndefined()
  })

  it('is counted where the reader is at one', () => {
    expect(hitAt(HITS, { seq: 30, byte: 9 })).toBe(2)
    expect(hitAt(HITS, { seq: 30, byte: 8 })).toBe(0)
  })
})

describe('the find bar', () => {
  afterEach(() => {
    vi.useRealTimers()
    act(() => {
      closeFind()
      changeFind({ text: '', mode: 'auto', scope: 'plain' })
    })
  })

  async function searching() {
    vi.useFakeTimers()
    const test = testStore()
    test.batch([item(30), item(40)], { droppedBytes: 0 })
    const root = await render(<FindBar />, test)
    await act(async () => openFind())
    const input = root.querySelector('input')
    await type(input, 'abcd')
    await act(async () => vi.runAllTimers())
    const asked = () => test.posted.findLast((message) => message.type === 'find')
    const told = (hits: FindHit[], state: 'searching' | 'done' | 'full', until: number) =>
      act(async () => test.tell({ type: 'found', find: asked()?.find ?? 0, hits, state, until }))
    const press = (key: string, shiftKey = false) =>
      act(async () => {
        input?.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true }))
      })
    const said = () => byTestId(root, 'find-count')[0]?.textContent
    return { test, root, input, asked, told, press, said }
  }

  it('asks the worker once the typing rests, and says how much there is so far', async () => {
    const { test, asked, told, said } = await searching()
    expect(test.posted.filter((message) => message.type === 'find')).toHaveLength(1)
    expect(asked()).toMatchObject({ scope: 'plain', after: -1, needle: { anyCase: false } })
    await told(HITS.slice(0, 2), 'searching', 30)
    expect(said()).toContain('2 found so far')
    await told(HITS.slice(2), 'done', 40)
    expect(said()).toContain('3 found')
    expect(said()).not.toContain('so far')
  })

  it('goes to a hit, forwards and backwards, and selects its bytes', async () => {
    const { test, told, press, said } = await searching()
    await told(HITS, 'done', 40)
    await press('Enter')
    expect(test.store.getState().current?.selected).toBe(30)
    expect(useUi.getState().bytes).toEqual(HITS[0]?.bytes)
    expect(said()).toContain('1 of 3')
    await press('Enter', true)
    expect(test.store.getState().current?.selected).toBe(40)
    expect(said()).toContain('3 of 3')
  })

  it('looks on in what comes later, and says what was dropped', async () => {
    const { test, asked, told, said } = await searching()
    await told(HITS, 'done', 40)
    await act(async () => vi.runAllTimers())
    expect(asked()).toMatchObject({ after: -1 })
    await act(async () => test.batch([item(50)], { droppedBytes: 1234 }))
    await act(async () => vi.runAllTimers())
    expect(asked()).toMatchObject({ after: 40, hits: 3 })
    await told([hit(50, 1)], 'done', 50)
    expect(said()).toContain('4 found')
    expect(said()).toContain('1,234 bytes had been dropped')
  })

  it('does not mix up what an older search found', async () => {
    const { test, input, asked, said } = await searching()
    const old = asked()?.find ?? 0
    await type(input, 'ef')
    await act(async () => vi.runAllTimers())
    expect(asked()?.find).not.toBe(old)
    await act(async () =>
      test.tell({ type: 'found', find: old, hits: HITS, state: 'done', until: 40 }),
    )
    expect(said()).toContain('0 found so far')
  })

  it('says what is wrong, ends with Escape, and asks for nothing more', async () => {
    const { test, root, input, press, said } = await searching()
    await act(async () => changeFind({ mode: 'hex' }))
    await type(input, 'xyz')
    expect(said()).toContain('“x” is no digit of hex')
    expect(test.posted.at(-1)).toEqual({ type: 'end_find' })
    await press('Escape')
    expect(root.querySelector('input')).toBeNull()
  })
})
