/** Faults in a session: brought about, watched, and what came of them. */

import type { Peer, PeerEvent, TransportMaker } from '@v2scope/peer'
import type { Connect, LayeredRun, Refusal, TimedEvent } from '@v2scope/recording'
import type { LabLayer, LabOptions } from '../lab.js'
import type { LabCommand, LabStanding } from '../plan.js'
import { FaultCase } from './fault-case.js'
import type { FaultPlan, WirePlan } from './fault-plan.js'
import type { WaitsFor } from './fault-standing.js'
import { FaultyWire } from './faulty-wire.js'
import { Interferer } from './interferer.js'
import { type PeerFault, peerFault } from './peer-fault.js'
import { Stimulus } from './stimulus.js'
import type { WireFault } from './wire-fault.js'
import { wireFaultProblem } from './wire-fault-problem.js'

/** A fault of the wire, and what is there to bring it about. */
interface WireCase {
  readonly fault: WireFault
  readonly interferer: Interferer
  readonly standing: FaultCase
}

export class FaultLayer implements LabLayer {
  readonly #options: LabOptions
  readonly #peerFault: PeerFault | undefined
  readonly #cases: FaultCase[] = []
  readonly #wireCases: WireCase[] = []
  readonly #stimulus: Stimulus
  /** Of the plan: from when version and verack have been exchanged. */
  #forReady: WireCase | undefined
  #wire: FaultyWire | undefined
  #run: LayeredRun | undefined
  #latency: number | undefined
  /** The peer's verack has come; ours has been told. */
  #isReady = false
  #hasSentVerack = false
  #cancelReady: (() => void) | undefined
  /** What had passed when it was looked before. */
  #packets = { sent: 0, received: 0 }

  constructor(options: LabOptions) {
    this.#options = options
    const { plan, settings, world } = options
    const { fault } = plan
    this.#stimulus = new Stimulus({
      world,
      run: () => this.#run,
      wanted: () => this.#wanted().packets,
    })
    if (fault?.on === 'peer') {
      const standing = this.#addCase(fault, () => ({ thing: 'misbehaviour' }))
      const onDone = () => standing.happened()
      this.#peerFault = peerFault(fault, { settings, world, onDone })
    }
    if (fault?.on === 'wire') {
      const wireCase = this.#addWireCase(fault)
      if (fault.fault.where.at === 'next packet') this.#forReady = wireCase
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
    const faults = this.#cases.map(({ standing }) => standing)
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
    const wireCase = this.#addWireCase({ on: 'wire', fault })
    this.#wire?.add(wireCase.interferer)
    this.#stimulus.renew()
    return 'done'
  }

  attach(run: LayeredRun): void {
    this.#run = run
  }

  between(connect: Connect): Connect {
    return (handlers) => {
      const { settings, world } = this.#options
      const transport = this.weSpeak ?? settings.transport
      const onPassed = () => this.#onPassed()
      const { role } = settings
      const wire = new FaultyWire(connect, handlers, { role, transport, world, onPassed })
      this.#wire = wire
      for (const fault of this.#peerFault?.wire ?? []) wire.add(new Interferer(fault, () => {}))
      for (const wireCase of this.#wireCases) {
        if (wireCase !== this.#forReady) wire.add(wireCase.interferer)
      }
      return wire
    }
  }

  betweenPeer(peer: Peer, send: (bytes: Uint8Array) => void): (bytes: Uint8Array) => void {
    this.#wire?.attachPeer(peer)
    return send
  }

  onEvent(event: TimedEvent): void {
    this.#peerFault?.onTold?.()
    this.#wire?.onEvent(event)
    if (isOurVerack(event)) this.#exchanged({ sent: true })
    for (const standing of this.#cases) standing.onEvent(event)
  }

  onPeerEvent(event: PeerEvent): void {
    this.#peerFault?.onTold?.()
    if (event.type === 'pong') this.#latency = event.latencyMs
    if (event.type === 'ready') this.#exchanged({ received: true })
    for (const standing of this.#cases) standing.onPeerEvent(event)
  }

  onSimulatedPeerEvent(event: PeerEvent): void {
    for (const standing of this.#cases) standing.onSimulatedPeerEvent(event)
  }

  stop(): void {
    this.#cancelReady?.()
    this.#stimulus.stop()
    for (const standing of this.#cases) standing.stop()
  }

  /** Version and verack, both: what waits for that begins when ours has gone out. */
  #exchanged({ sent = false, received = false }): void {
    this.#hasSentVerack ||= sent
    this.#isReady ||= received
    if (!this.#hasSentVerack || !this.#isReady) return
    this.#cancelReady = this.#options.world.after(0, () => {
      const forReady = this.#forReady
      this.#forReady = undefined
      if (forReady) this.#wire?.add(forReady.interferer)
      this.#stimulus.ready()
    })
  }

  #onPassed(): void {
    const before = this.#packets
    const sent = this.#wire?.sent.passage.packets ?? 0
    const received = this.#wire?.received.passage.packets ?? 0
    this.#packets = { sent, received }
    const { direction } = this.#wanted()
    this.#stimulus.passed(this.#packets[direction] - before[direction])
  }

  /** What the first of the faults that wait needs, of packets; those of the handshake come by themselves. */
  #wanted(): { readonly direction: WireFault['direction']; readonly packets: number } {
    for (const { fault, interferer, standing } of this.#wireCases) {
      const { direction, where } = fault
      const passage = this.#wire?.[direction].passage
      const packets = interferer.packetsAwaited ?? passage?.packetsUntil(where) ?? 0
      if (standing.isWaiting && packets > 0) return { direction, packets }
    }
    const { fault } = this.#options.plan
    const direction = fault?.on === 'peer' && fault.place === 'peer' ? 'received' : 'sent'
    const isWaiting = fault?.on === 'peer' && this.#cases[0]?.isWaiting === true
    return { direction, packets: isWaiting ? 1 : 0 }
  }

  #addWireCase(plan: WirePlan): WireCase {
    const { fault } = plan
    const waitsFor = (): WaitsFor => this.#waitsFor(wireCase)
    const standing = this.#addCase(plan, waitsFor)
    const interferer = new Interferer(fault, (deed) => standing.happened(deed))
    const wireCase = { fault, interferer, standing }
    this.#wireCases.push(wireCase)
    return wireCase
  }

  #waitsFor(wireCase: WireCase): WaitsFor {
    if (wireCase === this.#forReady) return { thing: 'ready' }
    const { fault, interferer } = wireCase
    const { direction, where } = fault
    const count = interferer.packetsAwaited
    if (count !== undefined) return { thing: 'packets', direction, count }
    const { bytes = 0, packets = 0 } = this.#wire?.[direction].passage ?? {}
    return { thing: 'place', direction, where, bytes, packets }
  }

  #addCase(plan: FaultPlan, waitsFor: () => WaitsFor): FaultCase {
    const { world, onChange } = this.#options
    const standing = new FaultCase({
      plan,
      world,
      waitsFor,
      onChange,
      run: () => this.#run,
      isIdle: () => this.isIdle,
      latency: () => this.#latency,
    })
    this.#cases.push(standing)
    return standing
  }
}

const isOurVerack = (event: TimedEvent): boolean =>
  event.direction === 'sent' && 'messageType' in event && event.messageType === 'verack'

const tooLate = ({ direction }: WireFault): Refusal => ({
  code: 'PLACE_PASSED',
  text: `It is too late for that: what is ${direction} there has passed already.`,
})
