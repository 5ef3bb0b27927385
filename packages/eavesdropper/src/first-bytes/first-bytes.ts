/** The first bytes of many handshakes: 64 bytes of ElligatorSwift against compressed keys of 33. */

export interface FirstBytes {
  readonly seed: string
  /** Of each kind: the same private keys. */
  readonly keys: number
  readonly ellswift: KeyBytes
  readonly compressed: KeyBytes
}

export interface KeyBytes {
  /** 64 or 33. */
  readonly length: number
  /** How often each value is the first byte, 256. */
  readonly firstBytes: Uint32Array
  /** Of those, against all 256 as frequent, 255 degrees. */
  readonly first: KeyChiSquare
  /** Of all bytes of all keys. */
  readonly all: KeyChiSquare
  /** How many of the keys have, in the 32 bytes after the first, an x of the curve. */
  readonly onCurve: number
  /** Of one key, to be looked at. */
  readonly example: Uint8Array
}

export interface KeyChiSquare {
  readonly value: number
  readonly p: number
  /** See `ChiSquare`: of a thousand first bytes, 3.9 of each value are expected, and p is about right. */
  readonly isEnough: boolean
}
