/** What the page knows: its sessions, what is selected, and what the bridge offers. */

import { createStore, type StoreApi } from 'zustand/vanilla'
import { parseAddress, resolveSettings } from './address.js'
import {
  type DecoyScheduleSettings,
  type FromWorker,
  type SessionSettings,
  SIMULATED,
  type ToWorker,
} from './contract.js'
import type { SessionEnvironment } from './environment.js'
import { adviceFor } from './failure-advice.js'
import { askDemoNode } from './peer-report.js'
import { NO_DETAIL, newSession, type SessionView } from './session-view.js'
import { DEMO, fetchTargets, relayUrl, type Target } from './targets.js'

/** The way to the worker. */
export interface SessionPort {
  post(message: ToWorker): void
  /** Called once. @param onError the worker could not be loaded, or has crashed */
  listen(onMessage: (message: FromWorker) => void, onError: (message: string) => void): void
}

export interface SessionActions {
  /**
   * Asks the bridge for its targets, then starts what the address of the page asks for; nothing, if
   * something else has been opened or started meanwhile.
   */
  open(hash: string): Promise<void>
  /** Starts a session and shows it; the present one becomes the previous one. */
  start(settings: SessionSettings): void
  /** A fresh session with the settings of the present one. */
  again(): void
  /** Ends the present session; it stays to be looked at. */
  stop(): void
  /** Of the session that is shown; undefined selects nothing. Its detail is asked for. */
  select(seq: number | undefined): void
  ping(): void
  askHeaders(): void
  /** @param size bytes of contents */
  sendDecoy(size: number): void
  scheduleDecoys(schedule: DecoyScheduleSettings | undefined): void
  showPrevious(): void
  showCurrent(): void
  /** S2: only where the present session's failure says that v1 may work, and the user asked for it. */
  tryV1(): void
  refreshTargets(): Promise<void>
}

export interface SessionStoreState {
  readonly current: SessionView | undefined
  readonly previous: SessionView | undefined
  readonly viewed: 'current' | 'previous'
  readonly targets: readonly Target[]
  readonly bridge: 'unknown' | 'present' | 'absent'
  /** What was wrong with the address of the page, in words. */
  readonly problems: readonly string[]
  /** The same object for ever. */
  readonly actions: SessionActions
}

export type SessionStore = StoreApi<SessionStoreState>

export interface SessionStoreOptions {
  readonly port: SessionPort
  readonly environment: Pick<SessionEnvironment, 'get' | 'after'>
  /** The address of the page. */
  readonly base: string
}

/** The session that is shown. */
export const viewedSession = (state: SessionStoreState): SessionView | undefined =>
  state.viewed === 'previous' && state.previous ? state.previous : state.current

export function createSessionStore(options: SessionStoreOptions): SessionStore {
  const store = createStore<SessionStoreState>((_set, _get, api) => ({
    current: undefined,
    previous: undefined,
    viewed: 'current',
    targets: [],
    bridge: 'unknown',
    problems: [],
    actions: createActions(options, api),
  }))
  options.port.listen(
    (message) => receive(options, store, message),
    (message) => crash(store, message),
  )
  return store
}

function createActions(options: SessionStoreOptions, store: SessionStore): SessionActions {
  const { port, base, environment } = options
  let starts = 0
  const actions: SessionActions = {
    open: async (hash) => {
      const asked = parseAddress(hash)
      starts += 1
      const mine = starts
      if (asked.settings.peer === SIMULATED) void actions.refreshTargets()
      else await actions.refreshTargets()
      if (mine !== starts) return
      const { settings, problems } = resolveSettings(asked, store.getState().targets)
      store.setState({ problems })
      actions.start(settings)
    },
    start: (settings) => {
      starts += 1
      const { current } = store.getState()
      const next = newSession((current?.id ?? 0) + 1, settings)
      store.setState({
        current: next,
        viewed: 'current',
        ...(current && { previous: current }),
      })
      const url = settings.peer === SIMULATED ? '' : relayUrl(base, settings.peer)
      port.post({ type: 'start', session: next.id, settings, relayUrl: url })
    },
    again: () => {
      const { current } = store.getState()
      if (current) actions.start(current.settings)
    },
    stop: () => port.post({ type: 'stop' }),
    select: (seq) => {
      const session = viewedSession(store.getState())
      if (!session || session.selected === seq) return
      const detail = seq === undefined ? NO_DETAIL : ({ state: 'asking' } as const)
      update(store, session.id, () => ({ selected: seq, detail }))
      if (seq !== undefined) port.post({ type: 'detail', session: session.id, seq })
    },
    ping: () => port.post({ type: 'ping' }),
    askHeaders: () => port.post({ type: 'ask_headers' }),
    sendDecoy: (size) => port.post({ type: 'send_decoy', size }),
    scheduleDecoys: (schedule) => port.post({ type: 'schedule_decoys', schedule }),
    showPrevious: () => {
      if (store.getState().previous) store.setState({ viewed: 'previous' })
    },
    showCurrent: () => store.setState({ viewed: 'current' }),
    tryV1: () => {
      const { current } = store.getState()
      if (!current?.status.failure?.v1MayWork) return
      actions.start({ ...current.settings, transport: 'v1' })
    },
    refreshTargets: async () => {
      const targets = await fetchTargets(environment, base)
      store.setState({ targets: targets ?? [], bridge: targets ? 'present' : 'absent' })
    },
  }
  return actions
}

/** Changes the session of this id, if the page still has it. */
function update(
  store: SessionStore,
  id: number,
  change: (session: SessionView) => Partial<SessionView>,
): void {
  store.setState((state) => {
    if (state.current?.id === id) return { current: { ...state.current, ...change(state.current) } }
    if (state.previous?.id === id) {
      return { previous: { ...state.previous, ...change(state.previous) } }
    }
    return state
  })
}

function receive(options: SessionStoreOptions, store: SessionStore, message: FromWorker): void {
  if (message.type === 'detail') {
    const { session, seq, detail } = message
    update(store, session, ({ selected }) => {
      if (selected !== seq) return {}
      return { detail: detail ? { state: 'there', detail } : { state: 'dropped' } }
    })
    return
  }
  update(store, message.session, (session) => ({
    items: session.items.with(message.items),
    keyEvents:
      message.keyEvents.length > 0
        ? [...session.keyEvents, ...message.keyEvents]
        : session.keyEvents,
    status: message.status,
  }))
  report(options, store, message.session)
}

/** Has the peer's own word for the session id brought, once there is something to compare it with. */
function report({ environment, base }: SessionStoreOptions, store: SessionStore, id: number): void {
  const { current } = store.getState()
  if (current?.id !== id || current.status.sessionId === undefined) return
  const { peerReport, settings, status } = current
  if (settings.peer === SIMULATED && status.peerReportedSessionId !== peerReport.sessionId) {
    const sessionId = status.peerReportedSessionId
    if (sessionId !== undefined) {
      update(store, id, () => ({ peerReport: { state: 'reported', sessionId } }))
    }
  }
  if (settings.peer !== DEMO || peerReport.state !== 'none' || status.local === undefined) return
  update(store, id, () => ({ peerReport: { state: 'asking' } }))
  void askDemoNode(environment, base, status.local).then((answer) =>
    update(store, id, () => ({ peerReport: answer })),
  )
}

function crash(store: SessionStore, message: string): void {
  const { current } = store.getState()
  if (!current || current.status.failure) return
  const code = 'UNEXPECTED'
  update(store, current.id, ({ status, items }) => ({
    status: {
      ...status,
      state: 'failed',
      failure: {
        code,
        row: '',
        message: `The page’s worker failed: ${message}`,
        advice: adviceFor(code),
        v1MayWork: false,
        afterSeq: items.last()?.seq ?? -1,
      },
    },
  }))
}
