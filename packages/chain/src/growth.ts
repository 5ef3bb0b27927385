/** How a chain grows by itself: payments without a key, and blocks that take them up. */

import { utf8ToBytes } from '@noble/hashes/utils.js'
import { Script } from '@scure/btc-signer/script.js'
import type { TransactionOutput } from '@v2scope/messages'
import { type Block, makeBlock } from './block.js'
import type { Chain } from './chain.js'
import type { PendingTransaction } from './mempool.js'
import { freeCoin, openSpend } from './open-spend.js'
import { type RandomBytes, randomBelow } from './random-number.js'
import { ANYONE_SCRIPT, dataScript } from './script.js'

/** Satoshis. */
const SMALLEST_PAYMENT = 10_000
const PAYMENT_RANGE = 1_000_000
const MAX_PAYMENTS = 3
/** Satoshis for 1000 virtual bytes. */
const SMALLEST_FEE_RATE = 2000
const FEE_RATE_RANGE = 20_000
/** More than any payment and its fee. */
const ENOUGH = 4_000_000n
const KEY_HASH_SIZE = 20
const TAPROOT_KEY_SIZE = 32
/** One in so many payments carries a note. */
const NOTE_EVERY = 4
const NOTE = utf8ToBytes('v2scope')

/** To a witness program that nobody has a key for. */
function paymentScript(random: RandomBytes): Uint8Array {
  const isTaproot = randomBelow(random, 2) === 1
  const program = random(isTaproot ? TAPROOT_KEY_SIZE : KEY_HASH_SIZE)
  return Script.encode([isTaproot ? 1 : 0, program])
}

function payments(random: RandomBytes): TransactionOutput[] {
  const outputs = Array.from({ length: 1 + randomBelow(random, MAX_PAYMENTS) }, () => ({
    amount: BigInt(SMALLEST_PAYMENT + randomBelow(random, PAYMENT_RANGE)),
    scriptPubKey: paymentScript(random),
  }))
  if (randomBelow(random, NOTE_EVERY) === 0)
    outputs.push({ amount: 0n, scriptPubKey: dataScript(NOTE) })
  return outputs
}

/** Puts one more payment into the mempool; undefined where no coin is free. */
export function addPayment(chain: Chain, random: RandomBytes): PendingTransaction | undefined {
  const coin = freeCoin(chain, ENOUGH)
  if (!coin) return undefined
  const pending = openSpend({
    coin,
    payments: payments(random),
    feeRate: BigInt(SMALLEST_FEE_RATE + randomBelow(random, FEE_RATE_RANGE)),
  })
  chain.mempool.add(pending)
  return pending
}

/**
 * Adds a block with all that is in the mempool; its reward is for anyone.
 * @param time seconds from 1970, fractions left out; later where the rules want it
 */
export function addBlock(chain: Chain, time: number): Block {
  const pending = chain.mempool.all()
  const block = makeBlock({
    previousBlock: chain.tip.header.hash,
    height: chain.height + 1,
    time: Math.max(Math.floor(time), chain.medianTimePast + 1),
    transactions: pending.map(({ transaction }) => transaction),
    fees: pending.reduce((sum, { fee }) => sum + fee, 0n),
    payTo: ANYONE_SCRIPT,
  })
  chain.append(block)
  return block
}
