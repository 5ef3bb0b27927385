/** Words of the page in English: the glossary, terms of Bitcoin. */

import type { Glossary } from '../../glossary.js'

export const bitcoin: Glossary<'bitcoin'> = {
  transaction: {
    term: 'transaction',
    definition:
      'It spends outputs of earlier transactions and makes new ones; this is how bitcoins move.',
  },
  txid: {
    term: 'txid',
    definition: 'The name of a transaction: the hash of it without its witnesses.',
  },
  wtxid: {
    term: 'wtxid',
    definition:
      'The hash of a transaction with its witnesses. It differs where the witnesses do, even if the txid is the same.',
  },
  witness: {
    term: 'witness',
    definition:
      'The signatures and other proofs of an input, kept apart from the rest of the transaction since SegWit (BIP141).',
  },
  script: {
    term: 'script',
    definition:
      'A small program in an output that says who may spend it. An address is a short way to write one.',
  },
  block: {
    term: 'block',
    definition: 'A header and the transactions that it confirms, on average every ten minutes.',
  },
  block_header: {
    term: 'block header',
    definition:
      '80 bytes that name the block before, stand for all transactions and hold the proof of work.',
  },
  merkle_root: {
    term: 'merkle root',
    definition:
      'One hash for many things, made by hashing them in pairs until one is left. A few hashes prove that a thing is among them.',
  },
  coinbase: {
    term: 'coinbase',
    definition:
      'The first transaction of a block, by which its miner is paid new coins and the fees.',
  },
  mempool: {
    term: 'mempool',
    definition: 'The unconfirmed transactions that a node knows.',
  },
  inventory: {
    term: 'inventory',
    definition:
      'A list of blocks and transactions by their hashes: offered with inv, asked for with getdata.',
  },
  locator: {
    term: 'locator',
    definition:
      'Hashes of blocks from the newest back to the first, ever further apart. By it a peer finds the last block that both chains share.',
  },
  compact_block: {
    term: 'compact block',
    definition:
      'A block that names its transactions by six bytes each, as the receiver has nearly all of them already (BIP152).',
  },
  bloom_filter: {
    term: 'bloom filter',
    definition:
      'A field of bits that tells whether something is in a set, at times wrongly. Light wallets once told nodes by it which transactions they want (BIP37).',
  },
  compact_filter: {
    term: 'compact filter',
    definition:
      'A compressed set of all scripts of a block. A light wallet fetches it and looks for its own without telling anybody (BIP157, BIP158).',
  },
  fee_rate: {
    term: 'fee rate',
    definition: 'What a transaction pays for its size, here in satoshis for 1,000 virtual bytes.',
  },
  reconciliation: {
    term: 'reconciliation',
    definition:
      'Two peers compare small sketches of their sets of transactions and announce only what differs (BIP330).',
  },
}
