/** How an amount is shared out among outputs. */

import type { TransactionOutput } from '@v2scope/messages'
import { type RandomBytes, randomBelow } from '../random-number.js'
import type { CoinKind } from './coin-kind.js'

/** Satoshis: an output of less costs too much to spend. */
const SMALLEST_OUTPUT = 10_000n
/** The least and the range of what one output gets of what is left, in hundredths. */
const LEAST_SHARE = 10
const SHARE_RANGE = 60
const WHOLE = 100n

/** At random, the last one getting the rest; to the first ones alone where it's little. */
export function randomShares(
  random: RandomBytes,
  amount: bigint,
  kinds: readonly CoinKind[],
): TransactionOutput[] {
  const outputs: TransactionOutput[] = []
  let rest = amount
  for (const [i, { scriptPubKey }] of kinds.entries()) {
    const share = (rest * BigInt(LEAST_SHARE + randomBelow(random, SHARE_RANGE))) / WHOLE
    const isLast = i === kinds.length - 1 || share < SMALLEST_OUTPUT
    outputs.push({ amount: isLast ? rest : share, scriptPubKey })
    if (isLast) break
    rest -= share
  }
  return outputs
}

/** The same to each; what can't be divided is left to the miner. */
export const equalShares = (amount: bigint, kinds: readonly CoinKind[]): TransactionOutput[] =>
  kinds.map(({ scriptPubKey }) => ({ amount: amount / BigInt(kinds.length), scriptPubKey }))
