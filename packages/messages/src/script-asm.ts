/** Scripts in words, as Bitcoin Core writes them (`ScriptToAsmStr`, `GetOpName`). */

import { OP } from '@scure/btc-signer/script.js'
import { toHex } from './hex.js'
import { type ScriptOperation, scriptOperations } from './script-operations.js'

/** Operations shown of a script, and bytes shown of what one pushes. */
const MAX_SHOWN_OPERATIONS = 24
const MAX_SHOWN_PUSH = 80
/** A push this short is read as a number (`nDefaultMaxNumSize` in Bitcoin Core). */
const MAX_NUMBER_SIZE = 4
const SIGN_BIT = 0x80
const BYTE = 256

/** Numbers are pushed as such; the rest is `OP_` and the name. */
const NAMES: ReadonlyMap<number, string> = new Map([
  ...Object.entries(OP).map(([name, code]): [number, string] => [
    code,
    name.startsWith('OP_') ? name.slice('OP_'.length) : `OP_${name}`,
  ]),
  [OP['1NEGATE'], '-1'],
  [OP.INVALID, 'OP_INVALIDOPCODE'],
])

/** CScriptNum: little-endian, the top bit the sign. */
export function scriptNumber(bytes: Uint8Array): number {
  const size = bytes.reduceRight((value, byte) => value * BYTE + byte, 0)
  const top = SIGN_BIT * BYTE ** (bytes.length - 1)
  return size >= top ? -(size - top) : size
}

function showOperation({ code, push }: ScriptOperation): string {
  if (push === undefined) return NAMES.get(code) ?? 'OP_UNKNOWN'
  if (push.length === 0) return '0'
  if (push.length <= MAX_NUMBER_SIZE) return String(scriptNumber(push))
  if (push.length <= MAX_SHOWN_PUSH) return toHex(push)
  return `${toHex(push.subarray(0, MAX_SHOWN_PUSH))}…`
}

/**
 * A script in words: `OP_DUP OP_HASH160 1a2b… OP_EQUALVERIFY OP_CHECKSIG`. A push of up to four
 * bytes is shown as a number; `[error]` stands where a push goes beyond the end, `…` where more
 * would follow.
 */
export function showScript(script: Uint8Array): string {
  const words: string[] = []
  for (const operation of scriptOperations(script)) {
    if (words.length === MAX_SHOWN_OPERATIONS) return `${words.join(' ')} …`
    words.push(operation === undefined ? '[error]' : showOperation(operation))
  }
  return words.join(' ')
}
