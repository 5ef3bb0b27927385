/** The options of a transport, checked once. */

import { toBytes } from './bytes.js'
import { MAX_CONTENTS_LEN, MAX_GARBAGE_LEN, type Role } from './constants.js'
import type { Core } from './core.js'
import { LocalProtocolError } from './errors.js'
import type { EllswiftKeyPair } from './key-pair.js'
import type { TraceSink } from './trace.js'

export interface V2TransportOptions {
  readonly role: Role
  /** 4 bytes in wire order: one of `Networks`, or a custom signet's. */
  readonly magic: Uint8Array
  /**
   * Fresh for this connection (H9), from `ellswiftCreate`. The transport takes it over: without a
   * trace, the private key is overwritten with zeros once the session's keys stand (K4).
   */
  readonly keyPair: EllswiftKeyPair
  /** 0..4095 random bytes that follow our key. Copied. */
  readonly garbage: Uint8Array
  /** Contents of decoys to send before the version packet, in order. Copied. Default: none. */
  readonly decoys?: readonly Uint8Array[]
  /** The most contents accepted in one packet, in bytes: 0..2²⁴−1. Default 4,000,013 (P3). */
  readonly maxContents?: number
  /** Is told everything, secrets included. Without it no trace is made and no secret is kept. */
  readonly trace?: TraceSink
  /** What computes ECDH and packets. Default: `REFERENCE_CORE`; `@v2scope/bip324/fast` has another. */
  readonly core?: Core | undefined
}

/** @throws {LocalProtocolError} `BAD_ARGUMENT` for what are no options at all. */
export function toOptions(options: V2TransportOptions): V2TransportOptions {
  const { trace, decoys } = options ?? {}
  const isFunction = trace === undefined || typeof trace === 'function'
  if (options && isFunction && (decoys === undefined || Array.isArray(decoys))) return options
  throw new LocalProtocolError(
    'BAD_ARGUMENT',
    'a transport needs its options; of these `trace` is a function, and `decoys` an array',
  )
}

export function toRole(role: Role): Role {
  if (role === 'initiator' || role === 'responder') return role
  throw new LocalProtocolError('BAD_ARGUMENT', "role must be 'initiator' or 'responder'")
}

export function toGarbage(value: Uint8Array): Uint8Array {
  const garbage = toBytes('garbage', value)
  if (garbage.length <= MAX_GARBAGE_LEN) return garbage.slice()
  throw new LocalProtocolError(
    'GARBAGE_TOO_LONG',
    `garbage is at most ${MAX_GARBAGE_LEN} bytes, not ${garbage.length}`,
  )
}

export function toDecoy(value: Uint8Array): Uint8Array {
  const decoy = toBytes('the contents of a decoy', value)
  if (decoy.length <= MAX_CONTENTS_LEN) return decoy.slice()
  throw new LocalProtocolError(
    'CONTENTS_TOO_LONG',
    `a decoy holds at most ${MAX_CONTENTS_LEN} bytes, not ${decoy.length}`,
  )
}

export function toMaxContents(value: number): number {
  if (Number.isInteger(value) && value >= 0 && value <= MAX_CONTENTS_LEN) return value
  throw new LocalProtocolError(
    'BAD_ARGUMENT',
    `maxContents must be a whole number of bytes, 0..${MAX_CONTENTS_LEN}`,
  )
}
