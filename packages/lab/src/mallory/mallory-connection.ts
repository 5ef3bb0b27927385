/** Mallory's way to the peer, in place of ours: two connections, and all that goes from one to the other. */

import { concatBytes, MAX_CONTENTS_LEN } from '@v2scope/bip324'
import type {
  Connect,
  Connection,
  ConnectionHandlers,
  SessionSettings,
  SessionWorld,
} from '@v2scope/recording'
import { MalloryLeg } from './mallory-leg.js'
import type { Leg, MalloryPlan, ReadMessage } from './mallory-plan.js'
import type { Piece } from './piece.js'
import { PromptWire } from './prompt-wire.js'

/** What waits for a side that is not ready, in bytes: more than one packet of any size. */
const MOST_WAITING = 2 * MAX_CONTENTS_LEN

type Side = 'us' | 'peer'

export interface MalloryConnectionOptions {
  readonly mode: MalloryPlan['mode']
  readonly settings: Pick<SessionSettings, 'role' | 'magic'>
  readonly world: SessionWorld
  readonly connect: Connect
  readonly handlers: ConnectionHandlers
  /** Takes what she reads; says what goes on in its place. */
  readonly onPiece: (piece: Piece, direction: ReadMessage['direction']) => readonly Piece[]
}

/**
 * The initiator finds a responder in her, and the responder an initiator. She speaks to the responder
 * as she is spoken to, and answers the initiator only once she has been answered: so who hangs up on
 * a key is found to hang up on a key (S2), and v1 stays v1.
 */
export class MalloryConnection implements Connection {
  readonly #options: MalloryConnectionOptions
  readonly #way: Connection
  readonly #toUs: PromptWire
  readonly #initiator: Side
  readonly #responder: Side
  readonly #withInitiator: MalloryLeg
  #withResponder: MalloryLeg | undefined
  /** Of a responder that speaks before it is spoken to. */
  #early: Uint8Array[] = []
  #refused = 0
  #isOver = false

  constructor(options: MalloryConnectionOptions) {
    const { settings, world, connect, handlers } = options
    this.#options = options
    this.#initiator = settings.role === 'initiator' ? 'us' : 'peer'
    this.#responder = settings.role === 'initiator' ? 'peer' : 'us'
    this.#withInitiator = this.#newLeg('responder', 'v2')
    this.#toUs = new PromptWire(world, (bytes) => handlers.onBytes(bytes))
    this.#way = connect({
      onOpen: (addresses) => handlers.onOpen(addresses),
      onBytes: (bytes) => this.#receive('peer', bytes),
      onEnd: () => this.#end(() => handlers.onEnd()),
      onFailure: (failure) => this.#end(() => handlers.onFailure(failure)),
      onChange: () => handlers.onChange(),
    })
  }

  get backlog(): number {
    return this.#waitingBytes + this.#way.backlog
  }

  /** The peer's own word, of its connection: which is hers. */
  get peerReportedSessionId(): string | undefined {
    return this.#way.peerReportedSessionId
  }

  /** Connections that she has ended because they were not v1. */
  get refused(): number {
    return this.#refused
  }

  /** Whether nothing is on its way to us. */
  get isIdle(): boolean {
    return this.#toUs.isIdle
  }

  get isOver(): boolean {
    return this.#isOver
  }

  get legs(): { readonly withUs: Leg; readonly withPeer: Leg } {
    const notYet: Leg = { role: 'initiator', transport: 'detecting' }
    const withInitiator = this.#withInitiator.standing
    const withResponder = this.#withResponder?.standing ?? notYet
    return this.#initiator === 'us'
      ? { withUs: withInitiator, withPeer: withResponder }
      : { withUs: withResponder, withPeer: withInitiator }
  }

  /** What is spoken; undefined before it is known. */
  get spoken(): 'v1' | 'v2' | undefined {
    return this.#withInitiator.spoken
  }

  open(): void {
    this.#toUs.during(() => this.#way.open())
  }

  send(bytes: Uint8Array): void {
    this.#toUs.during(() => this.#receive('us', bytes))
  }

  /** Sends the peer something of hers. */
  add(piece: Piece): void {
    if (this.#isOver) return
    this.#leg('peer')?.send(piece)
    this.#flush()
  }

  close(): void {
    this.#isOver = true
    this.#toUs.cut()
    this.#wipe()
    this.#way.close()
  }

  get #waitingBytes(): number {
    const early = this.#early.reduce((sum, { length }) => sum + length, 0)
    return early + this.#withInitiator.waitingBytes + (this.#withResponder?.waitingBytes ?? 0)
  }

  #newLeg(role: 'initiator' | 'responder', transport: 'v1' | 'v2'): MalloryLeg {
    const { settings, world } = this.#options
    return new MalloryLeg({ role, transport, magic: settings.magic, random: world.random })
  }

  #leg(side: Side): MalloryLeg | undefined {
    return side === this.#initiator ? this.#withInitiator : this.#withResponder
  }

  #receive(from: Side, bytes: Uint8Array): void {
    if (this.#isOver || bytes.length === 0) return
    const leg = this.#leg(from)
    if (leg) this.#take(leg, from, bytes)
    else this.#early.push(bytes)
    if (!this.#isOver && this.#waitingBytes > MOST_WAITING) this.#hangUp()
  }

  #take(leg: MalloryLeg, from: Side, bytes: Uint8Array): void {
    const { pieces, isBroken } = leg.receive(bytes)
    if (!this.#withResponder) this.#dial()
    if (this.#isOver) return
    for (const piece of pieces) this.#pass(piece, from)
    this.#flush()
    if (isBroken) this.#hangUp()
  }

  /** Speaks to the responder, once she knows how. */
  #dial(): void {
    const { spoken, hasTheirKey } = this.#withInitiator
    if (spoken === undefined) return
    if (spoken === 'v2' && this.#options.mode === 'downgrade') {
      if (hasTheirKey) this.#refuse()
      return
    }
    const leg = this.#newLeg('initiator', spoken)
    this.#withResponder = leg
    const early = concatBytes(...this.#early)
    this.#early = []
    if (early.length > 0) this.#take(leg, this.#responder, early)
  }

  #refuse(): void {
    this.#refused += 1
    this.#hangUp()
  }

  #pass(piece: Piece, from: Side): void {
    const to = this.#leg(from === 'us' ? 'peer' : 'us')
    const direction = from === 'us' ? 'to peer' : 'to us'
    for (const instead of this.#options.onPiece(piece, direction)) to?.send(instead)
  }

  #flush(): void {
    const callee = this.#withResponder
    if (!callee) return
    this.#put(this.#responder, callee)
    if (this.spoken === 'v1' || callee.hasHeard) this.#put(this.#initiator, this.#withInitiator)
  }

  #put(to: Side, leg: MalloryLeg): void {
    const output = leg.takeOutput()
    if (output.length === 0) return
    if (to === 'us') this.#toUs.push(output)
    else this.#way.send(output)
  }

  /** The peer has ended it, or the way to it has. */
  #end(tell: () => void): void {
    if (this.#isOver) return
    for (const piece of this.#leg('peer')?.end() ?? []) this.#pass(piece, 'peer')
    this.#flush()
    this.#isOver = true
    this.#toUs.end(tell)
    this.#wipe()
  }

  /** Ends both. */
  #hangUp(): void {
    this.#isOver = true
    this.#way.close()
    this.#toUs.end(() => this.#options.handlers.onEnd())
    this.#wipe()
  }

  #wipe(): void {
    this.#early = []
    this.#withInitiator.wipe()
    this.#withResponder?.wipe()
  }
}
