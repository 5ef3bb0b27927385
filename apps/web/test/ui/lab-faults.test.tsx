import { FAULTS, type FaultPlan, type FaultStanding, type Outcome } from '@v2scope/lab'
import { act } from 'react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Commands } from '../../src/ui/commands/Commands.js'
import { forgetGuesses } from '../../src/ui/lab/faults/guesses.js'
import { LabScreen } from '../../src/ui/lab/LabScreen.js'
import { useLabRoute } from '../../src/ui/lab/lab-route.js'
import { useUi } from '../../src/ui/ui-store.js'
import { byTestId, ESTABLISHED, item, render, type TestStore, testStore, type } from './support.js'

const ID = 'flip-tag-sent'

const fault = (id: string) => {
  const found = FAULTS.find((one) => one.id === id)
  if (!found) throw new Error(`there is no fault ${id}`)
  return found
}
const PLAN = fault(ID).plan

const NOTICED = {
  noticedBy: 'peer',
  failure: { code: 'AUTHENTICATION_FAILED', row: 'P5', message: 'not authentic', offset: 334 },
  done: {
    direction: 'sent',
    offset: 351,
    part: 'tag',
    packet: 2,
    before: Uint8Array.of(0x30),
    after: Uint8Array.of(0x31),
  },
} as const

async function lab(hash = `#/lab?fault=${ID}`, test = testStore()) {
  history.replaceState(null, '', hash)
  const root = await render(
    <>
      <Commands />
      <LabScreen />
    </>,
    test,
  )
  // its code is fetched first
  await expect.poll(() => byTestId(root, 'fault-card'), { timeout: 15_000 }).toHaveLength(1)
  return { root, test }
}

const one = (root: ParentNode, id: string): HTMLElement => {
  const [found] = byTestId(root, id)
  if (!found) throw new Error(`there is no ${id}`)
  return found
}
const press = (root: ParentNode, id: string) => act(async () => one(root, id).click())
const pick = (select: Element | null | undefined, value: string) =>
  act(async () => {
    if (!(select instanceof HTMLSelectElement)) throw new Error('there is nothing to choose from')
    select.value = value
    select.dispatchEvent(new Event('change', { bubbles: true }))
  })
const key = (name: string) =>
  act(async () =>
    document.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true })),
  )
const starts = ({ posted }: TestStore) => posted.filter((message) => message.type === 'start')
const lastPlan = (test: TestStore): FaultPlan | undefined => starts(test).at(-1)?.lab?.fault

const tell = (test: TestStore, standing: Omit<FaultStanding, 'plan'>, plan = PLAN) =>
  act(async () =>
    test.batch([item(0, { kind: 'key', wireBytes: 64 }), item(3, { number: 2, wireBytes: 300 })], {
      ...ESTABLISHED,
      lab: { fault: { plan, ...standing } },
    }),
  )
const over = (test: TestStore, outcome: Outcome, plan = PLAN) =>
  tell(test, { state: 'over', outcome, ...(outcome === 'fails at once' && NOTICED) }, plan)

beforeEach(() => useLabRoute.setState({ tab: 'faults', fault: undefined }))
afterEach(() => {
  forgetGuesses()
  history.replaceState(null, '', '#/')
})

describe('a fault of the Lab', () => {
  it('is guessed first: the guess starts a fresh session with it', async () => {
    const { root, test } = await lab()
    expect(lastPlan(test)).toBeUndefined()
    await press(root, 'guess-stalls')
    expect(lastPlan(test)).toEqual(PLAN)
    expect(starts(test).at(-1)?.settings).toMatchObject({ peer: 'simulated', transport: 'v2' })
    expect(one(root, 'fault-running').textContent).toContain('Stalls')
  })

  it('tells what it waits for, and that it is watched', async () => {
    const { root, test } = await lab()
    await press(root, 'guess-stalls')
    await tell(test, { state: 'waiting', waitsFor: { thing: 'ready' } })
    expect(one(root, 'fault-running').textContent).toMatch(/introduced/)
    await tell(test, { state: 'watching', happenedAt: 5 })
    expect(one(root, 'fault-running').textContent).toMatch(/still answered/)
  })

  it('is compared with the guess when it is over; who noticed, where, the error and the rule are told', async () => {
    const { root, test } = await lab()
    await press(root, 'guess-stalls')
    await over(test, 'fails at once')
    const text = one(root, 'fault-result').textContent ?? ''
    expect(text).toMatch(/You expected.*Stalls.*It happened.*Fails at once.*not what you expected/)
    expect(one(root, 'fault-noticed').textContent).toMatch(/peer did/)
    expect(one(root, 'fault-where').textContent).toMatch(
      /byte 351 of what you sent, in the tag of packet 2/,
    )
    expect(one(root, 'fault-error').textContent).toMatch(/AUTHENTICATION_FAILED.*byte 334/)
    expect(one(root, 'fault-rule').textContent).toMatch(/P5.*does not authenticate/)
  })

  it('has the bytes as they were and as they became, with the changed bit marked', async () => {
    const { root, test } = await lab()
    await press(root, 'just-show')
    await over(test, 'fails at once')
    const marked = [...one(root, 'deed').querySelectorAll('mark')].map((mark) => mark.textContent)
    expect(marked).toEqual(['30', '31', '0', '1'])
  })

  it('leads to its item in the Session screen', async () => {
    const { root, test } = await lab()
    await press(root, 'just-show')
    await over(test, 'fails at once')
    await press(root, 'open-in-session')
    const { screen, current } = test.store.getState()
    expect(screen).toBe('session')
    expect(current?.selected).toBe(3)
    expect(useUi.getState().bytes).toEqual({ view: 'wire', start: 287, end: 288 })
  })

  it('is done again in a fresh session by one key, from any state', async () => {
    const { root, test } = await lab()
    await press(root, 'guess-stalls')
    const before = starts(test).length
    await key('r')
    expect(starts(test)).toHaveLength(before + 1)
    expect(lastPlan(test)).toEqual(PLAN)
    await over(test, 'stalls')
    await press(root, 'fault-again')
    expect(starts(test)).toHaveLength(before + 2)
    expect(lastPlan(test)).toEqual(PLAN)
    expect(byTestId(root, 'fault-result')).toHaveLength(0)
  })

  it('counts the first guess of each fault, and no look', async () => {
    const { root, test } = await lab()
    await press(root, 'guess-fails-at-once')
    await over(test, 'fails at once')
    expect(one(root, 'score').textContent).toMatch(/1 of 1/)
    await key('r')
    await over(test, 'stalls')
    expect(one(root, 'score').textContent).toMatch(/1 of 1/)
    await press(root, 'next-fault')
    const next = fault(useLabRoute.getState().fault ?? '').plan
    expect(next).not.toEqual(PLAN)
    await press(root, 'just-show')
    await over(test, 'stalls', next)
    expect(one(root, 'score').textContent).toMatch(/1 of 1/)
  })

  it('that could not be done says why, and can be done again', async () => {
    const { root, test } = await lab()
    await press(root, 'guess-stalls')
    await act(async () =>
      test.batch([], {
        state: 'failed',
        failure: {
          code: 'NO_BRIDGE',
          row: '',
          message: 'no bridge answers',
          v1MayWork: false,
          afterSeq: -1,
        },
        lab: { fault: { plan: PLAN, state: 'over' } },
      }),
    )
    expect(one(root, 'fault-running').textContent).toMatch(/could not be done.*no bridge answers/)
    await press(root, 'fault-again')
    expect(lastPlan(test)).toEqual(PLAN)
  })

  it('shows a line of the node’s log only where the node writes it: not where chance decides otherwise', async () => {
    const id = 'duplicate-sent'
    const { root, test } = await lab(`#/lab?fault=${id}`)
    await pick(one(root, 'lab-peer').querySelector('select'), 'mine')
    await press(root, 'just-show')
    await tell(test, { state: 'over', outcome: 'stalls' }, fault(id).plan)
    expect(byTestId(root, 'fault-node-log')).toEqual([])
    const noticed = { state: 'over', outcome: 'fails at once', noticedBy: 'peer' } as const
    await tell(test, noticed, fault(id).plan)
    expect(one(root, 'fault-node-log').textContent).toContain('packet too large')
  })

  it('of a peer can be tried in its place only where it is simulated', async () => {
    const { root, test } = await lab('#/lab?fault=wrong-garbage-received')
    await pick(one(root, 'lab-peer').querySelector('select'), 'demo')
    const before = starts(test).length
    await press(root, 'guess-stalls')
    expect(starts(test)).toHaveLength(before)
    expect(one(root, 'fault-card').textContent).toMatch(/choose the simulated one/)
    await press(root, 'variant-ours')
    await press(root, 'guess-stalls')
    expect(starts(test).at(-1)?.settings.peer).toBe('demo')
    expect(lastPlan(test)).toMatchObject({ on: 'peer', place: 'us' })
  })
})

describe('the Lab with a node that dials', () => {
  it('is chosen as on the Session screen, and says where to dial on every tab', async () => {
    const test = testStore()
    test.store.setState({ bridge: 'present' })
    const { root } = await lab(`#/lab?fault=${ID}`, test)
    await pick(one(root, 'lab-peer').querySelector('select'), 'inbound')
    await press(root, 'just-show')
    expect(starts(test).at(-1)?.settings).toMatchObject({ peer: 'inbound', role: 'responder' })
    const listening = { address: '127.0.0.1:40000', waiting: [], missed: 0 }
    await act(async () => test.batch([], { state: 'connecting', listening }))
    for (const tab of ['faults', 'mallory', 'shaping'] as const) {
      await act(async () => useLabRoute.setState({ tab }))
      // its code is fetched first
      await expect
        .poll(() => byTestId(root, 'listening-at').map((at) => at.textContent))
        .toEqual([`${listening.address}`])
    }
  })
})

describe('the address of the Lab', () => {
  it('opens the fault that it names, and does nothing to anybody', async () => {
    const { root, test } = await lab('#/lab?tab=faults&fault=drop-received&peer=simulated')
    expect(one(root, 'fault-card').textContent).toMatch(/Drop a packet/)
    expect(starts(test).every((start) => start.lab === undefined)).toBe(true)
  })

  it('follows what is chosen', async () => {
    const { root } = await lab()
    await press(root, 'variant-theirs')
    expect(useUi.getState().screenQuery).toEqual({ tab: 'faults', fault: 'flip-tag-received' })
    await act(async () => root.querySelector<HTMLElement>('#lab-tab-mallory')?.click())
    expect(useUi.getState().screenQuery).toEqual({ tab: 'mallory' })
  })

  it('of a fault that there is not says so', async () => {
    const { root } = await lab('#/lab?fault=nonsense')
    expect(one(root, 'fault-card').textContent).toMatch(/there is not/)
  })

  it('opens a fault of one’s own', async () => {
    const { root, test } = await lab('#/lab?fault=own.received.packet-3.tag.flip-0-9')
    await press(root, 'just-show')
    expect(lastPlan(test)).toEqual({
      on: 'wire',
      fault: {
        direction: 'received',
        where: { at: 'packet', number: 3, part: 'tag' },
        what: { kind: 'flip', bits: [0, 9] },
      },
    })
  })
})

describe('a fault of one’s own', () => {
  it('whose address has a number too many is none', async () => {
    const { root } = await lab('#/lab?fault=own.sent.packet-1-2.drop')
    expect(one(root, 'fault-card').textContent).toMatch(/names a fault that there is not/)
  })

  it('that is far away says so', async () => {
    const { root, test } = await lab('#/lab?fault=own.sent.byte-100000.flip-0')
    await press(root, 'just-show')
    const plan = lastPlan(test)
    if (plan?.on !== 'wire') throw new Error('it was not started')
    const { direction, where } = plan.fault
    const place = { thing: 'place', direction, where, bytes: 9, packets: 0 } as const
    await tell(test, { state: 'waiting', waitsFor: place }, plan)
    expect(one(root, 'fault-running').textContent).not.toMatch(/far away/)
    await tell(test, { state: 'waiting', waitsFor: { ...place, isFar: true } }, plan)
    expect(one(root, 'fault-running').textContent).toMatch(/far away/)
  })

  it.each([
    ['key', ['K1', 'K5', 'H5'], /shared secret/],
    ['garbage', ['H6'], /Garbage means nothing/],
    ['tag', ['P5', 'C1'], /encrypted and authenticated as one/],
  ] as const)(
    'at a byte that was of the %s has its rules and its reason',
    async (part, rows, why) => {
      const { root, test } = await lab('#/lab?fault=own.sent.byte-70.flip-0')
      await press(root, 'just-show')
      const done = { ...NOTICED.done, part }
      const plan = lastPlan(test)
      await tell(test, { state: 'over', outcome: 'stalls', done }, plan)
      const told = [...one(root, 'fault-rule').querySelectorAll('b')].map((row) => row.textContent)
      expect(told).toEqual(rows)
      expect(one(root, 'fault-result').textContent).toMatch(why)
    },
  )

  const choose = (root: ParentNode, label: string, value: string) =>
    pick(
      [...root.querySelectorAll('label')]
        .find((one) => one.textContent?.startsWith(label))
        ?.querySelector('select'),
      value,
    )

  it('is put together of direction, place, kind and what belongs to it', async () => {
    const { root, test } = await lab()
    await pick(one(root, 'fault-select'), ':own')
    const form = one(root, 'own-fault')
    await choose(form, 'Direction', 'received')
    await choose(form, 'Where', 'byte')
    await choose(form, 'What', 'insert')
    await type(one(root, 'own-offset'), '80')
    await type(one(root, 'own-bytes'), 'c0 ff ee')
    await press(root, 'guess-fails-at-once')
    expect(lastPlan(test)).toEqual({
      on: 'wire',
      fault: {
        direction: 'received',
        where: { at: 'byte', offset: 80 },
        what: { kind: 'insert', bytes: Uint8Array.of(0xc0, 0xff, 0xee) },
      },
    })
    expect(useLabRoute.getState().fault).toBe('own.received.byte-80.insert-c0ffee')
  })

  it('says at its field what is wrong, and can’t be done before it is right', async () => {
    const { root } = await lab()
    await pick(one(root, 'fault-select'), ':own')
    await type(one(root, 'own-bits'), 'many')
    expect(one(root, 'own-bits').getAttribute('aria-invalid')).toBe('true')
    expect(one(root, 'own-bits').closest('label')?.textContent).toMatch(/numbers of bits/)
    expect(byTestId(root, 'guess-stalls')).toHaveLength(0)
    await type(one(root, 'own-bits'), '0, 8-10')
    expect(one(root, 'own-mask').textContent).toMatch(/byte 0 xor 01 · byte 1 xor 07/)
    expect(byTestId(root, 'guess-stalls')).toHaveLength(1)
  })

  it('can be done to the session of the Lab that is open', async () => {
    const { root, test } = await lab()
    await press(root, 'just-show')
    await over(test, 'nothing changes')
    await pick(one(root, 'fault-select'), ':own')
    await press(root, 'own-now')
    expect(test.posted.at(-1)).toMatchObject({ type: 'lab', command: { type: 'interfere' } })
    expect(one(root, 'own-refused').textContent).toBe('')
    const text = 'It is too late for that.'
    const notice = { id: 1, code: 'PLACE_PASSED', text } as const
    await act(async () => test.batch([], { ...ESTABLISHED, notice }))
    expect(one(root, 'own-refused').textContent).toBe(text)
    // it was of another fault
    await pick(one(root, 'own-fault').querySelector('select'), 'received')
    expect(one(root, 'own-refused').textContent).toBe('')
  })
})
