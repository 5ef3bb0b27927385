/** What the contenders of the AEAD alone have in common: one key, nonces that count, a tag behind each. */

import type { MaybePromise, PacketCiphers } from './contender.js'

const LENGTH_FIELD = 3
const HEADER = 1
const TAG = 16

/** A plaintext, or a ciphertext with its tag, and a nonce of 12 bytes; throws where a tag is wrong. */
export type Aead<R extends MaybePromise<Uint8Array>> = (bytes: Uint8Array, nonce: Uint8Array) => R

/** The nonce of packet n, written over the one before. */
function counting(): () => Uint8Array {
  const nonce = new Uint8Array(12)
  const view = new DataView(nonce.buffer)
  let n = 0
  return () => {
    view.setUint32(0, n++, true)
    return nonce
  }
}

/** The sealed part of each packet of a stream in turn. */
function* sealedParts(stream: Uint8Array, size: number) {
  const packet = LENGTH_FIELD + HEADER + size + TAG
  for (let at = 0; at < stream.length; at += packet)
    yield stream.subarray(at + LENGTH_FIELD, at + packet)
}

/** A stream as the packets' own is, with three bytes that nobody reads before each. */
const framed = (sealed: Uint8Array): Uint8Array => {
  const packet = new Uint8Array(LENGTH_FIELD + sealed.length)
  packet.set(sealed, LENGTH_FIELD)
  return packet
}

interface Makers<R extends MaybePromise<Uint8Array>> {
  readonly seal: (key: Uint8Array) => Aead<R>
  readonly open: (key: Uint8Array) => Aead<R>
}

/** The contents stand for header and contents: a byte more, which nobody would notice. */
export const aeadCiphers = (makers: Makers<Uint8Array>): PacketCiphers => ({
  sealer({ P }) {
    const seal = makers.seal(P)
    const nonce = counting()
    return (contents) => seal(contents, nonce())
  },
  opener({ P }) {
    const open = makers.open(P)
    const nonce = counting()
    return (stream, size) => {
      let bytes = 0
      for (const sealed of sealedParts(stream, size)) bytes += open(sealed, nonce()).length - HEADER
      return bytes
    }
  },
})

/** As `aeadCiphers`, of one whose answers are awaited, each before the next is asked for. */
export const asyncAeadCiphers = (makers: Makers<Promise<Uint8Array>>): PacketCiphers => ({
  sealer({ P }) {
    const seal = makers.seal(P)
    const nonce = counting()
    return (contents) => seal(contents, nonce())
  },
  opener({ P }) {
    const open = makers.open(P)
    const nonce = counting()
    return async (stream, size) => {
      let bytes = 0
      for (const sealed of sealedParts(stream, size))
        bytes += (await open(sealed, nonce())).length - HEADER
      return bytes
    }
  },
})

/** A stream of packets that these contenders can open. */
export async function aeadStream(
  seal: (plaintext: Uint8Array, nonce: Uint8Array) => MaybePromise<Uint8Array>,
  contents: Uint8Array,
  packets: number,
): Promise<Uint8Array> {
  const plaintext = new Uint8Array(HEADER + contents.length)
  plaintext.set(contents, HEADER)
  const nonce = counting()
  const size = LENGTH_FIELD + plaintext.length + TAG
  const stream = new Uint8Array(size * packets)
  for (let n = 0; n < packets; n++) stream.set(framed(await seal(plaintext, nonce())), n * size)
  return stream
}
