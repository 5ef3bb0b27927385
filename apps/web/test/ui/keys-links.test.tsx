import { Networks } from '@v2scope/bip324'
import { packetNodes, scheduleNodes } from '@v2scope/key-schedule'
import { act } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { only, traceOf } from '../../../../packages/key-schedule/test/sessions.js'
import { Details } from '../../src/ui/details/Details.js'
import { showSecrets } from '../../src/ui/keys/secrets.js'
import { SessionId } from '../../src/ui/state/SessionId.js'
import { selectField, selectKeyNode, useUi } from '../../src/ui/ui-store.js'
import { byTestId, ESTABLISHED, item, render, STATS, testStore } from './support.js'

const TRACE = traceOf({ seed: 'links', role: 'initiator', magic: Networks.regtest.magic })
const EVENTS = only(TRACE, 'key_sent', 'key_received', 'ecdh_computed', 'keys_derived')

/** A packet of ours of this epoch, selected, with what the worker says of it. */
async function packetOf(epoch: number) {
  const packet = only(TRACE, 'packet_sent').find((one) => one.epoch === epoch && one.number > 0)
  if (packet === undefined) throw new Error(`no packet of epoch ${epoch}`)
  const { seq, number, bytes } = packet
  const rekeys = only(TRACE, 'rekeyed').map((one) => ({
    ...{ seq: one.seq, of: one.of, cipher: one.cipher, epoch: one.epoch },
    time: 0,
  }))
  const test = testStore()
  const row = item(seq, { kind: 'decoy', wireBytes: bytes.length, number, epoch })
  test.batch([row], { ...ESTABLISHED, stats: STATS }, EVENTS, rekeys)
  test.store.getState().actions.select(seq)
  test.detail(seq, { event: { ...packet, time: 0 } })
  const root = await render(<Details />, test)
  await expect.poll(() => root.textContent).toContain('Recompute')
  return { packet, test, root }
}

afterEach(() => act(() => showSecrets(false)))

describe('one selection of bytes and keys', () => {
  it('goes from a field of a packet to the key behind it', async () => {
    await packetOf(0)
    await act(async () => selectField({ id: '0', start: 0, end: 3 }))
    expect(useUi.getState().keyNode).toBe('initiator_L')
    for (const id of ['1', '2']) {
      await act(async () => selectField({ id, start: 3, end: 4 }))
      expect(useUi.getState().keyNode).toBe('initiator_P')
    }
  })

  it('goes to the key of the epoch, behind a change of keys (C1, C2)', async () => {
    await packetOf(1)
    await act(async () => selectField({ id: '0', start: 0, end: 3 }))
    expect(useUi.getState().keyNode).toBe('sent.FSChaCha20.1')
    await act(async () => selectField({ id: '1', start: 3, end: 4 }))
    expect(useUi.getState().keyNode).toBe('sent.FSChaCha20Poly1305.1')
  })

  it('leaves a key that was chosen itself as it is', async () => {
    await packetOf(0)
    await act(async () => selectKeyNode('prk'))
    expect(useUi.getState().keyNode).toBe('prk')
  })

  it('marks the session id in the state bar', async () => {
    const test = testStore()
    test.batch([], ESTABLISHED)
    const root = await render(<SessionId />, test)
    const look = () => byTestId(root, 'session-id')[0]?.className
    const before = look()
    await act(async () => selectKeyNode('session_id'))
    expect(look()).not.toBe(before)
  })
})

describe('the values of a packet', () => {
  it('have their commands with the first keys', async () => {
    const { packet, root } = await packetOf(0)
    showSecrets(true)
    const keys = new Map(scheduleNodes(EVENTS).map(({ id, output }) => [id, output]))
    const [L, P] = [keys.get('initiator_L'), keys.get('initiator_P')]
    if (!L || !P) throw new Error('no keys')
    for (const node of packetNodes(packet, { L, P })) {
      await act(async () => selectKeyNode(node.id))
      expect(byTestId(root, 'command').map(({ textContent }) => textContent)).toEqual([
        node.command(),
      ])
    }
  })

  it('ask for the keys of their epoch, both of them, once they are looked at', async () => {
    const { packet, test, root } = await packetOf(1)
    showSecrets(true)
    const asked = () => test.posted.filter(({ type }) => type === 'key_event')
    expect(asked()).toHaveLength(0)
    await act(async () => selectKeyNode('packet.tag'))
    const changes = only(TRACE, 'rekeyed').filter(({ of, epoch }) => of === 'sent' && epoch === 1)
    expect(changes).toHaveLength(2)
    for (let i = 0; i < changes.length; i++) {
      const last = asked().at(-1)
      const event = changes.find(({ seq }) => last?.type === 'key_event' && last.seq === seq)
      if (event === undefined) throw new Error('something else was asked for')
      await act(async () => test.tell({ type: 'key_event', seq: event.seq, event }))
    }
    const key = (cipher: string) => changes.find((one) => one.cipher === cipher)?.newKey.output
    const [L, P] = [key('FSChaCha20'), key('FSChaCha20Poly1305')]
    if (!L || !P) throw new Error('no keys')
    const tag = packetNodes(packet, { L, P }).find(({ id }) => id === 'packet.tag')
    expect(byTestId(root, 'command')[0]?.textContent).toBe(tag?.command())
  })
})
