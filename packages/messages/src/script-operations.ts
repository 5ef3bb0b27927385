/** A script's operations, one by one (`GetScriptOp` of Bitcoin Core). */

import { OP } from '@scure/btc-signer/script.js'

/** One operation. */
export interface ScriptOperation {
  readonly code: number
  /** What it pushes, a view; absent where it pushes nothing that stands in the script. */
  readonly push?: Uint8Array
}

/** Bytes of the length that follows each of these. */
const LENGTH_SIZES: ReadonlyMap<number, number> = new Map([
  [OP.PUSHDATA1, 1],
  [OP.PUSHDATA2, 2],
  [OP.PUSHDATA4, 4],
])
const BYTE = 256

function littleEndian(bytes: Uint8Array): number {
  return bytes.reduceRight((value, byte) => value * BYTE + byte, 0)
}

/** Gives the operations in order; `undefined`, as the last, where a push goes beyond the end. */
export function* scriptOperations(script: Uint8Array): Generator<ScriptOperation | undefined> {
  let offset = 0
  while (offset < script.length) {
    const code = script[offset] ?? 0
    offset += 1
    if (code > OP.PUSHDATA4) {
      yield { code }
      continue
    }
    const lengthSize = LENGTH_SIZES.get(code) ?? 0
    const lengthEnd = offset + lengthSize
    const length = lengthSize === 0 ? code : littleEndian(script.subarray(offset, lengthEnd))
    if (lengthEnd + length > script.length) {
      yield undefined
      return
    }
    yield { code, push: script.subarray(lengthEnd, lengthEnd + length) }
    offset = lengthEnd + length
  }
}
