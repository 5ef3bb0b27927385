/** A session of the worker's, from outside. */

import { eavesdrop } from '@v2scope/eavesdropper'
import type { FromWorker } from './contract.js'
import type { Session } from './session.js'

/** @param session undefined where it is no longer kept */
export function eavesdropped(id: number, session: Session | undefined): FromWorker {
  const eavesdropping = session && eavesdrop(session.overheard())
  return { type: 'eavesdropped', session: id, eavesdropping }
}
