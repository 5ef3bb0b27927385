/** Mallory as a part of the Lab: between us and the peer she reads everything, and changes what she likes. */

import type { Peer } from '@v2scope/peer'
import type { Connect, LayeredRun, Refusal } from '@v2scope/recording'
import type { LabLayer, LabOptions } from '../lab.js'
import type { LabCommand, LabStanding } from '../plan.js'
import { changeMessage, feeFilterOf, problemOf } from './change-message.js'
import { MalloryConnection } from './mallory-connection.js'
import type { MalloryChange, MalloryPlan, MalloryStanding, ReadMessage } from './mallory-plan.js'
import { type MessagePiece, type Piece, toPiece } from './piece.js'
import { ReadLog } from './read-log.js'

const OVER: Refusal = { code: 'SESSION_OVER', text: 'This session is over; start another.' }

export class MalloryLayer implements LabLayer {
  readonly #options: LabOptions
  readonly #mode: MalloryPlan['mode']
  readonly #log = new ReadLog()
  #change: MalloryChange | undefined
  /** What had been changed when it was asked for. */
  #changedBefore = 0
  #connection: MalloryConnection | undefined
  #run: LayeredRun | undefined
  /** Our verack has passed: the peer takes other messages of ours. */
  #isIntroduced = false

  constructor(plan: MalloryPlan, options: LabOptions) {
    this.#options = options
    this.#mode = plan.mode
    // what can't be written into a message is as none
    this.#change = plan.change && problemOf(plan.change) ? undefined : plan.change
  }

  get standing(): LabStanding {
    const none = { role: 'initiator', transport: 'detecting' } as const
    const { withUs, withPeer } = this.#connection?.legs ?? { withUs: none, withPeer: none }
    const mallory: MalloryStanding = {
      mode: this.#mode,
      ...(this.#change && { change: this.#change }),
      withUs,
      withPeer,
      read: this.#log.latest,
      readCount: this.#log.count,
      changedCount: this.#log.changedCount,
      changedSince: this.#log.changedCount - this.#changedBefore,
      refused: this.#connection?.refused ?? 0,
    }
    return { mallory }
  }

  get isIdle(): boolean {
    return this.#connection?.isIdle ?? true
  }

  command(command: LabCommand): 'done' | Refusal | undefined {
    if (command.type !== 'change_messages') return undefined
    const { change } = command
    const problem = this.#run?.isOver ? OVER : change && problemOf(change)
    if (problem) return problem
    this.#change = change
    this.#changedBefore = this.#log.changedCount
    if (this.#isIntroduced) this.#addOwn()
    this.#options.onChange()
    return 'done'
  }

  attach(run: LayeredRun): void {
    this.#run = run
  }

  between(connect: Connect): Connect {
    const { settings, world } = this.#options
    return (handlers) => {
      this.#connection = new MalloryConnection({
        mode: this.#mode,
        settings,
        world,
        connect,
        handlers,
        onPiece: (piece, direction) => this.#read(piece, direction),
      })
      return this.#connection
    }
  }

  betweenPeer(_peer: Peer, send: (bytes: Uint8Array) => void): (bytes: Uint8Array) => void {
    return send
  }

  onEvent(): void {}

  onPeerEvent(): void {}

  onSimulatedPeerEvent(): void {}

  stop(): void {}

  #read(piece: Piece, direction: ReadMessage['direction']): readonly Piece[] {
    if (piece.kind === 'unread') return [piece]
    const { piece: instead, changed } =
      direction === 'to peer' && piece.kind === 'message' ? this.#changed(piece) : { piece }
    const time = this.#run?.time ?? 0
    this.#log.add(instead, { time, direction, ...(changed && { changed }) })
    if (direction === 'to us' || instead.kind !== 'message' || instead.messageType !== 'verack') {
      return [instead]
    }
    this.#isIntroduced = true
    const own = this.#own(instead.form)
    return own ? [instead, own] : [instead]
  }

  #changed(piece: MessagePiece): {
    readonly piece: MessagePiece
    readonly changed?: ReadMessage['changed']
  } {
    const { messageType, payload, form } = piece
    const changed = this.#change && changeMessage(this.#change, messageType, payload)
    if (!changed) return { piece }
    const { magic } = this.#options.settings
    return { piece: toPiece(magic, form, messageType, changed.payload), changed: changed.changed }
  }

  #addOwn(): void {
    const own = this.#own(this.#connection?.spoken === 'v1' ? 'v1' : 'short')
    if (own) this.#connection?.add(own)
  }

  /** One more fee filter: we may never send one by ourselves. @param form v1's, or another */
  #own(form: MessagePiece['form']): MessagePiece | undefined {
    if (this.#change?.kind !== 'fee filter') return undefined
    const { magic } = this.#options.settings
    const payload = feeFilterOf(this.#change.feeRate)
    const piece = toPiece(magic, form === 'v1' ? 'v1' : 'short', 'feefilter', payload)
    this.#log.add(piece, { time: this.#run?.time ?? 0, direction: 'to peer', isHers: true })
    return piece
  }
}
