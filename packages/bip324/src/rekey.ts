/** BIP324 §Rekeying: what both ciphers share. */

const NONCE_LEN = 12

/** A change of key, reported to whoever asked for a trace. Keys: 32 bytes. */
export interface Rekey {
  readonly oldKey: Uint8Array
  readonly newKey: Uint8Array
  /** Of the new key, counted from 0. */
  readonly epoch: number
}
export type OnRekey = (rekey: Rekey) => void

/** LE32(prefix) ‖ LE64(epoch), 12 bytes. */
export function rekeyNonce(prefix: number, epoch: number): Uint8Array {
  const nonce = new Uint8Array(NONCE_LEN)
  const view = new DataView(nonce.buffer)
  view.setUint32(0, prefix, true)
  view.setBigUint64(4, BigInt(epoch), true)
  return nonce
}
