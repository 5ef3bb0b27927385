/** Words of the page in English: fields of bloom filters and of the proofs that go with them. */

import type { MessageFields } from '../../message-fields.js'

export const bloomFilters: MessageFields<'bloomFilters'> = {
  'filterload.filter': {
    what: 'Bits, of which everything that the sender looks for has set a few.',
    why: 'A light wallet is sent what concerns it, and some of what does not as cover; the cover proved thin.',
  },
  'filterload.hash functions': {
    what: 'How many bits each thing sets, 50 at most.',
    why: 'More of them mean fewer matches by chance, and the limit keeps the test of a transaction cheap for the node.',
  },
  'filterload.tweak': {
    what: 'A random number that is added to the seed of each hash function.',
    why: 'Without it the same matches by chance would hit every filter, and somebody could make things that match them all.',
  },
  'filterload.flags': {
    what: 'What the node adds to the filter by itself when an output matches.',
    why: 'The transaction that spends this output then matches too, without a new filter from the wallet.',
  },
  'filteradd.element': {
    what: 'One more thing to match: a key, a hash, an outpoint or a txid, 520 bytes at most.',
    why: 'A wallet that makes a new key need not send its whole filter again.',
  },
  'merkleblock.transaction count': {
    what: 'How many transactions the whole block has.',
    why: 'The shape of the hash tree follows from it, and without the shape the hashes have no place.',
  },
  'merkleblock.hashes': {
    what: 'Hashes of what matched and of the branches beside it, in the order in which the tree is walked.',
    why: 'The merkle root is computed from them again, which proves that the transactions are in the block.',
  },
  'merkleblock.hash count': {
    what: 'How many hashes follow.',
    why: 'It grows with the depth of the tree: one transaction of 2,000 is proved with about 12.',
  },
  'merkleblock.hash': {
    what: 'The hash of a transaction, or of two hashes below it.',
    why: 'A branch in which nothing matched is told by one hash, however many transactions it holds.',
  },
  'merkleblock.flags': {
    what: 'A bit for each step of the walk: go down here, or take the next hash as it stands.',
    why: 'The same hashes could make different trees, and a leaf that matched has to be told from one beside it.',
  },
}
