import { Networks } from '@v2scope/bip324'
import { act } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { only, traceOf } from '../../../../packages/key-schedule/test/sessions.js'
import type { HoldView, WireItem } from '../../src/session/item.js'
import type { SessionStatus } from '../../src/session/status.js'
import { Commands } from '../../src/ui/commands/Commands.js'
import { runCommand } from '../../src/ui/commands/registry.js'
import { forgetStartHeld } from '../../src/ui/hold/start-held.js'
import { waitsFor } from '../../src/ui/hold/waits-for.js'
import { Ladder } from '../../src/ui/ladder/Ladder.js'
import { SetupBar } from '../../src/ui/setup/SetupBar.js'
import { useDraft } from '../../src/ui/setup/use-draft.js'
import { TransportStrip } from '../../src/ui/transport/TransportStrip.js'
import { byTestId, HANDSHAKE_ITEMS, item, render, type TestStore, testStore } from './support.js'

const KEY = item(0, { kind: 'key', wireBytes: 64, preview: 'a1b2c3d4e5f60718' })
const GARBAGE = item(1, { kind: 'garbage', wireBytes: 300 })

const holding = (items: readonly WireItem[], more: Partial<HoldView> = {}): HoldView => ({
  isOn: true,
  count: items.length,
  bytes: items.reduce((sum, { wireBytes }) => sum + wireBytes, 0),
  first: items.map((held, id) => ({ id, item: held })),
  ...more,
})

function Page() {
  const setup = useDraft()
  return (
    <>
      <Commands />
      <SetupBar {...setup} withEnd />
      <TransportStrip layout="wide" />
      <Ladder />
    </>
  )
}

const one = (root: ParentNode, id: string): HTMLElement => {
  const [found] = byTestId(root, id)
  if (!found) throw new Error(`there is no ${id}`)
  return found
}
const press = (root: ParentNode, id: string) => act(async () => one(root, id).click())
const asked = ({ posted }: TestStore, type: string) => posted.filter((one) => one.type === type)

afterEach(() => act(() => forgetStartHeld()))

describe('Hold', () => {
  it('is switched by its button and by its command', async () => {
    const test = testStore()
    test.batch([], { hold: holding([], { isOn: false }) })
    const root = await render(<Page />, test)
    expect(byTestId(root, 'held')).toHaveLength(0)
    await press(root, 'hold')
    expect(asked(test, 'hold')).toEqual([{ type: 'hold', isOn: true }])
    await act(async () => test.batch([], { hold: holding([]) }))
    expect(one(root, 'hold').getAttribute('aria-checked')).toBe('true')
    await act(async () => runCommand('hold'))
    expect(asked(test, 'hold')).toEqual([
      { type: 'hold', isOn: true },
      { type: 'hold', isOn: false },
    ])
  })

  it('shows what goes next and how many wait, and lets one go', async () => {
    const test = testStore()
    test.batch([], { hold: holding([KEY, GARBAGE]) })
    const root = await render(<Page />, test)
    expect(one(root, 'held-next').textContent).toMatch(/held:.*your key.*64 B/)
    expect(one(root, 'hold-count').textContent).toBe('1 more waits behind it, 364 bytes in all')
    await press(root, 'release')
    expect(asked(test, 'release')).toHaveLength(1)
    const left = { ...holding([GARBAGE]), first: [{ id: 1, item: GARBAGE }] }
    await act(async () => test.batch([KEY], { hold: left }))
    expect(one(root, 'held-next').textContent).toMatch(/your garbage.*300 B/)
    expect(byTestId(root, 'ladder-item')).toHaveLength(1)
  })

  it('steps by letting the next piece go, only at the end', async () => {
    const test = testStore()
    test.batch(HANDSHAKE_ITEMS.slice(0, 3), { hold: holding([item(5, { kind: 'terminator' })]) })
    const root = await render(<Page />, test)
    await press(root, 'step-back')
    expect(byTestId(root, 'held')).toHaveLength(0)
    await press(root, 'step')
    expect(asked(test, 'release')).toHaveLength(0)
    await press(root, 'step')
    expect(asked(test, 'release')).toHaveLength(1)
    await act(async () => runCommand('step'))
    expect(asked(test, 'release')).toHaveLength(2)
  })

  it('shows the bytes and fields of what goes next', async () => {
    const trace = traceOf({ seed: 'held', role: 'initiator', magic: Networks.regtest.magic })
    const [event] = only(trace, 'key_sent')
    if (!event) throw new Error('no key was sent')
    const test = testStore()
    test.batch([], { hold: holding([KEY]) })
    const root = await render(<Page />, test)
    const details = one(root, 'held-next').querySelector('details')
    await act(async () => {
      if (details) details.open = true
      details?.dispatchEvent(new Event('toggle'))
    })
    expect(details?.textContent).toContain('on their way')
    await act(async () =>
      test.tell({ type: 'held', id: 0, detail: { event: { ...event, time: 0 } } }),
    )
    const names = [...one(root, 'held-detail').querySelectorAll('li > :first-child')]
    expect(names.map(({ textContent }) => textContent)).toEqual(['u', 't'])
    const hex = Array.from(event.bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
    expect(one(root, 'held-detail').querySelector('code')?.textContent?.replaceAll(' ', '')).toBe(
      hex,
    )
  })

  it('says what it waits for while nothing is held', async () => {
    const test = testStore()
    test.batch([], { hold: holding([]), state: 'connecting' })
    const root = await render(<Page />, test)
    expect(one(root, 'hold-waits').textContent).toContain('waits for the connection')
    expect(one(root, 'release').getAttribute('aria-disabled')).toBe('true')
    await press(root, 'release')
    expect(asked(test, 'release')).toHaveLength(0)
  })

  it('counts down to where the node hangs up, and says so loudly near the end', async () => {
    vi.useFakeTimers({ now: 1_000_000 })
    try {
      const test = testStore()
      test.batch([], { hold: holding([KEY], { peerWaitsSince: 1_000_000 - 40_000 }) })
      const root = await render(<Page />, test)
      expect(one(root, 'hold-left').textContent).toContain('hangs up in 20 s')
      const calm = one(root, 'hold-left').className
      await act(async () => vi.advanceTimersByTime(6000))
      expect(one(root, 'hold-left').textContent).toContain('hangs up in 14 s')
      expect(one(root, 'hold-left').className).not.toBe(calm)
      await act(async () => vi.advanceTimersByTime(20_000))
      expect(one(root, 'hold-left').textContent).toContain('60 s are over')
      await act(async () => test.batch([], { hold: holding([KEY]) }))
      expect(byTestId(root, 'hold-left')).toHaveLength(0)
    } finally {
      vi.useRealTimers()
    }
  })

  it('holds the next session from its start, where the reader wants it', async () => {
    const test = testStore()
    const root = await render(<Page />, test)
    const submit = () => act(async () => root.querySelector('form')?.requestSubmit())
    await press(root, 'hold-start')
    await submit()
    expect(asked(test, 'start').at(-1)).toMatchObject({ hold: true })
    await act(async () => test.batch([], { hold: holding([KEY]) }))
    expect(one(root, 'hold-start').getAttribute('aria-checked')).toBe('true')
    await press(root, 'hold-start')
    await submit()
    expect(asked(test, 'start').at(-1)).not.toHaveProperty('hold')
  })

  it('says why a recording can’t be held', async () => {
    const test = testStore()
    test.show()
    const root = await render(<Page />, test)
    expect(one(root, 'hold').getAttribute('aria-disabled')).toBe('true')
    expect(one(root, 'hold').title).toContain('A recording can’t be held')
    await press(root, 'hold')
    expect(asked(test, 'hold')).toHaveLength(0)
    expect(runCommand('hold')).toBe(false)
  })
})

describe('what Hold waits for', () => {
  const status = (more: Partial<SessionStatus>): SessionStatus => ({
    state: 'handshake',
    phase: 'key exchange',
    transport: 'detecting',
    droppedBytes: 0,
    ...more,
  })
  it.each([
    [{ state: 'connecting' }, 'connection'],
    [{}, 'peer key'],
    [{ phase: 'garbage' }, 'peer terminator'],
    [{ phase: 'version negotiation' }, 'peer version packet'],
    [{ state: 'established', phase: 'application' }, 'peer message'],
    [{ state: 'ready', phase: 'application' }, 'you'],
    [{ state: 'failed' }, undefined],
    [{ state: 'closed' }, undefined],
  ] as const)('in %j is %s', (more, expected) => {
    expect(waitsFor(status(more))).toBe(expected)
  })
})
