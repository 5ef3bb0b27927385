/** RFC 8439 §2.8: ChaCha20-Poly1305, in place. */

import { forgetStream, makeStream, STREAM, xorAndTake, xorBlocks, xorStream } from './chacha20'
import { begin, finish, forgetSum, square, takeLengths, takePadded } from './poly1305'

/** 32 bytes, put there by the caller. */
export const KEY: usize = memory.data(32, 16)
const ONE_TIME: usize = memory.data(32, 16)
const TAG: usize = memory.data(16, 16)

const BLOCK: usize = 64
const BATCH: usize = 256
/** From so many bytes on, encryption and authentication go side by side. */
const LONG: usize = 768

/** What stands at `at` is encrypted, and 16 bytes of tag follow it. */
export function seal(at: usize, length: usize, aad: usize, aadLength: usize, n0: u32, n1: u32, n2: u32): void {
  oneTimeKey(n0, n1, n2)
  begin(ONE_TIME)
  takePadded(aad, aadLength)
  if (length >= LONG) {
    cryptAndTake(at, length, n0, n1, n2, false)
  } else {
    crypt(at, length, n0, n1, n2)
    takePadded(at, length)
  }
  makeTag(length, aadLength)
  v128.store(at + length, v128.load(TAG))
}

/**
 * What stands at `at`, a tag behind it, is decrypted. Where the tag is wrong 0 is returned, and what stands
 * there is of no use.
 */
export function open(at: usize, length: usize, aad: usize, aadLength: usize, n0: u32, n1: u32, n2: u32): i32 {
  oneTimeKey(n0, n1, n2)
  begin(ONE_TIME)
  takePadded(aad, aadLength)
  if (length >= LONG) cryptAndTake(at, length, n0, n1, n2, true)
  else takePadded(at, length)
  makeTag(length, aadLength)
  if (v128.any_true(v128.xor(v128.load(at + length), v128.load(TAG)))) return 0
  if (length < LONG) crypt(at, length, n0, n1, n2)
  return 1
}

/** Block 0 gives Poly1305's key (§2.6); blocks 1 to 3 come with it, and are kept at STREAM. */
function oneTimeKey(n0: u32, n1: u32, n2: u32): void {
  makeStream(KEY, 0, n0, n1, n2)
  memory.copy(ONE_TIME, STREAM, 32)
}

function makeTag(length: usize, aadLength: usize): void {
  takeLengths(aadLength, length)
  finish(ONE_TIME, TAG)
}

/** From block 1 on. Short packets need no other keystream than what came with the one-time key. */
function crypt(at: usize, length: usize, n0: u32, n1: u32, n2: u32): void {
  const first = min<usize>(length, BATCH - BLOCK)
  xorStream(STREAM + BLOCK, at, first)
  let c: u32 = 4
  let i = first
  for (; i + BATCH <= length; i += BATCH, c += 4) xorBlocks(KEY, c, n0, n1, n2, at + i)
  if (i == length) return
  makeStream(KEY, c, n0, n1, n2)
  xorStream(STREAM, at + i, length - i)
}

/**
 * The same, and Poly1305 takes the ciphertext: what comes in is taken before it is decrypted, what goes
 * out when it has been encrypted, a batch later.
 */
function cryptAndTake(at: usize, length: usize, n0: u32, n1: u32, n2: u32, opens: bool): void {
  square()
  let i = BATCH - BLOCK
  let c: u32 = 4
  if (opens) takePadded(at, i)
  xorStream(STREAM + BLOCK, at, i)
  let taken = opens ? i : 0
  if (!opens) {
    xorBlocks(KEY, c, n0, n1, n2, at + i)
    i += BATCH
    c += 4
  }
  for (; i + BATCH <= length; i += BATCH, c += 4, taken += BATCH) {
    xorAndTake(KEY, c, n0, n1, n2, at + i, at + taken)
  }
  if (opens) takePadded(at + taken, length - taken)
  makeStream(KEY, c, n0, n1, n2)
  xorStream(STREAM, at + i, length - i)
  if (!opens) takePadded(at + taken, length - taken)
}

/** Overwrites the key, and whatever of it or of a packet is left here, with zeros. */
export function forgetPackets(): void {
  memory.fill(KEY, 0, 32)
  memory.fill(ONE_TIME, 0, 32)
  memory.fill(TAG, 0, 16)
  forgetStream()
  forgetSum()
}
