/** Private keys, and other numbers with a bound (H9): compared byte by byte, in a time that tells nothing. */

import { type PrivateKey, toBytes32 } from './bytes.js'
import { LocalProtocolError } from './errors.js'

/** SEC 2 §2.4.1: N, the order of the group, big-endian. */
const GROUP_ORDER = Uint8Array.of(
  ...[
    0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xfe,
  ],
  ...[
    0xba, 0xae, 0xdc, 0xe6, 0xaf, 0x48, 0xa0, 0x3b, 0xbf, 0xd2, 0x5e, 0x8c, 0xd0, 0x36, 0x41, 0x41,
  ],
)

/** Whether 32 bytes, big-endian, are 1..bound−1. @param bound 32 bytes */
export function isWithin(bytes: Uint8Array, bound: Uint8Array): boolean {
  let any = 0
  let borrow = 0
  for (let i = bound.length - 1; i >= 0; i--) {
    const byte = bytes[i] ?? 0
    any |= byte
    borrow = (byte - (bound[i] ?? 0) - borrow) >>> 31 // 1 where it went below 0
  }
  return any !== 0 && borrow === 1
}

/** Whether 32 bytes are 1..N−1. */
export const isPrivateKey = (bytes: Uint8Array): bytes is PrivateKey => isWithin(bytes, GROUP_ORDER)

/** 32 bytes, big-endian, 1..N−1 (H9). @throws {LocalProtocolError} `BAD_PRIVATE_KEY` otherwise. */
export function toPrivateKey(value: unknown): PrivateKey {
  const bytes = toBytes32(value, 'a private key')
  if (isPrivateKey(bytes)) return bytes
  throw new LocalProtocolError(
    'BAD_PRIVATE_KEY',
    'a private key must be 1..N−1, big-endian; one that is all zeros has perhaps been used and wiped',
  )
}
