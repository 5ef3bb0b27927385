/** The chain that the demo node tells of: so far, regtest's first block. */

import { type BlockHeader, blockHash } from '@v2scope/messages'

const HEADER = {
  version: 1,
  previousBlock: '0'.repeat(64),
  merkleRoot: '4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b',
  time: 1296688602,
  bits: 0x207fffff,
  nonce: 2,
}

/** The header of regtest's genesis block. */
export const REGTEST_GENESIS: BlockHeader = {
  ...HEADER,
  transactionCount: 0n,
  hash: blockHash(HEADER),
}
