/** Commands for BIP324 §Keys and session ID derivation, and for the hash before it. */

import { toHex } from '@v2scope/bip324'
import { escaped, inHex, python } from './shell.js'

/** BIP340's tagged hash of what follows its tag. */
export const taggedHash = (tag: string, ...parts: readonly Uint8Array[]): string =>
  python(
    'from hashlib import sha256',
    `tag=sha256(b"${tag}").digest()`,
    `data=bytes.fromhex(${parts.map((part) => `"${toHex(part)}"`).join('+')})`,
    'print(sha256(tag+tag+data).hexdigest())',
  )

export const salt = (text: string, magic: Uint8Array): string =>
  inHex(`printf '${text}${escaped(magic)}'`)

const HKDF = 'openssl kdf -binary -keylen 32 -kdfopt digest:SHA2-256'

export const extract = (ikm: Uint8Array, saltBytes: Uint8Array): string =>
  inHex(
    `${HKDF} -kdfopt mode:EXTRACT_ONLY -kdfopt hexkey:${toHex(ikm)} -kdfopt hexsalt:${toHex(saltBytes)} HKDF`,
  )

export const expand = (prk: Uint8Array, info: string): string =>
  inHex(`${HKDF} -kdfopt mode:EXPAND_ONLY -kdfopt hexkey:${toHex(prk)} -kdfopt info:${info} HKDF`)

/** Bytes [start, end) of a value. */
export const part = (value: Uint8Array, start: number, end: number): string =>
  `echo ${toHex(value)} | cut -c ${2 * start + 1}-${2 * end}`
