import { act } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { WireItem } from '../../src/session/item.js'
import { Links } from '../../src/ui/details/Links.js'
import { byTestId, ESTABLISHED, item, render, testStore } from './support.js'

const ASKS = item(31, {
  label: 'getdata',
  number: 7,
  time: 100,
  asks: { what: 'block', count: 3 },
})
const block = (seq: number, time: number): WireItem =>
  item(seq, {
    label: 'block',
    direction: 'received',
    number: seq,
    time,
    answers: { seq: 31, count: 1 },
  })

async function show(shown: WireItem, items: readonly WireItem[]) {
  const test = testStore()
  test.batch(items, ESTABLISHED)
  const root = await render(<Links item={shown} />, test)
  return { test, text: (id: string) => byTestId(root, id)[0]?.textContent ?? undefined, root }
}

describe('what a message asks for', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
  afterEach(() => vi.useRealTimers())

  it('is counted as it comes, with a way to each answer', async () => {
    const { test, text, root } = await show(ASKS, [ASKS])
    expect(text('link-asks')).toContain('asks for 3 blocks')
    expect(text('link-asks')).toContain('not answered yet')
    await act(async () => test.batch([block(37, 112)], ESTABLISHED))
    expect(text('link-asks')).toContain('1 of 3 so far')
    expect(text('link-asks')).toContain('#37 block after 12 ms')
    await act(async () => test.batch([block(38, 113), block(39, 114)], ESTABLISHED))
    expect(text('link-asks')).not.toContain('so far')
    expect(text('link-asks')).not.toContain('not answered')
    await act(async () => root.querySelectorAll('button')[1]?.click())
    expect(test.store.getState().current?.selected).toBe(38)
  })

  it('is given up after some time: a node is silent about a block that it does not have', async () => {
    const { text } = await show(ASKS, [ASKS])
    await act(async () => vi.advanceTimersByTime(5000))
    expect(text('link-asks')).toMatch(/a node is silent about a block that it does not have/)
  })

  it('is given up at once where the session is over, or has gone on for long', async () => {
    const over = testStore()
    const tx = { ...ASKS, asks: { what: 'transaction', count: 1 } } as const
    over.batch([tx], { ...ESTABLISHED, state: 'closed' })
    const root = await render(<Links item={tx} />, over)
    expect(root.textContent).toContain('notfound')
    const { text } = await show(ASKS, [ASKS, item(90, { time: 5101 })])
    expect(text('link-asks')).toContain('silent')
  })

  it('of the peer, and not answered by this page, is no fault of the peer', async () => {
    const theirs = { ...ASKS, direction: 'received' } as const
    const { text } = await show(theirs, [theirs, item(90, { time: 5101 })])
    expect(text('link-asks')).not.toContain('silent')
  })
})

describe('what a message answers', () => {
  it('is named, with a way to it and the time between', async () => {
    const { test, text, root } = await show(block(37, 112), [ASKS, block(37, 112)])
    expect(text('link-answers')).toContain('#7 getdata')
    expect(text('link-answers')).toContain('12 ms after')
    await act(async () => root.querySelector('button')?.click())
    expect(test.store.getState().current?.selected).toBe(31)
  })

  it('is no line where a message neither asks nor answers', async () => {
    const { root } = await show(item(1), [item(1)])
    expect(root.textContent).toBe('')
  })
})
