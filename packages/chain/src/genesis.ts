/** Regtest's first block, which every node has built in. */

import { concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { Script } from '@scure/btc-signer/script.js'
import { blockHash, toTransaction } from '@v2scope/messages'
import type { Block } from './block.js'
import { FINAL_SEQUENCE, NO_HASH, NO_INDEX } from './coinbase.js'
import { merkleRoot } from './merkle-root.js'
import { REGTEST_BITS } from './proof-of-work.js'
import { subsidyAt } from './subsidy.js'

const HEADLINE = 'The Times 03/Jan/2009 Chancellor on brink of second bailout for banks'
/** A number as the first miner wrote it: the bits of the main network, and 4. */
const PREFIX = hexToBytes('04ffff001d0104')
const PUBLIC_KEY = hexToBytes(
  '04678afdb0fe5548271967f1a67130b7105cd6a828e03909a67962e0ea1f61deb649f6bc3f4cef38c4f35504e51ec112de5c384df7ba0b8d578a4c702b6bf11d5f',
)

const COINBASE = toTransaction({
  version: 1,
  inputs: [
    {
      previousTxid: NO_HASH,
      previousIndex: NO_INDEX,
      scriptSig: concatBytes(PREFIX, Script.encode([utf8ToBytes(HEADLINE)])),
      sequence: FINAL_SEQUENCE,
      witness: [],
    },
  ],
  outputs: [
    {
      amount: subsidyAt(0),
      scriptPubKey: Script.encode([PUBLIC_KEY, 'CHECKSIG']),
    },
  ],
  lockTime: 0,
})

const HEADER = {
  version: 1,
  previousBlock: NO_HASH,
  merkleRoot: merkleRoot([COINBASE.txid]),
  time: 1296688602,
  bits: REGTEST_BITS,
  nonce: 2,
}

/** The genesis block of regtest. Its output can't be spent: nodes never counted it. */
export const GENESIS_BLOCK: Block = {
  header: { ...HEADER, hash: blockHash(HEADER) },
  transactions: [COINBASE],
}
