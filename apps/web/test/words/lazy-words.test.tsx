import { act } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { lazyWords } from '../../src/words/lazy-words.js'
import { setLanguage } from '../../src/words/words.js'
import { render, testStore } from '../ui/support.js'

function later() {
  let resolve: (words: string) => void = () => undefined
  const promise = new Promise<string>((done) => {
    resolve = done
  })
  return { promise, resolve: (words: string) => resolve(words) }
}

/** Words that come when the test says so. */
function slow() {
  const asked = { en: later(), zh: later() }
  const use = lazyWords<string>({ en: () => asked.en.promise, zh: () => asked.zh.promise })
  return { asked, use }
}

async function shown(use: () => string | undefined) {
  const Words = () => use() ?? 'nothing yet'
  const root = await render(<Words />, testStore())
  return () => root.textContent
}

afterEach(() => setLanguage('en'))

describe('words that are fetched', () => {
  it('stay those of the last language until the others are there', async () => {
    const { asked, use } = slow()
    const text = await shown(use)
    expect(text()).toBe('nothing yet')
    await act(async () => asked.en.resolve('what'))
    expect(text()).toBe('what')
    await act(() => setLanguage('zh'))
    expect(text()).toBe('what')
    await act(async () => asked.zh.resolve('是什么'))
    expect(text()).toBe('是什么')
    await act(() => setLanguage('pseudo'))
    await act(async () => undefined)
    expect(text()).toBe('⟦whát⟧')
  })

  it('are not shown if another language was chosen before they came', async () => {
    const { asked, use } = slow()
    const text = await shown(use)
    await act(() => setLanguage('zh'))
    await act(async () => asked.zh.resolve('是什么'))
    await act(async () => asked.en.resolve('what'))
    expect(text()).toBe('是什么')
  })

  it('are asked for again by what is shown next, where they could not be fetched', async () => {
    let failing = true
    const get = async () => {
      if (failing) throw new Error('offline')
      return 'what'
    }
    const use = lazyWords<string>({ en: get, zh: get })
    expect((await shown(use))()).toBe('nothing yet')
    failing = false
    expect((await shown(use))()).toBe('what')
  })
})
