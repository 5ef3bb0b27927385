/**
 * The trace: everything that happens in a transport, as one structured-cloneable union.
 * It is made only where it was asked for, and it holds every secret of the connection.
 */

import type { Role } from './constants.js'
import type { RemoteErrorCode } from './errors.js'
import type { Phase, TransportKind } from './handshake.js'
import type { MessageRejection } from './message-type.js'
import type { Expansion } from './session-keys.js'

export type Direction = 'sent' | 'received' | 'local'

/** What a span of bytes is. */
export type FieldName =
  | 'u'
  | 't'
  | 'garbage'
  | 'garbage terminator'
  | 'length field'
  | 'header'
  | 'message type'
  | 'payload'
  | 'version contents'
  | 'decoy contents'
  | 'rejected contents'
  | 'tag'
  | 'ciphertext'
  | 'incomplete key'
  | 'v1 bytes'
  | 'not read'

/** The bytes [start, end) of an event, and the row of the protocol that puts them there. */
export interface TraceField {
  readonly name: FieldName
  readonly start: number
  readonly end: number
  readonly row: string
}

interface TraceBase {
  /** Counts the events of this transport from 0. */
  readonly seq: number
  readonly role: Role
  readonly direction: Direction
  /** The bytes of this event; empty where it is about a computation. */
  readonly bytes: Uint8Array
  /** Spans that tile `bytes`, with no gap and no overlap. */
  readonly fields: readonly TraceField[]
}

/**
 * A value and how it came about. The formula's names are the keys of `inputs`; text in quotes is
 * ASCII; ‖ joins bytes; arithmetic of field elements is modulo p; a[i..j] are the bytes i to j−1.
 */
export interface Derivation {
  readonly name: string
  readonly formula: string
  readonly inputs: Readonly<Record<string, Uint8Array>>
  readonly output: Uint8Array
  /** The row of the protocol. */
  readonly row: string
  /** The heading in the BIP. */
  readonly section: string
  /** Whether who knows it can read, or pretend to be part of, this connection. */
  readonly secret: boolean
}

export interface XCandidate extends Derivation {
  readonly outcome: 'taken' | 'not on the curve' | 'not tried'
}

/** 64 bytes on their way to x. */
export interface EllswiftDecoding {
  readonly whose: 'ours' | 'theirs'
  /** u, t, X, Y. */
  readonly steps: readonly Derivation[]
  /** In the order of trial. */
  readonly candidates: readonly XCandidate[]
  readonly x: Derivation
}

export interface KeyEvent extends TraceBase {
  readonly type: 'key_sent' | 'key_received'
}
export interface EcdhComputed extends TraceBase {
  readonly type: 'ecdh_computed'
  readonly privateKey: Uint8Array
  readonly ellswiftOurs: Uint8Array
  readonly ellswiftTheirs: Uint8Array
  readonly decodings: readonly [ours: EllswiftDecoding, theirs: EllswiftDecoding]
  readonly ecdhX: Derivation
  readonly sharedSecret: Derivation
}
/** One HKDF-Expand of K3. */
export interface ExpansionDerivation extends Derivation {
  readonly name: Expansion
  readonly info: Uint8Array
}
export interface KeysDerived extends TraceBase {
  readonly type: 'keys_derived'
  readonly salt: Uint8Array
  readonly ikm: Uint8Array
  readonly prk: Derivation
  readonly expansions: readonly ExpansionDerivation[]
  readonly sendGarbageTerminator: Derivation
  readonly recvGarbageTerminator: Derivation
}
export interface GarbageEvent extends TraceBase {
  readonly type: 'garbage_sent' | 'garbage_received'
}
export interface TerminatorSent extends TraceBase {
  readonly type: 'terminator_sent'
}
export interface TerminatorFound extends TraceBase {
  readonly type: 'terminator_found'
  /** Bytes of garbage before it: 0..4095. */
  readonly offset: number
}

/** What a packet is for. */
export type PacketKind = 'decoy' | 'version' | 'message'

/** `bytes` is the packet as it is on the wire; decrypted, it has the same layout and fields. */
export interface PacketEvent extends TraceBase {
  readonly type: 'packet_sent' | 'packet_received'
  readonly kind: PacketKind
  readonly decoy: boolean
  /** In its direction, from 0; handshake decoys and the version packet count (H6). */
  readonly number: number
  /** ⌊number / 224⌋ */
  readonly epoch: number
  /** What the length field says: bytes of contents. */
  readonly length: number
  readonly header: number
  readonly contents: Uint8Array
  readonly tag: Uint8Array
  /** 12 bytes (C1). */
  readonly nonce: Uint8Array
  /** The garbage of this side for its first packet, empty afterwards (H6). */
  readonly aad: Uint8Array
  readonly lengthKey: Expansion
  readonly packetKey: Expansion
}
/** `bytes` is the contents of the packet: message type ‖ payload. */
export interface MessageEvent extends TraceBase {
  readonly type: 'message'
  readonly packet: number
  readonly messageType: string
  readonly form: 'short' | 'long'
}
export interface MessageRejected extends TraceBase {
  readonly type: 'message_rejected'
  readonly packet: number
  readonly rejection: MessageRejection
}
export interface Rekeyed extends TraceBase {
  readonly type: 'rekeyed'
  readonly cipher: 'FSChaCha20' | 'FSChaCha20Poly1305'
  /** Whose packets. */
  readonly of: 'sent' | 'received'
  readonly key: Expansion
  /** Of the new key. */
  readonly epoch: number
  readonly oldKey: Uint8Array
  readonly newKey: Derivation
}
export interface StateChanged extends TraceBase {
  readonly type: 'state_changed'
  readonly phase: Phase
  readonly transport: TransportKind
}
export interface V1Detected extends TraceBase {
  readonly type: 'v1_detected'
}
/** `bytes` is what had come in and belongs to no earlier event. */
export interface Failed extends TraceBase {
  readonly type: 'failed'
  readonly code: RemoteErrorCode
  readonly message: string
  /** The row that the peer broke. */
  readonly row: string
  readonly offset: number | undefined
}

export type TraceEvent =
  | KeyEvent
  | EcdhComputed
  | KeysDerived
  | GarbageEvent
  | TerminatorSent
  | TerminatorFound
  | PacketEvent
  | MessageEvent
  | MessageRejected
  | Rekeyed
  | StateChanged
  | V1Detected
  | Failed

/**
 * Takes each event as it happens. Its arrays are its own: later input and output don't change them.
 * It must not throw: what it interrupts isn't undone, and the connection is of no use afterwards.
 */
export type TraceSink = (event: TraceEvent) => void
