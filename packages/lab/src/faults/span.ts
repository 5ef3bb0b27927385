/** A stretch of one direction's stream, all of it one thing: what a follower makes of the bytes. */

import type { StreamPart } from './fault-standing.js'

export interface Span {
  readonly part: StreamPart
  /** Of a packet, or a v1 message: which, from 0. */
  readonly packet?: number
  /** Where it begins in the stream as it was sent, in bytes. */
  readonly at: number
  /** Empty where this part is: no garbage, no contents. */
  readonly bytes: Uint8Array
  /** Whether the part begins, and ends, here. */
  readonly begins: boolean
  readonly ends: boolean
}

/** What goes on in place of a span: bytes, or what is to be done with all that follows. */
export type Passed =
  | { readonly pass: 'span'; readonly span: Span }
  /** Bytes that were not there. */
  | { readonly pass: 'inserted'; readonly bytes: Uint8Array }
  | { readonly pass: 'delay'; readonly ms: number }
  | { readonly pass: 'fragment'; readonly size: number }
  | { readonly pass: 'end' }

/** A ping, which is the least that is sent to bring something about, in bytes. */
const PING_LEN = 29

/** How many packets it takes, at the most, until so many bytes have passed. */
export const packetsFor = (bytes: number): number => Math.ceil(bytes / PING_LEN)

/** Bytes [from, to) of a span, to be passed on; nothing where these are none, unless all of it is. */
export function passOn(span: Span, from: number, to = span.bytes.length): readonly Passed[] {
  if (from >= to && span.bytes.length > 0) return []
  return [{ pass: 'span', span: slice(span, from, to) }]
}

export const slice = (span: Span, from: number, to: number): Span => ({
  ...span,
  at: span.at + from,
  bytes: span.bytes.subarray(from, to),
  begins: span.begins && from === 0,
  ends: span.ends && to === span.bytes.length,
})

export const beginsPacket = ({ part, begins }: Span): boolean =>
  begins && (part === 'length field' || part === 'v1 header')

export const endsPacket = ({ part, ends }: Span): boolean =>
  ends && (part === 'tag' || part === 'v1 payload')
