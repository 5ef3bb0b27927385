/** Faults in a session: brought about, watched, and what came of them. */

import type { Peer, PeerEvent, TransportMaker } from '@v2scope/peer'
import {
  type Connect,
  type LayeredRun,
  type Refusal,
  type SessionSettings,
  SIMULATED,
  type TimedEvent,
} from '@v2scope/recording'
import type { LabLayer, LabOptions } from '../lab.js'
import type { LabCommand, LabStanding } from '../plan.js'
import { Exchange } from './exchange.js'
import { FaultCase } from './fault-case.js'
import type { FaultPlan } from './fault-plan.js'
import type { WaitsFor } from './fault-standing.js'
import { FaultyWire } from './faulty-wire.js'
import { Interferer } from './interferer.js'
import { type PeerFault, peerFault } from './peer-fault.js'
import { Stimulus } from './stimulus.js'
import { WireCase } from './wire-case.js'
import type { WireFault } from './wire-fault.js'
import { wireFaultProblem } from './wire-fault-problem.js'

export class FaultLayer implements LabLayer {
  readonly #options: LabOptions
  readonly #peerFault: PeerFault | undefined
  /** Why the plan's can't be. */
  readonly #problem: string | undefined
  readonly #cases: FaultCase[] = []
  readonly #wireCases: WireCase[] = []
  readonly #stimulus: Stimulus
  readonly #exchange: Exchange
  #wire: FaultyWire | undefined
  #run: LayeredRun | undefined
  /** In ms. */
  #latency: number | undefined
  /** What had passed when it was looked before. */
  #packets = { sent: 0, received: 0 }

  constructor(options: LabOptions) {
    this.#options = options
    const { plan, settings, world } = options
    const { fault } = plan
    const wanted = () => this.#wanted().packets
    this.#stimulus = new Stimulus({ world, wanted, run: () => this.#run })
    this.#exchange = new Exchange(world, () => this.#onReady())
    this.#problem = fault && faultProblem(fault, settings)
    if (this.#problem !== undefined) return
    if (fault?.on === 'peer') {
      const told = this.#addCase(fault, () => ({ thing: 'misbehaviour' }))
      this.#peerFault = peerFault(fault, { settings, world, onDone: () => told.happened() })
    }
    if (fault?.on === 'wire') {
      const isForReady = fault.fault.where.at === 'next packet'
      this.#addWireCase(fault.fault).isForReady = isForReady
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
    const { fault: plan } = this.#options.plan
    const tried = this.#cases.map(({ standing }) => standing)
    const problem = this.#problem
    const isRefused = plan && problem !== undefined
    const faults = isRefused ? [{ plan, state: 'over', problem } as const, ...tried] : tried
    const fault = faults.at(-1)
    return fault ? { fault, faults } : {}
  }

  get isIdle(): boolean {
    return this.#wire?.isIdle ?? true
  }

  command(command: LabCommand): 'done' | Refusal | undefined {
    if (command.type !== 'interfere') return undefined
    const { fault } = command
    const text = wireFaultProblem(fault)
    if (text !== undefined) return { code: 'BAD_ARGUMENT', text }
    if (this.#run?.isOver) return { code: 'SESSION_OVER', text: 'This session is over.' }
    if (this.#wire?.[fault.direction].passage.isPast(fault.where)) return tooLate(fault)
    this.#wire?.add(this.#addWireCase(fault).interferer)
    this.#stimulus.renew()
    return 'done'
  }

  attach(run: LayeredRun): void {
    this.#run = run
  }

  between(connect: Connect): Connect {
    return (handlers) => {
      const { settings, world } = this.#options
      const { role } = settings
      const transport = this.weSpeak ?? settings.transport
      const onPassed = () => this.#onPassed()
      const wire = new FaultyWire(connect, handlers, { role, transport, world, onPassed })
      this.#wire = wire
      for (const fault of this.#peerFault?.wire ?? []) wire.add(new Interferer(fault, () => {}))
      for (const { isForReady, interferer } of this.#wireCases) {
        if (!isForReady) wire.add(interferer)
      }
      return wire
    }
  }

  betweenPeer(peer: Peer, send: (bytes: Uint8Array) => void): (bytes: Uint8Array) => void {
    // with Mallory between, it is not the one at the other end of this wire
    if (!this.#options.plan.mallory) this.#wire?.attachPeer(peer)
    return send
  }

  onEvent(event: TimedEvent): void {
    this.#peerFault?.onTold?.()
    this.#wire?.onEvent(event)
    this.#exchange.onEvent(event)
    for (const told of this.#cases) told.onEvent(event)
  }

  onPeerEvent(event: PeerEvent): void {
    this.#peerFault?.onTold?.()
    if (event.type === 'pong') this.#latency = event.latencyMs
    this.#exchange.onPeerEvent(event)
    for (const told of this.#cases) told.onPeerEvent(event)
  }

  onSimulatedPeerEvent(event: PeerEvent): void {
    for (const told of this.#cases) told.onSimulatedPeerEvent(event)
  }

  stop(): void {
    this.#exchange.stop()
    this.#stimulus.stop()
    for (const told of this.#cases) told.stop()
  }

  #onReady(): void {
    for (const wireCase of this.#wireCases) {
      if (wireCase.isForReady) this.#wire?.add(wireCase.interferer)
      wireCase.isForReady = false
    }
    this.#stimulus.ready()
  }

  #onPassed(): void {
    const before = this.#packets
    const sent = this.#wire?.sent.passage.packets ?? 0
    const received = this.#wire?.received.passage.packets ?? 0
    this.#packets = { sent, received }
    const { direction } = this.#wanted()
    this.#stimulus.passed(this.#packets[direction] - before[direction])
  }

  /** How many packets the first of the faults that wait needs, and of which direction. */
  #wanted(): { readonly direction: WireFault['direction']; readonly packets: number } {
    for (const { fault, packetsWanted: packets } of this.#wireCases) {
      if (packets > 0) return { direction: fault.direction, packets }
    }
    const { fault } = this.#options.plan
    const direction = fault?.on === 'peer' && fault.place === 'peer' ? 'received' : 'sent'
    const isWaiting = fault?.on === 'peer' && this.#cases[0]?.isWaiting === true
    return { direction, packets: isWaiting ? 1 : 0 }
  }

  #addWireCase(fault: WireFault): WireCase {
    const passage = () => this.#wire?.[fault.direction].passage
    const plan = { on: 'wire', fault } as const
    const wireCase = new WireCase(fault, passage, (waitsFor) => this.#addCase(plan, waitsFor))
    this.#wireCases.push(wireCase)
    return wireCase
  }

  #addCase(plan: FaultPlan, waitsFor: () => WaitsFor): FaultCase {
    const { world, onChange } = this.#options
    const told = new FaultCase({
      plan,
      world,
      waitsFor,
      onChange,
      run: () => this.#run,
      isIdle: () => this.isIdle,
      latency: () => this.#latency,
    })
    this.#cases.push(told)
    return told
  }
}

/** In words; undefined: it can be. */
function faultProblem(plan: FaultPlan, { peer }: SessionSettings): string | undefined {
  if (plan.on === 'wire') return wireFaultProblem(plan.fault)
  const isTaken = plan.place === 'us' || peer === SIMULATED
  return isTaken ? undefined : 'Nobody can take the place of a peer that is not simulated.'
}

const tooLate = ({ direction }: WireFault): Refusal => ({
  code: 'PLACE_PASSED',
  text: `It is too late for that: what is ${direction} there has passed already.`,
})
