/** What has been brought of a session from outside, and of what has nothing to do with one. */

import type { Eavesdropping, Studies, StudyAsk, StudyName } from '@v2scope/eavesdropper'
import type { FromWorker } from './contract.js'
import type { SessionActions } from './store.js'
import { viewedSession } from './store.js'
import type { StoreContext } from './store-context.js'

export interface EavesdroppingView {
  /** Its id. */
  readonly session: number
  readonly eavesdropping: Eavesdropping
}

/** The latest that was asked of its name. */
export interface StudyView<S extends StudyName> {
  readonly id: number
  readonly ask: Extract<StudyAsk, { readonly study: S }>
  readonly state: 'running' | 'done' | 'stopped' | 'failed'
  /** 0 to 1 */
  readonly progress: number
  /** The latest there is: until this one is done, of the one before it. It says of what it is. */
  readonly result: Studies[S] | undefined
  /** Why it failed, in English. */
  readonly failure?: string
}

export type StudyViews = { readonly [S in StudyName]?: StudyView<S> }

export function eavesdropperActions(
  context: StoreContext,
): Pick<SessionActions, 'eavesdrop' | 'study' | 'endStudy'> {
  const { store } = context
  const { port } = context.options
  let lastId = 0
  return {
    eavesdrop: () => {
      const session = viewedSession(store.getState())
      if (session) port.post({ type: 'eavesdrop', session: session.id })
    },
    study: (ask) => {
      lastId += 1
      change(context, ask.study, (before) => ({
        id: lastId,
        ask,
        state: 'running',
        progress: 0,
        result: before?.result,
      }))
      port.post({ type: 'study', id: lastId, ask })
    },
    endStudy: (study) => {
      port.post({ type: 'end_study', study })
      change(context, study, (view) => view?.state === 'running' && { ...view, state: 'stopped' })
    },
  }
}

export function takeEavesdropped(
  { store }: StoreContext,
  { session, eavesdropping }: Extract<FromWorker, { type: 'eavesdropped' }>,
): void {
  if (eavesdropping) store.setState({ eavesdropping: { session, eavesdropping } })
}

export function takeStudy(
  context: StoreContext,
  { id, study, progress, result, failure }: Extract<FromWorker, { type: 'study' }>,
): void {
  change(context, study, (view) => {
    if (view?.id !== id || view.state !== 'running') return false
    if (failure !== undefined) return { ...view, state: 'failed', failure }
    return result ? { ...view, state: 'done', progress: 1, result } : { ...view, progress }
  })
}

/** One of any name: which result belongs to which name is the worker's to keep. */
type AnyView = Omit<StudyView<StudyName>, 'ask'> & { readonly ask: StudyAsk }

function change(
  { store }: StoreContext,
  study: StudyName,
  to: (view: AnyView | undefined) => AnyView | false | undefined,
): void {
  const { studies } = store.getState()
  const view = to(studies[study])
  if (view) store.setState({ studies: { ...studies, [study]: view } })
}
