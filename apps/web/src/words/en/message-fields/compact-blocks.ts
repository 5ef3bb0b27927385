/** Words of the page in English: fields of compact blocks. */

import type { MessageFields } from '../../message-fields.js'

export const compactBlocks: MessageFields<'compactBlocks'> = {
  'sendcmpct.high bandwidth': {
    what: 'Whether new blocks are to come as cmpctblock at once, without being announced.',
    why: 'It saves a round trip but may bring one block several times, so a node asks it of three peers at most.',
  },
  'sendcmpct.version': {
    what: 'The version of compact blocks; 2 makes the short ids of wtxids.',
    why: 'Version 1 went by txids, which say nothing of witnesses, so a block could not be rebuilt with certainty.',
  },
  'cmpctblock.nonce': {
    what: 'A random number that, with the header, is the key of the short ids.',
    why: 'Ids differ from block to block and from sender to sender, so nobody can prepare transactions that collide.',
  },
  'cmpctblock.short ids': {
    what: "The transactions that are not sent whole, six bytes each, in the block's order.",
    why: 'The receiver has nearly all of them in its mempool, and rebuilds a block of megabytes from some 20 kB.',
  },
  'cmpctblock.short id count': {
    what: 'How many short ids follow.',
    why: 'With the transactions that are sent whole it gives the number in the block, 65,535 at most.',
  },
  'cmpctblock.short id': {
    what: '48 bits of SipHash-2-4 of the wtxid, under a key made of header and nonce.',
    why: 'Six bytes are mistaken so seldom that the merkle root, which notices it, hardly ever has to.',
  },
  'cmpctblock.prefilled': {
    what: 'Transactions that are sent whole.',
    why: 'The receiver cannot have the coinbase yet, and asking for it would cost a round trip with every block.',
  },
  'cmpctblock.prefilled count': {
    what: 'How many whole transactions follow.',
    why: 'It is nearly always 1: a sender may add what it thinks the peer lacks, but mostly sends the coinbase alone.',
  },
  'cmpctblock.prefilled item': {
    what: 'One whole transaction, and its place in the block.',
    why: 'The short ids leave gaps for these, and the place says which gap this one fills.',
  },
  'cmpctblock.index': {
    what: 'Its place in the block; on the wire, how many transactions lie between it and the prefilled one before.',
    why: 'A difference is a small number that takes a byte or three, and the places cannot go backwards.',
  },
  'getblocktxn.block hash': {
    what: 'The block that could not be rebuilt without these transactions.',
    why: 'Compact blocks may come from several peers and of several blocks, and a place alone names no block.',
  },
  'getblocktxn.indexes': {
    what: 'Places in the block of the transactions that are wanted, ascending.',
    why: 'What was not found is known by a short id alone, which two transactions may share; a place is never in doubt.',
  },
  'getblocktxn.index count': {
    what: 'How many places follow.',
    why: 'The answer has exactly so many transactions, so nothing in it needs to say which is which.',
  },
  'getblocktxn.index': {
    what: 'A place in the block; on the wire, how many transactions lie between it and the place before.',
    why: 'Transactions that are lacking often stand side by side, and each neighbour costs one byte of 0.',
  },
  'blocktxn.block hash': {
    what: 'The block that these transactions are of.',
    why: 'The half-built block waits under this hash, and an answer for any other is ignored.',
  },
  'blocktxn.transactions': {
    what: 'The transactions that getblocktxn asked for, in its order.',
    why: 'With them the block is complete, and the merkle root tells whether it was put together rightly.',
  },
  'blocktxn.transaction count': {
    what: 'How many transactions follow.',
    why: 'It has to be the number that was asked for; a peer that sends more or fewer is misbehaving.',
  },
}
