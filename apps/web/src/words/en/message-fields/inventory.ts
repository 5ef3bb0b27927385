/** Words of the page in English: fields of the inventory. */

import type { MessageFields } from '../../message-fields.js'

export const inventory: MessageFields<'inventory'> = {
  'inv.inventory': {
    what: 'The blocks and transactions that the sender offers, at most 50,000.',
    why: 'An offer takes 36 bytes, so a peer that already has the thing is not sent all of it again.',
  },
  'getdata.inventory': {
    what: 'The blocks and transactions that the sender wants, at most 50,000.',
    why: 'Only what is asked for is sent, and only from one peer, though many may have offered it.',
  },
  'notfound.inventory': {
    what: 'What was asked for with getdata and cannot be sent.',
    why: 'The asker need not wait until its patience ends, and turns to another peer at once.',
  },
  'inventory.count': {
    what: 'How many items follow.',
    why: 'A peer that sends more than 50,000 is misbehaving, as a list costs its receiver more work than its sender.',
  },
  'inventory.item': {
    what: 'One block or transaction: its kind and its hash.',
    why: 'All kinds take the same 36 bytes, so one list can offer blocks and transactions side by side.',
  },
  'inventory.kind': {
    what: 'What the hash is of: 1 is a transaction by its txid, 2 a block, 5 a transaction by its wtxid.',
    why: 'One block can be asked for whole, filtered, compact or with witnesses, and its hash is the same each time.',
  },
  'inventory.hash': {
    what: 'The hash of the block or the transaction.',
    why: 'It names the thing and checks it: what arrives is hashed again, and has to give the same.',
  },
}
