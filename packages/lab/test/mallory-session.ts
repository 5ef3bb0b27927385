/** A simulated session with Mallory in the middle, and its peer, which the test may look into. */

import type { Peer } from '@v2scope/peer'
import type { SessionSettings } from '@v2scope/recording'
import type { LabPlan, MalloryStanding } from '../src/index.js'
import { labSession, must } from './lab-session.js'

/** All of the handshake has happened by then, in ms. */
const INTRODUCED = 1000

export function mallorySession(
  plan: LabPlan,
  settings: Partial<SessionSettings> = {},
  hold = false,
) {
  const session = labSession('mallory', plan, { settings, hold })
  return {
    ...session,
    get peer(): Peer {
      return session.peer()
    },
    get mallory(): MalloryStanding {
      return must(session.lab.standing.mallory)
    },
    introduced: () => session.pass(INTRODUCED),
  }
}
