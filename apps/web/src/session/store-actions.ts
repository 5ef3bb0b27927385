/** What the page can do. */

import type { LabPlan } from '@v2scope/lab'
import { type SessionCommand, type SessionSettings, SIMULATED } from '@v2scope/recording'
import { type AskedFor, isSessionOf, parseAddress, peerOf, resolveSettings } from './address.js'
import { makeSeed } from './seed.js'
import { newSession, type SessionView } from './session-view.js'
import { Stepper } from './stepping.js'
import { type SessionActions, viewedSession } from './store.js'
import { bridgeActions, refreshTargets, relayTo } from './store-bridge.js'
import type { StoreContext } from './store-context.js'
import { eavesdropperActions } from './store-eavesdropper.js'
import { findActions } from './store-find.js'
import { openFile, openUrl } from './store-open.js'
import { want } from './store-receive.js'
import type { InAddress } from './tickets.js'

export function createActions(context: StoreContext): SessionActions {
  const { store } = context
  const { port } = context.options
  const stepper = new Stepper(context)
  /** What is sent is to be seen. */
  const send = (command: SessionCommand) => {
    stepper.follow()
    port.post(command)
  }
  const actions: SessionActions = {
    ...filesAndParts(context),
    ...findActions(context),
    ...eavesdropperActions(context),
    ...bridgeActions(context),
    ...stepper.actions,
    open: (hash, ticket = 'none') => open(context, hash, ticket),
    start: (settings, hold, lab) => start(context, settings, hold, lab),
    labCommand: (command) => port.post({ type: 'lab', command }),
    again: (hold) => {
      const { current } = store.getState()
      if (!current) return
      const settings = settingsAgain(context, current.settings)
      start(context, settings, hold ?? current.status.hold?.isOn, current.lab)
    },
    stop: () => port.post({ type: 'stop' }),
    select: (seq, by = 'reader') => {
      const session = viewedSession(store.getState())
      if (!session) return
      if (by === 'reader') {
        forgetLink(context, session)
        stepper.reveal(session, seq)
      }
      context.select(session, seq)
    },
    ping: () => send({ type: 'ping' }),
    askHeaders: () => send({ type: 'ask_headers' }),
    sendDecoy: (size) => send({ type: 'send_decoy', size }),
    scheduleDecoys: (schedule) => port.post({ type: 'schedule_decoys', schedule }),
    hold: (isOn) => port.post({ type: 'hold', isOn }),
    release: () => port.post({ type: 'release' }),
    sendMessage: (messageType, payload, form) =>
      send({ type: 'send_message', messageType, payload, form }),
    sendContents: (contents) => send({ type: 'send_contents', contents }),
    showPrevious: () => {
      if (store.getState().previous) store.setState({ viewed: 'previous' })
    },
    showCurrent: () => store.setState({ viewed: 'current' }),
    tryV1: () => {
      const { current } = store.getState()
      if (!current?.status.failure?.v1MayWork) return
      const settings = { ...current.settings, transport: 'v1' as const }
      start(context, settings, current.status.hold?.isOn, current.lab)
    },
    linkShown: () => {
      const session = viewedSession(store.getState())
      if (session) context.update(session.id, () => ({ link: undefined }))
    },
    goTo: (screen) => store.setState({ screen }),
  }
  return actions
}

type FilesAndParts = Pick<
  SessionActions,
  'openFile' | 'openUrl' | 'save' | 'exportPackets' | 'askParts' | 'askLeaves' | 'askKeyEvent'
>

function filesAndParts(context: StoreContext): FilesAndParts {
  const { store } = context
  const { port } = context.options
  return {
    openFile: (file, name, instead = false) =>
      openFile(context, file, { name, url: undefined, look: undefined, instead }),
    openUrl: (url, instead) => openUrl(context, url, undefined, instead),
    save: (level, field) => {
      const session = viewedSession(store.getState())
      if (!session) return
      const { selected, peerReport } = session
      const reported = peerReport.state === 'reported' ? peerReport.sessionId : undefined
      const view = selected === undefined ? {} : { selected, ...(field !== undefined && { field }) }
      store.setState({ saving: { state: 'making' } })
      port.post({
        type: 'save',
        session: session.id,
        level,
        view,
        ...(reported !== undefined && { reported }),
      })
    },
    exportPackets: (format, seqs) => {
      const session = viewedSession(store.getState())
      if (!session) return
      store.setState({ saving: { state: 'making' } })
      port.post({ type: 'export', session: session.id, format, items: session.items.pick(seqs) })
    },
    askParts: (path, from) => {
      const session = viewedSession(store.getState())
      if (session?.selected === undefined) return
      port.post({ type: 'parts', session: session.id, seq: session.selected, path, from })
    },
    askLeaves: (start, end) => {
      const session = viewedSession(store.getState())
      if (session?.selected === undefined) return
      port.post({ type: 'leaves', session: session.id, seq: session.selected, start, end })
    },
    askKeyEvent: (seq) => {
      const session = viewedSession(store.getState())
      if (!session) return
      context.update(session.id, () => ({ keyEvent: { state: 'asking', seq } }))
      port.post({ type: 'key_event', session: session.id, seq })
    },
  }
}

async function open(context: StoreContext, hash: string, ticket: InAddress): Promise<void> {
  const { store } = context
  const asked = withTicket(parseAddress(hash), ticket)
  const isLatest = context.ask()
  const hasTicket = context.options.tickets.get() !== undefined
  store.setState({ screen: asked.screen, hasTicket })
  // with another ticket the same may go better
  if (ticket !== 'kept' && showAgain(context, asked)) return
  if (asked.recording !== undefined) {
    store.setState({ problems: asked.problems })
    void refreshTargets(context)
    await openUrl(context, asked.recording, asked.look)
    return
  }
  if (peerOf(asked) === SIMULATED) void refreshTargets(context)
  else await refreshTargets(context)
  if (!isLatest()) return
  const { settings, problems } = resolveSettings(asked, store.getState().targets)
  store.setState({ problems })
  const id = start(context, settings, asked.hold)
  if (settings.peer === SIMULATED) want(context, id, asked.look)
}

const withTicket = (asked: AskedFor, ticket: InAddress): AskedFor =>
  ticket === 'malformed'
    ? { ...asked, problems: [...asked.problems, { code: 'BAD_TICKET' }] }
    : asked

/** Of a session that is there, another look is taken: nothing starts anew. */
function showAgain(context: StoreContext, asked: AskedFor): boolean {
  const { store } = context
  const { current, previous, targets } = store.getState()
  const isIt = (session: SessionView | undefined) =>
    session !== undefined && isSessionOf(session, asked, targets)
  const same = [viewedSession(store.getState()), current, previous].find(isIt)
  if (!same) return false
  store.setState({
    viewed: same === current ? 'current' : 'previous',
    problems: asked.problems,
    opening: { state: 'none' },
  })
  if (asked.look) want(context, same.id, asked.look)
  return true
}

/** What the reader chooses is not changed by what a link had asked for. */
function forgetLink(context: StoreContext, { id }: SessionView): void {
  context.wanted = undefined
  context.update(id, () => ({ link: undefined }))
}

/** @returns the id of the session */
function start(
  context: StoreContext,
  settings: SessionSettings,
  hold = false,
  lab?: LabPlan,
): number {
  const { port } = context.options
  context.ask()
  context.wanted = undefined
  const seeded = withSeed(context, settings)
  const id = context.newId()
  const { current, opening } = context.store.getState()
  // why a page has nothing else to show stays said
  const isInstead = !current && opening.state === 'refused'
  context.store.setState({
    current: newSession(id, seeded, lab),
    viewed: 'current',
    ...(!isInstead && { opening: { state: 'none' } }),
    saving: { state: 'none' },
    ...(current && { previous: current }),
  })
  const relay = seeded.peer === SIMULATED ? { relayUrl: '' } : relayTo(context, seeded.peer)
  port.post({
    type: 'start',
    session: id,
    settings: seeded,
    ...relay,
    ...(hold && { hold }),
    ...(lab && { lab }),
    ...(context.options.isReferenceAsked?.() && { cipher: 'reference' }),
  })
  return id
}

/** Every simulated session has a seed, and no other has one. */
function withSeed(context: StoreContext, { seed, ...settings }: SessionSettings): SessionSettings {
  if (settings.peer !== SIMULATED) return settings
  if (seed !== undefined) return { ...settings, seed }
  const madeUp = makeSeed(context.options.random)
  context.madeUpSeeds.add(madeUp)
  return { ...settings, seed: madeUp }
}

function settingsAgain(
  { madeUpSeeds }: StoreContext,
  { seed, ...settings }: SessionSettings,
): SessionSettings {
  return seed === undefined || madeUpSeeds.has(seed) ? settings : { ...settings, seed }
}
