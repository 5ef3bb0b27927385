/** What is in each block of the demo chain. */

import type { Transaction } from '@v2scope/messages'
import type { RandomBytes } from '../random-number.js'
import type { CoinKind } from './coin-kind.js'
import { inscription } from './inscription.js'
import { type DemoKeys, demoKeys } from './keys.js'
import { commit, fanIn, fanOut, fanOutToAll, payout, reveal } from './large-transactions.js'
import { legacyKinds } from './legacy-kinds.js'
import { seededBytes } from './seeded-bytes.js'
import { ANYONE_KIND, segwitKinds } from './segwit-kinds.js'
import { Spender } from './spender.js'
import { taprootKinds } from './taproot-kinds.js'

/** The height of the demo chain. */
export const DEMO_HEIGHT = 432
/** The height of its block of just under 4,000,000 bytes. */
export const FULL_BLOCK_HEIGHT = 340

/** In a block of an everyday size. */
const MAX_PAYMENTS = 2
const FAN_OUT_HEIGHT = 180
const FAN_IN_HEIGHT = 220
const PAYOUT_HEIGHT = 260
const INSCRIPTION_HEIGHT = 300
/** Bytes of the script. */
const INSCRIPTION_SIZE = 100_000
/**
 * Bytes of the script: with all else in its block just under MAX_BLOCK_WEIGHT of 4,000,000 (BIP141),
 * to which a byte of a witness adds 1 and any other 4.
 */
const FULL_BLOCK_SIZE = 3_998_500
/** Coins for who makes live payments. */
const FOR_ANYONE = 64

export class DemoPlan {
  readonly spender: Spender
  readonly #random: RandomBytes
  readonly #keys: DemoKeys
  #inscription: CoinKind | undefined

  constructor(seed: string) {
    this.#random = seededBytes(seed)
    this.#keys = demoKeys(seed)
    const kinds = [legacyKinds, segwitKinds, taprootKinds].flatMap((of) => of(this.#keys))
    this.spender = new Spender(this.#random, kinds)
  }

  /** To be asked for once a block, from the lowest height on: coins are spent by it. */
  transactions(height: number): Transaction[] {
    const spender = this.spender
    switch (height) {
      case FAN_OUT_HEIGHT:
        return [fanOutToAll(spender, height)]
      case FAN_IN_HEIGHT:
        return [fanIn(spender, height)]
      case PAYOUT_HEIGHT:
        return [payout(spender, height, this.#random)]
      case INSCRIPTION_HEIGHT - 1:
        return [this.#commit(height, INSCRIPTION_SIZE)]
      case FULL_BLOCK_HEIGHT - 1:
        return [this.#commit(height, FULL_BLOCK_SIZE)]
      case INSCRIPTION_HEIGHT:
      case FULL_BLOCK_HEIGHT:
        return this.#reveal(height) // and nothing else: a block may be full with it
      case DEMO_HEIGHT:
        return [
          fanOut(
            spender,
            height,
            Array.from({ length: FOR_ANYONE }, () => ANYONE_KIND),
          ),
        ]
      default:
        return spender.pay(height, MAX_PAYMENTS)
    }
  }

  #commit(height: number, size: number): Transaction {
    this.#inscription = inscription(this.#keys.alice, size)
    return commit(this.spender, height, this.#inscription)
  }

  #reveal(height: number): Transaction[] {
    return this.#inscription ? [reveal(this.spender, height, this.#inscription)] : []
  }
}
