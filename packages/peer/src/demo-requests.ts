/** What a caller has asked of the chain and hasn't got yet: answered one thing at a time, in order. */

import { assertNever, type RandomBytes } from '@v2scope/bip324'
import type {
  GetBlocksMessage,
  GetBlockTxnMessage,
  GetDataMessage,
  GetHeadersMessage,
  InventoryItem,
  Message,
} from '@v2scope/messages'
import { inventoryKindName } from '@v2scope/messages'
import type { ChainBlock, ChainView } from './chain.js'
import { blockMessage, compactBlock, missingTransactions, withoutWitness } from './demo-blocks.js'

/** MAX_HEADERS_RESULTS of Bitcoin Core. */
const MAX_HEADERS = 2000
/** What getblocks is answered with at most, hashes. */
const MAX_BLOCK_HASHES = 500
/** MAX_CMPCTBLOCK_DEPTH of Bitcoin Core: an older block is sent whole. */
const MAX_COMPACT_DEPTH = 5
/** MAX_BLOCKTXN_DEPTH of Bitcoin Core: of an older block all is sent. */
const MAX_MISSING_DEPTH = 10
const KIND_BLOCK = 2

export type ChainRequest =
  | GetHeadersMessage
  | GetBlocksMessage
  | GetBlockTxnMessage
  | GetDataMessage

/** A message of getdata is taken apart: `done` of its items are answered. */
interface Waiting {
  readonly request: ChainRequest
  done: number
  readonly missing: InventoryItem[]
}

export interface DemoRequestsOptions {
  readonly chain: ChainView
  readonly random: RandomBytes
  readonly send: (message: Message) => void
  /** Is told up to which height the caller knows the headers now. */
  readonly onKnown: (height: number) => void
}

/** Of a getdata each item is answered by itself. */
const answersOf = (request: ChainRequest): number =>
  request.type === 'getdata' ? request.inventory.length : 1

/** What one answer frees of what a request takes while it waits: numbers and hashes that it holds. */
function weightOf(request: ChainRequest): number {
  switch (request.type) {
    case 'getdata':
      return 1
    case 'getblocktxn':
      return 1 + request.indexes.length
    default:
      return 1 + request.locator.length
  }
}

export class DemoRequests {
  readonly #options: DemoRequestsOptions
  readonly #queue: Waiting[] = []
  #size = 0

  constructor(options: DemoRequestsOptions) {
    this.#options = options
  }

  /** How many things were asked and wait: requests, and the items, indexes and hashes that they hold. */
  get size(): number {
    return this.#size
  }

  add(request: ChainRequest): void {
    if (answersOf(request) === 0) return
    this.#queue.push({ request, done: 0, missing: [] })
    this.#size += answersOf(request) * weightOf(request)
  }

  /** Answers the oldest. @returns false where none waited */
  serveNext(): boolean {
    const [waiting] = this.#queue
    if (!waiting) return false
    this.#serve(waiting)
    waiting.done += 1
    this.#size -= weightOf(waiting.request)
    if (waiting.done < answersOf(waiting.request)) return true
    this.#queue.shift()
    const { missing } = waiting
    if (missing.length > 0) this.#options.send({ type: 'notfound', inventory: missing })
    return true
  }

  #serve({ request, done, missing }: Waiting): void {
    switch (request.type) {
      case 'getheaders':
        this.#sendHeaders(request)
        break
      case 'getblocks':
        this.#sendHashes(request)
        break
      case 'getblocktxn':
        this.#sendMissing(request)
        break
      case 'getdata': {
        const item = request.inventory[done]
        if (item && !this.#sendItem(item)) missing.push(item)
        break
      }
      default:
        assertNever(request)
    }
  }

  /** One header by its hash gets silence where it is unknown. */
  #sendHeaders({ locator, stopHash }: GetHeadersMessage): void {
    const { chain, send, onKnown } = this.#options
    if (locator.length === 0 && chain.heightOf(stopHash) === undefined) return
    const headers = chain.headersAfter(locator, stopHash, MAX_HEADERS)
    send({ type: 'headers', headers })
    const known = headers.at(-1)?.hash ?? locator.find((hash) => chain.heightOf(hash) !== undefined)
    onKnown((known === undefined ? undefined : chain.heightOf(known)) ?? 0)
  }

  #sendHashes({ locator, stopHash }: GetBlocksMessage): void {
    const { chain, send } = this.#options
    const hashes = chain.hashesAfter(locator, stopHash, MAX_BLOCK_HASHES)
    const kindName = inventoryKindName(KIND_BLOCK)
    const inventory = hashes.map((hash) => ({ kind: KIND_BLOCK, kindName, hash }))
    if (inventory.length > 0) send({ type: 'inv', inventory })
  }

  /** An unknown block, and a position behind its end, get silence. */
  #sendMissing({ blockHash, indexes }: GetBlockTxnMessage): void {
    const { chain, send } = this.#options
    const block = chain.blockOf(blockHash)
    if (!block) return
    const isOld = this.#depthOf(block) > MAX_MISSING_DEPTH
    const answer = isOld ? blockMessage(block) : missingTransactions(block, indexes)
    if (answer) send(answer)
  }

  /** @returns false for a transaction that isn't here; an unknown block gets silence, as from any node */
  #sendItem(item: InventoryItem): boolean {
    switch (item.kindName) {
      case 'block':
      case 'witness block':
      case 'compact block':
        this.#sendBlock(item)
        return true
      case 'tx':
      case 'witness tx':
      case 'wtx':
        return this.#sendTransaction(item)
      case 'filtered block': // needs a filter, which this node doesn't take (no NODE_BLOOM)
      case 'filtered witness block':
      case 'error':
      case 'unknown':
        return true
      default:
        return assertNever(item.kindName)
    }
  }

  #sendBlock({ kindName, hash }: InventoryItem): void {
    const { chain, random, send } = this.#options
    const block = chain.blockOf(hash)
    if (!block) return
    if (kindName === 'block') {
      send(blockMessage({ ...block, transactions: block.transactions.map(withoutWitness) }))
    } else if (kindName === 'compact block' && this.#depthOf(block) <= MAX_COMPACT_DEPTH) {
      send(compactBlock(block, random))
    } else {
      send(blockMessage(block))
    }
  }

  #sendTransaction({ kindName, hash }: InventoryItem): boolean {
    const { chain, send } = this.#options
    const transaction = chain.transaction(hash)
    if (!transaction) return false
    if ((kindName === 'wtx' ? transaction.wtxid : transaction.txid) !== hash) return false
    send({
      type: 'tx',
      transaction: kindName === 'tx' ? withoutWitness(transaction) : transaction,
    })
    return true
  }

  #depthOf({ header }: ChainBlock): number {
    const { chain } = this.#options
    return chain.height - (chain.heightOf(header.hash) ?? 0)
  }
}
