import { act } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Split } from '../../src/ui/parts/Split.js'
import { resetSplits } from '../../src/ui/parts/split-store.js'
import { render, testStore } from './support.js'

const WIDTHS = [300, 400, 300]

async function draw() {
  const panes = ['one', 'two', 'three'].map((name, i) => ({
    name,
    least: 200,
    weight: i + 1,
    content: name,
  }))
  const root = await render(<Split name="test" direction="columns" panes={panes} />, testStore())
  const split = root.firstElementChild
  if (!(split instanceof HTMLElement)) throw new Error('there is no split')
  const columns = [...split.children].filter((_, i) => i % 2 === 0)
  for (const [i, column] of columns.entries()) {
    vi.spyOn(column, 'getBoundingClientRect').mockImplementation(() =>
      DOMRect.fromRect({ width: WIDTHS[i] ?? 0 }),
    )
  }
  const separators = [...split.querySelectorAll<HTMLElement>('[role="separator"]')]
  const press = (i: number, key: string, shiftKey = false) =>
    act(async () => {
      separators[i]?.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true }))
    })
  return { split, separators, press, template: () => split.style.gridTemplateColumns }
}

const of = (...weights: number[]) =>
  weights.map((weight) => `minmax(200px, ${weight}fr)`).join(' var(--split) ')

describe('a split', () => {
  beforeEach(() => resetSplits())

  it('begins with the weights that it is given', async () => {
    const { template, separators } = await draw()
    expect(template()).toBe(of(1, 2, 3))
    expect(separators.map((line) => line.getAttribute('aria-label'))).toEqual([
      'between one and two',
      'between two and three',
    ])
  })

  it('moves a line by the arrow keys, further with shift', async () => {
    const { press, template } = await draw()
    await press(0, 'ArrowRight')
    expect(template()).toBe(of(316, 384, 300))
    await press(1, 'ArrowLeft', true)
    expect(template()).toBe(of(300, 304, 396))
  })

  it('leaves each pane the least that it takes', async () => {
    const { press, template } = await draw()
    await press(0, 'Home')
    expect(template()).toBe(of(200, 500, 300))
    await press(0, 'End')
    expect(template()).toBe(of(500, 200, 300))
  })

  it('is as it was drawn when it is drawn again, and as at first after a double click', async () => {
    const first = await draw()
    await first.press(0, 'ArrowRight')
    const { template, separators } = await draw()
    expect(template()).toBe(of(316, 384, 300))
    await act(async () => {
      separators[0]?.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }))
    })
    expect(template()).toBe(of(1, 2, 3))
  })
})
