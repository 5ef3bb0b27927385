/** BIP324 §Rekeying: what both ciphers share. */

/** The first four bytes of the nonce that gives the next key of a FSChaCha20Poly1305. */
export const REKEY_PREFIX = 0xffffffff

const NONCE_LEN = 12
const U32 = 2 ** 32

/** A change of key, reported to whoever asked for a trace. Keys: 32 bytes. */
export interface Rekey {
  readonly oldKey: Uint8Array
  readonly newKey: Uint8Array
  /** Of the new key, counted from 0. */
  readonly epoch: number
}
/** Called between two packets, in the middle of a call: it must not throw, nor use the ciphers. */
export type OnRekey = (rekey: Rekey) => void

/** LE32(prefix) ‖ LE64(epoch), 12 bytes. Put together byte by byte: each packet has one. */
export function rekeyNonce(prefix: number, epoch: number): Uint8Array {
  const nonce = new Uint8Array(NONCE_LEN)
  putLe32(nonce, 0, prefix)
  putLe32(nonce, 4, epoch % U32)
  putLe32(nonce, 8, Math.floor(epoch / U32))
  return nonce
}

function putLe32(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value & 0xff
  bytes[at + 1] = (value >>> 8) & 0xff
  bytes[at + 2] = (value >>> 16) & 0xff
  bytes[at + 3] = value >>> 24
}
