/** A simulated session with the Lab in it: what its peer tells, and the peer itself to look into. */

import { Networks } from '@v2scope/bip324'
import type { Peer, PeerEvent } from '@v2scope/peer'
import { type SessionSettings, SIMULATED, type TimedEvent } from '@v2scope/recording'
import { Simulation } from '@v2scope/recording/simulation'
import { Lab, type LabPlan } from '../src/index.js'
import type { TracePart } from '../src/shaping/shape-trace.js'

export interface LabSessionOptions {
  readonly settings?: Partial<SessionSettings>
  readonly hold?: boolean
}

export function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('it has not begun')
  return value
}

export function labSession(seed: string, plan: LabPlan, options: LabSessionOptions = {}) {
  const { settings: given, hold = false } = options
  const events: TimedEvent[] = []
  const told: PeerEvent[] = []
  const wire: Record<'ours' | 'peers', TracePart[]> = { ours: [], peers: [] }
  const parts: { lab?: Lab; peer?: Peer } = {}
  const settings: SessionSettings = {
    peer: SIMULATED,
    seed,
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
        return betweenPeer(peer, (bytes) => {
          if (bytes.length > 0) wire.peers.push({ time: world.now(), bytes: bytes.length })
          send(bytes)
        })
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
    onSegment: ({ direction, bytes, time }) => {
      if (direction === 'sent') wire.ours.push({ time, bytes })
    },
    onChange: () => {},
  })
  simulation.start()
  return {
    simulation,
    run: simulation.run,
    events,
    /** What the peer tells. */
    told,
    /** What each side really put on the wire, and when. */
    wire,
    lab: must(parts.lab),
    /** There is one from when the connection is made. */
    peer: (): Peer => must(parts.peer),
    standing: () => simulation.run.standing(0),
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
