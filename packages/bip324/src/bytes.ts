/** Bytes: checked once, at the edge, and branded; and the few operations that every section needs. */

import { ELLSWIFT_PUBKEY_LEN, KEY_LEN, MAGIC_LEN } from './constants.js'
import { LocalProtocolError } from './errors.js'

declare const brand: unique symbol
type Branded<Name extends string> = Uint8Array & { readonly [brand]: Name }

/** 64 bytes: u ‖ t, each big-endian. Any 64 bytes are a valid one. */
export type EllswiftPubkey = Branded<'EllswiftPubkey'>
/** 32 bytes, big-endian, 1..N−1. */
export type PrivateKey = Branded<'PrivateKey'>
/** 32 bytes: a symmetric key, a secret or a field element. */
export type Bytes32 = Branded<'Bytes32'>
/** 4 bytes, in wire order. */
export type Magic = Branded<'Magic'>

/** Any number of bytes. @throws {LocalProtocolError} `BAD_ARGUMENT` if it isn't a Uint8Array. */
export function toBytes(what: string, value: unknown): Uint8Array {
  if (value instanceof Uint8Array) {
    if (value.length > 0 || !isDetached(value)) return plain(value)
    throw new LocalProtocolError('BAD_ARGUMENT', `${what} has been transferred away: copy it first`)
  }
  throw new LocalProtocolError('BAD_ARGUMENT', `${what} must be a Uint8Array, not ${typeof value}`)
}

const NOTHING = new Uint8Array(0)

/** Whether its buffer has been transferred, to a worker perhaps: then it looks empty. */
function isDetached(bytes: Uint8Array): boolean {
  try {
    bytes.set(NOTHING) // refuses a buffer that is gone, and makes nothing for one that is there
    return false
  } catch {
    return true
  }
}

/** The same bytes as a plain Uint8Array: a subclass may differ, as Node's Buffer, whose slice copies nothing. */
const plain = (bytes: Uint8Array): Uint8Array =>
  bytes.constructor === Uint8Array
    ? bytes
    : new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length)

function ofLength<Name extends string>(what: string, value: unknown, length: number) {
  const bytes = toBytes(what, value)
  if (bytes.length === length) return bytes as Branded<Name>
  throw new LocalProtocolError(
    'BAD_ARGUMENT',
    `${what} must be ${length} bytes long, and is ${bytes.length}`,
  )
}

/** @throws {LocalProtocolError} `BAD_ARGUMENT` unless 64 bytes. */
export const toEllswiftPubkey = (value: unknown, what = 'an ElligatorSwift public key') =>
  ofLength<'EllswiftPubkey'>(what, value, ELLSWIFT_PUBKEY_LEN)

/** @throws {LocalProtocolError} `BAD_ARGUMENT` unless 32 bytes. */
export const toBytes32 = (value: unknown, what = 'a key') =>
  ofLength<'Bytes32'>(what, value, KEY_LEN)

/** @throws {LocalProtocolError} `BAD_ARGUMENT` unless 4 bytes. */
export const toMagic = (value: unknown) => ofLength<'Magic'>('a network magic', value, MAGIC_LEN)

/** The bytes one after the other, in an array of their own. */
export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    out.set(toBytes('each part', part), at)
    at += part.length
  }
  return out
}

/** Whether both hold the same bytes. Not constant in time: for public values only. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i])
}

/** Lower-case hex, two digits a byte, in order. @throws {LocalProtocolError} `BAD_ARGUMENT`. */
export function toHex(bytes: Uint8Array): string {
  let hex = ''
  for (const byte of toBytes('what is shown in hex', bytes))
    hex += byte.toString(16).padStart(2, '0')
  return hex
}

/** @throws {LocalProtocolError} `BAD_ARGUMENT` if it isn't an even number of hex digits. */
export function fromHex(hex: string): Uint8Array {
  if (typeof hex !== 'string' || hex.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(hex)) {
    throw new LocalProtocolError('BAD_ARGUMENT', 'hex must be an even number of the digits 0-9 a-f')
  }
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) =>
    Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16),
  )
}

/** The characters of a text that is ASCII, as bytes. */
export const ascii = (text: string): Uint8Array =>
  Uint8Array.from(text, (character) => character.charCodeAt(0))
