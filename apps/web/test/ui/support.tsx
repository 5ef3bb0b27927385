/** A store without a worker, and a place to render in. */

import { Networks } from '@v2scope/bip324'
import { act, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach } from 'vitest'
import {
  type FromWorker,
  type ItemDetail,
  type KeyScheduleEvent,
  type SessionSettings,
  type SessionStatus,
  SIMULATED,
  type ToWorker,
  type WireItem,
} from '../../src/session/contract.js'
import { createSessionStore } from '../../src/session/store.js'
import { StoreContext } from '../../src/ui/session-hooks.js'
import { resetUi } from '../../src/ui/ui-store.js'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

export const SETTINGS: SessionSettings = {
  peer: SIMULATED,
  network: 'regtest',
  magic: Networks.regtest.magic,
  garbage: undefined,
  decoys: 0,
  role: 'initiator',
  transport: 'v2',
}

export const SESSION_ID = '0123456789abcdef'.repeat(4)

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

/** A store whose worker is the test: what was asked of it, and a way to answer. */
export function testStore() {
  const posted: ToWorker[] = []
  let deliver: (message: FromWorker) => void = () => {}
  const store = createSessionStore({
    port: {
      post: (message) => posted.push(message),
      listen: (onMessage) => {
        deliver = onMessage
      },
    },
    environment: { get: async () => ({ status: 404, text: '' }), after: () => () => {} },
    base: 'http://127.0.0.1/',
  })
  const { actions } = store.getState()
  actions.start(SETTINGS)
  const session = () => store.getState().current?.id ?? 0
  return {
    store,
    posted,
    batch: (
      items: readonly WireItem[],
      status: Partial<SessionStatus> = {},
      keyEvents: readonly KeyScheduleEvent[] = [],
    ) =>
      deliver({
        type: 'batch',
        session: session(),
        items,
        keyEvents,
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
