/** What the worker says, taken into the store. */

import { assertNever } from '@v2scope/bip324'
import { SIMULATED } from '@v2scope/recording'
import type { FromWorker } from './contract.js'
import { withLeaves, withParts } from './field-parts.js'
import type { Look } from './look.js'
import { askDemoNode } from './peer-report.js'
import { newSession, type SessionView } from './session-view.js'
import type { SessionStatus } from './status.js'
import { takeProbed } from './store-bridge.js'
import type { StoreContext } from './store-context.js'
import { takeEavesdropped, takeStudy } from './store-eavesdropper.js'
import { takeFound } from './store-find.js'
import { DEMO } from './targets.js'

type Told<T extends FromWorker['type']> = Extract<FromWorker, { type: T }>

export function receive(context: StoreContext, message: FromWorker): void {
  switch (message.type) {
    case 'batch':
      takeBatch(context, message)
      break
    case 'detail':
      takeDetail(context, message)
      break
    case 'held':
      takeHeld(context, message)
      break
    case 'key_event':
      takeKeyEvent(context, message)
      break
    case 'parts':
      takeParts(context, message)
      break
    case 'leaves':
      takeLeaves(context, message)
      break
    case 'found':
      takeFound(context, message)
      break
    case 'probed':
      takeProbed(context, message)
      break
    case 'eavesdropped':
      takeEavesdropped(context, message)
      break
    case 'study':
      takeStudy(context, message)
      break
    case 'opened':
      takeOpened(context, message)
      break
    case 'not_opened':
      takeNotOpened(context, message)
      break
    case 'saved':
    case 'exported':
      takeFile(context, message)
      break
    case 'not_made':
      takeNotMade(context, message)
      break
    default:
      assertNever(message)
  }
}

function takeBatch(context: StoreContext, { session: id, ...news }: Told<'batch'>): void {
  context.update(id, ({ items: before, keyEvents, rekeys, states, links }) => {
    const items = before.with(news.items)
    return {
      items,
      keyEvents: news.keyEvents.length > 0 ? [...keyEvents, ...news.keyEvents] : keyEvents,
      rekeys: rekeys.with(news.rekeys),
      states: news.states.length > 0 ? [...states, ...news.states] : states,
      links: items === before ? links : links.with(items),
      status: news.status,
    }
  })
  takeHold(context, id, news.status)
  selectWanted(context)
  report(context, id)
}

function takeDetail(context: StoreContext, { session, seq, detail }: Told<'detail'>): void {
  context.update(session, ({ selected }) => {
    if (selected !== seq) return {}
    return { detail: detail ? { state: 'there', detail } : { state: 'dropped' } }
  })
}

/** Has the detail brought of what is to go next, when it is another than before. */
function takeHold(context: StoreContext, session: number, { hold }: SessionStatus): void {
  const id = hold?.first[0]?.id
  let isNew = false
  context.update(session, ({ nextHeld }) => {
    if (nextHeld?.id === id) return {}
    isNew = id !== undefined
    return { nextHeld: id === undefined ? undefined : { id, detail: undefined } }
  })
  if (isNew && id !== undefined) context.options.port.post({ type: 'held', session, id })
}

function takeHeld(context: StoreContext, { session, id, detail }: Told<'held'>): void {
  // it may have gone while its detail was on the way
  context.update(session, ({ nextHeld }) =>
    nextHeld?.id === id ? { nextHeld: { id, detail } } : {},
  )
}

function takeKeyEvent(context: StoreContext, { session, seq, event }: Told<'key_event'>): void {
  context.update(session, ({ keyEvent }) => {
    if (keyEvent.state === 'none' || keyEvent.seq !== seq) return {}
    return { keyEvent: event ? { state: 'there', seq, event } : { state: 'dropped', seq } }
  })
}

function takeParts(context: StoreContext, { session, seq, ...more }: Told<'parts'>): void {
  context.update(session, ({ selected, detail }) => {
    if (selected !== seq || detail.state !== 'there') return {}
    return { detail: { ...detail, detail: withParts(detail.detail, more) } }
  })
}

function takeLeaves(context: StoreContext, { session, seq, located }: Told<'leaves'>): void {
  context.update(session, ({ selected, detail }) => {
    if (selected !== seq || detail.state !== 'there') return {}
    return { detail: { ...detail, detail: withLeaves(detail.detail, located) } }
  })
}

function takeOpened(context: StoreContext, { session: id, settings, facts }: Told<'opened'>): void {
  const opened = context.opened.get(id)
  context.opened.delete(id)
  const session: SessionView = {
    ...newSession(id, settings),
    recording: facts,
    recordingUrl: opened?.url,
  }
  const { current } = context.store.getState()
  // a session that was started meanwhile is the present one, in the worker too
  if (current && current.id > id) {
    context.store.setState({ previous: session })
    return
  }
  context.store.setState({
    current: session,
    viewed: 'current',
    opening: { state: 'none' },
    saving: { state: 'none' },
    ...(current && !opened?.instead && { previous: current }),
  })
  want(context, id, opened?.look ?? facts.view)
}

/** Selects what a link names, once it is there. */
export function want(context: StoreContext, session: number, look: Look | undefined): void {
  const seq = look?.selected
  context.wanted = seq === undefined ? undefined : { session, seq }
  context.update(session, () => ({ link: look }))
  selectWanted(context)
}

function takeNotOpened({ store, opened }: StoreContext, told: Told<'not_opened'>): void {
  const { type, session, ...problem } = told
  const name = opened.get(session)?.name ?? ''
  opened.delete(session)
  store.setState({ opening: { state: 'refused', name, ...problem } })
}

function takeNotMade({ store }: StoreContext, told: Told<'not_made'>): void {
  const { type, session, ...problem } = told
  store.setState({ saving: { state: 'failed', ...problem } })
}

function takeFile(context: StoreContext, told: Told<'saved'> | Told<'exported'>): void {
  const { file, name } = told
  context.options.deliver(file, name)
  const made = { state: 'made', name, bytes: file.size } as const
  if (told.type === 'exported') {
    context.store.setState({ saving: made })
    return
  }
  context.store.setState({ saving: { ...made, sha256: told.sha256 } })
  context.update(told.session, ({ savedUntil }) => ({
    savedUntil: Math.max(savedUntil, told.untilSeq),
  }))
}

function selectWanted(context: StoreContext): void {
  const { wanted } = context
  const { current, previous } = context.store.getState()
  const session = [current, previous].find((one) => one?.id === wanted?.session)
  if (!wanted || !session || session.items.indexOfSeq(wanted.seq) < 0) return
  context.wanted = undefined
  context.select(session, wanted.seq)
}

/** Has the peer's own word for the session id brought, once there is something to compare it with. */
function report(context: StoreContext, id: number): void {
  const { current } = context.store.getState()
  if (current?.id !== id || current.status.sessionId === undefined) return
  const { peerReport, settings, status } = current
  const { peerReportedSessionId: reported } = status
  const isFromPeer = settings.peer === SIMULATED || current.recording !== undefined
  if (isFromPeer && reported !== undefined && reported !== peerReport.sessionId) {
    context.update(id, () => ({ peerReport: { state: 'reported', sessionId: reported } }))
  }
  if (current.recording || settings.peer !== DEMO) return
  if (peerReport.state !== 'none' || status.local === undefined) return
  context.update(id, () => ({ peerReport: { state: 'asking' } }))
  const { environment, base } = context.options
  void askDemoNode(environment, base, status.local).then((answer) =>
    context.update(id, () => ({ peerReport: answer })),
  )
}

/** The worker is gone: what it was doing does not come. */
export function crash(context: StoreContext, message: string): void {
  const { current, opening, saving } = context.store.getState()
  const words = `The page’s worker failed: ${message}`
  const problem = { code: 'UNEXPECTED', message: words, reason: message } as const
  if (opening.state === 'reading') {
    const { name } = opening
    context.store.setState({ opening: { state: 'refused', name, ...problem } })
  }
  if (saving.state === 'making') {
    context.store.setState({ saving: { state: 'failed', ...problem } })
  }
  if (!current || current.recording || current.status.failure) return
  const code = 'UNEXPECTED'
  context.update(current.id, ({ status, items }) => ({
    status: {
      ...status,
      state: 'failed',
      failure: {
        code,
        row: '',
        message: words,
        v1MayWork: false,
        afterSeq: items.last()?.seq ?? -1,
      },
    },
  }))
}
