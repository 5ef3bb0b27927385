/** A simulated session that is shaped, and may be shaped otherwise. */

import type { Peer } from '@v2scope/peer'
import type { LabPlan, ShapingPlan, ShapingStanding } from '../src/index.js'
import { type LabSessionOptions, labSession, must } from './lab-session.js'

export function shapingSession(plan: LabPlan, options: LabSessionOptions = {}) {
  const session = labSession('shaping', plan, options)
  return {
    ...session,
    get peer(): Peer {
      return session.peer()
    },
    get shaping(): ShapingStanding {
      return must(session.lab.standing.shaping)
    },
    shape: (shaping: ShapingPlan | undefined) => session.lab.command({ type: 'shape', shaping }),
    /** Packets of ours of a kind. */
    sent: (kind: 'decoy' | 'version' | 'message') =>
      session.events.filter((event) => event.type === 'packet_sent' && event.kind === kind),
  }
}
