import type { Derivation, KeyEvent, KeysDerived } from '@v2scope/bip324'
import { fromHex } from '@v2scope/bip324'
import { act } from 'react'
import { describe, expect, it } from 'vitest'
import { Keys } from '../../src/ui/keys/Keys.js'
import { byTestId, ESTABLISHED, render, SESSION_ID, testStore } from './support.js'

const EVENT = { role: 'initiator', direction: 'local', fields: [] } as const
const NOTHING = new Uint8Array(0)

const value = (name: string, output: Uint8Array = new Uint8Array(32)): Derivation => ({
  name,
  formula: `formula of ${name}`,
  inputs: {},
  output,
  row: 'K3',
  section: '',
  secret: false,
})

const KEY: KeyEvent = { ...EVENT, type: 'key_sent', seq: 0, bytes: new Uint8Array(64) }

const DERIVED: KeysDerived = {
  ...EVENT,
  type: 'keys_derived',
  seq: 1,
  bytes: NOTHING,
  salt: new Uint8Array([
    ...new TextEncoder().encode('bitcoin_v2_shared_secret'),
    250,
    191,
    181,
    218,
  ]),
  ikm: NOTHING,
  prk: { ...value('PRK'), inputs: { shared_secret: new Uint8Array([171, 205]) } },
  expansions: [
    { ...value('session_id', fromHex(SESSION_ID)), name: 'session_id', info: NOTHING },
    { ...value('initiator_L'), name: 'initiator_L', info: NOTHING },
  ],
  sendGarbageTerminator: value('send_garbage_terminator'),
  recvGarbageTerminator: value('recv_garbage_terminator'),
}
const START = SESSION_ID.slice(0, 8)

describe('the key schedule', () => {
  it('keeps the session id back until the version packet has authenticated (S3)', async () => {
    const test = testStore()
    test.batch([], { phase: 'version negotiation' }, [KEY, DERIVED])
    const root = await render(<Keys />, test)
    expect(byTestId(root, 'withheld')).toHaveLength(1)
    expect(root.textContent).toContain('formula of session_id')
    expect(root.textContent).not.toContain(START)
    await act(async () => test.batch([], { state: 'failed' }))
    expect(root.textContent).not.toContain(START)
    await act(async () => test.batch([], ESTABLISHED))
    expect(byTestId(root, 'withheld')).toHaveLength(0)
    expect(root.textContent).toContain(START)
  })

  it('shows the magic, the salt, and the inputs of a formula (K2)', async () => {
    const test = testStore()
    test.batch([], ESTABLISHED, [
      KEY,
      {
        ...EVENT,
        type: 'ecdh_computed',
        seq: 0,
        bytes: NOTHING,
        privateKey: NOTHING,
        ellswiftOurs: NOTHING,
        ellswiftTheirs: NOTHING,
        decodings: [
          { whose: 'ours', steps: [], candidates: [], x: value('x') },
          { whose: 'theirs', steps: [], candidates: [], x: value('x') },
        ],
        ecdhX: value('ecdh_x'),
        sharedSecret: value('shared_secret'),
      },
      DERIVED,
    ])
    const text = (await render(<Keys />, test)).textContent
    expect(text).toContain('the network: regtest')
    expect(text?.replace(/\s/g, '')).toContain(
      '626974636f696e5f76325f7368617265645f736563726574fabfb5da',
    )
    expect(text).toContain('inputs: shared_secret')
    expect(text).toContain('abcd')
  })

  it('says of each secret that a recording left it out, and shows what is public', async () => {
    const test = testStore()
    test.show({ level: 'decrypted' })
    const [sessionId, secret] = DERIVED.expansions
    if (!sessionId || !secret) throw new Error('two expansions are needed')
    test.batch([], ESTABLISHED, [
      KEY,
      {
        ...DERIVED,
        prk: { ...value('PRK', NOTHING), inputs: { shared_secret: NOTHING } },
        expansions: [sessionId, { ...secret, output: NOTHING, secret: true }],
      },
    ])
    const root = await render(<Keys />, test)
    const left = [...root.querySelectorAll('[data-testid="withheld"]')].map(
      (element) => element.textContent,
    )
    expect(left).toEqual(['left out of this recording: it holds no secrets'])
    expect(root.textContent).toContain(START)
  })
})
