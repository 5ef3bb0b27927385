/** Words of the page in Chinese: what each field of each message is, and why it is there. */

import type { MessageFields } from '../message-fields.js'
import { addresses } from './message-fields/addresses.js'
import { any } from './message-fields/any.js'
import { blocks } from './message-fields/blocks.js'
import { bloomFilters } from './message-fields/bloom-filters.js'
import { compactBlocks } from './message-fields/compact-blocks.js'
import { compactFilters } from './message-fields/compact-filters.js'
import { inventory } from './message-fields/inventory.js'
import { peer } from './message-fields/peer.js'
import { reconciliation } from './message-fields/reconciliation.js'
import { transactions } from './message-fields/transactions.js'

export const messageFields: MessageFields = {
  ...any,
  ...peer,
  ...addresses,
  ...inventory,
  ...blocks,
  ...transactions,
  ...compactBlocks,
  ...bloomFilters,
  ...compactFilters,
  ...reconciliation,
}
