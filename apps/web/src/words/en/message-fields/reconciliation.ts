/** Words of the page in English: fields of set reconciliation. */

import type { MessageFields } from '../../message-fields.js'

export const reconciliation: MessageFields<'reconciliation'> = {
  'sendtxrcncl.version': {
    what: 'The version of reconciliation that the sender speaks; 1 is the first.',
    why: 'A better scheme may come later, and both sides must mean the same one before they begin.',
  },
  'sendtxrcncl.salt': {
    what: "A random number, the sender's share in the key of the short ids.",
    why: 'With a key of its own for each connection, nobody can make two transactions that collide everywhere.',
  },
  'reqrecon.set size': {
    what: 'How many transactions the sender would have to announce.',
    why: 'The peer compares it with its own number to judge how large a sketch must be.',
  },
  'reqrecon.q': {
    what: 'A guess of which share of the sets differs beyond their sizes, in parts of 32,767.',
    why: 'Too small a sketch fails and too large a one wastes bytes, so the guess is bettered after each round.',
  },
  'sketch.sketch': {
    what: 'Sums of powers of the short ids, four bytes for each difference that can be found.',
    why: "Combined with the peer's own sketch only the differences are left, so its size does not grow with the sets.",
  },
  'reconcildiff.success': {
    what: 'Whether the sketch was enough to find the difference.',
    why: 'If it was not, both sides announce everything by inv, so that no transaction is lost.',
  },
  'reconcildiff.short ids': {
    what: 'Transactions that the sender lacks.',
    why: 'The peer announces these by inv and no others, which is what the whole round is for.',
  },
  'reconcildiff.count': {
    what: 'How many short ids follow.',
    why: 'It is 0 after a failure, or where the sender lacks nothing that its peer has.',
  },
  'reconcildiff.short id': {
    what: 'Four bytes of a salted hash of the wtxid.',
    why: 'A sketch works with small numbers, and among the few hundred of a round 32 bits seldom collide.',
  },
}
