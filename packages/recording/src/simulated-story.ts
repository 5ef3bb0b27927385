/** What we do in a simulated session, decided by its seed: so that there is something to see. */

import { encodeMessage, MessageError } from '@v2scope/messages'
import { type PeerEvent, randomBelow } from '@v2scope/peer'
import type { SessionCommand } from './session-command.js'
import type { SessionWorld } from './session-world.js'

/** Between these times, in ms from the start, each of them happens. */
const HEADERS_AT = [1500, 3000] as const
const BLOCK_AT = [4000, 7000] as const
const PING_AT = [9000, 15_000] as const
const DECOYS_AT = [
  [8000, 20_000],
  [20_000, 40_000],
  [40_000, 55_000],
] as const
/** Contents of a decoy, at most, in bytes. */
const MOST_DECOY = 1000
/** BIP144: a block with its witnesses. */
const WITNESS_BLOCK = 0x40000002

export class Story {
  readonly #world: SessionWorld
  readonly #run: (command: SessionCommand) => void
  #newestHash: string | undefined

  /** @param run what can't be done then is left out */
  constructor(world: SessionWorld, run: (command: SessionCommand) => void) {
    this.#world = world
    this.#run = run
    this.#at(HEADERS_AT, () => run({ type: 'ask_headers' }))
    this.#at(BLOCK_AT, () => this.#askForBlock())
    this.#at(PING_AT, () => run({ type: 'ping' }))
    for (const between of DECOYS_AT) {
      const size = randomBelow(world.random, MOST_DECOY + 1)
      this.#at(between, () => run({ type: 'send_decoy', size }))
    }
  }

  onPeerEvent(event: PeerEvent): void {
    if (event.type !== 'message' || event.decoded instanceof MessageError) return
    const { message } = event.decoded
    if (message.type === 'headers') this.#newestHash = message.headers.at(-1)?.hash
  }

  #at([from, to]: readonly [number, number], action: () => void): void {
    this.#world.after(from + randomBelow(this.#world.random, to - from), action)
  }

  #askForBlock(): void {
    const hash = this.#newestHash
    if (hash === undefined) return
    const inventory = [{ kind: WITNESS_BLOCK, kindName: 'witness block', hash }] as const
    const payload = encodeMessage({ type: 'getdata', inventory })
    this.#run({ type: 'send_message', messageType: 'getdata', payload, form: 'short' })
  }
}
