/** Whether contenders come to the same results: what is fast and wrong is not measured. */

import type { KeyExchange } from './contender.js'

const hex = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** @throws {Error} that names who differs. */
export function mustEqual(name: string, what: string, bytes: Uint8Array, wanted: Uint8Array): void {
  if (bytes.length === wanted.length && bytes.every((byte, i) => byte === wanted[i])) return
  const short = (of: Uint8Array) => `${hex(of.subarray(0, 32))} (${of.length} bytes)`
  throw new Error(`${name}: ${what} is ${short(bytes)}, not ${short(wanted)}`)
}

/** Both ends of a handshake by two implementations, each in the other's place too. @throws {Error} */
export function mustAgree(
  name: string,
  exchange: KeyExchange,
  other: KeyExchange,
  magic: Uint8Array,
): void {
  const ours = exchange.create()
  const theirs = other.create()
  const secret = exchange.ecdh(ours, theirs.ellswift)
  mustEqual(name, 'the shared secret', secret, other.ecdh(ours, theirs.ellswift))
  const [derived, wanted] = [exchange.derive(secret, magic), other.derive(secret, magic)]
  for (const [key, value] of Object.entries(wanted))
    mustEqual(name, key, derived[key as keyof typeof derived], value)
}
