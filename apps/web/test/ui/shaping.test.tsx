import type { Eavesdropping, ShapingMeasure } from '@v2scope/eavesdropper'
import type { ShapingCost, ShapingPlan } from '@v2scope/lab'
import { act } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { samplesOfItems } from '../../src/session/mimic-source.js'
import { marksOfSegments, SHOWN_MS } from '../../src/ui/lab/shaping/picture-marks.js'
import { Shaping } from '../../src/ui/lab/shaping/Shaping.js'
import {
  FIRST_CHOICE,
  isSamePlan,
  planOf,
  type SettingName,
  type ShapingChoice,
  useShapingChoice,
} from '../../src/ui/lab/shaping/shaping-choice.js'
import { waiting } from '../../src/ui/lab/shaping/waiting.js'
import { shaping as words } from '../../src/words/en/shaping.js'
import {
  byTestId,
  ESTABLISHED,
  HANDSHAKE_ITEMS,
  item,
  render,
  SETTINGS,
  testStore,
  type,
} from './support.js'

const CBR: ShapingPlan = {
  shaping: { strategy: 'constant bit rate', tickMs: 100, bytes: 2000 },
  isBothWays: true,
}
const COST: ShapingCost = {
  realBytes: 400,
  decoyBytes: 1600,
  decoys: 4,
  packets: 5,
  meanDelayMs: 74,
  mostDelayMs: 12_000,
  waitingBytes: 100,
  waitingRealBytes: 60,
}

function shapedStore(plan: ShapingPlan | undefined = CBR) {
  const test = testStore()
  test.store.getState().actions.start(SETTINGS, false, plan ? { shaping: plan } : {})
  test.batch(HANDSHAKE_ITEMS, { ...ESTABLISHED, lab: { shaping: { plan, ours: COST } } })
  return test
}

type Test = ReturnType<typeof testStore>

/** With the words, which are fetched with their first use. */
async function renderAll(test: Test) {
  const root = await render(<Shaping />, test)
  await vi.waitFor(async () => {
    await act(async () => {})
    expect(byTestId(root, 'shaping')).toHaveLength(1)
  })
  return root
}

const click = (element: Element | undefined) =>
  act(async () => {
    if (!(element instanceof HTMLElement)) throw new Error('there is no such button')
    element.click()
  })
const field = (root: ParentNode, name: SettingName) =>
  root.querySelector(`[data-testid="setting-${name}"]`)
const commands = ({ posted }: Test) => posted.filter((message) => message.type === 'lab')

afterEach(() => act(() => useShapingChoice.setState(FIRST_CHOICE)))

describe('decoys and shaping', () => {
  it('starts a session that is shaped as it is chosen, both ways where the peer is simulated', async () => {
    const test = testStore()
    const root = await renderAll(test)
    await click(byTestId(root, 'strategy-poisson')[0])
    await type(field(root, 'mean'), '125')
    await click(byTestId(root, 'shaping-start')[0])
    expect(test.posted.findLast((message) => message.type === 'start')).toMatchObject({
      lab: {
        shaping: { shaping: { strategy: 'poisson', meanMs: 125, bytes: 300 }, isBothWays: true },
      },
    })
  })

  it('offers no change to a session that the Lab did not start', async () => {
    const test = testStore()
    test.batch([], ESTABLISHED)
    const root = await renderAll(test)
    expect(byTestId(root, 'shaping-apply')).toHaveLength(0)
  })

  it('changes the settings while the session runs; what is in force is said to be', async () => {
    const test = shapedStore()
    const root = await renderAll(test)
    const apply = () => byTestId(root, 'shaping-apply')[0]
    expect(apply()?.textContent).toBe(words.settings.applied)
    await type(field(root, 'tickBytes'), '600')
    expect(apply()?.textContent).toBe(words.settings.apply)
    await click(apply())
    const shaping = { ...CBR, shaping: { ...CBR.shaping, bytes: 600 } }
    expect(commands(test)).toEqual([{ type: 'lab', command: { type: 'shape', shaping } }])
    await click(byTestId(root, 'strategy-none')[0])
    await click(apply())
    expect(commands(test).at(-1)).toEqual({
      type: 'lab',
      command: { type: 'shape', shaping: undefined },
    })
  })

  it('applies nothing that is wrong, and says what is allowed', async () => {
    const test = shapedStore()
    const root = await renderAll(test)
    await type(field(root, 'tick'), '9')
    expect(root.textContent).toContain('allowed: 10 to 600,000 ms')
    await click(byTestId(root, 'shaping-apply')[0])
    await click(byTestId(root, 'shaping-start')[0])
    expect(commands(test)).toEqual([])
    expect(byTestId(root, 'shaping-hidden')[0]?.dataset.state).toBe('bad')
    await type(field(root, 'tick'), '10')
    await type(field(root, 'tickBytes'), '1000000')
    expect(root.textContent).toContain(words.settings.tooFast)
  })

  it('can put handshake decoys only into the next session', async () => {
    const test = shapedStore()
    const root = await renderAll(test)
    await click(byTestId(root, 'strategy-handshake-decoys')[0])
    expect(byTestId(root, 'shaping-apply')).toHaveLength(0)
    expect(root.textContent).toContain(words.settings.atStart)
  })

  it('draws from the session that is shown, and says what it has drawn', async () => {
    const test = shapedStore()
    test.batch([item(20, { time: 100 }), item(21, { time: 300 }), item(22, { time: 600 })])
    const root = await renderAll(test)
    await click(byTestId(root, 'strategy-mimic')[0])
    expect(planOf(useShapingChoice.getState(), true)).toEqual({ problem: { kind: 'no model' } })
    const source = root.querySelector('select')
    await act(async () => {
      if (!source) throw new Error('there is no such list')
      source.value = ':present'
      source.dispatchEvent(new Event('change', { bubbles: true }))
    })
    // the version packet of 6 ms, too
    expect(byTestId(root, 'mimic-says')[0]?.textContent).toMatch(
      /^3 samples: on average 26 B every/,
    )
    expect(planOf(useShapingChoice.getState(), true)).toMatchObject({
      plan: { shaping: { strategy: 'mimic' } },
    })
  })

  it('says what it costs: share of bytes, decoys, and what waits for how long', async () => {
    const root = await renderAll(shapedStore())
    const rows = [...(byTestId(root, 'shaping-cost')[0]?.querySelectorAll('tbody tr') ?? [])]
    expect(rows.map((row) => row.querySelector('td')?.textContent)).toEqual([
      '80 %',
      '4 · 1,600 B',
      '5 · 400 B',
      '74 ms',
      '12.0 s',
      '60 B',
    ])
  })
})

describe('what a strategy hides', () => {
  const GUESSED = { margin: 0.02, confusion: [] }
  const measureOf = (accuracy: number): ShapingMeasure => ({
    seed: 'v2scope',
    plan: CBR,
    corpus: {
      sessions: { train: 12, test: 12 },
      bursts: { train: [240], test: [240, 360] },
      chance: 0.4,
      windowMs: 1000,
      bytes: 1,
    },
    plain: { ...GUESSED, accuracy: 0.9 },
    point: {
      ...GUESSED,
      accuracy,
      shaping: CBR.shaping,
      overhead: 0.5,
      meanDelayMs: 3000,
      unsentShare: 0,
    },
  })

  /** A moment after the reader has stopped choosing. */
  async function askedFor(test: Test) {
    await act(async () =>
      vi.waitFor(() => expect(test.posted.some((message) => message.type === 'study')).toBe(true), {
        timeout: 5000,
      }),
    )
    const study = test.posted.findLast((message) => message.type === 'study')
    if (study?.type !== 'study') throw new Error('nothing is measured')
    return study
  }

  it.each([
    [0.88, 'nothing'],
    [0.7, 'some'],
    [0.6, 'most'],
    [0.44, 'all'],
  ] as const)('is told from the classifier’s accuracy of %d: %s', async (accuracy, verdict) => {
    const test = shapedStore()
    const root = await renderAll(test)
    const asked = await askedFor(test)
    expect(asked.ask).toMatchObject({ study: 'shaping', plan: CBR })
    await act(async () =>
      test.studied({ id: asked.id, study: 'shaping', progress: 1, result: measureOf(accuracy) }),
    )
    expect(byTestId(root, 'hidden-verdict')[0]?.textContent).toBe(words.hidden.verdicts[verdict])
    const bars = [...root.querySelectorAll('[data-bar]')].map((bar) => bar.textContent)
    expect(bars[0]).toBe('without shaping90 %± 2')
    expect(bars[2]).toBe('chance: always the most frequent40 %')
    expect(root.textContent).toContain('50 % more bytes, and 3.0 s of waiting')
  })

  it('is of the settings that are chosen, not of those before', async () => {
    const test = shapedStore()
    const root = await renderAll(test)
    const asked = await askedFor(test)
    await type(field(root, 'tickBytes'), '501')
    await act(async () =>
      test.studied({ id: asked.id, study: 'shaping', progress: 1, result: measureOf(0.4) }),
    )
    expect(byTestId(root, 'shaping-hidden')[0]?.dataset.state).toBe('running')
    expect(byTestId(root, 'hidden-verdict')).toHaveLength(0)
  })
})

describe('the picture', () => {
  const outside: Eavesdropping = {
    transport: 'v2',
    time: 20_000,
    segments: {
      times: Float64Array.of(9_000, 12_000, 12_100, 19_000),
      bytes: Uint32Array.of(64, 500, 29, 500),
      isSent: Uint8Array.of(1, 1, 0, 1),
      total: { sent: { segments: 3, bytes: 1064 }, received: { segments: 1, bytes: 29 } },
      cut: 'chunks',
    },
    stream: { first: [], newest: [], leftOut: 0 },
    savings: { rows: [], v2Bytes: 0, v1Bytes: 0 },
    statistics: { wire: undefined, v1: undefined },
  }

  it('has what an observer saw in the latest seconds, a direction each', () => {
    expect(marksOfSegments(outside.segments, outside.time)).toEqual({
      sent: [
        { at: SHOWN_MS - 1000, bytes: 500 },
        { at: 2000, bytes: 500 },
      ],
      received: [{ at: 2100, bytes: 29 }],
    })
  })

  it('says beside it how many there were, and how large, for who doesn’t see it', async () => {
    const test = shapedStore()
    test.batch([item(30, { time: 15_000 }), item(31, { time: 15_100, kind: 'decoy' })])
    const root = await renderAll(test)
    await act(async () => test.tell({ type: 'eavesdropped', eavesdropping: outside }))
    const [said, seen] = byTestId(root, 'shaping-picture')[0]?.querySelectorAll('figcaption') ?? []
    expect(said?.textContent).toBe('What is said↑ sent: 1, 29 B↓ received: nothing')
    expect(seen?.textContent).toBe('What an observer sees↑ sent: 2, each 500 B↓ received: 1, 29 B')
  })
})

describe('what is written', () => {
  const chosen = (change: Partial<ShapingChoice>) => planOf({ ...FIRST_CHOICE, ...change }, false)

  it('is no plan where there is no strategy, and one way where the peer is a real node', () => {
    expect(chosen({ strategy: 'none' })).toEqual({ plan: undefined })
    expect(chosen({})).toEqual({ plan: { shaping: CBR.shaping } })
  })

  it('is held to what nodes wait for', () => {
    const written = {
      ...FIRST_CHOICE.written,
      'handshake decoys': { count: '999', most: '1000000' },
    }
    expect(chosen({ strategy: 'handshake decoys', written })).toEqual({
      problem: { kind: 'too much' },
    })
  })

  it('is the same plan in whatever order its parts are', () => {
    const { shaping } = CBR
    expect(isSamePlan({ isBothWays: true, shaping }, CBR)).toBe(true)
    expect(isSamePlan({ shaping }, { shaping, isBothWays: false })).toBe(true)
    expect(isSamePlan({ shaping }, CBR)).toBe(false)
    expect(isSamePlan(undefined, undefined)).toBe(true)
    expect(isSamePlan(CBR, undefined)).toBe(false)
  })

  it('is drawn from packets of ours alone, not from key, garbage and terminator', () => {
    const received = item(5, { time: 50, direction: 'received' })
    const items = [item(0, { kind: 'key', time: 0 }), item(4, { time: 20 }), received]
    expect(samplesOfItems([...items, item(6, { time: 70 })])).toEqual([{ gapMs: 50, bytes: 29 }])
  })
})

it('what waits long is told in seconds', () => {
  expect(waiting(4.25)).toBe('4.3 ms')
  expect(waiting(1999)).toBe('1,999 ms')
  expect(waiting(12_015)).toBe('12.0 s')
})
