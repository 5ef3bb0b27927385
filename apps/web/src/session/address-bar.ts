/** Keeps the address of the page in step with what is shown, so that the address alone gives it again. */

import { SIMULATED } from '@v2scope/recording'
import { formatAddress, formatRecordingAddress, parseAddress, type Screen } from './address.js'
import { withCipherOf } from './cipher-choice.js'
import type { SessionEnvironment } from './environment.js'
import { FrameGate } from './frame-gate.js'
import type { Look } from './look.js'
import { type ScreenQuery, screenQueryOf, withScreenQuery } from './screen-query.js'
import type { SessionView } from './session-view.js'
import { type SessionStore, viewedSession } from './store.js'

/** Of a window. */
export interface AddressBar {
  readonly location: { readonly hash: string }
  readonly history: { replaceState(data: unknown, unused: string, url: string): void }
}

/** What is chosen inside the item that is selected, and on the screen. */
export type Choice = Omit<Look, 'selected'> & { readonly screenQuery?: ScreenQuery | undefined }

export interface Chosen {
  readonly get: () => Choice
  readonly subscribe: (changed: () => void) => void
}

/** Browsers stop a page that writes its address too often: Safari after 100 times in 30 s. */
const WRITE_EVERY_MS = 400

/** Replaces the address, and adds nothing to the history: “back” leaves the page. */
export function keepAddress(
  store: SessionStore,
  { location, history }: AddressBar,
  environment: Pick<SessionEnvironment, 'now' | 'after'>,
  chosen: Chosen,
): void {
  const write = () => {
    const state = store.getState()
    // the address is of what is being opened
    if (state.opening.state === 'reading') return
    const session = viewedSession(state)
    if (!session) return
    const { screenQuery, ...inside } = chosen.get()
    const now = location.hash
    const base = addressOf(session, state.screen, lookAt(session, inside), now)
    const query = screenQuery ?? screenQueryOf(now, state.screen)
    const hash = withCipherOf(now, withScreenQuery(base, query))
    if (hash !== now) history.replaceState(null, '', hash)
  }
  const gate = new FrameGate(environment, write, WRITE_EVERY_MS)
  store.subscribe(() => gate.poke())
  chosen.subscribe(() => gate.poke())
}

/** What a link has asked for counts as looked at, even before it is there. */
function lookAt({ link, selected }: SessionView, chosen: Omit<Look, 'selected'>): Look {
  if (link) return link
  const { keyNode, field, bytes } = chosen
  const inside = selected === undefined ? {} : { selected, field, bytes }
  return { ...inside, keyNode }
}

/** @param now the address as it is: a live session's is left alone, unless it is of something else */
function addressOf(session: SessionView, screen: Screen, look: Look, now: string): string {
  const { settings, recording, recordingUrl, status } = session
  if (recording) return formatRecordingAddress(recordingUrl, look, screen)
  if (settings.peer === SIMULATED) return formatAddress(settings, look, screen, status.hold?.isOn)
  const { settings: named, recording: url, screen: before } = parseAddress(now)
  const isOfAnother = url !== undefined || named.seed !== undefined || now.startsWith('#/recording')
  if (isOfAnother || before !== screen) return formatAddress(settings, undefined, screen)
  return now
}
