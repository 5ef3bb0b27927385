/** A session of the worker's, from outside. */

import { type Eavesdropping, eavesdrop, type Reading } from '@v2scope/eavesdropper'
import type { FromWorker } from './contract.js'
import { messageOf } from './message-of.js'
import type { Session } from './session.js'
import { toWireItem } from './wire-item.js'

const READING: Reading = {
  item: (event) => toWireItem(event, undefined, false),
  message: messageOf,
}

/** What was made of a session last, and of how much of it. */
const latest = new WeakMap<Session, { readonly count: number; readonly made: Eavesdropping }>()

/** @param session undefined where it is no longer kept */
export function eavesdropped(id: number, session: Session | undefined): FromWorker {
  return { type: 'eavesdropped', session: id, eavesdropping: session && lookAt(session) }
}

/** Who asks once a second is not told anew what takes time to find out. */
function lookAt(session: Session): Eavesdropping {
  const known = latest.get(session)
  const { wireCount: count } = session
  if (known?.count === count) return known.made
  const made = eavesdrop(session.overheard(READING))
  latest.set(session, { count, made })
  return made
}
