/** A store whose worker is the test: what was asked of it, and a way to answer. */

import type { FromWorker, ToWorker } from '../../src/session/contract.js'
import type { WireItem } from '../../src/session/item.js'
import type { RecordingFacts, SessionStatus } from '../../src/session/status.js'
import {
  createSessionStore,
  type SessionPort,
  type SessionStoreOptions,
} from '../../src/session/store.js'
import { packed } from './packed.js'
import { SETTINGS, seededRandom, TestWorld } from './test-world.js'

export const BASE = 'http://bridge.test:8324/'
export const TARGETS = `${BASE}targets`
const OFFERED = JSON.stringify([
  { name: 'demo', network: 'regtest', address: '127.0.0.1:18444' },
  { name: 'mine', network: 'mainnet', address: '127.0.0.1:8333' },
  { name: 'odd', network: null, address: '127.0.0.1:1' },
  { nonsense: true },
])
const CONNECTING: SessionStatus = {
  state: 'connecting',
  phase: 'key exchange',
  transport: 'detecting',
  droppedBytes: 0,
}

/** A page that keeps no files and no tickets, and finds none. */
export const PAGE: Pick<SessionStoreOptions, 'deliver' | 'getFile' | 'random' | 'tickets'> = {
  deliver: () => {},
  getFile: async () => ({ status: 404, file: new Blob() }),
  random: seededRandom('page'),
  tickets: { get: () => undefined, keep: () => false, forget: () => {} },
}

export class FakePort implements SessionPort {
  readonly posted: ToWorker[] = []
  #onMessage: (message: FromWorker) => void = () => {}
  #onError: (message: string) => void = () => {}

  post(message: ToWorker): void {
    this.posted.push(message)
  }

  listen(onMessage: (message: FromWorker) => void, onError: (message: string) => void): void {
    this.#onMessage = onMessage
    this.#onError = onError
  }

  batch(session: number, status: Partial<SessionStatus> = {}, items: WireItem[] = []): void {
    const whole = { ...CONNECTING, ...status }
    this.#onMessage({
      type: 'batch',
      session,
      items: packed(items),
      keyEvents: [],
      rekeys: [],
      states: [],
      status: whole,
    })
  }

  opened(session: number, facts: Partial<RecordingFacts> = {}, settings = SETTINGS): void {
    const whole: RecordingFacts = {
      level: 'decrypted',
      origin: 'live',
      application: 'v2scope 0.1.0',
      ...facts,
    }
    this.#onMessage({ type: 'opened', session, settings, facts: whole })
  }

  say(message: FromWorker): void {
    this.#onMessage(message)
  }

  crash(message: string): void {
    this.#onError(message)
  }
}

export function newStore(page: Partial<SessionStoreOptions> = {}) {
  const world = new TestWorld()
  world.web.set(TARGETS, { status: 200, text: OFFERED })
  const port = new FakePort()
  const options = { ...PAGE, port, environment: world, base: BASE, ...page }
  const store = createSessionStore(options)
  const { actions } = store.getState()
  return { world, port, store, actions, state: () => store.getState() }
}

export const item = (seq: number, rest: Partial<WireItem> = {}): WireItem => ({
  seq,
  time: seq,
  direction: 'sent',
  kind: 'message',
  label: 'ping',
  wireBytes: 29,
  preview: '00',
  ...rest,
})
