/** A caller of the demo node, and the demo node's side of the connection, in memory. */

import { Networks } from '@v2scope/bip324'
import { type Message, MessageError } from '@v2scope/messages'
import { type Chain, lightChain } from '../../chain/src/index.js'
import { DemoPeer, type DemoPeerOptions, type PeerOptions } from '../src/index.js'
import { carry, newSide, type Side, seededRandom, TestClock } from './pair.js'

/** What a caller has heard that says nothing of the chain. */
const GREETING = ['version', 'verack', 'wtxidrelay', 'sendaddrv2', 'sendheaders', 'sendcmpct']

export class DemoSession {
  readonly chain: Chain
  readonly demo: DemoPeer
  readonly caller: Side
  readonly #demoSide: Side
  #seen = 0

  constructor(
    chain: Chain,
    ours: Partial<PeerOptions> = {},
    theirs: Partial<DemoPeerOptions> = {},
  ) {
    const clock = new TestClock()
    this.chain = chain
    this.caller = newSide(clock, ours)
    this.demo = new DemoPeer({
      role: 'responder',
      magic: Networks.regtest.magic,
      random: seededRandom('demo'),
      now: clock.now,
      unixTime: () => 1_700_000_000,
      chain,
      onEvent: () => {},
      ...theirs,
    })
    this.#demoSide = { peer: this.demo.peer, events: [], types: () => [] }
    this.heard()
  }

  /** Sends, and gives what came back. */
  ask(...messages: readonly Message[]): Message[] {
    this.heard()
    for (const message of messages) this.caller.peer.send(message)
    return this.heard()
  }

  /** What has come since this was asked before, without greetings. */
  heard(): Message[] {
    carry(this.caller, this.#demoSide)
    const news = this.caller.events.slice(this.#seen)
    this.#seen = this.caller.events.length
    return news.flatMap((event) => {
      if (event.type !== 'message') return []
      if (event.decoded instanceof MessageError) throw event.decoded
      const { message } = event.decoded
      return GREETING.includes(message.type) || message.type === 'feefilter' ? [] : [message]
    })
  }
}

export const newChain = (): Chain => lightChain(seededRandom('chain'))
