/** A peer's fault in a session: whose transport misbehaves, and when it has. */

import type { Role } from '@v2scope/bip324'
import { MisbehavingTransport, type TransportMaker } from '@v2scope/peer'
import type { SessionSettings, SessionWorld } from '@v2scope/recording'
import type { FaultPlan } from './fault-plan.js'
import type { WireFault } from './wire-fault.js'

export interface PeerFaultParts {
  readonly world: SessionWorld
  readonly settings: SessionSettings
  /** It has been done: what comes of it is watched from here on. Once. */
  readonly onDone: () => void
}

export interface PeerFault {
  readonly ourTransport?: TransportMaker
  readonly peerTransport?: TransportMaker
  readonly weSpeak?: 'v1'
  readonly peerSpeaks?: 'v1'
  /** To be called with anything that is told of the session. */
  readonly onTold?: () => void
  /** What the wire has to do beside it, from the start. */
  readonly wire?: readonly WireFault[]
}

type PeerPlan = Extract<FaultPlan, { on: 'peer' }>

/** Long enough to see that nobody answers what may still become a v1 message, in ms. */
const PAUSE_IN_KEY_MS = 300
/** Bytes of the key after which there is a pause: the magic, and the first that is none of v1's. */
const PAUSES_AFTER = [4, 5]

/** Where it needs traffic, a ping is sent once version and verack have been exchanged. */
export function peerFault(plan: PeerPlan, parts: PeerFaultParts): PeerFault {
  const { place, misbehaviour } = plan
  const { world, settings, onDone } = parts
  if (misbehaviour === 'v1 instead of v2') {
    const onTold = once(onDone)
    return place === 'us' ? { weSpeak: 'v1', onTold } : { peerSpeaks: 'v1', onTold }
  }
  const maker: TransportMaker = (options) =>
    new MisbehavingTransport(options, { misbehaviour, random: world.random, onMisbehaved: onDone })
  const transport = place === 'us' ? { ourTransport: maker } : { peerTransport: maker }
  const isSlow = misbehaviour === 'early answer' && roleOf(plan, settings) === 'initiator'
  return isSlow ? { ...transport, wire: pausesInKey(place) } : transport
}

/** Of the one who misbehaves. */
function roleOf({ place }: PeerPlan, { role }: SessionSettings): Role {
  if (place === 'us') return role
  return role === 'initiator' ? 'responder' : 'initiator'
}

const pausesInKey = (place: 'us' | 'peer'): readonly WireFault[] =>
  PAUSES_AFTER.map((offset) => ({
    direction: place === 'us' ? 'sent' : 'received',
    where: { at: 'byte', offset },
    what: { kind: 'delay', ms: PAUSE_IN_KEY_MS },
  }))

function once(action: () => void): () => void {
  let isDone = false
  return () => {
    if (isDone) return
    isDone = true
    action()
  }
}
