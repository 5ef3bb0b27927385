/** A simulated session with Mallory in the middle, and its peer, which the test may look into. */

import { Networks } from '@v2scope/bip324'
import type { Peer, PeerEvent } from '@v2scope/peer'
import { type SessionSettings, SIMULATED, type TimedEvent } from '@v2scope/recording'
import { Simulation } from '@v2scope/recording/simulation'
import { Lab, type LabPlan, type MalloryStanding } from '../src/index.js'

/** All of the handshake has happened by then, in ms. */
const INTRODUCED = 1000

export function mallorySession(plan: LabPlan, given: Partial<SessionSettings> = {}, hold = false) {
  const events: TimedEvent[] = []
  const told: PeerEvent[] = []
  const parts: { lab?: Lab; peer?: Peer } = {}
  const settings: SessionSettings = {
    peer: SIMULATED,
    seed: 'mallory',
    network: 'regtest',
    magic: Networks.regtest.magic,
    garbage: undefined,
    decoys: 0,
    role: 'initiator',
    transport: 'v2',
    ...given,
  }
  const simulation = new Simulation({
    settings,
    hold,
    layer: (world, onChange) => {
      const lab = new Lab({ plan, settings, world, onChange })
      const betweenPeer = lab.betweenPeer.bind(lab)
      lab.betweenPeer = (peer, send) => {
        parts.peer = peer
        return betweenPeer(peer, send)
      }
      const onSimulatedPeerEvent = lab.onSimulatedPeerEvent.bind(lab)
      lab.onSimulatedPeerEvent = (event) => {
        told.push(event)
        onSimulatedPeerEvent(event)
      }
      parts.lab = lab
      return lab
    },
    onEvent: (event) => events.push(event),
    onChange: () => {},
  })
  simulation.start()
  const must = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('it has not begun')
    return value
  }
  return {
    simulation,
    run: simulation.run,
    events,
    /** What the peer tells. */
    told,
    get lab(): Lab {
      return must(parts.lab)
    },
    get peer(): Peer {
      return must(parts.peer)
    },
    get mallory(): MalloryStanding {
      return must(parts.lab?.standing.mallory)
    },
    standing: () => simulation.run.standing(0),
    introduced: () => simulation.advanceTo(simulation.now + INTRODUCED),
    pass: (ms: number) => simulation.advanceTo(simulation.now + ms),
    /** Types of messages, in order. */
    messages: (direction: 'sent' | 'received') =>
      events.flatMap((event) =>
        (event.type === 'message' || event.type === 'v1_message') && event.direction === direction
          ? [event.messageType]
          : [],
      ),
    close: () => simulation.stop(),
  }
}
