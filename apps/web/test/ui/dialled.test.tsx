import { INBOUND, type SessionSettings } from '@v2scope/recording'
import { act } from 'react'
import { describe, expect, it, vi } from 'vitest'
import type { BridgeLimits } from '../../src/session/bridge-limits.js'
import type { ListeningStatus, SessionStatus } from '../../src/session/status.js'
import { addnodeCommand } from '../../src/ui/ladder/addnode.js'
import { Ladder } from '../../src/ui/ladder/Ladder.js'
import { draftOf, withPeer } from '../../src/ui/setup/draft.js'
import { SetupBar } from '../../src/ui/setup/SetupBar.js'
import { useDraft } from '../../src/ui/setup/use-draft.js'
import {
  byTestId,
  ESTABLISHED,
  HANDSHAKE_ITEMS,
  item,
  render,
  SETTINGS,
  testStore,
} from './support.js'

const ADDRESS = '127.0.0.1:41234'

const LIMITS: BridgeLimits = {
  profile: 'local',
  freeAddresses: null,
  listens: true,
  needsTicket: false,
  connections: { most: 1024, open: 1 },
  yours: { most: null, open: 1 },
  upgradesPerMinute: null,
  bytesPerSecond: null,
  bytesInAll: null,
  times: { firstByte: null, idle: 1_800_000, lifetime: null },
}

function inboundStore(settings: Partial<SessionSettings> = {}) {
  const test = testStore()
  const { seed, ...rest } = SETTINGS
  const { actions } = test.store.getState()
  actions.start({ ...rest, peer: INBOUND, role: 'responder', ...settings })
  const listen = (
    listening: Partial<ListeningStatus>,
    status: Partial<SessionStatus> = { state: 'connecting' },
  ) => test.batch([], { ...status, listening: { waiting: [], missed: 0, ...listening } })
  return { ...test, listen }
}

describe('a page that waits for a node', () => {
  it('shows where to dial, and the command with the option of the network', async () => {
    const test = inboundStore()
    test.listen({})
    const root = await render(<Ladder />, test)
    expect(root.textContent).toContain('The bridge is opening a port')
    await act(async () => test.listen({ address: ADDRESS }))
    expect(byTestId(root, 'listening-at')[0]?.textContent).toBe(ADDRESS)
    expect(byTestId(root, 'addnode')[0]?.textContent).toBe(
      'bitcoin-cli -regtest addnode 127.0.0.1:41234 onetry true',
    )
    expect(root.textContent).toContain('reached from the bridge’s own machine only')
    expect(root.textContent).not.toContain('Nothing on the wire yet')
  })

  it('no longer once one has dialled, or the session is only looked at', async () => {
    const test = inboundStore()
    test.listen({ address: ADDRESS })
    const root = await render(<Ladder />, test)
    expect(byTestId(root, 'wait-for-node')).toHaveLength(1)
    await act(async () => test.listen({ address: ADDRESS }, { state: 'handshake' }))
    expect(byTestId(root, 'wait-for-node')).toHaveLength(0)
    expect(root.textContent).toContain('The peer’s key comes first')
  })
})

describe('garbage of a node that dialled', () => {
  it('is no sign of another network while our key is held', async () => {
    vi.useFakeTimers()
    try {
      const test = inboundStore()
      const status = {
        phase: 'garbage',
        waiting: { what: 'garbage', bytes: 3328, of: 4111 },
      } as const
      const key = item(1, { kind: 'key' })
      const hold = { isOn: true, count: 1, bytes: 64, first: [{ id: 0, item: key }] }
      test.batch([item(0, { kind: 'key', direction: 'received' })], { ...status, hold })
      const root = await render(<Ladder />, test)
      await act(async () => vi.advanceTimersByTime(60_000))
      expect(root.textContent).not.toContain('possibly another network')
      await act(async () => test.batch([key], status))
      await act(async () => vi.advanceTimersByTime(5000))
      expect(root.textContent).toContain('possibly another network')
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('a node that dials while there is a session', () => {
  it('is told, and can be taken in place of it', async () => {
    const test = inboundStore()
    test.batch(HANDSHAKE_ITEMS, ESTABLISHED)
    const root = await render(<Ladder />, test)
    expect(byTestId(root, 'nodes-waiting')).toHaveLength(0)
    const first = test.store.getState().current?.id
    await act(async () =>
      test.listen({ waiting: ['127.0.0.1:5555', '127.0.0.1:6666'] }, ESTABLISHED),
    )
    expect(byTestId(root, 'nodes-waiting')[0]?.textContent).toContain('127.0.0.1:5555')
    await act(async () => byTestId(root, 'take-node')[0]?.click())
    const { current, previous } = test.store.getState()
    expect(previous?.id).toBe(first)
    expect(current?.settings).toMatchObject({ peer: INBOUND, role: 'responder' })
    expect(test.posted.at(-1)).toMatchObject({ type: 'start', relayUrl: 'ws://127.0.0.1/listen' })
  })

  it('is counted where it was let go', async () => {
    const test = inboundStore()
    test.listen({ missed: 2 }, { state: 'closed', closedBy: 'peer' })
    const root = await render(<Ladder />, test)
    expect(root.textContent).toContain('2 more connections came and were let go')
    expect(byTestId(root, 'take-node')).toHaveLength(0)
  })
})

describe('the command', () => {
  it.each([
    ['mainnet', 'bitcoin-cli addnode a:1 onetry true'],
    ['testnet3', 'bitcoin-cli -testnet addnode a:1 onetry true'],
    ['testnet4', 'bitcoin-cli -testnet4 addnode a:1 onetry true'],
    ['signet', 'bitcoin-cli -signet addnode a:1 onetry true'],
    ['custom', 'bitcoin-cli addnode a:1 onetry true'],
  ] as const)('is for a node on %s', (network, command) => {
    expect(addnodeCommand('a:1', network)).toBe(command)
  })

  it('keeps a shell from reading the brackets of an IPv6 address', () => {
    expect(addnodeCommand('[::1]:8333', 'mainnet')).toContain("addnode '[::1]:8333' onetry")
  })
})

describe('the setup', () => {
  it('offers it where there is a bridge, with the role that it has', async () => {
    function Setup() {
      return <SetupBar {...useDraft()} withEnd />
    }
    const test = testStore()
    const root = await render(<Setup />, test)
    const offered = () => [...root.querySelectorAll('option')].map(({ value }) => value)
    expect(offered()).not.toContain(INBOUND)
    await act(async () => test.store.setState({ bridge: 'present' }))
    expect(offered()).toContain(INBOUND)
    await act(async () => test.store.setState({ limits: { ...LIMITS, listens: false } }))
    expect(offered()).not.toContain(INBOUND)
    await act(async () => test.store.setState({ limits: LIMITS }))
    expect(offered()).toContain(INBOUND)
    const select = root.querySelector('select')
    await act(async () => {
      if (select) select.value = INBOUND
      select?.dispatchEvent(new Event('change', { bubbles: true }))
    })
    expect(root.querySelector('[title="the node dials you: it is the initiator"]')).not.toBeNull()
    await act(async () => root.querySelector('form')?.requestSubmit())
    expect(test.store.getState().current?.settings.role).toBe('responder')
    expect(location.hash).toBe('#/session?peer=inbound&network=regtest')
  })

  it('makes us the initiator again with any other peer', () => {
    const inbound = withPeer(draftOf(SETTINGS), INBOUND, [])
    expect(inbound.role).toBe('responder')
    expect(withPeer(inbound, 'demo', []).role).toBe('initiator')
    expect(withPeer(inbound, 'simulated', []).role).toBe('initiator')
    const responder = { ...draftOf(SETTINGS), role: 'responder' } as const
    expect(withPeer(responder, 'simulated', []).role).toBe('responder')
  })
})
