/** Scripts of outputs, of every type that bitcoind's RPC names, and ones that come close to it. */

const HASH160 = 20
const SHA256 = 32
const CHECKMULTISIG = 0xae
const CHECKSIG = 0xac
const RETURN = 0x6a

/** Bytes that follow from a seed; the same on each run. */
const some = (length: number, seed: number): number[] =>
  Array.from({ length }, (_, i) => (seed * 167 + i * 73 + ((i * seed) >> 3)) & 0xff)
const push = (bytes: readonly number[]): number[] => [bytes.length, ...bytes]
const key = (prefix: number, seed: number): number[] =>
  push([prefix, ...some(prefix < 4 ? 32 : 64, seed)])
const keys = (count: number): number[] =>
  Array.from({ length: count }, (_, i) => key(i % 2 === 0 ? 2 : 3, i)).flat()
const op = (number: number): number => 0x50 + number
const scripts = (...all: number[][]): Uint8Array[] => all.map((bytes) => Uint8Array.from(bytes))

/** Outputs that nodes relay. */
export const STANDARD_OUTPUTS: readonly Uint8Array[] = scripts(
  [0x76, 0xa9, ...push(some(HASH160, 1)), 0x88, CHECKSIG],
  [0xa9, ...push(some(HASH160, 2)), 0x87],
  [0, ...push(some(HASH160, 3))],
  [0, ...push(some(SHA256, 4))],
  [op(1), ...push(some(SHA256, 5))],
)

const MULTISIGS = scripts(
  [op(1), ...keys(1), op(1), CHECKMULTISIG],
  [op(2), ...keys(3), op(3), CHECKMULTISIG],
  [op(1), ...key(4, 7), ...key(6, 8), op(2), CHECKMULTISIG],
  [op(1), ...keys(17), 1, 17, CHECKMULTISIG],
  [1, 18, ...keys(20), 1, 20, CHECKMULTISIG],
  [1, 20, ...keys(20), 1, 20, CHECKMULTISIG],
  // not: a number not in its shortest form, too few keys, too many, none, or one cut short
  [1, 1, ...keys(1), op(1), CHECKMULTISIG],
  [op(1), ...keys(16), 1, 16, CHECKMULTISIG],
  [op(3), ...keys(2), op(2), CHECKMULTISIG],
  [op(1), ...keys(21), 1, 21, CHECKMULTISIG],
  [op(1), op(1), CHECKMULTISIG],
  [0, op(1), CHECKMULTISIG],
  [0, ...keys(1), op(1), CHECKMULTISIG],
  [op(1), ...push([5, ...some(32, 9)]), op(1), CHECKMULTISIG],
  [op(1), ...push(some(3, 9)), CHECKMULTISIG],
  [op(1), 0x4c, 33, 2, ...some(32, 1), op(1), CHECKMULTISIG],
  [CHECKMULTISIG],
)
const PUBKEYS = scripts(
  [...key(2, 1), CHECKSIG],
  [...key(3, 2), CHECKSIG],
  [...key(4, 3), CHECKSIG],
  [...key(6, 3), CHECKSIG],
  [...key(7, 3), CHECKSIG],
  [...push([5, ...some(32, 1)]), CHECKSIG],
  [...push([2, ...some(64, 1)]), CHECKSIG],
  [0x4c, 33, 2, ...some(32, 1), CHECKSIG],
  [CHECKSIG],
)
const PROGRAMS = scripts(
  [op(1), 2, 0x4e, 0x73],
  [op(1), 2, 0x4e, 0x74],
  [op(2), 2, 0x4e, 0x73],
  [op(1), ...push(some(SHA256, 0))],
  [op(1), ...push(Array(SHA256).fill(0xff))],
  [op(1), ...push(some(33, 6))],
  [op(2), ...push(some(SHA256, 6))],
  [op(16), ...push(some(40, 6))],
  [op(16), ...push(some(41, 6))],
  [op(16), ...push(some(1, 6))],
  [0, ...push(some(21, 6))],
  [0, ...push(some(2, 6))],
  [0x4f, ...push(some(SHA256, 6))],
)
const NULL_DATA = scripts(
  [RETURN],
  [RETURN, ...push(some(75, 1))],
  [RETURN, 0x4c, 80, ...some(80, 2)],
  [RETURN, 0x4d, 4, 1, ...some(260, 2)],
  [RETURN, 0x4e, 3, 0, 0, 0, 1, 2, 3],
  [RETURN, 0, 0x4f, op(1), op(16)],
  [RETURN, op(0), 1, 5],
  [RETURN, 0x61],
  [RETURN, 5, 1],
  [RETURN, 0x4c],
)
const NONSTANDARD = scripts(
  [],
  [op(1)],
  [0x4c],
  [0x4d, 1],
  [75, 1, 2],
  [1, 0x80, 2, 0xff, 0xff, 4, 0xff, 0xff, 0xff, 0xff, 3, 0, 0, 0x80, 5, 1, 2, 3, 4, 5],
  [0x76, 0xa9, ...push(some(19, 1)), 0x88, CHECKSIG],
  [0x76, 0xa9, ...push(some(HASH160, 1)), 0x88, CHECKSIG, 0x61],
  [0xa9, ...push(some(HASH160, 2)), 0x88],
  [0xa9, 0x4c, HASH160, ...some(HASH160, 2), 0x87],
)
/** Every operation, one at a time: what each is called. */
const OPERATIONS = Array.from({ length: 0xff - 0x4f + 1 }, (_, i) => Uint8Array.of(0x4f + i, 0x51))

/** In groups, each of which is one transaction. Blocks may have them; nodes do not relay them. */
export const UNUSUAL_SCRIPTS: readonly (readonly Uint8Array[])[] = [
  MULTISIGS,
  PUBKEYS,
  PROGRAMS,
  NULL_DATA,
  NONSTANDARD,
  OPERATIONS,
]
