/** Amounts of money: satoshis on the wire, bitcoins for people. */

import { signed64 } from './number-field.js'

/** Satoshis in a bitcoin (COIN in Bitcoin Core). */
const SATOSHIS_IN_BITCOIN = 100_000_000n
const DECIMALS = 8

/** Satoshis as `0.50000000 BTC`, always with eight decimals. */
export function showAmount(satoshis: bigint): string {
  const size = satoshis < 0n ? -satoshis : satoshis
  const sign = satoshis < 0n ? '-' : ''
  const decimals = String(size % SATOSHIS_IN_BITCOIN).padStart(DECIMALS, '0')
  return `${sign}${size / SATOSHIS_IN_BITCOIN}.${decimals} BTC`
}

/** An amount of eight bytes. */
export const AMOUNT = signed64('amount', 'output.amount', {
  show: showAmount,
  unit: 'satoshi',
})
