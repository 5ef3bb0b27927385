/** What a block may create. */

/** Regtest's nSubsidyHalvingInterval, in blocks. */
export const HALVING_INTERVAL = 150
/** 50 bitcoins, in satoshis. */
const FIRST_SUBSIDY = 5_000_000_000n
const MAX_HALVINGS = 64

/** Satoshis that a block of regtest may create on top of its fees. */
export function subsidyAt(height: number): bigint {
  const halvings = Math.floor(height / HALVING_INTERVAL)
  return halvings >= MAX_HALVINGS ? 0n : FIRST_SUBSIDY >> BigInt(halvings)
}
