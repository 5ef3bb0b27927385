/** Faults in a session: brought about, watched, and what came of them. */

import type { Peer, PeerEvent, TransportMaker } from '@v2scope/peer'
import type { Connect, LayeredRun, Refusal, TimedEvent } from '@v2scope/recording'
import type { LabLayer, LabOptions } from '../lab.js'
import type { LabCommand, LabStanding } from '../plan.js'
import type { FaultStanding } from './fault-standing.js'
import { type PeerFault, peerFault } from './peer-fault.js'

export class FaultLayer implements LabLayer {
  readonly #options: LabOptions
  readonly #peerFault: PeerFault | undefined
  #standing: FaultStanding | undefined
  #run: LayeredRun | undefined

  constructor(options: LabOptions) {
    this.#options = options
    const { plan, settings, world } = options
    const { fault } = plan
    if (fault) this.#standing = { plan: fault, state: 'waiting' }
    if (fault?.on === 'peer') {
      this.#peerFault = peerFault(fault, { settings, world, onDone: () => this.#happened() })
    }
  }

  get ourTransport(): TransportMaker | undefined {
    return this.#peerFault?.ourTransport
  }

  get peerTransport(): TransportMaker | undefined {
    return this.#peerFault?.peerTransport
  }

  get weSpeak(): 'v1' | undefined {
    return this.#peerFault?.weSpeak
  }

  get peerSpeaks(): 'v1' | undefined {
    return this.#peerFault?.peerSpeaks
  }

  get standing(): LabStanding {
    return this.#standing ? { fault: this.#standing } : {}
  }

  get isIdle(): boolean {
    return true
  }

  command(_command: LabCommand): 'done' | Refusal | undefined {
    return undefined
  }

  attach(run: LayeredRun): void {
    this.#run = run
  }

  between(connect: Connect): Connect {
    return connect
  }

  betweenPeer(_peer: Peer, send: (bytes: Uint8Array) => void): (bytes: Uint8Array) => void {
    return send
  }

  onEvent(_event: TimedEvent): void {
    this.#peerFault?.onTold?.()
  }

  onPeerEvent(_event: PeerEvent): void {
    this.#peerFault?.onTold?.()
  }

  onSimulatedPeerEvent(_event: PeerEvent): void {}

  stop(): void {}

  #happened(): void {
    if (!this.#standing || !this.#run) return
    this.#standing = { ...this.#standing, state: 'watching', happenedAt: this.#run.time }
    this.#options.onChange()
  }
}
