/** Two sides, and everything that goes between them. */

import { MisbehavingPeer, type MisbehavingPeerOptions } from '../../../peer/src/misbehaving-peer.js'
import {
  concatBytes,
  Networks,
  type Role,
  V2Transport,
  type V2TransportOptions,
} from '../../src/index.js'
import { Observed } from './feeding.js'
import { cut, type Fragmentation, WHOLE } from './fragments.js'
import { keyPairOf } from './random.js'

export const ROLES: readonly Role[] = ['initiator', 'responder']
export const MAGIC = Networks.regtest.magic
export const opposite = (role: Role): Role => (role === 'initiator' ? 'responder' : 'initiator')
const KEY_SEED = { initiator: 1, responder: 2 } as const

/** A transport with a key of its own and, unless told otherwise, no garbage. */
export const transportOf = (role: Role, options: Partial<V2TransportOptions> = {}): V2Transport =>
  new V2Transport({
    role,
    magic: MAGIC,
    keyPair: keyPairOf(KEY_SEED[role]),
    garbage: new Uint8Array(0),
    ...options,
  })

/** What a transport has to send, in one piece. */
export const output = (transport: V2Transport): Uint8Array =>
  concatBytes(...transport.takeOutput().map(({ bytes }) => bytes))

/** A transport of ours against a peer that may do anything. */
export class Session {
  readonly observed: Observed
  readonly transport: V2Transport
  readonly peer: MisbehavingPeer
  readonly #fragmentation: Fragmentation

  constructor(transport: V2Transport, peer: MisbehavingPeer, fragmentation: Fragmentation = WHOLE) {
    this.transport = transport
    this.peer = peer
    this.observed = new Observed(transport)
    this.#fragmentation = fragmentation
  }

  /** Carries bytes until neither has any left to send. */
  run(): this {
    for (;;) {
      const ours = output(this.transport)
      if (ours.length > 0) this.peer.receive(ours)
      const theirs = this.peer.takeOutput()
      this.observed.feed(...cut(theirs, this.#fragmentation))
      if (ours.length + theirs.length === 0) return this
    }
  }
}

/** A transport in this role, and the misbehaving peer in the other, as far as they get. */
export function sessionWith(
  role: Role,
  misbehaviour: Partial<MisbehavingPeerOptions> = {},
  options: Partial<V2TransportOptions> = {},
  fragmentation: Fragmentation = WHOLE,
): Session {
  const theirs = opposite(role)
  const peer = new MisbehavingPeer({
    role: theirs,
    magic: MAGIC,
    keyPair: keyPairOf(KEY_SEED[theirs]),
    ...misbehaviour,
  })
  return new Session(transportOf(role, options), peer, fragmentation).run()
}

/** Two transports of ours; `run` carries bytes both ways until there are none. */
export class Pair {
  readonly initiator: V2Transport
  readonly responder: V2Transport
  readonly observed: Readonly<Record<Role, Observed>>
  readonly #fragmentation: Fragmentation

  constructor(
    options: Partial<Record<Role, Partial<V2TransportOptions>>> = {},
    fragmentation: Fragmentation = WHOLE,
  ) {
    this.initiator = transportOf('initiator', options.initiator)
    this.responder = transportOf('responder', options.responder)
    this.observed = {
      initiator: new Observed(this.initiator),
      responder: new Observed(this.responder),
    }
    this.#fragmentation = fragmentation
  }

  run(): this {
    for (;;) {
      const there = output(this.initiator)
      this.observed.responder.feed(...cut(there, this.#fragmentation))
      const back = output(this.responder)
      this.observed.initiator.feed(...cut(back, this.#fragmentation))
      if (there.length + back.length === 0) return this
    }
  }
}
