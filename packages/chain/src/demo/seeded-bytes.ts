/** Bytes that follow from a text. */

import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import type { RandomBytes } from '../random-number.js'

const COUNTER_SIZE = 4

function counterBytes(counter: number): Uint8Array {
  const bytes = new Uint8Array(COUNTER_SIZE)
  new DataView(bytes.buffer).setUint32(0, counter)
  return bytes
}

/** SHA-256(seed ‖ 0) ‖ SHA-256(seed ‖ 1) ‖ …, each call from a hash of its own on. */
export function seededBytes(seed: string): RandomBytes {
  const prefix = utf8ToBytes(seed)
  let counter = 0
  const next = () => {
    counter += 1
    return sha256(concatBytes(prefix, counterBytes(counter - 1)))
  }
  return (length) => {
    const bytes = new Uint8Array(length)
    for (let done = 0; done < length; ) {
      const part = next().subarray(0, length - done)
      bytes.set(part, done)
      done += part.length
    }
    return bytes
  }
}
