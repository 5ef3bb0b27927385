/** The one face of all that is measured: what differs is in their own files. */

export type MaybePromise<T> = T | Promise<T>

/** Of one direction, 32 bytes each. A contender of the AEAD alone takes `P` and no other. */
export interface DirectionKeys {
  readonly L: Uint8Array
  readonly P: Uint8Array
}

/** Contents in, the next packet out. */
export type Seal = (contents: Uint8Array) => MaybePromise<Uint8Array>

/**
 * Opens all the packets of a stream that begins with packet 0, and throws where one is not authentic.
 * @param size bytes of contents of each @returns bytes of contents that came out
 */
export type Open = (stream: Uint8Array, size: number) => MaybePromise<number>

export interface PacketCiphers {
  sealer(keys: DirectionKeys): MaybePromise<Seal>
  opener(keys: DirectionKeys): MaybePromise<Open>
}

export interface PacketContender {
  readonly name: string
  /**
   * `packets`: the whole of BIP324: length cipher, header, AEAD, changes of keys.
   * `AEAD`: ChaCha20-Poly1305 with one key, and no more: that much less work.
   */
  readonly does: 'packets' | 'AEAD'
  /** `open` writes over the stream that it is given. */
  readonly opensInPlace?: boolean
  /** Undefined where this engine lacks what it needs. */
  load(): Promise<PacketCiphers | undefined>
}

export interface KeyPair {
  /** 32 bytes. */
  readonly privateKey: Uint8Array
  /** 64 bytes. */
  readonly ellswift: Uint8Array
}

/** All that K3 derives, 32 bytes each. */
export interface DerivedKeys {
  readonly initiatorL: Uint8Array
  readonly initiatorP: Uint8Array
  readonly responderL: Uint8Array
  readonly responderP: Uint8Array
  readonly garbageTerminators: Uint8Array
  readonly sessionId: Uint8Array
}

export interface KeyExchange {
  /** A fresh key pair. */
  create(): KeyPair
  /** The shared secret, 32 bytes (K1), of the initiator. @param theirs 64 bytes */
  ecdh(ours: KeyPair, theirs: Uint8Array): Uint8Array
  /** K2 and K3. @param magic 4 bytes */
  derive(sharedSecret: Uint8Array, magic: Uint8Array): DerivedKeys
}

export interface KeyContender {
  readonly name: string
  /** Undefined where this engine lacks what it needs. */
  load(): MaybePromise<KeyExchange | undefined>
}
