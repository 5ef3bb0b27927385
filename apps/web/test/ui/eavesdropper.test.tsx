import type { Eavesdropping } from '@v2scope/eavesdropper'
import { act } from 'react'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { EavesdropperScreen } from '../../src/ui/eavesdropper/EavesdropperScreen.js'
import {
  type EavesdropperTab,
  readEavesdropperRoute,
  showTab,
  useEavesdropperRoute,
} from '../../src/ui/eavesdropper/eavesdropper-route.js'
import { useUi } from '../../src/ui/ui-store.js'
import { EAVESDROPPING, TRAFFIC } from './eavesdropped.js'
import { byTestId, ESTABLISHED, item, render, type TestStore, testStore, type } from './support.js'

/** What is fetched when it is needed is there before: what it changes is then in the act that needs it. */
beforeAll(async () => {
  await Promise.all([
    import('../../src/ui/eavesdropper/stream/Stream.js'),
    import('../../src/ui/eavesdropper/statistics/Statistics.js'),
    import('../../src/ui/eavesdropper/traffic/Traffic.js'),
    import('../../src/ui/plots/Canvas.js'),
    import('../../src/words/en/eavesdropper.js'),
  ])
})

beforeEach(() => {
  useEavesdropperRoute.setState({ tab: 'stream', seeds: {} })
})

/** The screen, with what the worker tells of the session. */
async function screen(
  { tab = 'stream', now = EAVESDROPPING }: { tab?: EavesdropperTab; now?: Eavesdropping } = {},
  test: TestStore = testStore(),
) {
  showTab(tab)
  const root = await render(<EavesdropperScreen />, test)
  await there(root, 'eavesdropper')
  await act(async () => test.batch([item(0, { kind: 'key' })], ESTABLISHED))
  await act(async () => test.tell({ type: 'eavesdropped', eavesdropping: now }))
  return { root, test }
}

/** How often it is looked, with a moment in between. */
const LOOKS = 200

async function there(root: HTMLElement, id: string): Promise<HTMLElement> {
  for (let look = 0; look < LOOKS; look++) {
    const [found] = byTestId(root, id)
    if (found) return found
    await act(async () => new Promise((resolve) => setTimeout(resolve, 5)))
  }
  throw new Error(`there is no ${id}`)
}
const asks = ({ posted }: TestStore, name: string) => posted.filter(({ type }) => type === name)
const text = (element: Element | null | undefined) => element?.textContent ?? ''
const click = (element: HTMLElement | undefined) => act(async () => element?.click())

describe('the session from outside', () => {
  it('is asked for at once, and again only when there is more of it', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    try {
      const { test } = await screen()
      const asked = asks(test, 'eavesdrop').length
      expect(asked).toBeGreaterThan(0)
      await act(async () => vi.advanceTimersByTime(5000))
      expect(asks(test, 'eavesdrop')).toHaveLength(asked)
      await act(async () => test.batch([item(1)], ESTABLISHED))
      expect(asks(test, 'eavesdrop')).toHaveLength(asked)
      await act(async () => vi.advanceTimersByTime(1000))
      expect(asks(test, 'eavesdrop')).toHaveLength(asked + 1)
    } finally {
      vi.useRealTimers()
    }
  })

  it('is another session’s no longer, once another is shown', async () => {
    const { root, test } = await screen()
    await there(root, 'savings')
    await act(async () => test.store.getState().actions.again())
    expect(byTestId(root, 'savings')).toHaveLength(0)
    expect(byTestId(root, 'eavesdropper-empty')).toHaveLength(1)
  })
})

describe('before anything has crossed the wire', () => {
  it('the page invites to start a simulated session, and does so', async () => {
    const { stream } = EAVESDROPPING
    const { root, test } = await screen({
      now: { ...EAVESDROPPING, stream: { ...stream, first: [] } },
    })
    await click(await there(root, 'eavesdropper-start'))
    expect(asks(test, 'start')).toHaveLength(2)
  })
})

describe('the stream beside the same as v1', () => {
  it('marks the magic and the command of v1 by colour, by line and by letter, and nothing of v2', async () => {
    const { root } = await screen()
    await there(root, 'stream-row')
    const row = byTestId(root, 'stream-row').find(({ dataset }) => dataset.kind === 'message')
    const told = (what: string) =>
      [...(row?.querySelectorAll(`[data-tells="${what}"]`) ?? [])].map(text).join(' ')
    expect(told('magic')).toBe('fa bf b5 da ····')
    // of eight bytes a line, as on a phone, it is in two
    expect(told('command')).toBe('70 69 6e 67 ping 00 00 00 00 ····')
    expect(text(row)).toContain('nothing jumps out')
    expect([...(row?.querySelectorAll('li') ?? [])].map(text)).toEqual([
      'Mmagic: regtest',
      'Ccommand: ping',
    ])
  })

  it('shows what v1 has nothing of closed, with how many bytes it is', async () => {
    const { root } = await screen()
    const handshake = await there(root, 'stream-handshake')
    expect(handshake.hasAttribute('open')).toBe(false)
    expect(text(handshake.querySelector('summary'))).toContain('64 bytes')
  })

  it('goes to an item in its session', async () => {
    const { root, test } = await screen()
    await there(root, 'stream-row')
    const row = byTestId(root, 'stream-row').find(({ dataset }) => dataset.kind === 'message')
    await click(row?.querySelector('button') ?? undefined)
    expect(test.store.getState().screen).toBe('session')
    expect(test.store.getState().current?.selected).toBe(3)
  })

  it('of a v1 session is one column, and it is marked itself', async () => {
    const { root } = await screen({ now: { ...EAVESDROPPING, transport: 'v1' } })
    await there(root, 'stream-row')
    const row = byTestId(root, 'stream-row').find(({ dataset }) => dataset.kind === 'message')
    expect(row?.querySelectorAll('[data-tells="magic"]')).toHaveLength(2)
    expect(text(root)).toContain('nothing is encrypted')
    // nothing of it was v2
    expect(text(await there(root, 'savings-verdict'))).toContain(
      'v2 would have taken 703 bytes more',
    )
  })

  it('says what v2 saves and adds, for each type and in all, the handshake included', async () => {
    const { root } = await screen()
    const table = await there(root, 'savings')
    const cells = (of: string) =>
      [...(table.querySelector(of)?.children ?? [])].map((cell) => text(cell))
    expect(cells('[data-label="ping"]')).toEqual(['ping', '2', '64', '58', '−6', '−3'])
    expect(cells('[data-label="verack"]')).toEqual(['verack', '1', '24', '33', '+9', '+9'])
    expect(cells('[data-kind="handshake"]').slice(2)).toEqual(['–', '700', '+700', ''])
    expect(cells('tfoot tr')).toEqual(['in all', '', '88', '791', '+703', ''])
    expect(text(await there(root, 'savings-verdict'))).toContain(
      '703 bytes more than v1 would have (799 %)',
    )
  })
})

describe('the tabs', () => {
  it('say what has been found', async () => {
    const { root } = await screen()
    const [stream, statistics] = root.querySelectorAll('[role="tab"]')
    expect(text(stream)).toContain('9 magics and 9 command names; v2 none')
    expect(text(statistics)).toContain('7.99')
  })

  it('are gone through by the arrow keys, Home and End', async () => {
    const { root } = await screen()
    const press = (key: string) =>
      act(async () => {
        root
          .querySelector('[role="tab"][aria-selected="true"]')
          ?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
      })
    const seen: string[] = []
    for (const key of ['ArrowRight', 'End', 'ArrowRight', 'ArrowLeft', 'Home']) {
      await press(key)
      seen.push(useEavesdropperRoute.getState().tab)
    }
    expect(seen).toEqual(['statistics', 'traffic', 'stream', 'traffic', 'stream'])
  })

  it('are in the address while the screen is there', async () => {
    await screen({ tab: 'statistics' })
    expect(useUi.getState().screenQuery).toEqual({ tab: 'statistics' })
    await act(async () => readEavesdropperRoute('#/eavesdropper?tab=traffic&peer=simulated'))
    expect(useUi.getState().screenQuery).toEqual({ tab: 'traffic' })
    await act(async () => {
      readEavesdropperRoute('#/lab?tab=stream')
      readEavesdropperRoute('#/eavesdropper?tab=nothing')
    })
    expect(useEavesdropperRoute.getState().tab).toBe('traffic')
  })
})

describe('statistics', () => {
  it('give each test its sample, its value, what is expected, a verdict and what it can’t show', async () => {
    const { root } = await screen({ tab: 'statistics' })
    for (const name of ['entropy', 'chiSquare', 'runs', 'serial']) {
      const card = await there(root, `test-${name}`)
      const rows = [...card.querySelectorAll('tbody tr')]
      expect(rows.map((row) => row.getAttribute('data-verdict'))).toEqual(['random', 'told'])
      expect(text(rows[0])).toContain('10,240 bytes')
      expect(text(rows[0])).toContain('±')
      expect(text(card)).toContain('What it can’t show')
    }
  })

  it('have the numbers of the histogram as a table: a row for each byte value', async () => {
    const { root } = await screen({ tab: 'statistics' })
    const plot = await there(root, 'plot-histogram')
    expect(plot.querySelector('table')).toBeNull()
    await click(plot.querySelector('summary') ?? undefined)
    expect(plot.querySelectorAll('tbody tr')).toHaveLength(256)
    expect(text(plot.querySelector('tbody tr'))).toBe('0x00400.39140.391')
  })
})

describe('a study', () => {
  const traffic = async () => {
    const { root, test } = await screen({ tab: 'traffic' })
    await there(root, 'study')
    const [asked] = asks(test, 'study')
    if (asked?.type !== 'study') throw new Error('nothing was asked for')
    const answer = (rest: object) =>
      act(async () => test.studied({ id: asked.id, study: 'traffic', progress: 1, ...rest }))
    return { root, test, asked, answer }
  }

  it('begins when it is looked at, tells how far it is, and can be stopped', async () => {
    const { root, test, asked, answer } = await traffic()
    expect(asked.ask).toEqual({ study: 'traffic', seed: 'v2scope' })
    await answer({ progress: 0.43 })
    expect(text(await there(root, 'study'))).toContain('43 % done')
    await click(await there(root, 'study-stop'))
    expect(asks(test, 'end_study')).toEqual([{ type: 'end_study', study: 'traffic' }])
    expect(text(await there(root, 'study'))).toContain('Stopped')
  })

  it('is run again with the seed that is written, if it is one', async () => {
    const { root, test, answer } = await traffic()
    await answer({ result: TRAFFIC })
    const seed = await there(root, 'study-seed')
    await type(seed, '')
    expect((await there(root, 'study-run')).hasAttribute('disabled')).toBe(true)
    await type(seed, 'another')
    await act(async () => seed.closest('form')?.requestSubmit())
    expect(asks(test, 'study').at(-1)).toMatchObject({ ask: { study: 'traffic', seed: 'another' } })
  })

  it('has the seed that was run in the address, each tab its own, and runs what an address names', async () => {
    const { root, test, answer } = await traffic()
    const inAddress = () => useUi.getState().screenQuery
    await answer({ result: TRAFFIC })
    const seed = await there(root, 'study-seed')
    await type(seed, 'another')
    expect(inAddress()).toEqual({ tab: 'traffic' })
    await act(async () => seed.closest('form')?.requestSubmit())
    expect(inAddress()).toEqual({ tab: 'traffic', study: 'another' })
    expect(asks(test, 'study')).toHaveLength(2)
    await act(async () => showTab('statistics'))
    expect(inAddress()).toEqual({ tab: 'statistics' })
    await act(async () => readEavesdropperRoute('#/eavesdropper?tab=traffic&study=a+third%21'))
    expect(inAddress()).toEqual({ tab: 'traffic', study: 'a third!' })
    expect(asks(test, 'study').at(-1)).toMatchObject({
      ask: { study: 'traffic', seed: 'a third!' },
    })
    // no seed: it is shown, and nothing is run
    await act(async () => readEavesdropperRoute('#/eavesdropper?tab=traffic&study='))
    expect(inAddress()).toEqual({ tab: 'traffic', study: '' })
    expect((await there(root, 'study-seed')).getAttribute('aria-invalid')).toBe('true')
    expect(asks(test, 'study')).toHaveLength(4)
  })

  it('says why it failed', async () => {
    const { root, answer } = await traffic()
    await answer({ failure: 'out of memory' })
    expect(text(await there(root, 'study'))).toContain('out of memory')
  })

  it('is not begun anew when it is looked at again', async () => {
    const { test, answer } = await traffic()
    await answer({ result: TRAFFIC })
    await act(async () => showTab('stream'))
    await act(async () => showTab('traffic'))
    expect(asks(test, 'study')).toHaveLength(1)
  })

  it('shows what was taken for what, of what is not shaped and of each strategy', async () => {
    const { root, answer } = await traffic()
    await answer({ result: TRAFFIC })
    const confusion = await there(root, 'confusion')
    const row = () => [...confusion.querySelectorAll('tbody tr:first-child > *')].map(text)
    expect(row()).toEqual(['ping', '9 · 90 %', '1 · 10 %', '0', '0', '0', '10'])
    const select = confusion.querySelector('select')
    await act(async () => {
      if (!select) return
      select.value = '1'
      select.dispatchEvent(new Event('change', { bubbles: true }))
    })
    expect(row()).toEqual(['ping', '0', '10 · 100 %', '0', '0', '0', '10'])
  })

  it('tells accuracy beside chance, and what the classifier has learned', async () => {
    const { root, answer } = await traffic()
    await answer({ result: TRAFFIC })
    expect(text(await there(root, 'accuracy'))).toContain('90 %')
    expect(text(await there(root, 'chance'))).toContain('43 %')
    const learned = await there(root, 'learned')
    expect(
      [...learned.querySelectorAll('tbody tr')].map((row) => text(row.lastElementChild)),
    ).toEqual(['2–3', '0', '4–7', '1', '2–3'])
  })

  it('has a row for each strategy and setting behind its plot, and one for none', async () => {
    const { root, answer } = await traffic()
    await answer({ result: TRAFFIC })
    const plot = await there(root, 'plot-strategies')
    await click(plot.querySelector('summary') ?? undefined)
    expect(plot.querySelectorAll('tbody tr')).toHaveLength(3)
    expect([...plot.querySelectorAll('tbody tr:last-child td')].map(text)).toEqual([
      'constant bit rate',
      '1,000 bytes a tick of 100 ms',
      '43',
      '3',
      '300',
      '52',
      '2',
    ])
  })
})

describe('while it is not known what is spoken', () => {
  it('nothing is called v2, and nothing is said of v1', async () => {
    const detecting: Eavesdropping = {
      ...EAVESDROPPING,
      transport: 'detecting',
      statistics: { wire: EAVESDROPPING.statistics.wire, v1: undefined },
    }
    const { root } = await screen({ tab: 'statistics', now: detecting })
    const card = await there(root, 'test-entropy')
    expect([...card.querySelectorAll('tbody th')].map(text)).toEqual(['on the wire10,240 bytes'])
    expect(text(root.querySelector('[role="tablist"]'))).not.toMatch(/v[12]/)
  })
})
