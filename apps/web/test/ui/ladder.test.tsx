import { Networks } from '@v2scope/bip324'
import type { SessionFailure } from '@v2scope/recording'
import { act } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { only, traceOf } from '../../../../packages/key-schedule/test/sessions.js'
import { handshakeLength } from '../../src/session/handshake.js'
import { linesOf } from '../../src/ui/ladder/handshake.js'
import { Ladder } from '../../src/ui/ladder/Ladder.js'
import { useUi } from '../../src/ui/ui-store.js'
import { byTestId, ESTABLISHED, HANDSHAKE_ITEMS, item, render, testStore } from './support.js'

const FAILURE: SessionFailure = {
  code: 'GARBAGE_TERMINATOR_MISSING',
  row: 'H5',
  message: 'The terminator is not among them.',
  offset: 4174,
  v1MayWork: false,
  afterSeq: 2,
}

const RELAY = { bytes: 1000, hasSent: true, openedAt: 0 }

describe('the end of a session that did not fail', () => {
  it.each([
    ['you', { closedBy: 'us' }, 'You ended'],
    ['a FIN of the peer', { closedBy: 'peer', relay: { ...RELAY, closeCode: 1000 } }, '(FIN)'],
    ['a reset', { closedBy: 'peer', relay: { ...RELAY, closeCode: 4503 } }, '(RST)'],
    ['the peer, in a recording', { closedBy: 'peer' }, 'The peer ended'],
  ] as const)('is told: by %s', async (_, how, words) => {
    const test = testStore()
    test.batch(HANDSHAKE_ITEMS, { ...ESTABLISHED, state: 'closed', ...how })
    const root = await render(<Ladder />, test)
    expect(byTestId(root, 'ended')[0]?.textContent).toContain(words)
  })

  it.each([
    [1000, '(FIN)'],
    [4503, '(RST)'],
  ])('is told beside a failure that it led to too: %i', async (closeCode, words) => {
    const test = testStore()
    test.batch([], { state: 'failed', failure: FAILURE, relay: { ...RELAY, closeCode } })
    const root = await render(<Ladder />, test)
    expect(byTestId(root, 'way-out')[0]?.textContent).toContain(words)
  })
})

describe('the ladder', () => {
  it('tells each step of the handshake in words, and what has been reached', async () => {
    const test = testStore()
    test.batch(HANDSHAKE_ITEMS, ESTABLISHED)
    const root = await render(<Ladder />, test)
    expect(byTestId(root, 'ladder-item')).toHaveLength(HANDSHAKE_ITEMS.length)
    const text = root.textContent ?? ''
    for (const words of [
      'ElligatorSwift key',
      'random length, hides where the key ends',
      'found at offset 402 of at most 4,111',
      'AAD: your 1,877 bytes of garbage',
      'both can now compute the shared secret',
      'established · session ids are equal',
    ]) {
      expect(text).toContain(words)
    }
  })

  it('does not say "established" before the peer’s version packet (S3)', async () => {
    const test = testStore()
    test.batch(HANDSHAKE_ITEMS.slice(0, 8), { phase: 'version negotiation' })
    const root = await render(<Ladder />, test)
    expect(root.textContent).not.toContain('established')
  })

  it('plays the handshake one item after another, and messages at once', async () => {
    vi.useFakeTimers()
    try {
      const test = testStore({ plays: true })
      test.batch([...HANDSHAKE_ITEMS, item(20), item(21)], ESTABLISHED)
      const root = await render(<Ladder />, test)
      expect(byTestId(root, 'ladder-item').length).toBeLessThan(3)
      for (let i = 0; i < 20; i++) await act(async () => vi.advanceTimersByTime(150))
      expect(byTestId(root, 'ladder-item')).toHaveLength(HANDSHAKE_ITEMS.length + 2)
    } finally {
      vi.useRealTimers()
    }
  })

  it('plays hundreds of decoys no longer than others', async () => {
    vi.useFakeTimers()
    try {
      const test = testStore({ plays: true })
      const [first, ...rest] = HANDSHAKE_ITEMS
      const decoys = Array.from({ length: 300 }, (_, i) => item(100 + i, { kind: 'decoy' }))
      const later = rest.map((step) => ({ ...step, seq: step.seq + 2000 }))
      test.batch(first ? [first, ...decoys, ...later] : [], ESTABLISHED)
      const root = await render(<Ladder />, test)
      for (let i = 0; i < 8; i++) await act(async () => vi.advanceTimersByTime(200))
      expect(byTestId(root, 'ladder-item')).toHaveLength(300 + HANDSHAKE_ITEMS.length)
    } finally {
      vi.useRealTimers()
    }
  })

  it('shows what has come and is not whole, until it is or the session fails', async () => {
    const test = testStore()
    const waiting = { what: 'garbage', bytes: 3328, of: 4111 } as const
    test.batch(HANDSHAKE_ITEMS.slice(0, 3), { phase: 'garbage', waiting })
    const root = await render(<Ladder />, test)
    const shown = () => byTestId(root, 'ladder-waiting')
    expect(shown()[0]?.textContent).toContain('3,328 B so far')
    expect(shown()[0]?.textContent).toContain('no terminator yet, of at most 4,111')
    await act(async () => test.batch([], { waiting: { what: 'packet', bytes: 1024, of: 100_020 } }))
    expect(shown()[0]?.textContent).toContain('1,024 of 100,020 B')
    await act(async () => test.batch([], { waiting: { what: 'packet', bytes: 0, of: 20 } }))
    expect(shown()).toHaveLength(0)
    await act(async () => test.batch([], { state: 'failed', failure: FAILURE, waiting }))
    expect(shown()).toHaveLength(0)
  })

  it('says, when garbage goes on, that it may be another network (H5)', async () => {
    vi.useFakeTimers()
    try {
      const test = testStore()
      test.batch(HANDSHAKE_ITEMS.slice(0, 3), { waiting: { what: 'garbage', bytes: 9, of: 4111 } })
      const root = await render(<Ladder />, test)
      expect(root.textContent).not.toContain('possibly another network')
      await act(async () => vi.advanceTimersByTime(3100))
      expect(root.textContent).toContain('possibly another network')
    } finally {
      vi.useRealTimers()
    }
  })

  it('shows a failure where it happened, and keeps what was there', async () => {
    const test = testStore()
    test.batch(HANDSHAKE_ITEMS.slice(0, 3), { state: 'failed', failure: FAILURE })
    const root = await render(<Ladder />, test)
    expect(byTestId(root, 'ladder-item')).toHaveLength(3)
    expect(byTestId(root, 'failure-code')[0]?.textContent).toBe(FAILURE.code)
    const [panel] = byTestId(root, 'failure')
    for (const words of [
      FAILURE.message,
      'choose the network the peer is on',
      'rule H5',
      'byte 4,174',
      'Again',
    ]) {
      expect(panel?.textContent).toContain(words)
    }
    expect(byTestId(root, 'try-v1')).toHaveLength(0)
  })

  it('says where the story of a seed ends, while more can be sent', async () => {
    const test = testStore()
    test.batch(HANDSHAKE_ITEMS, ESTABLISHED)
    const root = await render(<Ladder />, test)
    expect(byTestId(root, 'seed-over')).toHaveLength(0)
    await act(async () => test.batch([], { ...ESTABLISHED, isSeedOver: true }))
    expect(byTestId(root, 'seed-over')[0]?.textContent).toContain('story ends here')
  })

  it('offers v1 only where it may work, and says that it is not encrypted (S2)', async () => {
    const test = testStore()
    const failure = { ...FAILURE, code: 'CLOSED_BEFORE_KEY', row: 'S2', v1MayWork: true }
    test.batch(HANDSHAKE_ITEMS.slice(0, 2), { state: 'failed', failure })
    const root = await render(<Ladder />, test)
    const [button] = byTestId(root, 'try-v1')
    expect(button?.textContent).toContain('not encrypted')
    await act(async () => button?.click())
    expect(test.store.getState().current?.settings.transport).toBe('v1')
  })
})

describe('what was computed between the arrows', () => {
  const trace = traceOf({ seed: 'computed', role: 'initiator', magic: Networks.regtest.magic })
  const events = only(trace, 'key_sent', 'key_received', 'ecdh_computed', 'keys_derived')
  const [ecdh, derived] = only(trace, 'ecdh_computed', 'keys_derived')
  const items = [
    ...only(trace, 'key_sent').map(({ seq }) => item(seq, { kind: 'key' })),
    ...only(trace, 'key_received').map(({ seq }) =>
      item(seq, { kind: 'key', direction: 'received' }),
    ),
    item((derived?.seq ?? 0) + 1, { kind: 'terminator' }),
  ]

  it('stands behind the keys and before what is made of it, and leads to the key schedule', async () => {
    const test = testStore()
    test.batch(items, {}, events)
    const root = await render(<Ladder />, test)
    const lines = [...root.querySelectorAll('[data-testid="ladder-item"], [data-what]')]
    expect(lines.map((line) => line.getAttribute('data-what') ?? 'item')).toEqual([
      'item',
      'item',
      'ecdh',
      'keys',
      'item',
    ])
    await act(async () => byTestId(root, 'ladder-computed')[0]?.click())
    expect(test.store.getState().screen).toBe('keys')
    expect(useUi.getState().keyNode).toBe('shared_secret')
  })

  it('is marked where the cursor is at it', async () => {
    const test = testStore()
    test.batch(items, {}, events)
    const root = await render(<Ladder />, test)
    await act(async () => test.store.getState().actions.back())
    await act(async () => test.store.getState().actions.back())
    const marked = root.querySelectorAll('[data-what][aria-current="step"]')
    expect([...marked].map((line) => line.textContent)).toEqual([expect.stringContaining('ECDH')])
    expect(ecdh && test.store.getState().current?.cursor).toBe(ecdh?.seq)
  })
})

describe('the end of the handshake', () => {
  it('is the second version packet', () => {
    expect(handshakeLength([...HANDSHAKE_ITEMS, item(20)])).toBe(HANDSHAKE_ITEMS.length)
  })
  it('is the two keys, where what follows was not read', () => {
    const unread = (seq: number) => item(seq, { kind: 'unread bytes' })
    const key = (seq: number) => item(seq, { kind: 'key' })
    expect(handshakeLength([key(0), unread(1), key(2), unread(3), unread(4)])).toBe(3)
  })
  it('may come after the first messages (H7)', () => {
    const items = [
      item(0, { kind: 'key' }),
      item(1, { kind: 'version packet' }),
      item(2),
      item(3, { kind: 'version packet', direction: 'received' }),
      item(4),
    ]
    expect(handshakeLength(items)).toBe(4)
  })
  it('is where v1 begins', () => {
    expect(handshakeLength([item(0, { kind: 'v1 message' })])).toBe(0)
  })
  it('has its milestones after the second key and the peer’s version packet', () => {
    const lines = linesOf(HANDSHAKE_ITEMS, [])
    const reached = lines.flatMap((line, i) => (line.type === 'reached' ? [[i, line.what]] : []))
    expect(reached).toEqual([
      [3, 'can compute'],
      [10, 'established'],
    ])
  })
})
