/** BIP324 §Rekeying: old key → keystream → new key (C1, C2). */

import { chacha20 } from '@noble/ciphers/chacha.js'
import type { Rekeyed } from '@v2scope/bip324'
import { keystream } from './commands/cipher-commands.js'
import { epochKeyId } from './ids.js'
import { given, type KeyNode, keyNode, output } from './node.js'
import { SECTIONS } from './sections.js'

const BLOCK_LEN = 64
const KEY_LEN = 32

/**
 * Where the new key lies in the keystream of the old one. FSChaCha20: after 224 lengths of 3 bytes.
 * FSChaCha20Poly1305: the ciphertext of 32 zeros, which begins after the block for the tag.
 */
const NEW_KEY_AT = { FSChaCha20: 672, FSChaCha20Poly1305: 64 } as const

/** The block of keystream that holds the new key, and the key. */
export function rekeyNodes(event: Rekeyed): readonly [keystream: KeyNode, key: KeyNode] {
  const { cipher, of, epoch, oldKey, newKey } = event
  const nonce = newKey.inputs.nonce ?? new Uint8Array(0)
  const at = NEW_KEY_AT[cipher]
  const block = Math.floor(at / BLOCK_LEN)
  const start = block * BLOCK_LEN
  const stream = { key: oldKey, nonce, block: 0 }
  const common = { row: newKey.row, section: SECTIONS.rekeying, secret: true }
  const from = epochKeyId({ of, cipher, epoch: epoch - 1, key: event.key })
  const inputs = [{ name: 'old_key', bytes: oldKey, from, secret: true }, given('nonce', nonce)]
  const id = epochKeyId({ of, cipher, epoch, key: event.key })
  const around = keyNode({
    ...common,
    id: `${id}.keystream`,
    kind: 'keystream',
    inputs,
    formula: `ChaCha20(old_key, nonce, zeros)[${start}..${start + BLOCK_LEN}]`,
    output: oldKey.length === 0 ? oldKey : blockOf(oldKey, nonce, block),
    command: () => keystream({ ...stream, block }, 0, BLOCK_LEN),
  })
  const key = keyNode({
    ...common,
    id,
    kind: 'epoch_key',
    inputs: [...inputs, output(`keystream[${start}..${start + BLOCK_LEN}]`, around)],
    formula: newKey.formula,
    output: newKey.output,
    command: () => keystream(stream, at, KEY_LEN),
  })
  return [around, key]
}

const blockOf = (key: Uint8Array, nonce: Uint8Array, block: number): Uint8Array =>
  chacha20(key, nonce, new Uint8Array(BLOCK_LEN), undefined, block)
