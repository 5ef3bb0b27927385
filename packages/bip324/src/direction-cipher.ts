/** BIP324 §Packet encryption: what a direction's pair of ciphers does, whatever computes it (C3). */

import { toBytes } from './bytes.js'
import { LENGTH_FIELD_LEN, MAX_CONTENTS_LEN } from './constants.js'
import { LocalProtocolError } from './errors.js'
import type { OnRekey } from './rekey.js'

/** The AAD of all packets of a direction but the first (H6). */
export const NO_AAD = new Uint8Array(0)

/** A packet whose tag was right. */
export interface OpenedPacket {
  /** 1 byte; all but the ignore bit is to be ignored (P2). */
  readonly header: number
  /** The ignore bit: a decoy. */
  readonly ignore: boolean
  readonly contents: Uint8Array
}

export interface PacketOptions {
  /** Marks a decoy. Default: no. */
  readonly ignore?: boolean
  /** Default: none. */
  readonly aad?: Uint8Array
}

export const NO_OPTIONS: PacketOptions = {}

/** Who is told of changes of the keys, of lengths and of packets. */
export interface OnRekeys {
  readonly L?: OnRekey
  readonly P?: OnRekey
}

/**
 * One direction's pair of ciphers (C3): turns contents into packets, or packets into contents, in their
 * order. `PacketCipher` is the readable one.
 */
export interface DirectionCipher {
  /** The number of the next packet of this direction, from 0 (H6). */
  readonly packetNumber: number
  /** How many more packets the present keys serve: 224..1. */
  readonly packetsUntilRekey: number
  /**
   * The packet: encrypted length ‖ AEAD(header ‖ contents) ‖ tag, 20 bytes more than the contents (P1).
   * @throws {LocalProtocolError} `CONTENTS_TOO_LONG` above 2²⁴ − 1 bytes; `BAD_ARGUMENT`;
   * `ALREADY_ENDED` after `wipe`.
   */
  encrypt(contents: Uint8Array, options?: PacketOptions): Uint8Array
  /**
   * The same, to the front of an array of the caller's.
   * @param output 20 bytes longer than the contents at least; the two may overlap
   * @returns the length of the packet, in bytes @throws {LocalProtocolError} as `encrypt`
   */
  encryptInto(contents: Uint8Array, output: Uint8Array, options?: PacketOptions): number
  /** The length of the contents, from the 3 bytes that a packet starts with. Not authenticated (P4). */
  decryptLength(field: Uint8Array): number
  /** What follows the length field, opened; undefined where the tag is wrong. */
  decrypt(sealed: Uint8Array, aad?: Uint8Array): OpenedPacket | undefined
  /**
   * The same, its contents to the front of an array of the caller's.
   * @param output 17 bytes shorter than `sealed` at least; the two may overlap
   * @returns the header, 0..255; undefined where the tag is wrong, and then nothing has been written
   */
  decryptInto(sealed: Uint8Array, output: Uint8Array, aad?: Uint8Array): number | undefined
  /** Overwrites the keys with zeros; the cipher can't be used afterwards. */
  wipe(): void
}

/** Keys of zeros are everybody's. */
export const wiped = () =>
  new LocalProtocolError('ALREADY_ENDED', 'the keys of this cipher have been wiped')

/** @throws {LocalProtocolError} `BAD_ARGUMENT`, `CONTENTS_TOO_LONG`. */
export function toContents(value: Uint8Array): Uint8Array {
  const contents = toBytes('contents', value)
  if (contents.length <= MAX_CONTENTS_LEN) return contents
  throw new LocalProtocolError(
    'CONTENTS_TOO_LONG',
    `a packet holds at most ${MAX_CONTENTS_LEN} bytes of contents, not ${contents.length}`,
  )
}

/** @throws {LocalProtocolError} `BAD_ARGUMENT` unless 3 bytes. */
export function toLengthField(value: Uint8Array): Uint8Array {
  const field = toBytes('a length field', value)
  if (field.length === LENGTH_FIELD_LEN) return field
  throw new LocalProtocolError('BAD_ARGUMENT', `a length field is ${LENGTH_FIELD_LEN} bytes long`)
}

/** @throws {LocalProtocolError} `BAD_ARGUMENT` where the output is too short. */
export function mustHold(output: Uint8Array, size: number): void {
  if (toBytes('the output', output).length >= size) return
  throw new LocalProtocolError(
    'BAD_ARGUMENT',
    `the output takes ${output.length} bytes, and ${size} are to be put there`,
  )
}
