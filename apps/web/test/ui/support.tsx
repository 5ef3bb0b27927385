/** A store without a worker, and a place to render in. */

import { Networks } from '@v2scope/bip324'
import { type SessionSettings, SIMULATED } from '@v2scope/recording'
import { act, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach } from 'vitest'
import type { FromWorker, ToWorker } from '../../src/session/contract.js'
import type { ItemDetail } from '../../src/session/detail.js'
import type { NotOpenedCode } from '../../src/session/file-problem.js'
import type { WireItem } from '../../src/session/item.js'
import type { ProbeResult } from '../../src/session/probe-result.js'
import type {
  KeyScheduleEvent,
  RecordingFacts,
  Rekey,
  SessionStatus,
} from '../../src/session/status.js'
import { createSessionStore } from '../../src/session/store.js'
import { tabTickets } from '../../src/session/tickets.js'
import { StoreContext } from '../../src/ui/session-hooks.js'
import { resetUi } from '../../src/ui/ui-store.js'
import { packed } from '../session/packed.js'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

export const SETTINGS: SessionSettings = {
  peer: SIMULATED,
  network: 'regtest',
  magic: Networks.regtest.magic,
  garbage: undefined,
  decoys: 0,
  role: 'initiator',
  transport: 'v2',
  seed: 'a seed',
}

export const RECORDED: RecordingFacts = {
  level: 'decrypted',
  origin: 'live',
  startedAt: '2026-11-24T15:02:11.000Z',
  application: 'v2scope 0.1.0',
}

export const SESSION_ID = '0123456789abcdef'.repeat(4)

const WAY = {
  packets: 5,
  messages: 5,
  decoys: 0,
  bytes: 1000,
  decoyBytes: 0,
  rekeys: 0,
  packetsUntilRekey: 219,
}
export const STATS = { sent: WAY, received: WAY }

const HANDSHAKE: SessionStatus = {
  state: 'handshake',
  phase: 'key exchange',
  transport: 'detecting',
  droppedBytes: 0,
}

export const ESTABLISHED: SessionStatus = {
  state: 'ready',
  phase: 'application',
  transport: 'v2',
  sessionId: SESSION_ID,
  peerReportedSessionId: SESSION_ID,
  droppedBytes: 0,
}

type OfSession = Extract<FromWorker, { readonly session: number }>
type Told = OfSession extends infer T ? (T extends OfSession ? Omit<T, 'session'> : never) : never

function after(ms: number, then: () => void): () => void {
  const timer = setTimeout(then, ms)
  return () => clearTimeout(timer)
}

/** Storage that keeps nothing. */
const forbidden = () => {
  throw new DOMException('denied', 'SecurityError')
}

/** A store whose worker is the test: what was asked of it, and a way to answer. */
export function testStore({ plays = false, tickets = tabTickets(forbidden) } = {}) {
  const posted: ToWorker[] = []
  const files: { readonly file: Blob; readonly name: string }[] = []
  let deliver: (message: FromWorker) => void = () => {}
  const store = createSessionStore({
    port: {
      post: (message) => posted.push(message),
      listen: (onMessage) => {
        deliver = onMessage
      },
    },
    environment: { get: async () => ({ status: 404, text: '' }), after },
    base: 'http://127.0.0.1/',
    deliver: (file, name) => files.push({ file, name }),
    getFile: async () => ({ status: 404, file: new Blob() }),
    random: (length) => new Uint8Array(length),
    tickets,
    plays: () => plays,
  })
  const { actions } = store.getState()
  actions.start(SETTINGS)
  const session = () => store.getState().current?.id ?? 0
  const askedToOpen = () => {
    const asked = posted.findLast((message) => message.type === 'open')
    if (asked?.type !== 'open') throw new Error('no file was given to the worker')
    return asked.session
  }
  return {
    store,
    posted,
    /** Those that the browser was given. */
    files,
    /** What the worker says of the session that is shown. */
    tell: (message: Told) => deliver({ ...message, session: session() }),
    /** What the latest probe has found. */
    probed: (result: ProbeResult) =>
      deliver({ type: 'probed', probe: store.getState().probe?.id ?? 0, result }),
    /** What comes of a study. */
    studied: (study: Omit<Extract<FromWorker, { readonly type: 'study' }>, 'type'>) =>
      deliver({ type: 'study', ...study }),
    /** The file that was opened last is no recording. */
    refuse: (code: NotOpenedCode, message: string) => {
      deliver({ type: 'not_opened', session: askedToOpen(), code, message })
    },
    /** A recording that is opened, and is sound. */
    show: (facts: Partial<RecordingFacts> = {}, settings: Partial<SessionSettings> = {}) => {
      actions.openFile(new Blob(), 'kept.v2scope.json')
      deliver({
        type: 'opened',
        session: askedToOpen(),
        settings: { ...SETTINGS, ...settings },
        facts: { ...RECORDED, ...facts },
      })
    },
    batch: (
      items: readonly WireItem[],
      status: Partial<SessionStatus> = {},
      keyEvents: readonly KeyScheduleEvent[] = [],
      rekeys: readonly Rekey[] = [],
    ) =>
      deliver({
        type: 'batch',
        session: session(),
        items: packed(items),
        keyEvents,
        rekeys,
        states: [],
        status: { ...HANDSHAKE, ...status },
      }),
    detail: (seq: number, detail: ItemDetail | undefined) =>
      deliver({ type: 'detail', session: session(), seq, detail }),
  }
}

export type TestStore = ReturnType<typeof testStore>

const mounted: (() => void)[] = []

export async function render(element: ReactNode, { store }: Pick<TestStore, 'store'>) {
  const container = document.createElement('div')
  document.body.append(container)
  const root = createRoot(container)
  await act(async () => root.render(<StoreContext value={store}>{element}</StoreContext>))
  mounted.push(() => {
    act(() => root.unmount())
    container.remove()
  })
  return container
}

afterEach(() => {
  for (const unmount of mounted.splice(0)) unmount()
  resetUi()
})

export const byTestId = (root: ParentNode, id: string): HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>(`[data-testid="${id}"]`),
]

/** Types into a field as a person does, for React to notice. */
export async function type(input: Element | null, text: string): Promise<void> {
  if (!(input instanceof HTMLInputElement)) throw new Error('there is no such field')
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value') ?? {}
  await act(async () => {
    set?.call(input, text)
    input.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

export function item(seq: number, rest: Partial<WireItem> = {}): WireItem {
  const kind = rest.kind ?? 'message'
  return {
    seq,
    time: seq,
    direction: 'sent',
    kind,
    label: kind === 'message' ? 'ping' : kind,
    wireBytes: 29,
    preview: '0011223344556677',
    ...(['message', 'decoy', 'version packet'].includes(kind) && {
      number: seq,
      contentsBytes: 9,
      epoch: 0,
    }),
    ...rest,
  }
}

/** As an initiator sees it, with one handshake decoy of the peer. */
export const HANDSHAKE_ITEMS: readonly WireItem[] = [
  item(0, { kind: 'key', wireBytes: 64 }),
  item(1, { kind: 'garbage', wireBytes: 1877 }),
  item(2, { kind: 'key', direction: 'received', wireBytes: 64 }),
  item(5, { kind: 'terminator', wireBytes: 16 }),
  item(6, { kind: 'version packet', wireBytes: 20, number: 0, contentsBytes: 0, aadBytes: 1877 }),
  item(8, { kind: 'garbage', direction: 'received', wireBytes: 402 }),
  item(9, { kind: 'terminator', direction: 'received', wireBytes: 16, offset: 402 }),
  item(11, { kind: 'decoy', direction: 'received', wireBytes: 331, number: 0, aadBytes: 402 }),
  item(12, { kind: 'version packet', direction: 'received', number: 1, contentsBytes: 0 }),
]
