/** What kind a scriptPubKey is of (`Solver` of Bitcoin Core), by its bytes alone. */

import { OP } from '@scure/btc-signer/script.js'
import { type ScriptOperation, scriptOperations } from './script-operations.js'

/** The names of Bitcoin Core's RPC. */
export type ScriptType =
  | 'pubkey'
  | 'pubkeyhash'
  | 'scripthash'
  | 'multisig'
  | 'nulldata'
  | 'witness_v0_keyhash'
  | 'witness_v0_scripthash'
  | 'witness_v1_taproot'
  | 'anchor'
  | 'witness_unknown'
  | 'nonstandard'

/** Bytes that pay to a hash or a program: those before it, its length and those after it. */
interface Template {
  readonly before: readonly number[]
  readonly size: number
  readonly after: readonly number[]
}

/** Bytes of HASH160. */
const HASH160_SIZE = 20
const SHA256_SIZE = 32
const PUBKEY_HASH: Template = {
  before: [OP.DUP, OP.HASH160, HASH160_SIZE],
  size: HASH160_SIZE,
  after: [OP.EQUALVERIFY, OP.CHECKSIG],
}
const SCRIPT_HASH: Template = {
  before: [OP.HASH160, HASH160_SIZE],
  size: HASH160_SIZE,
  after: [OP.EQUAL],
}

/** BIP141 §Witness program: a version of one byte and a push of 2..40. */
const MIN_PROGRAM_SIZE = 2
const MAX_PROGRAM_SIZE = 40
const PROGRAM_START = 2
/** BIP433: OP_1 and these two bytes. */
const ANCHOR_PROGRAM = [0x4e, 0x73]

/** SEC 1 §2.3.3: how long a key is, by its first byte. */
const COMPRESSED_KEY_SIZE = 33
const UNCOMPRESSED_KEY_SIZE = 65
const KEY_SIZES: ReadonlyMap<number, number> = new Map([
  [0x02, COMPRESSED_KEY_SIZE],
  [0x03, COMPRESSED_KEY_SIZE],
  [0x04, UNCOMPRESSED_KEY_SIZE],
  [0x06, UNCOMPRESSED_KEY_SIZE],
  [0x07, UNCOMPRESSED_KEY_SIZE],
])
/** MAX_PUBKEYS_PER_MULTISIG of Bitcoin Core. */
const MAX_MULTISIG_KEYS = 20
const OPS_OF_SMALL_NUMBERS = 16
/** Operations of a multisig with the most keys. */
const MAX_MULTISIG_OPERATIONS = MAX_MULTISIG_KEYS + 3

/** BIP141: what a scriptPubKey of a version and a program holds. */
export interface WitnessProgram {
  /** 0..16 */
  readonly version: number
  readonly program: Uint8Array
}

/** The hash between `before` and `after`; `undefined` where the script is not made that way. */
function fill({ before, size, after }: Template, script: Uint8Array): Uint8Array | undefined {
  const end = before.length + size
  if (script.length !== end + after.length) return undefined
  const fits =
    before.every((byte, i) => script[i] === byte) &&
    after.every((byte, i) => script[end + i] === byte)
  return fits ? script.subarray(before.length, end) : undefined
}

/** The hash of `OP_DUP OP_HASH160 <hash> OP_EQUALVERIFY OP_CHECKSIG`, a view. */
export const pubkeyHashOf = (script: Uint8Array): Uint8Array | undefined =>
  fill(PUBKEY_HASH, script)

/** BIP16: the hash of `OP_HASH160 <hash> OP_EQUAL`, a view. */
export const scriptHashOf = (script: Uint8Array): Uint8Array | undefined =>
  fill(SCRIPT_HASH, script)

/** The witness program that a scriptPubKey is; `undefined` where it is none. */
export function witnessProgramOf(script: Uint8Array): WitnessProgram | undefined {
  const [code = OP.INVALID, size = 0] = script
  if (script.length !== PROGRAM_START + size) return undefined
  if (size < MIN_PROGRAM_SIZE || size > MAX_PROGRAM_SIZE) return undefined
  const version = code === OP.OP_0 ? 0 : smallNumber(code)
  return version === undefined ? undefined : { version, program: script.subarray(PROGRAM_START) }
}

/** 1..16 for OP_1..OP_16. */
function smallNumber(code: number): number | undefined {
  return code >= OP.OP_1 && code <= OP.OP_16 ? code - OP.OP_1 + 1 : undefined
}

function programType({ version, program }: WitnessProgram): ScriptType {
  if (version === 0) {
    if (program.length === HASH160_SIZE) return 'witness_v0_keyhash'
    return program.length === SHA256_SIZE ? 'witness_v0_scripthash' : 'nonstandard'
  }
  if (version > 1) return 'witness_unknown'
  if (program.length === SHA256_SIZE) return 'witness_v1_taproot'
  const isAnchor =
    program.length === ANCHOR_PROGRAM.length &&
    ANCHOR_PROGRAM.every((byte, i) => program[i] === byte)
  return isAnchor ? 'anchor' : 'witness_unknown'
}

/** OP_RETURN, then pushes and nothing else. */
function isNullData(script: Uint8Array): boolean {
  if (script[0] !== OP.RETURN) return false
  for (const operation of scriptOperations(script.subarray(1))) {
    if (operation === undefined || operation.code > OP.OP_16) return false
  }
  return true
}

function isKey(push: Uint8Array | undefined): boolean {
  return push?.[0] !== undefined && KEY_SIZES.get(push[0]) === push.length
}

/** A number of keys, 1..20, in its shortest form: an operation up to 16, a byte above. */
function keyNumber({ code, push }: ScriptOperation): number | undefined {
  if (push === undefined) return smallNumber(code)
  const [value = 0] = push
  const isByte = code === 1 && value > OPS_OF_SMALL_NUMBERS && value <= MAX_MULTISIG_KEYS
  return isByte ? value : undefined
}

/** `m <key> … n OP_CHECKMULTISIG` */
function isMultisig(script: Uint8Array): boolean {
  if (script.at(-1) !== OP.CHECKMULTISIG) return false
  const operations: ScriptOperation[] = []
  for (const operation of scriptOperations(script)) {
    if (operation === undefined || operations.length === MAX_MULTISIG_OPERATIONS) return false
    operations.push(operation)
  }
  const [first, ...rest] = operations
  const [total, last] = rest.slice(-2)
  if (first === undefined || total === undefined || last?.code !== OP.CHECKMULTISIG) return false
  const keys = rest.slice(0, -2)
  const needed = keyNumber(first)
  if (needed === undefined || needed > keys.length) return false
  return keyNumber(total) === keys.length && keys.every(({ push }) => isKey(push))
}

/** `<key> OP_CHECKSIG`, the key pushed in the shortest form. */
function isPubkey(script: Uint8Array): boolean {
  const [size = 0] = script
  return (
    script.length === size + 2 && script.at(-1) === OP.CHECKSIG && isKey(script.subarray(1, -1))
  )
}

/** The type that Bitcoin Core's RPC names; no key is checked to be on the curve, as there. */
export function scriptType(script: Uint8Array): ScriptType {
  if (scriptHashOf(script) !== undefined) return 'scripthash'
  const program = witnessProgramOf(script)
  if (program !== undefined) return programType(program)
  if (isNullData(script)) return 'nulldata'
  if (isPubkey(script)) return 'pubkey'
  if (pubkeyHashOf(script) !== undefined) return 'pubkeyhash'
  return isMultisig(script) ? 'multisig' : 'nonstandard'
}
