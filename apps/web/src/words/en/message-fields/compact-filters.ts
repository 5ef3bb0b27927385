/** Words of the page in English: fields of compact block filters. */

import type { MessageFields } from '../../message-fields.js'

export const compactFilters: MessageFields<'compactFilters'> = {
  'compact filter.type': {
    what: 'Which kind of filter this is about; 0 is the basic one, of scripts.',
    why: 'Filters of other things can be added later without new messages (BIP158).',
  },
  'filter request.start height': {
    what: 'Height of the first block of the range.',
    why: 'A height is enough for the start, as the hash at the end already says of which chain.',
  },
  'filter request.stop hash': {
    what: 'Hash of the last block of the range.',
    why: 'A hash names one branch of the chain, where a height would mean another block after a reorganisation.',
  },
  'filter answer.stop hash': {
    what: 'The last block of the range, as it was asked for.',
    why: 'Several requests may be under way, and nothing else in the answer says which of them it belongs to.',
  },
  'cfilter.block hash': {
    what: 'The block whose filter this is.',
    why: 'One request is answered by a message for each block of its range, and each of them has to say which.',
  },
  'cfilter.filter': {
    what: 'A compressed set of the scripts that the block pays to and spends from.',
    why: 'A wallet tests its own scripts against it at home, so no node learns what it looks for, as with a bloom filter.',
  },
  'cfilter.element count': {
    what: 'N, how many elements the set has.',
    why: 'The hashes are spread over N × 784,931 numbers, so whoever tests a script needs N first.',
  },
  'cfilter.encoded set': {
    what: 'The differences between the sorted hashes of the elements, Golomb-Rice coded.',
    why: 'Differences of evenly spread numbers are small: an element takes some 21 bits instead of the 64 of its hash.',
  },
  'cfilter.no set': {
    what: 'Bytes that do not begin with an element count, and so are no set.',
    why: 'A peer can send anything as a filter; what it is worth shows when it is hashed and compared with other peers.',
  },
  'cfheaders.previous filter header': {
    what: 'The filter header of the block before the range.',
    why: 'The headers of the range follow from it and the hashes, and so join on to those that are known already.',
  },
  'cfheaders.filter hashes': {
    what: 'The hash of the filter of each block of the range, at most 2,000.',
    why: 'Headers are computed from them, not taken on trust, and two peers that differ are caught at one block.',
  },
  'cfheaders.count': {
    what: 'How many filter hashes follow.',
    why: 'There has to be one for each block from the start height to the stop hash, no more and no fewer.',
  },
  'cfheaders.filter hash': {
    what: 'Double SHA-256 of the filter of one block.',
    why: 'Hashed with the filter header before it, it gives the next one, so each header stands for all filters so far.',
  },
  'cfcheckpt.filter headers': {
    what: 'The filter header of every thousandth block up to the stop hash.',
    why: 'The stretches between them can be fetched from several peers at once, and each checked at its two ends.',
  },
  'cfcheckpt.count': {
    what: 'How many filter headers follow.',
    why: 'It follows from the height of the stop hash, a thousandth of it, so a wrong one gives the peer away.',
  },
  'cfcheckpt.filter header': {
    what: 'A hash that stands for the filters of all blocks up to this one.',
    why: 'Two peers that give the same 32 bytes agree on every filter before, without sending one.',
  },
}
