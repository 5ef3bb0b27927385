import type { Leg, MalloryStanding, ReadMessage } from '@v2scope/lab'
import { act, type ReactNode } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { SessionStatus } from '../../src/session/status.js'
import { ManInTheMiddle } from '../../src/ui/lab/mallory/ManInTheMiddle.js'
import {
  changeOf,
  FIRST_CHOICE,
  isSameChange,
  useMalloryChoice,
} from '../../src/ui/lab/mallory/mallory-choice.js'
import { pathOf } from '../../src/ui/lab/mallory/qr.js'
import { aloud, firstOtherGroup, groupsOf } from '../../src/ui/lab/mallory/voice.js'
import { mallory as words } from '../../src/words/en/mallory.js'
import { byTestId, ESTABLISHED, render, SESSION_ID, SETTINGS, testStore, type } from './support.js'

const HERS = `${'0123456789abcdef'.repeat(3)}fedcba9876543210`
const LEG: Leg = { role: 'responder', transport: 'v2', sessionId: SESSION_ID }

const STANDING: MalloryStanding = {
  mode: 'between',
  withUs: { ...LEG, ellswiftOurs: 'aa'.repeat(64), ellswiftTheirs: 'bb'.repeat(64) },
  withPeer: { ...LEG, role: 'initiator', sessionId: HERS, ellswiftTheirs: 'cc'.repeat(64) },
  read: [],
  readCount: 0,
  changedCount: 0,
  changedSince: 0,
  refused: 0,
}

const PING: ReadMessage = {
  id: 7,
  time: 1200,
  direction: 'to us',
  kind: 'message',
  messageType: 'ping',
  bytes: 8,
  summary: 'nonce 0x1',
}

/** What the demo node or the simulated peer says; undefined: a node that the page can't ask. */
function statusOf(
  reported: string | undefined,
  standing: Partial<MalloryStanding> = {},
): Partial<SessionStatus> {
  const { peerReportedSessionId: _, ...status } = ESTABLISHED
  return {
    ...status,
    ...(reported !== undefined && { peerReportedSessionId: reported }),
    lab: { mallory: { ...STANDING, ...standing } },
  }
}

function malloryStore(mode: MalloryStanding['mode'] = 'between') {
  const test = testStore()
  test.store.getState().actions.start(SETTINGS, false, { mallory: { mode } })
  return test
}

/** With the words, which are fetched with their first use. */
async function renderAll(element: ReactNode, test: ReturnType<typeof testStore>) {
  const root = await render(element, test)
  await vi.waitFor(async () => {
    await act(async () => {})
    expect(byTestId(root, 'mallory')).toHaveLength(1)
  })
  return root
}

const verdict = (root: ParentNode) => byTestId(root, 'mallory-verdict')[0]
const click = (element: Element | undefined) =>
  act(async () => {
    if (!(element instanceof HTMLElement)) throw new Error('there is no such button')
    element.click()
  })

afterEach(() => act(() => useMalloryChoice.setState(FIRST_CHOICE)))

describe('the man in the middle', () => {
  it('is started with what the reader has chosen, from the start of a session', async () => {
    const test = testStore()
    const root = await renderAll(<ManInTheMiddle />, test)
    expect(verdict(root)?.dataset.verdict).toBe('none')
    await click(byTestId(root, 'change-start-height')[0])
    await type(root.querySelector('[data-testid="change-value"]'), '123')
    await click(byTestId(root, 'mallory-start')[0])
    const asked = test.posted.findLast((message) => message.type === 'start')
    expect(asked).toMatchObject({
      lab: { mallory: { mode: 'between', change: { kind: 'start height', height: 123 } } },
    })
  })

  it('shows three columns: your id is her one, the node’s is her other (S5)', async () => {
    const test = malloryStore()
    test.batch([], statusOf(HERS))
    const root = await renderAll(<ManInTheMiddle />, test)
    const id = (name: string) =>
      byTestId(root, name)[0]?.querySelector('code')?.textContent?.replace(/\s/g, '')
    expect(id('id-yours')).toBe(SESSION_ID)
    expect(id('id-hers-first')).toBe(SESSION_ID)
    expect(id('id-hers-second')).toBe(HERS)
    expect(id('id-nodes')).toBe(HERS)
    for (const wire of ['wire-first', 'wire-second']) {
      expect(byTestId(root, wire)[0]?.textContent).toContain('encrypted, peer unauthenticated')
    }
    expect(root.textContent).toContain(words.change.why.v2)
  })

  it('says in one sentence what ids that differ mean, and that nothing else would have said it', async () => {
    const test = malloryStore()
    test.batch([], statusOf(HERS))
    const root = await renderAll(<ManInTheMiddle />, test)
    expect(verdict(root)?.dataset.verdict).toBe('different')
    expect(verdict(root)?.textContent).toBe(words.verdict.different)
    expect(root.textContent).toContain(words.verdict.nothingOnScreen)
    expect(byTestId(root, 'found').map(({ textContent }) => textContent)).toEqual([
      'Found: the ids differ from the 49th hex digit on, so this is not one connection but two.',
      'Found: the 13th group is another one, and the call could end here.',
      'Found: two codes that hold two different ids.',
    ])
  })

  it('says nothing of a node that was not asked, until its id is pasted', async () => {
    const test = malloryStore()
    test.batch([], statusOf(undefined))
    const root = await renderAll(<ManInTheMiddle />, test)
    expect(verdict(root)?.dataset.verdict).toBe('not compared')
    const paste = root.querySelector('[data-testid="mallory-paste"]')
    await type(paste, `"session_id": "${HERS.slice(0, 40)}`)
    expect(verdict(root)?.dataset.verdict).toBe('not compared')
    await type(paste, `"session_id": "${HERS.toUpperCase()}",`)
    expect(verdict(root)?.dataset.verdict).toBe('different')
    await type(paste, SESSION_ID)
    expect(verdict(root)?.dataset.verdict).toBe('equal')
    expect(verdict(root)?.textContent).toContain('this is not what the node shows')
  })

  it('says of a session that ended without an id that there is nothing to compare', async () => {
    const test = malloryStore()
    const { sessionId: _, ...status } = statusOf(undefined)
    test.batch([], { ...status, state: 'failed' })
    const root = await renderAll(<ManInTheMiddle />, test)
    expect(verdict(root)?.dataset.verdict).toBe('over')
    expect(verdict(root)?.textContent).toBe(words.verdict.over)
  })

  it('does not take an id that was pasted in another session for this one’s', async () => {
    const test = malloryStore()
    test.batch([], statusOf(undefined))
    const root = await renderAll(<ManInTheMiddle />, test)
    await type(root.querySelector('[data-testid="mallory-paste"]'), HERS)
    await act(async () => {
      test.store.getState().actions.again()
      test.batch([], statusOf(undefined))
    })
    expect(verdict(root)?.dataset.verdict).toBe('not compared')
  })

  it('lists what she reads, what she changed in it, and what is hers', async () => {
    const changed = { field: 'user agent', before: '/v2scope:0.1.0/', after: '/Mallory:0.1.0/' }
    const test = malloryStore()
    const read: ReadMessage[] = [
      { ...PING, id: 4, direction: 'to peer', messageType: 'version', changed },
      { ...PING, id: 5, kind: 'decoy', messageType: '', summary: '' },
      { ...PING, id: 6, messageType: 'feefilter', isHers: true },
      PING,
    ]
    test.batch([], statusOf(HERS, { read, readCount: 8, changedCount: 2 }))
    const root = await renderAll(<ManInTheMiddle />, test)
    const table = byTestId(root, 'mallory-read')[0]
    const rows = [...(table?.querySelectorAll('tbody tr') ?? [])].map((row) => row.textContent)
    expect(table?.querySelector('caption')?.textContent).toBe('4 earlier messages not shown.')
    expect(rows[0]).toContain('user agent/v2scope:0.1.0/→/Mallory:0.1.0/')
    expect(rows[1]).toContain('decoy')
    expect(rows[2]).toContain('hers')
    expect(rows[3]).toContain('node → youping8nonce 0x1')
  })

  it('changes messages while the session runs, and not what is wrong', async () => {
    const test = malloryStore()
    test.batch([], statusOf(HERS))
    const root = await renderAll(<ManInTheMiddle />, test)
    const apply = () => byTestId(root, 'change-apply')[0]
    expect(apply()?.textContent).toBe(words.change.applied)
    await click(byTestId(root, 'change-fee-filter')[0])
    await type(root.querySelector('[data-testid="change-value"]'), 'much')
    await click(apply())
    expect(test.posted.filter(({ type: kind }) => kind === 'lab')).toEqual([])
    await type(root.querySelector('[data-testid="change-value"]'), '12345')
    await click(apply())
    const change = { kind: 'fee filter', feeRate: 12345n } as const
    expect(test.posted.at(-1)).toEqual({
      type: 'lab',
      command: { type: 'change_messages', change },
    })
    await act(async () =>
      test.batch([], statusOf(HERS, { change, changedCount: 1, changedSince: 1 })),
    )
    expect(apply()?.textContent).toBe(words.change.applied)
    expect(byTestId(root, 'change-effect')[0]?.textContent).toContain('1 message changed or added')
  })

  it('says of a version message that has gone that its change has to wait', async () => {
    const change = { kind: 'user agent', text: '/x/' } as const
    useMalloryChoice.setState({
      kind: 'user agent',
      written: { ...FIRST_CHOICE.written, 'user agent': '/x/' },
    })
    const test = malloryStore()
    // she has changed another one before
    test.batch([], statusOf(HERS, { change, changedCount: 1 }))
    const root = await renderAll(<ManInTheMiddle />, test)
    expect(byTestId(root, 'change-effect')[0]?.textContent).toBe(words.change.nextStart)
  })
})

describe('the downgrade', () => {
  const FAILED = {
    state: 'failed',
    failure: {
      code: 'CLOSED_BEFORE_KEY',
      row: 'S2',
      message: 'closed',
      v1MayWork: true,
      afterSeq: 2,
    },
  } as const

  it('ends in an offer of v1, which only the reader takes (S2)', async () => {
    const test = malloryStore('downgrade')
    test.batch([], {
      ...FAILED,
      lab: { mallory: { ...STANDING, mode: 'downgrade', refused: 1 } },
    })
    const root = await renderAll(<ManInTheMiddle />, test)
    expect(verdict(root)?.dataset.verdict).toBe('dropped')
    expect(byTestId(root, 'downgrade-steps')[0]?.dataset.reached).toBe('3')
    const before = test.posted.length
    await click(byTestId(root, 'downgrade-try-v1')[0])
    expect(test.posted.slice(before)).toMatchObject([
      { type: 'start', settings: { transport: 'v1' }, lab: { mallory: { mode: 'downgrade' } } },
    ])
  })

  it('is up to the node where it was the node that called', async () => {
    const test = testStore()
    test.store.getState().actions.start({ ...SETTINGS, role: 'responder' }, false, {
      mallory: { mode: 'downgrade' },
    })
    const lab = { mallory: { ...STANDING, mode: 'downgrade', refused: 1 } } as const
    test.batch([], { state: 'closed', lab })
    const root = await renderAll(<ManInTheMiddle />, test)
    const [steps] = byTestId(root, 'downgrade-steps')
    expect(steps?.dataset.reached).toBe('2')
    expect(steps?.textContent).toContain(words.downgrade.steps.caller)
    expect(steps?.textContent).toContain(words.downgrade.steps.failsCalled)
    expect(steps?.textContent).not.toContain(words.downgrade.steps.offer)
    expect(verdict(root)?.textContent).toBe(words.verdict.droppedCalled)
  })

  it('shows what is lost in v1: there is no id, and nothing to compare', async () => {
    const test = malloryStore('downgrade')
    const leg: Leg = { role: 'responder', transport: 'v1' }
    test.store.getState().actions.start({ ...SETTINGS, transport: 'v1' }, false, {
      mallory: { mode: 'downgrade' },
    })
    test.batch([], {
      state: 'ready',
      transport: 'v1',
      lab: { mallory: { ...STANDING, mode: 'downgrade', withUs: leg, withPeer: leg } },
    })
    const root = await renderAll(<ManInTheMiddle />, test)
    expect(verdict(root)?.dataset.verdict).toBe('v1')
    expect(byTestId(root, 'id-yours')[0]?.textContent).toContain('none: v1 has no keys')
    expect(byTestId(root, 'comparing')).toHaveLength(0)
    const steps = byTestId(root, 'downgrade-steps')[0]?.textContent
    expect(steps).toContain(words.downgrade.steps.refusedBefore)
    expect(steps).toContain(words.downgrade.steps.failedBefore)
    expect(byTestId(root, 'lost')[0]?.textContent).toContain('checksum is a plain hash')
    expect(root.textContent).toContain(words.change.why.v1)
  })
})

describe('an id, read aloud', () => {
  it('is sixteen groups of four, in words that are not mistaken for each other', () => {
    expect(groupsOf(SESSION_ID)).toHaveLength(16)
    expect(aloud('07af', words.compare.voice.digits)).toBe('zero seven alfa foxtrot')
    expect(new Set(Object.values(words.compare.voice.digits)).size).toBe(16)
  })

  it('is another one from the first group on that differs', () => {
    expect(firstOtherGroup(SESSION_ID, SESSION_ID)).toBeUndefined()
    expect(firstOtherGroup(SESSION_ID, HERS)).toBe(12)
  })
})

describe('a QR code', () => {
  it('is drawn with one rectangle for modules that touch', () => {
    const rows = ['##.', '...', '#.#']
    const isDark = (x: number, y: number) => rows[y]?.[x] === '#'
    expect(pathOf({ size: 3, isDark })).toBe('M0 0h2v1h-2zM0 2h1v1h-1zM2 2h1v1h-1z')
  })

  it('of each id is on the page, with the digits as text beside it', async () => {
    const test = malloryStore()
    test.batch([], statusOf(HERS))
    const root = await renderAll(<ManInTheMiddle />, test)
    await vi.waitFor(async () => {
      await act(async () => {})
      expect(byTestId(root, 'qr-second')[0]?.dataset.state).toBe('there')
    })
    const [first] = byTestId(root, 'qr-first')
    expect(first?.querySelector('svg')?.getAttribute('aria-label')).toBe(
      'QR code of your session id',
    )
    expect(first?.querySelector('code')?.textContent).toBe(SESSION_ID)
  })
})

describe('what she is to change', () => {
  const written = (kind: 'user agent' | 'start height' | 'fee filter', text: string) =>
    changeOf({ ...FIRST_CHOICE, kind, written: { ...FIRST_CHOICE.written, [kind]: text } })

  it('is only what a message can hold', () => {
    expect(written('user agent', 'a'.repeat(256))).toMatchObject({ kind: 'user agent' })
    expect(written('user agent', 'a'.repeat(257))).toBe('bad')
    expect(written('start height', '2147483647')).toMatchObject({ height: 2 ** 31 - 1 })
    expect(written('start height', '2147483648')).toBe('bad')
    expect(written('start height', '-1')).toBe('bad')
    expect(written('fee filter', '2100000000000000')).toMatchObject({ kind: 'fee filter' })
    expect(written('fee filter', '2100000000000001')).toBe('bad')
  })

  it('is the same where it does the same', () => {
    expect(isSameChange(undefined, undefined)).toBe(true)
    expect(
      isSameChange(written('fee filter', '5') as never, { kind: 'fee filter', feeRate: 5n }),
    ).toBe(true)
    expect(
      isSameChange({ kind: 'start height', height: 5 }, { kind: 'fee filter', feeRate: 5n }),
    ).toBe(false)
  })
})
