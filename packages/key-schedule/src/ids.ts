/** The names of the ciphers' keys. */

import type { Expansion } from '@v2scope/bip324'

export type Cipher = 'FSChaCha20' | 'FSChaCha20Poly1305'

export interface EpochKey {
  /** Whose packets. */
  readonly of: 'sent' | 'received'
  readonly cipher: Cipher
  readonly epoch: number
  /** What the key of epoch 0 is. */
  readonly key: Expansion
}

/** `initiator_L` at first, then `sent.FSChaCha20.1`. */
export const epochKeyId = ({ of, cipher, epoch, key }: EpochKey): string =>
  epoch === 0 ? key : `${of}.${cipher}.${epoch}`

const EPOCH_KEY =
  /^(sent|received)\.(FSChaCha20|FSChaCha20Poly1305)\.([1-9]\d{0,14})(?:\.keystream)?$/

/** Undefined for the id of any other node. */
export function parseEpochKey(id: string): Omit<EpochKey, 'key'> | undefined {
  const [, of, cipher, epoch] = EPOCH_KEY.exec(id) ?? []
  if (of === undefined || cipher === undefined) return undefined
  return {
    of: of === 'sent' ? 'sent' : 'received',
    cipher: cipher === 'FSChaCha20' ? 'FSChaCha20' : 'FSChaCha20Poly1305',
    epoch: Number(epoch),
  }
}
