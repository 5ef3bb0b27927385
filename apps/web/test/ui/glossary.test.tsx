import { act } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Term } from '../../src/ui/glossary/Term.js'
import { Tip } from '../../src/ui/glossary/Tip.js'
import { byTestId, render, testStore } from './support.js'

const pointer = (type: string, target: Element, init: PointerEventInit = {}) =>
  act(async () => {
    target.dispatchEvent(
      new PointerEvent(type, { bubbles: true, cancelable: true, pointerType: 'mouse', ...init }),
    )
  })

const wait = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)))

async function draw() {
  const root = await render(
    <>
      <Term id="garbage">the garbage</Term>
      <i>no term</i>
      <Tip />
    </>,
    testStore(),
  )
  const [term, other] = [root.querySelector('button'), root.querySelector('i')]
  if (!term || !other) throw new Error('nothing is drawn')
  const tip = async () => {
    // its words are fetched when the first is asked for
    await vi.waitFor(() => expect(byTestId(root, 'tip')).toHaveLength(1))
    return byTestId(root, 'tip')[0]?.textContent ?? ''
  }
  return { term, other, tip, tips: () => byTestId(root, 'tip').length }
}

describe('the glossary', () => {
  beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }))
  afterEach(() => void vi.useRealTimers())

  it('explains a term that the pointer rests on, until it leaves', async () => {
    const { term, other, tip, tips } = await draw()
    await pointer('pointerover', term)
    expect(tips()).toBe(0)
    await wait(400)
    expect(await tip()).toMatch(/^garbage ?H1/)
    expect(term.getAttribute('aria-describedby')).toBe('glossary-tip')
    await pointer('pointerover', other)
    await wait(400)
    expect(tips()).toBe(0)
    expect(term.hasAttribute('aria-describedby')).toBe(false)
  })

  it('says nothing of what is only passed over', async () => {
    const { term, other, tips } = await draw()
    await pointer('pointerover', term)
    await wait(100)
    await pointer('pointerover', other)
    await wait(1000)
    expect(tips()).toBe(0)
  })

  it('explains on a long press, which is no press', async () => {
    const { term, tip, tips } = await draw()
    const pressed = vi.fn()
    term.addEventListener('click', pressed)
    await pointer('pointerdown', term, { pointerType: 'touch' })
    await wait(600)
    expect(await tip()).toContain('garbage')
    await pointer('pointerup', term, { pointerType: 'touch' })
    act(() => term.click())
    expect(pressed).not.toHaveBeenCalled()
    await pointer('pointerdown', term, { pointerType: 'touch' })
    await pointer('pointerup', term, { pointerType: 'touch' })
    expect(tips()).toBe(0)
    act(() => term.click())
    expect(pressed).toHaveBeenCalledOnce()
  })

  it('takes a finger that moves for a scroll', async () => {
    const { term, tips } = await draw()
    await pointer('pointerdown', term, { pointerType: 'touch', clientX: 10, clientY: 10 })
    await pointer('pointermove', term, { pointerType: 'touch', clientX: 10, clientY: 40 })
    await wait(1000)
    expect(tips()).toBe(0)
  })

  it('stays while other lists scroll, and goes where its term is scrolled', async () => {
    const { term, other, tip, tips } = await draw()
    const scroll = (target: EventTarget) =>
      act(async () => target.dispatchEvent(new Event('scroll')))
    await pointer('pointerover', term)
    await scroll(other)
    await wait(400)
    await tip()
    await scroll(other)
    expect(tips()).toBe(1)
    await scroll(document)
    expect(tips()).toBe(0)
  })

  it('is closed by Escape', async () => {
    const { term, tip, tips } = await draw()
    await pointer('pointerover', term)
    await wait(400)
    await tip()
    await act(async () => {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    })
    expect(tips()).toBe(0)
  })
})
