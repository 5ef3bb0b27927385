/** Words of the page in English: fields of blocks, their headers, and of asking for them. */

import type { MessageFields } from '../../message-fields.js'

export const blocks: MessageFields<'blocks'> = {
  'block header': {
    what: 'The 80 bytes at the head of a block, shown by their hash.',
    why: 'The proof of work is in them alone, so that a chain can be checked without any transaction of it.',
  },
  'block header.version': {
    what: 'A number whose bits tell which upgrades the miner is ready for.',
    why: 'A soft fork takes effect once enough miners signal here that they will enforce it (BIP9).',
  },
  'block header.previous block': {
    what: 'The hash of the block before this one.',
    why: 'It makes the blocks a chain: who changes an old one has to redo its work and that of every block since.',
  },
  'block header.merkle root': {
    what: "One hash that stands for all of the block's transactions.",
    why: 'No transaction can be changed, added or left out without changing it, yet a few hashes prove that one is in it.',
  },
  'block header.time': {
    what: 'When the miner says that the block was made.',
    why: 'The difficulty is set from these times, so they must pass the median of the last 11 blocks and not run two hours ahead.',
  },
  'block header.bits': {
    what: 'The target that the hash of the block may not exceed, in a short form of four bytes.',
    why: 'The lower it is, the more work a block takes; it is set every 2,016 blocks so that one comes in ten minutes.',
  },
  'block header.nonce': {
    what: 'A number that the miner varies until the hash meets the target.',
    why: 'Nothing but trying finds a hash that is low enough, and each try needs something to change in the header.',
  },
  'block.transactions': {
    what: 'All transactions of the block, the coinbase first.',
    why: 'The coinbase pays the miner, and each other one may spend only what stands before it.',
  },
  'block.transaction count': {
    what: 'How many transactions the block has.',
    why: 'The header does not tell it, and the block ends where the last of them ends.',
  },
  'headers.headers': {
    what: 'Headers, each of the block after the one before it, at most 2,000.',
    why: 'A new node checks the work of the whole chain by its headers first, then fetches blocks from many peers at once.',
  },
  'headers.count': {
    what: 'How many headers follow.',
    why: 'A full 2,000 means that there may be more, and the receiver asks on from the last.',
  },
  'headers.transaction count': {
    what: 'Always 0: a header comes without transactions.',
    why: 'To the first software a header was a block with an empty list, and so the list is still there.',
  },
  'locator.version': {
    what: "The sender's protocol version once more.",
    why: 'It is left over from how the first software stored a locator: no node has ever looked at it.',
  },
  'locator.locator': {
    what: "Blocks of the sender's chain: the newest ones, then ever fewer back to the first.",
    why: 'Wherever two chains parted, some thirty hashes are enough to find the last block that they share.',
  },
  'locator.hash': {
    what: 'The hash of a block that the sender has.',
    why: 'The peer answers with what follows the first of these that is in its own chain.',
  },
  'getheaders.locator count': {
    what: 'How many hashes follow; with none, only the header of the stop hash is asked for.',
    why: 'Each hash makes the peer look it up, and more than 101 cost the sender its connection.',
  },
  'getheaders.stop hash': {
    what: 'The last header that is wanted; zeros ask for as many as there are, 2,000 at most.',
    why: 'Who lacks one stretch of the chain, or one header, is not sent all that comes after.',
  },
  'getblocks.locator count': {
    what: 'How many hashes follow; with none, the answer starts right after the first block of all.',
    why: 'A new node knows nothing but the first block, so an empty list has to be a question too.',
  },
  'getblocks.stop hash': {
    what: 'The last block that is wanted; zeros ask for as many as there are, 500 at most.',
    why: 'The answer is an inv of 500 hashes, and the chain was fetched portion by portion before headers came first.',
  },
}
