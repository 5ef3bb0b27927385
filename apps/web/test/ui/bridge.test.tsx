import { act, type ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { BridgeLimits } from '../../src/session/bridge-limits.js'
import type { ProbeResult } from '../../src/session/probe-result.js'
import type { RelayBounds } from '../../src/session/relay-opening.js'
import { tabTickets } from '../../src/session/tickets.js'
import { BridgeTools } from '../../src/ui/bridge/BridgeTools.js'
import { RelayLeft } from '../../src/ui/bridge/RelayLeft.js'
import { leftOf } from '../../src/ui/bridge/use-relay-left.js'
import { HeldPieces } from '../../src/ui/hold/HeldPieces.js'
import { forgetStartHeld, wishStartHeld } from '../../src/ui/hold/start-held.js'
import { FailurePanel } from '../../src/ui/ladder/FailurePanel.js'
import { draftOf, wrongIn } from '../../src/ui/setup/draft.js'
import { HeldNote } from '../../src/ui/setup/HeldNote.js'
import { SetupBar } from '../../src/ui/setup/SetupBar.js'
import { useDraft } from '../../src/ui/setup/use-draft.js'
import {
  byTestId,
  ESTABLISHED,
  render,
  SETTINGS,
  type TestStore,
  testStore,
  type,
} from './support.js'

const TICKET = 'e30.e30.c2ln'
const MINUTE = 60_000

const LIMITS: BridgeLimits = {
  profile: 'hosted',
  freeAddresses: null,
  listens: false,
  needsTicket: false,
  connections: { most: 1024, open: 3 },
  yours: { most: 8, open: 1 },
  upgradesPerMinute: { most: 60, left: 58 },
  bytesPerSecond: null,
  bytesInAll: 1_000_000_000,
  times: { firstByte: 10_000, idle: 30 * MINUTE, lifetime: 120 * MINUTE },
}

function memory() {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  }
}

function storeOf(limits: Partial<BridgeLimits> | undefined, ticket?: string) {
  const storage = memory()
  const tickets = tabTickets(() => storage)
  if (ticket !== undefined) tickets.keep(ticket)
  const test = testStore({ tickets })
  const asked = { ...LIMITS, ...limits }
  test.store.setState({ bridge: 'present', ...(limits && { limits: asked }) })
  // what it was asked for stays as it is
  const actions = { ...test.store.getState().actions, refreshLimits: async () => {} }
  test.store.setState({ actions })
  return { ...test, tickets }
}

/** With the words, which are fetched with their first use. */
async function renderAll(element: ReactNode, test: Pick<TestStore, 'store'>) {
  const root = await render(element, test)
  await act(async () => void (await import('../../src/words/en/bridge.js')))
  await vi.waitFor(async () => act(async () => {}))
  return root
}

const click = (root: ParentNode, id: string) => act(async () => byTestId(root, id)[0]?.click())
const textOf = (root: ParentNode, id: string) => byTestId(root, id)[0]?.textContent ?? ''

const DRAFT = draftOf({ ...SETTINGS, peer: 'mine', network: 'mainnet' })

const Tools = ({ draft = DRAFT }) => <BridgeTools draft={draft} wrong={wrongIn(draft)} />

describe('what the bridge allows', () => {
  it('is shown where the bridge tells it, and nothing of it elsewhere', async () => {
    const root = await renderAll(<Tools />, storeOf(undefined))
    expect(byTestId(root, 'limits')).toHaveLength(0)
  })

  it('names what is bounded, what is left, and what is not', async () => {
    const root = await renderAll(<Tools />, storeOf({}))
    expect(byTestId(root, 'limits-panel')).toHaveLength(0)
    await click(root, 'limits')
    const text = textOf(root, 'limits-panel')
    for (const words of [
      'connections of yours1 of 8 in use',
      'connections of everybody3 of 1,024 in use',
      'new ones a minute58 of 60 left',
      'bytes of one connection1.0 GB',
      'bytes a secondno bound',
      'your first byte within10 s',
      'silence, at most30 min',
      'life of a connection2 h',
      'everybody behind one router',
      'of the list of peers only',
    ]) {
      expect(text).toContain(words)
    }
    await click(root, 'limits')
    expect(byTestId(root, 'limits-panel')).toHaveLength(0)
  })

  it('names the addresses that may be dialled', async () => {
    const freeAddresses = { public: true, ports: [8333, 18_333], listed: ['10.0.0.0/8:8333'] }
    const root = await renderAll(<Tools />, storeOf({ freeAddresses }))
    await click(root, 'limits')
    expect(textOf(root, 'limits-panel')).toContain('public ones, on port 8333, 18333 10.0.0.0/8')
  })
})

describe('a ticket', () => {
  const ticket = {
    targets: ['demo', 'public'],
    connections: { most: 10, left: 9 },
    bytes: { most: 1_000_000, left: 500 },
    until: Date.UTC(2026, 10, 26, 12),
  }

  it('is nobody’s concern where the bridge wants none, and there is none', async () => {
    const root = await renderAll(<Tools />, storeOf({}))
    await click(root, 'limits')
    expect(byTestId(root, 'ticket')).toHaveLength(0)
  })

  it('that is missing is asked for, and taken where it is pasted', async () => {
    const test = storeOf({ needsTicket: true })
    const root = await renderAll(<Tools />, test)
    expect(byTestId(root, 'limits')[0]?.title).toBe('A ticket is wanted')
    await click(root, 'limits')
    expect(textOf(root, 'ticket')).toContain('wants a ticket, and there is none')
    await type(byTestId(root, 'ticket-text')[0] ?? null, 'nonsense')
    await click(root, 'ticket-use')
    expect(textOf(root, 'ticket')).toContain('This is no ticket')
    await type(byTestId(root, 'ticket-text')[0] ?? null, TICKET)
    await click(root, 'ticket-use')
    expect(test.tickets.get()).toBe(TICKET)
    expect(root.innerHTML).not.toContain(TICKET)
  })

  it('tells what it allows, and what is left of it', async () => {
    const root = await renderAll(<Tools />, storeOf({ needsTicket: true, ticket }, TICKET))
    expect(byTestId(root, 'limits')[0]?.title).toBe('What the bridge allows')
    await click(root, 'limits')
    const text = textOf(root, 'ticket')
    for (const words of ['demo', 'addresses', '9 of 10 left', '500 B of 1.0 MB left', '2026']) {
      expect(text).toContain(words)
    }
    expect(text).not.toContain('Used up')
  })

  it.each([
    ['connections', { ...ticket, connections: { most: 10, left: 0 } }, 'Used up'],
    ['bytes', { ...ticket, bytes: { most: 10, left: 0 } }, 'Used up'],
    ['time', { refused: 'expired' }, 'Expired'],
    ['signature', { refused: 'forged' }, 'Not signed by this bridge'],
    ['form', { refused: 'malformed' }, 'Not whole'],
    ['anything else', { refused: 'on a whim' }, 'says: on a whim'],
  ])('of no use says why: %s', async (_, of, words) => {
    const root = await renderAll(<Tools />, storeOf({ needsTicket: true, ticket: of }, TICKET))
    expect(byTestId(root, 'limits')[0]?.title).toBe('A ticket is wanted')
    await click(root, 'limits')
    expect(textOf(root, 'ticket')).toContain(words)
  })

  it('can be forgotten', async () => {
    const test = storeOf({ needsTicket: true, ticket }, TICKET)
    const root = await renderAll(<Tools />, test)
    await click(root, 'limits')
    await click(root, 'ticket-forget')
    expect(test.tickets.get()).toBeUndefined()
    expect(test.store.getState().hasTicket).toBe(false)
  })

  it('can be pasted where a session failed for want of one', async () => {
    const test = storeOf({ needsTicket: true })
    const again = vi.fn()
    const failure = { code: 'RELAY_4401', row: '', message: 'x', v1MayWork: false, afterSeq: -1 }
    const panel = <FailurePanel failure={failure} advised onAgain={again} />
    const root = await renderAll(panel, test)
    await type(byTestId(root, 'ticket-text')[0] ?? null, TICKET)
    await click(root, 'ticket-use')
    expect(again).toHaveBeenCalledOnce()
    expect(test.tickets.get()).toBe(TICKET)
  })
})

describe('a probe', () => {
  const node: ProbeResult = {
    kind: 'node',
    version: 70016,
    userAgent: '/Satoshi:29.0.0/',
    startHeight: 123,
    services: ['NETWORK', 'P2P_V2'],
    offersV2: true,
  }

  async function asked() {
    const test = storeOf({})
    const root = await renderAll(<Tools />, test)
    await click(root, 'probe')
    return { test, root }
  }

  it('says that it is not encrypted, before it is asked for and while it is asked', async () => {
    const { test, root } = await asked()
    expect(byTestId(root, 'probe')[0]?.title).toContain('not encrypted')
    expect(textOf(root, 'probe-panel')).toMatch(/Asking, for 10 s at most.*not encrypted/)
    expect(test.posted.at(-1)).toMatchObject({ type: 'probe', probe: 1 })
  })

  it.each<[string, ProbeResult, string]>([
    ['a node', node, '/Satoshi:29.0.0/protocol70016height123servicesNETWORK, P2P_V2It offers v2'],
    ['v1 only', { ...node, offersV2: false, services: [] }, 'servicesnoneIt speaks v1 only'],
    ['another network', { kind: 'other network', network: 'signet' }, 'another network: signet'],
    ['no version', { kind: 'no version' }, 'not with a version message'],
    ['FIN', { kind: 'hung up', how: 'closed' }, '(FIN): perhaps a node of another network'],
    ['RST', { kind: 'hung up', how: 'reset' }, '(RST): perhaps a node of another network'],
    ['silence', { kind: 'no answer', isOpen: true }, 'said nothing for 10 s'],
    ['no answer', { kind: 'no answer', isOpen: false }, 'No answer'],
    ['refusal', { kind: 'no way', code: 'RELAY_4502', message: 'refused: no node' }, 'no node'],
    [
      'SSH',
      {
        kind: 'something else',
        protocol: 'SSH',
        begins: Uint8Array.from('SSH-2.0-x\n', (letter) => letter.charCodeAt(0)),
      },
      'an SSH server answers.It begins with 53 53 48 2d 32 2e 30 2d 78 0a “SSH-2.0-x·”',
    ],
    [
      'bytes',
      { kind: 'something else', protocol: undefined, begins: Uint8Array.of(0, 1) },
      'something else answers.It begins with 00 01',
    ],
  ])('says what it found: %s', async (_, result, words) => {
    const { test, root } = await asked()
    await act(async () => test.probed(result))
    expect(textOf(root, 'probe-says')).toContain(words)
  })

  it('is asked again, and ends when it is closed', async () => {
    const { test, root } = await asked()
    await act(async () => test.probed(node))
    await click(root, 'probe-again')
    expect(textOf(root, 'probe-says')).toContain('Asking')
    await click(root, 'probe')
    expect(test.posted.at(-1)).toEqual({ type: 'end_probe' })
    expect(byTestId(root, 'probe-panel')).toHaveLength(0)
  })

  it.each([
    ['a simulated peer', draftOf(SETTINGS), 0],
    ['a node that dials us', { ...DRAFT, peer: 'inbound' }, 0],
    ['a node by its address', { ...DRAFT, peer: '1.2.3.4', byAddress: true }, 1],
  ])('is offered of who is dialled: %s', async (_, draft, count) => {
    const root = await renderAll(<Tools draft={draft} />, storeOf({}))
    expect(byTestId(root, 'probe')).toHaveLength(count)
  })

  it('asks at no address that is none', async () => {
    const draft = { ...DRAFT, peer: '127.1:8333', byAddress: true }
    const test = storeOf({})
    const root = await renderAll(<Tools draft={draft} />, test)
    expect(byTestId(root, 'probe')[0]).toMatchObject({ disabled: true })
  })
})

describe('my node', () => {
  const Setup = () => <SetupBar {...useDraft()} withEnd />
  const free = { freeAddresses: { public: true, ports: [8333], listed: [] } }

  async function choose(root: HTMLElement, value: string): Promise<void> {
    const select = root.querySelector('select')
    await act(async () => {
      if (select) select.value = value
      select?.dispatchEvent(new Event('change', { bubbles: true }))
    })
  }

  const options = (root: HTMLElement) =>
    [...root.querySelectorAll('select:first-of-type option')].map((option) => option.textContent)

  it('is offered where the bridge dials addresses, and nowhere else', async () => {
    expect(options(await renderAll(<Setup />, storeOf(free)))).toContain('My node…')
    expect(options(await renderAll(<Setup />, storeOf({})))).not.toContain('My node…')
  })

  it('is dialled on its network’s port where none is written', async () => {
    const test = storeOf(free)
    const root = await renderAll(<Setup />, test)
    await choose(root, ':my-node')
    expect(root.textContent).toContain('address: HOST:PORT')
    await type(byTestId(root, 'node-address')[0] ?? null, '203.0.113.5')
    await act(async () => root.querySelector('form')?.requestSubmit())
    const started = test.posted.findLast(({ type: what }) => what === 'start')
    expect(started).toMatchObject({
      relayUrl: 'ws://127.0.0.1/relay?addr=203.0.113.5%3A18444',
      settings: { peer: '203.0.113.5:18444', network: 'regtest', role: 'initiator' },
    })
    expect(location.hash).toContain('peer=203.0.113.5%3A18444')
    expect(byTestId(root, 'node-address')[0]).toMatchObject({ value: '203.0.113.5:18444' })
  })

  it('is on the network whose port is written', async () => {
    const test = storeOf(free)
    const root = await renderAll(<Setup />, test)
    await choose(root, ':my-node')
    await type(byTestId(root, 'node-address')[0] ?? null, 'node.example:38333')
    await act(async () => root.querySelector('form')?.requestSubmit())
    expect(test.store.getState().current?.settings.network).toBe('signet')
  })

  it('of another form is not sent, and says what to write', async () => {
    const test = storeOf(free)
    const root = await renderAll(<Setup />, test)
    await choose(root, ':my-node')
    const posted = test.posted.length
    await type(byTestId(root, 'node-address')[0] ?? null, '0x7f.1:8333')
    expect(root.textContent).toContain('four decimal numbers')
    await act(async () => root.querySelector('form')?.requestSubmit())
    expect(test.posted).toHaveLength(posted)
  })
})

describe('what the bridge leaves to a connection', () => {
  const OPEN: RelayBounds = {
    bytesInAll: null,
    bytesPerSecond: null,
    firstByte: null,
    idle: 30 * MINUTE,
    lifetime: null,
  }
  const relay = (bounds: Partial<RelayBounds>, rest = {}) => ({
    openedAt: 0,
    bytes: 600,
    hasSent: true,
    bounds: { ...OPEN, ...bounds },
    ...rest,
  })

  it.each([
    ['nothing', {}, 0, {}],
    ['less than half of its bytes', { bytesInAll: 1200 }, 0, {}],
    ['more than half of its bytes', { bytesInAll: 1000 }, 0, { bytes: 400 }],
    ['all of its bytes', { bytesInAll: 500 }, 0, { bytes: 0 }],
    ['a long life', { lifetime: 120 * MINUTE }, 114 * MINUTE, {}],
    ['its last minutes', { lifetime: 120 * MINUTE }, 116 * MINUTE, { lifetime: 4 * MINUTE }],
    ['more than its life', { lifetime: MINUTE }, 2 * MINUTE, { lifetime: 0 }],
    ['its first byte', { firstByte: 10_000 }, 9000, {}],
  ])('is told where it matters: %s', (_, bounds, now, left) => {
    expect(leftOf(relay(bounds), now)).toEqual(left)
  })

  it('counts the seconds until the first byte, while none has gone', () => {
    const waiting = relay({ firstByte: 10_000 }, { hasSent: false, bytes: 0 })
    expect(leftOf(waiting, 100)).toEqual({ firstByte: 10 })
    expect(leftOf(waiting, 9500)).toEqual({ firstByte: 1 })
    expect(leftOf(waiting, 99_000)).toEqual({ firstByte: 0 })
    expect(leftOf({ bytes: 0, hasSent: false }, 0)).toEqual({})
  })

  describe('on the page', () => {
    beforeEach(() => {
      vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'], now: 0 })
    })
    afterEach(() => {
      vi.useRealTimers()
      act(forgetStartHeld)
    })

    it('stands among the counters, second by second', async () => {
      const test = storeOf({})
      test.batch([], { ...ESTABLISHED, relay: relay({ bytesInAll: 1000, lifetime: 2 * MINUTE }) })
      const root = await renderAll(<RelayLeft />, test)
      expect(textOf(root, 'relay-left')).toBe('400 B left · ends in 2 min')
      await act(async () => vi.advanceTimersByTime(61_000))
      expect(textOf(root, 'relay-left')).toBe('400 B left · ends in 59 s')
      await act(async () => test.batch([], { ...ESTABLISHED, state: 'closed' }))
      expect(byTestId(root, 'relay-left')).toHaveLength(0)
    })

    it('counts down beside what is held before our first byte', async () => {
      const test = storeOf({})
      const hold = { isOn: true, count: 0, bytes: 0, first: [], peerWaitsSince: 0 }
      const waiting = relay({ firstByte: 10_000 }, { hasSent: false, bytes: 0 })
      test.batch([], { state: 'handshake', hold, relay: waiting })
      const root = await renderAll(<HeldPieces />, test)
      expect(textOf(root, 'first-byte-left')).toContain('hangs up in 10 s')
      await act(async () => vi.advanceTimersByTime(4000))
      expect(textOf(root, 'first-byte-left')).toContain('hangs up in 6 s')
      const sent = { ...waiting, hasSent: true }
      await act(async () => test.batch([], { state: 'handshake', hold, relay: sent }))
      expect(byTestId(root, 'first-byte-left')).toHaveLength(0)
      expect(textOf(root, 'hold-left')).toContain('the node hangs up')
    })

    it('is said before a session that is to start held', async () => {
      const test = storeOf({})
      const root = await renderAll(<HeldNote draft={DRAFT} />, test)
      expect(byTestId(root, 'held-warning')).toHaveLength(0)
      await act(async () => {
        wishStartHeld(true)
        await import('../../src/ui/bridge/HeldWarning.js')
      })
      expect(textOf(root, 'held-warning')).toContain('within 10 s')
    })
  })
})
