/** What a message asks for, and what it brings: as keys that are the same on both sides. */

import type { BlockLocator, HeadersMessage, InventoryItem, Message } from '@v2scope/messages'
import type { AnswerKind } from './item.js'

/** Any of the keys settles what was asked for, or names what was brought. */
export type Keys = readonly string[]

/** Of a message that asks: what, and each thing that is wanted. */
export interface Asked {
  readonly what: AnswerKind
  readonly wants: readonly Keys[]
}

/** Of a message that answers. */
export interface Brought {
  readonly things: readonly Keys[]
  /** Names what it is a part of, and does not settle. */
  readonly partOf?: string
}

/** An announcement by headers has at most so many: MAX_BLOCKS_TO_ANNOUNCE of Bitcoin Core. */
const MOST_ANNOUNCED = 8
/** In a locator: a block that nobody knows. */
const NO_HASH = '0'.repeat(64)

const BLOCK_HASHES = 'inv of blocks'
const TRANSACTION_HASHES = 'inv of transactions'
const ADDRESSES = 'addresses'
const FILTERS = 'filters'
/** Headers that can't be an announcement. */
const HEADERS = 'headers'
/** Headers of whatever kind. */
const ANY_HEADERS = 'any headers'

/**
 * A getblocktxn for an old block is answered with all of it. Each want is one thing; all that a getheaders, getblocks, getaddr, mempool or getcfilters asks for
 * is one, since how much comes is up to the peer.
 */
export function askedBy(message: Message): Asked | undefined {
  switch (message.type) {
    case 'ping':
      return { what: 'pong', wants: [[pong(message.nonce)]] }
    case 'getheaders':
      return { what: 'headers', wants: [headersWanted(message)] }
    case 'getblocks':
      return { what: 'inventory', wants: [[BLOCK_HASHES]] }
    case 'mempool':
      return { what: 'inventory', wants: [[TRANSACTION_HASHES]] }
    case 'getdata':
      return askedByInventory(message.inventory)
    case 'getblocktxn':
      return {
        what: 'block transactions',
        wants: [[blockTransactions(message.blockHash), block(message.blockHash)]],
      }
    case 'getaddr':
      return { what: 'addresses', wants: [[ADDRESSES]] }
    case 'getcfilters':
      return { what: 'filters', wants: [[filter(message.stopHash), FILTERS]] }
    case 'getcfheaders':
      return { what: 'filter headers', wants: [[filterHeaders(message.stopHash)]] }
    case 'getcfcheckpt':
      return { what: 'filter checkpoints', wants: [[checkpoints(message.stopHash)]] }
    default:
      return undefined
  }
}

export function broughtBy(message: Message): Brought {
  switch (message.type) {
    case 'pong':
      return { things: [[pong(message.nonce)]] }
    case 'headers':
      return { things: [headersBrought(message)] }
    case 'inv':
      return { things: [[hasBlocks(message.inventory) ? BLOCK_HASHES : TRANSACTION_HASHES]] }
    case 'block':
    case 'merkleblock':
    case 'cmpctblock':
      return { things: [[block(message.header.hash)]] }
    case 'tx': {
      const { wtxid, txid } = message.transaction
      return { things: [[transaction(wtxid), transaction(txid)]] }
    }
    case 'notfound':
      return { things: message.inventory.map((item) => [inventoryKey(item)]) }
    case 'blocktxn':
      return { things: [[blockTransactions(message.blockHash)]] }
    case 'addr':
    case 'addrv2':
      return { things: [[ADDRESSES]] }
    case 'cfilter':
      return { things: [[filter(message.blockHash)]], partOf: FILTERS }
    case 'cfheaders':
      return { things: [[filterHeaders(message.stopHash)]] }
    case 'cfcheckpt':
      return { things: [[checkpoints(message.stopHash)]] }
    default:
      return { things: [] }
  }
}

function askedByInventory(inventory: readonly InventoryItem[]): Asked | undefined {
  if (inventory.length === 0) return undefined
  const wants = inventory.map((item) => [inventoryKey(item)])
  if (inventory.every(isBlock)) return { what: 'block', wants }
  return { what: hasBlocks(inventory) ? 'block and transaction' : 'transaction', wants }
}

/**
 * A getheaders is answered by headers that follow a block of its locator, or by none at all. Who
 * knows no block of the locator answers from the first block on: then, that it is no announcement
 * shows only where it is longer than those ever are.
 */
function headersWanted({ locator, stopHash }: BlockLocator): Keys {
  if (locator.length === 0) return [header(stopHash), HEADERS]
  const isFromStart = locator.every((hash) => hash === NO_HASH)
  return [...locator.map(headersAfter), HEADERS, ...(isFromStart ? [ANY_HEADERS] : [])]
}

/** The most telling first. */
function headersBrought({ headers }: HeadersMessage): Keys {
  const [first] = headers
  if (!first) return [HEADERS]
  const keys = [headersAfter(first.previousBlock), header(first.hash), ANY_HEADERS]
  return headers.length > MOST_ANNOUNCED ? [...keys, HEADERS] : keys
}

const isBlock = ({ kindName }: InventoryItem) => kindName.includes('block')
const hasBlocks = (inventory: readonly InventoryItem[]) => inventory.some(isBlock)
const inventoryKey = (item: InventoryItem) =>
  isBlock(item) ? block(item.hash) : transaction(item.hash)

const pong = (nonce: bigint) => `pong ${nonce}`
const block = (hash: string) => `block ${hash}`
const transaction = (hash: string) => `transaction ${hash}`
const header = (hash: string) => `header ${hash}`
const headersAfter = (hash: string) => `headers after ${hash}`
const filter = (hash: string) => `filter ${hash}`
const filterHeaders = (hash: string) => `filter headers ${hash}`
const checkpoints = (hash: string) => `checkpoints ${hash}`
const blockTransactions = (hash: string) => `block transactions ${hash}`
