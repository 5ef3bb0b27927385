/** BIP324 §Overall packet encryption and decryption pseudocode: keystream for a whole epoch, and many packets in one go. */

import { KEY, open } from './aead'
import { xorBlocks } from './chacha20'

const REKEY_INTERVAL: u32 = 224
const BLOCK: usize = 64
const LENGTH_FIELD_LEN: u32 = 3
const HEADER_LEN: u32 = 1
const TAG_LEN: u32 = 16

/** Blocks 0 to 11 of some key and nonce: 704 bytes are the length fields of an epoch and the next key (C2). */
const KEYSTREAM_LEN: i32 = 12 * 64
export const KEYSTREAM: usize = memory.data(KEYSTREAM_LEN, 16)

/** Of each packet that was opened: where its header is, from the buffer's start, and the length of its contents. */
export const OPENED: usize = memory.data(224 * 8, 16)
/** How many bytes the packets that were opened took, and why no more were. */
export const TAKEN: usize = memory.data(8, 8)

const MORE: u32 = 0
const INCOMPLETE: u32 = 1
const TOO_LARGE: u32 = 2
const NOT_AUTHENTIC: u32 = 3

/** Of KEY, to KEYSTREAM. */
export function makeKeystream(n0: u32, n1: u32, n2: u32): void {
  memory.fill(KEYSTREAM, 0, KEYSTREAM_LEN)
  for (let c: u32 = 0; c < 12; c += 4) {
    const at = KEYSTREAM + (c as usize) * BLOCK
    xorBlocks(KEY, c, n0, n1, n2, at)
  }
}

/**
 * Opens packets in place, one behind the other, as many as are whole and authentic and of one epoch; all
 * have an empty AAD. The lengths' keystream is at KEYSTREAM.
 * @param first the number of the first within its epoch @param maxContents bytes @returns how many
 */
export function openPackets(at: usize, length: u32, first: u32, n1: u32, n2: u32, maxContents: u32): u32 {
  let taken: u32 = 0
  let n = first
  let why = MORE
  for (; n < REKEY_INTERVAL; n++) {
    const rest = length - taken
    why = INCOMPLETE
    if (rest < LENGTH_FIELD_LEN) break
    const packet = at + (taken as usize)
    const contents = lengthOf(packet, n)
    why = contents > maxContents ? TOO_LARGE : INCOMPLETE
    const size = LENGTH_FIELD_LEN + HEADER_LEN + contents + TAG_LEN
    if (why == TOO_LARGE || rest < size) break
    why = NOT_AUTHENTIC
    if (!open(packet + LENGTH_FIELD_LEN, HEADER_LEN + contents, 0, 0, n, n1, n2)) break
    const entry = OPENED + ((n - first) as usize) * 8
    store<u32>(entry, taken + LENGTH_FIELD_LEN)
    store<u32>(entry, contents, 4)
    taken += size
    why = MORE
  }
  store<u32>(TAKEN, taken)
  store<u32>(TAKEN, why, 4)
  return n - first
}

/** Packet n's length field XOR its 3 bytes of the keystream, little-endian. */
function lengthOf(packet: usize, n: u32): u32 {
  const key = KEYSTREAM + (n as usize) * LENGTH_FIELD_LEN
  const low = (load<u16>(packet) ^ load<u16>(key)) as u32
  const high = (load<u8>(packet, 2) ^ load<u8>(key, 2)) as u32
  return low | (high << 16)
}

export function forgetKeystream(): void {
  memory.fill(KEYSTREAM, 0, KEYSTREAM_LEN)
}
