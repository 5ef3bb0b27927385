/** Blocks and transactions as bitcoind's RPC writes them, and as we do for comparison. */
import { toHex } from '@v2scope/bip324'
import {
  type BlockHeaderFields,
  decodeMessage,
  describeScript,
  encodeTransaction,
  type FieldSpan,
  type Transaction,
  type TransactionInput,
  type TransactionOutput,
} from '@v2scope/messages'
import { expect } from 'vitest'

export interface RpcInput {
  readonly txid?: string
  readonly vout?: number
  readonly coinbase?: string
  readonly scriptSig?: { readonly hex: string; readonly asm: string }
  readonly txinwitness?: readonly string[]
  readonly sequence: number
}

export interface RpcOutput {
  /** Bitcoins. */
  readonly value: number
  readonly n: number
  readonly scriptPubKey: {
    readonly asm: string
    readonly hex: string
    readonly type: string
    readonly address?: string
  }
}

export interface RpcTransaction {
  readonly txid: string
  /** The wtxid. */
  readonly hash: string
  readonly version: number
  readonly size: number
  readonly weight: number
  readonly locktime: number
  readonly vin: readonly RpcInput[]
  readonly vout: readonly RpcOutput[]
}

export interface RpcHeader {
  readonly hash: string
  readonly height: number
  readonly version: number
  readonly previousblockhash: string
  readonly merkleroot: string
  readonly time: number
  readonly bits: string
  readonly nonce: number
  readonly nTx: number
}

export interface RpcBlock extends RpcHeader {
  readonly size: number
  readonly tx: readonly RpcTransaction[]
}

const SATOSHIS_IN_BITCOIN = 1e8
const NO_WITNESS_WEIGHT = 3
const ZEROS = '0'.repeat(64)

/** The header as `getblockheader` has it, but for what follows from the chain. */
export const headerJson = (header: BlockHeaderFields & { hash: string }) => ({
  hash: header.hash,
  version: header.version,
  previousblockhash: header.previousBlock,
  merkleroot: header.merkleRoot,
  time: header.time,
  bits: header.bits.toString(16),
  nonce: header.nonce,
})

function inputJson(input: TransactionInput) {
  const spent =
    input.previousTxid === ZEROS
      ? { coinbase: toHex(input.scriptSig) }
      : {
          txid: input.previousTxid,
          vout: input.previousIndex,
          scriptSig: { hex: toHex(input.scriptSig) },
        }
  const witness = input.witness.length === 0 ? {} : { txinwitness: input.witness.map(toHex) }
  return { ...spent, ...witness, sequence: input.sequence }
}

const outputJson = ({ amount, scriptPubKey }: TransactionOutput, n: number) => ({
  value: Number(amount) / SATOSHIS_IN_BITCOIN,
  n,
  scriptPubKey: { hex: toHex(scriptPubKey), ...describeScript(scriptPubKey, 'regtest') },
})

/** What `getrawtransaction` and `getblock` say of a transaction that we have decoded. */
export function transactionJson(transaction: Transaction) {
  const size = encodeTransaction(transaction).length
  const bare = encodeTransaction(transaction, 'without witness').length
  return {
    txid: transaction.txid,
    hash: transaction.wtxid,
    version: transaction.version,
    size,
    weight: NO_WITNESS_WEIGHT * bare + size,
    locktime: transaction.lockTime,
    vin: transaction.inputs.map(inputJson),
    vout: transaction.outputs.map(outputJson),
  }
}

function* allSpans(spans: readonly FieldSpan[]): Generator<FieldSpan> {
  for (const span of spans) {
    yield span
    yield* allSpans(span.children ?? [])
  }
}

/** What the spans show of each output's script, where it has any bytes: type, address or words. */
function shownScripts(messageType: string, payload: Uint8Array): string[] {
  const { fields } = decodeMessage(messageType, payload, { network: 'regtest' })
  return [...allSpans(fields)]
    .filter(({ name }) => /^output \d+$/.test(name))
    .flatMap(({ children }) => children?.find(({ name }) => name === 'script')?.value ?? [])
}

/** The same from the RPC's words, none of it cut short. */
function rpcScripts(transactions: readonly RpcTransaction[]): string[] {
  return transactions.flatMap(({ vout }) =>
    vout
      .filter(({ scriptPubKey }) => scriptPubKey.hex !== '')
      .map(({ scriptPubKey: { type, address, asm } }) => `${type} ${address ?? asm}`),
  )
}

/** Expects of each output's script what the RPC says, up to `…` where its span is cut short. */
export function expectScripts(
  messageType: string,
  payload: Uint8Array,
  transactions: readonly RpcTransaction[],
): void {
  const shown = shownScripts(messageType, payload)
  const said = rpcScripts(transactions)
  expect(shown).toHaveLength(said.length)
  for (const [i, text] of shown.entries()) {
    const whole = text.replace(/ ?….*$/, '')
    expect(said[i]?.slice(0, text.includes('…') ? whole.length : undefined)).toBe(whole)
  }
}
