/** A session as it stood where the cursor is: everything that is shown is derived from this. */

import {
  type DirectionStats,
  REKEY_INTERVAL,
  type TransportKind,
  type TransportStats,
} from '@v2scope/bip324'
import type { SessionSettings } from '@v2scope/recording'
import type { GrowingList } from './growing-list.js'
import type { ItemList } from './item-list.js'
import type { WayTally } from './item-tally.js'
import { LinkTable } from './link-table.js'
import { NO_DETAIL, type SessionView } from './session-view.js'
import type { KeyScheduleEvent, PhaseChange, Rekey, SessionStatus } from './status.js'
import { countUpTo, stepsOf } from './steps.js'

const PROJECTIONS = new WeakMap<SessionView, SessionView>()
/** By session: batches go on coming while the cursor stays, and change nothing of what it shows. */
const LAST_CUTS = new WeakMap<SessionSettings, Cut>()

interface Cut {
  /** The cursor, in steps. */
  readonly position: number
  readonly items: ItemList
  readonly links: LinkTable
  readonly keyEvents: readonly KeyScheduleEvent[]
  readonly rekeys: GrowingList<Rekey>
  readonly states: readonly PhaseChange[]
}

/** The same object for the same session, and the session itself where there is no cursor. */
export function viewAt(view: SessionView): SessionView {
  if (view.cursor === undefined) return view
  const known = PROJECTIONS.get(view)
  if (known) return known
  const projected = project(view, cutAt(view))
  PROJECTIONS.set(view, projected)
  return projected
}

function cutAt(view: SessionView): Cut {
  const steps = stepsOf(view)
  const position = steps.position(view.cursor)
  const last = LAST_CUTS.get(view.settings)
  if (last?.position === position) return last
  const { rekeys } = view
  // what belongs to the last step reaches up to the next
  const next = steps.at(position)?.seq ?? Number.POSITIVE_INFINITY
  const isBefore = ({ seq }: { readonly seq: number }) => seq < next
  const changes = countUpTo(rekeys.length, (i) => rekeys.at(i)?.seq ?? next, next - 1)
  const items = view.items.first(steps.itemsIn(position))
  const cut = {
    position,
    items,
    links: LinkTable.of(items),
    keyEvents: view.keyEvents.filter(isBefore),
    rekeys: rekeys.first(changes),
    // nothing has begun before the first step
    states: position === 0 ? [] : view.states.filter(isBefore),
  }
  LAST_CUTS.set(view.settings, cut)
  return cut
}

function project(view: SessionView, { position, ...cut }: Cut): SessionView {
  const status = statusAt(view, cut, position)
  const isSelectedShown = view.selected !== undefined && cut.items.indexOfSeq(view.selected) >= 0
  return {
    ...view,
    ...cut,
    status,
    nextHeld: undefined,
    ...(status.sessionId === undefined && { peerReport: { state: 'none' } }),
    ...(!isSelectedShown && { selected: undefined, detail: NO_DETAIL }),
  }
}

/** What waits, what is held, what failed and what is over belongs to the end. */
function statusAt(
  { status, settings }: SessionView,
  { items, states }: Pick<Cut, 'items' | 'states'>,
  position: number,
): SessionStatus {
  const { sessionId, stats, peerVersion, decoySchedule, notice, isFromSeed } = status
  const { local, remote } = status
  const chosen = settings.transport === 'v1' ? 'v1' : 'detecting'
  const { phase, transport } = states.at(-1) ?? { phase: 'key exchange', transport: chosen }
  return {
    state: stateAt(position, transport),
    phase,
    transport,
    // S3
    ...(transport === 'v2' && sessionId !== undefined && { sessionId }),
    ...(stats && { stats: statsOf(items) }),
    ...(peerVersion && hasPeersVersion(items) && { peerVersion }),
    ...(position > 0 && local !== undefined && { local }),
    ...(position > 0 && remote !== undefined && { remote }),
    droppedBytes: status.droppedBytes,
    ...(decoySchedule && { decoySchedule }),
    ...(notice && { notice }),
    ...(isFromSeed !== undefined && { isFromSeed }),
  }
}

const stateAt = (position: number, transport: TransportKind): SessionStatus['state'] => {
  if (position === 0) return 'connecting'
  return transport === 'detecting' ? 'handshake' : 'established'
}

function hasPeersVersion(items: ItemList): boolean {
  for (const { direction, label, kind } of items) {
    if (direction === 'received' && label === 'version' && kind !== 'version packet') return true
  }
  return false
}

function statsOf(items: ItemList): TransportStats {
  const { sent, received } = items.tally()
  return { sent: withKeys(sent), received: withKeys(received) }
}

const withKeys = (tally: WayTally): DirectionStats => ({
  ...tally,
  rekeys: Math.floor(tally.packets / REKEY_INTERVAL),
  packetsUntilRekey: REKEY_INTERVAL - (tally.packets % REKEY_INTERVAL),
})
