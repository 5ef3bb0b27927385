/** BIP34: a coinbase's script starts with the height of its block. */

import { OP } from '@scure/btc-signer/script.js'
import { scriptNumber } from './script-asm.js'
import { scriptOperations } from './script-operations.js'

/** Heights take up to three bytes until 2170; the coinbases before BIP34 begin with four. */
const MAX_HEIGHT_SIZE = 3

/** The height that a coinbase's script starts with; `undefined` where there is none. */
export function coinbaseHeight(script: Uint8Array): number | undefined {
  const [first] = scriptOperations(script)
  if (first === undefined) return undefined
  const { code, push } = first
  if (code >= OP.OP_1 && code <= OP.OP_16) return code - OP.OP_1 + 1
  if (push === undefined || push.length > MAX_HEIGHT_SIZE) return undefined
  const height = scriptNumber(push)
  return height > 0 ? height : undefined
}
