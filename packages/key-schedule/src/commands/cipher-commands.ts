/** Commands for BIP324 §Packet encryption and §Rekeying: OpenSSL's ChaCha20, and Poly1305 in Python. */

import { toHex } from '@v2scope/bip324'
import { inHex, printBytes, python } from './shell.js'

const COUNTER_LEN = 4

/** Where in the keystream of a key and a nonce something begins. */
export interface Stream {
  /** 32 bytes. */
  readonly key: Uint8Array
  /** 12 bytes. */
  readonly nonce: Uint8Array
  /** In blocks of 64 bytes. */
  readonly block: number
}

/** OpenSSL's IV is the block counter, little-endian, and the nonce (RFC 8439). */
function chacha20({ key, nonce, block }: Stream): string {
  const counter = new Uint8Array(COUNTER_LEN)
  new DataView(counter.buffer).setUint32(0, block, true)
  return `openssl enc -chacha20 -K ${toHex(key)} -iv ${toHex(counter)}${toHex(nonce)}`
}

/** The keystream: zeros, encrypted. @param skip bytes that are not wanted @param length those that are */
export const keystream = (stream: Stream, skip: number, length: number): string =>
  inHex(
    `head -c ${skip + length} /dev/zero`,
    chacha20(stream),
    ...(skip > 0 ? [`tail -c ${length}`] : []),
  )

/** Bytes that lie `skip` bytes into the stream, decrypted; of them, those from `from` on. */
export function decrypt(stream: Stream, skip: number, sealed: Uint8Array, from = 0): string {
  const bytes = printBytes(sealed)
  const wanted = sealed.length - from
  return inHex(
    skip > 0 ? `{ head -c ${skip} /dev/zero; ${bytes}; }` : bytes,
    chacha20(stream),
    ...(skip + from > 0 ? [`tail -c ${wanted}`] : []),
  )
}

/** The tag of RFC 8439. @param key 32 bytes, for this packet alone */
export const poly1305 = (key: Uint8Array, aad: Uint8Array, ciphertext: Uint8Array): string =>
  python(
    'from functools import reduce',
    `key=bytes.fromhex("${toHex(key)}")`,
    `aad=bytes.fromhex("${toHex(aad)}")`,
    `text=bytes.fromhex("${toHex(ciphertext)}")`,
    'le=lambda b: int.from_bytes(b,"little")',
    'pad=lambda b: b+bytes(-len(b)%16)',
    'size=lambda b: len(b).to_bytes(8,"little")',
    'm=pad(aad)+pad(text)+size(aad)+size(text)',
    'r=le(key[:16])&0xffffffc0ffffffc0ffffffc0fffffff',
    'block=lambda h,i: (h+le(m[i:i+16])+2**128)*r%(2**130-5)',
    'h=reduce(block,range(0,len(m),16),0)',
    'print(((h+le(key[16:]))%2**128).to_bytes(16,"little").hex())',
  )
