import { Networks, toHex } from '@v2scope/bip324'
import { rekeyNodes, scheduleNodes } from '@v2scope/key-schedule'
import { act } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { only, traceOf } from '../../../../packages/key-schedule/test/sessions.js'
import { redact } from '../../../../packages/recording/src/redact.js'
import { Keys } from '../../src/ui/keys/Keys.js'
import { showSecrets } from '../../src/ui/keys/secrets.js'
import { useUi } from '../../src/ui/ui-store.js'
import { byTestId, ESTABLISHED, item, render, STATS, type TestStore, testStore } from './support.js'

const TRACE = traceOf({ seed: 'keys', role: 'initiator', magic: Networks.regtest.magic })
const scheduleEvents = (events: typeof TRACE) =>
  only(events, 'key_sent', 'key_received', 'ecdh_computed', 'keys_derived')
const EVENTS = scheduleEvents(TRACE)
const NODES = new Map(scheduleNodes(EVENTS).map((node) => [node.id, node]))

function nodeOf(id: string) {
  const node = NODES.get(id)
  if (node === undefined) throw new Error(`there is no ${id}`)
  return node
}
const hexOf = (id: string) => toHex(nodeOf(id).output)

function card(root: ParentNode, id: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(`[data-node="${id}"]`)
  if (found === null) throw new Error(`${id} is not shown`)
  return found
}
const textOf = (root: ParentNode, id: string) =>
  card(root, id).textContent?.replace(/\s/g, '') ?? ''
const choose = (root: ParentNode, id: string) =>
  act(async () => card(root, id).querySelector('button')?.click())
const established = (test: TestStore) => test.batch([], { ...ESTABLISHED, stats: STATS }, EVENTS)

afterEach(() => act(() => showSecrets(false)))

describe('the key schedule', () => {
  it('keeps the session id back until the version packet has authenticated (S3)', async () => {
    const test = testStore()
    test.batch([], { phase: 'version negotiation' }, EVENTS)
    showSecrets(true)
    const root = await render(<Keys />, test)
    await choose(root, 'session_id')
    const all = () => root.textContent?.replace(/\s/g, '')
    expect(textOf(root, 'session_id')).toContain('shownonce')
    expect(all()).not.toContain(hexOf('session_id'))
    expect(byTestId(root, 'command')).toHaveLength(0)
    await act(async () => test.batch([], { state: 'failed' }))
    expect(all()).not.toContain(hexOf('session_id'))
    await act(async () => test.batch([], ESTABLISHED))
    expect(textOf(root, 'session_id')).toContain(hexOf('session_id'))
    expect(byTestId(root, 'command')).toHaveLength(1)
  })

  it('hides every secret, and every command that would tell one, until it is asked to', async () => {
    const test = testStore()
    established(test)
    const root = await render(<Keys />, test)
    const secrets = [...NODES.values()].filter(({ secret }) => secret)
    expect(secrets.length).toBeGreaterThan(7)
    for (const { id } of secrets) {
      expect(root.innerHTML.replace(/<[^>]*>|\s/g, ''), id).not.toContain(hexOf(id))
      expect(card(root, id).textContent).toContain('hidden, 32 bytes')
      expect(card(root, id).querySelector('[aria-label^="copy"]')).toBeNull()
    }
    expect(textOf(root, 'ellswift_ours')).toContain(hexOf('x_ours.u'))
    await choose(root, 'session_id')
    expect(byTestId(root, 'command')).toHaveLength(0)
    expect(byTestId(root, 'command-hidden')).toHaveLength(1)
    await act(async () => byTestId(root, 'secrets')[0]?.click())
    for (const { id } of secrets) expect(textOf(root, id)).toContain(hexOf(id))
    expect(byTestId(root, 'command')[0]?.textContent).toBe(nodeOf('session_id').command())
  })

  it('shows the command of what tells no secret while secrets are hidden', async () => {
    const test = testStore()
    established(test)
    const root = await render(<Keys />, test)
    await choose(root, 'x_theirs')
    expect(byTestId(root, 'command')[0]?.textContent).toBe(nodeOf('x_theirs').command())
    expect(byTestId(root, 'hidden').length).toBeGreaterThan(0)
  })

  it('remembers the switch', () => {
    showSecrets(true)
    expect(localStorage.getItem('v2scope.secrets')).toBe('shown')
    showSecrets(false)
    expect(localStorage.getItem('v2scope.secrets')).toBeNull()
  })

  it('shows the salt with its network and its magic, and the inputs of a formula (K2)', async () => {
    const test = testStore()
    established(test)
    showSecrets(true)
    const root = await render(<Keys />, test)
    expect(card(root, 'salt').textContent).toContain('the network: regtest')
    await choose(root, 'salt')
    expect(textOf(root, 'salt')).toContain(
      '626974636f696e5f76325f7368617265645f736563726574fabfb5da',
    )
    expect(textOf(root, 'salt')).toContain('magicfabfb5da')
    await choose(root, 'prk')
    expect(textOf(root, 'prk')).toContain(`shared_secret${hexOf('shared_secret')}`)
  })

  it('says of each candidate why it failed, and shows the power that says so (K5)', async () => {
    const test = testStore()
    established(test)
    const root = await render(<Keys />, test)
    const tried = [...NODES.keys()].filter((id) => /^x_.*legendre$/.test(id))
    for (const id of tried) {
      const candidate = id.replace('.legendre', '')
      await choose(root, candidate)
      const isTaken = hexOf(id).endsWith('01') && hexOf(id).startsWith('00')
      expect(card(root, candidate).parentElement?.textContent).toContain(
        isTaken ? 'g(x) is a square' : 'g(x) is no square',
      )
      expect(textOf(root, id)).toContain(hexOf(id))
    }
  })

  it('says of each secret that a recording left it out, and shows what is public', async () => {
    const test = testStore()
    test.show({ level: 'decrypted' })
    const kept = TRACE.map((event) => redact({ ...event, time: 0 }))
    test.batch(
      [],
      ESTABLISHED,
      only(kept, 'key_sent', 'key_received', 'ecdh_computed', 'keys_derived'),
    )
    showSecrets(true)
    const root = await render(<Keys />, test)
    const secrets = [...NODES.values()].filter(({ secret }) => secret)
    for (const { id } of secrets)
      expect(card(root, id).textContent).toContain('left out of this recording')
    expect(textOf(root, 'session_id')).toContain(hexOf('session_id'))
    await choose(root, 'session_id')
    expect(byTestId(root, 'command')).toHaveLength(0)
    expect(card(root, 'session_id').textContent).toContain('No command')
  })

  it('chooses with a node the bytes on the wire that it belongs to', async () => {
    const test = testStore()
    established(test)
    test.batch(
      [
        item(0, { kind: 'key', wireBytes: 64 }),
        item(2, { kind: 'key', direction: 'received', wireBytes: 64 }),
        item(5, { kind: 'terminator', wireBytes: 16 }),
      ],
      ESTABLISHED,
    )
    const root = await render(<Keys />, test)
    const selected = () => test.store.getState().current?.selected
    await choose(root, 'ellswift_theirs')
    expect(selected()).toBe(2)
    expect(useUi.getState()).toMatchObject({
      keyNode: 'ellswift_theirs',
      bytes: { view: 'wire', start: 0, end: 64 },
    })
    await choose(root, 'send_garbage_terminator')
    expect(selected()).toBe(5)
    expect(useUi.getState()).toMatchObject({ field: '0', bytes: { start: 0, end: 16 } })
  })
})

describe('a change of keys', () => {
  const [first] = only(TRACE, 'rekeyed')
  if (first === undefined) throw new Error('no change of keys')
  const { seq, of, cipher, epoch } = first

  it('is asked for when it is looked at, and shows old key, keystream and new key', async () => {
    const test = testStore()
    const way = { ...STATS.sent, rekeys: 1 }
    test.batch([], { ...ESTABLISHED, stats: { sent: way, received: way } }, EVENTS, [
      { seq, of, cipher, epoch, time: 0 },
    ])
    showSecrets(true)
    const root = await render(<Keys />, test)
    const [keystream, key] = rekeyNodes(first)
    expect(test.posted.some(({ type }) => type === 'key_event')).toBe(false)
    await act(async () => useUi.setState({ keyNode: key.id }))
    expect(test.posted.at(-1)).toMatchObject({ type: 'key_event', seq })
    await act(async () => test.tell({ type: 'key_event', seq, event: first }))
    expect(root.textContent?.replace(/\s/g, '')).toContain(toHex(first.oldKey))
    expect(textOf(root, keystream.id)).toContain(toHex(keystream.output))
    expect(textOf(root, key.id)).toContain(toHex(key.output))
    expect(byTestId(root, 'command')[0]?.textContent).toBe(key.command())
  })

  it('that had to go is said to be gone', async () => {
    const test = testStore()
    test.batch([], { ...ESTABLISHED, stats: STATS }, EVENTS, [{ seq, of, cipher, epoch, time: 0 }])
    const root = await render(<Keys />, test)
    await act(async () => useUi.setState({ keyNode: `${of}.${cipher}.${epoch}` }))
    await act(async () => test.tell({ type: 'key_event', seq, event: undefined }))
    expect(root.textContent).toContain('This change of keys is gone')
  })
})
