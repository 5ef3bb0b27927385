/** Every fault that the Lab offers, with the simulated peer: what comes of it is what the catalogue says. */

import type { Role } from '@v2scope/bip324'
import { describe, expect, it } from 'vitest'
import {
  type CatalogueFault,
  type Expected,
  FAULTS,
  type FaultStanding,
  matching,
} from '../src/index.js'
import { faultSession } from './fault-session.js'

const SEEDS = ['a', 'b', 'c']

const expectedOf = ({ expected, asResponder }: CatalogueFault, role: Role): Expected =>
  (role === 'responder' ? asResponder : undefined)?.simulated ?? expected.simulated

function tried({ plan, settings }: CatalogueFault, role: Role, seed: string) {
  return faultSession({ seed, fault: plan, settings: { ...settings, role } })
}

/** What of it has to be seen. */
function told({ outcome, noticedBy, failure }: FaultStanding) {
  return { outcome, noticedBy, code: failure?.code, row: failure?.row }
}

describe.each(['initiator', 'responder'] as const)('with us as the %s', (role) => {
  it.each(FAULTS)('$id', (fault) => {
    for (const seed of SEEDS) {
      const session = tried(fault, role, seed)
      const standing = session.fault()
      expect(standing.state).toBe('over')
      const expected = expectedOf(fault, role)
      const came = matching(expected, standing)
      expect(came, `${seed}: ${JSON.stringify(told(standing))}`).toBeDefined()
      expect(session.simulation.run.isOver).toBe(came?.outcome === 'fails at once')
    }
  })
})
