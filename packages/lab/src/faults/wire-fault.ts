/** What a third party on the wire can do, who has no keys. */

export interface WireFault {
  /** As we see it. */
  readonly direction: 'sent' | 'received'
  readonly where: Place
  readonly what: Interference
}

/**
 * Where. Only where a packet ends, and what of it is what, the Lab knows better than a third party
 * would: that takes our keys.
 */
export type Place =
  /** In the stream of this direction, from 0: its key's first byte. */
  | { readonly at: 'byte'; readonly offset: number }
  | { readonly at: 'key' | 'garbage' | 'terminator' }
  /** Counts every packet of a direction from 0 (H6). @property part only this of it; default: all */
  | { readonly at: 'packet'; readonly number: number; readonly part?: PacketPart }
  /** The first that begins from now on; in a plan: once version and verack have been exchanged. */
  | { readonly at: 'next packet'; readonly part?: PacketPart }

export type PacketPart = 'length field' | 'header' | 'contents' | 'tag'

export type Interference =
  /** 8 · byte + bit from the beginning of the place, the lowest bit of a byte its 0th; beyond its end they go on in what follows. */
  | { readonly kind: 'flip'; readonly bits: readonly number[] }
  /** The first so many bytes of it pass; then this direction ends, as if its sender had closed. */
  | { readonly kind: 'truncate'; readonly keep: number }
  /** It is missing, or so many bytes from its beginning. */
  | { readonly kind: 'drop'; readonly length?: number }
  /** It comes twice, one right after the other. */
  | { readonly kind: 'duplicate' }
  /** It changes places with what follows it: a packet with the next packet, a byte with the next byte. */
  | { readonly kind: 'reorder' }
  /** It comes once more, when so many further packets have passed. */
  | { readonly kind: 'replay'; readonly after: number }
  /** In front of it. */
  | { readonly kind: 'insert'; readonly bytes: Uint8Array }
  /** It, and all that follows it, comes so much later. */
  | { readonly kind: 'delay'; readonly ms: number }
  /** It, and all that follows it, comes in pieces of so many bytes. */
  | { readonly kind: 'fragment'; readonly size: number }
