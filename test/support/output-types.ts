/** Every type of output that bitcoind's RPC has a name for, in the order of the alphabet. */
export const OUTPUT_TYPES = [
  'anchor',
  'multisig',
  'nonstandard',
  'nulldata',
  'pubkey',
  'pubkeyhash',
  'scripthash',
  'witness_unknown',
  'witness_v0_keyhash',
  'witness_v0_scripthash',
  'witness_v1_taproot',
]
