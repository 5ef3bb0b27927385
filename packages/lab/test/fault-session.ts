/** A simulated session with a fault in it, on a clock that the test moves. */

import { Networks } from '@v2scope/bip324'
import type { SessionSettings, TimedEvent } from '@v2scope/recording'
import { Simulation } from '@v2scope/recording/simulation'
import { type FaultPlan, type FaultStanding, Lab, type WireFault } from '../src/index.js'

/** Longer than any stall takes to be seen, in ms. */
export const LONG_MS = 10_000

export interface FaultSessionOptions {
  readonly seed?: string
  readonly settings?: Partial<SessionSettings>
  readonly fault?: FaultPlan
  /** In ms. */
  readonly until?: number
}

export function faultSession(options: FaultSessionOptions = {}) {
  const { seed = 'a', settings: given, fault, until = LONG_MS } = options
  const settings: SessionSettings = {
    peer: 'simulated',
    seed,
    network: 'regtest',
    magic: Networks.regtest.magic,
    garbage: 100,
    decoys: 0,
    role: 'initiator',
    transport: 'v2',
    ...given,
  }
  const events: TimedEvent[] = []
  const made: { lab?: Lab } = {}
  const simulation = new Simulation({
    settings,
    layer: (world, onChange) => {
      made.lab = new Lab({ plan: fault ? { fault } : {}, settings, world, onChange })
      return made.lab
    },
    onEvent: (event) => events.push(event),
    onChange: () => {},
  })
  simulation.start()
  simulation.advanceTo(until)
  const { lab } = made
  if (!lab) throw new Error('no layer was asked for')
  return {
    simulation,
    lab,
    events,
    /** Of the latest fault. */
    fault: (): FaultStanding => {
      const { fault: latest } = lab.standing
      if (!latest) throw new Error('there is no fault')
      return latest
    },
    standing: () => simulation.run.standing(0),
    interfere: (wire: WireFault) => lab.command({ type: 'interfere', fault: wire }),
    pass: (ms: number) => simulation.advanceTo(simulation.now + ms),
  }
}
