/** One direction's stream, made so that it is known where everything is. */

import { FSChaCha20, type Role } from '@v2scope/bip324'
import type { TimedEvent } from '@v2scope/recording'

export interface MadeStream {
  readonly bytes: Uint8Array
  /** Where each part begins, in its order, and what it is; a last one that is nothing, at the end. */
  readonly parts: readonly {
    readonly at: number
    readonly part: string
    readonly packet?: number
  }[]
}

export const LENGTH_KEY = Uint8Array.from({ length: 32 }, (_, i) => i * 7)
export const TERMINATOR = Uint8Array.from({ length: 16 }, (_, i) => 0xa0 + i)

/** @param packets bytes of contents of each */
export function madeStream(garbage: Uint8Array, packets: readonly number[]): MadeStream {
  const lengths = new FSChaCha20(LENGTH_KEY)
  const parts: { at: number; part: string; packet?: number }[] = []
  const bytes: number[] = []
  const put = (part: string, these: Iterable<number>, packet?: number) => {
    parts.push({ at: bytes.length, part, ...(packet !== undefined && { packet }) })
    bytes.push(...these)
  }
  put('key', filler(64, 1))
  put('garbage', garbage)
  put('terminator', TERMINATOR)
  packets.forEach((length, packet) => {
    const field = Uint8Array.of(length % 256, Math.floor(length / 256) % 256, length >> 16)
    put('length field', lengths.crypt(field), packet)
    put('header', filler(1, 2), packet)
    put('contents', filler(length, 3), packet)
    put('tag', filler(16, 4), packet)
  })
  parts.push({ at: bytes.length, part: 'end' })
  return { bytes: Uint8Array.from(bytes), parts }
}

/** None of it is the beginning of the terminator. */
const filler = (length: number, seed: number) =>
  Uint8Array.from({ length }, (_, i) => (i * 31 + seed * 17) % 128)

/** What we are told when our keys stand, as far as a follower looks at it. */
export function keysDerived(role: Role): TimedEvent {
  const name = role === 'initiator' ? 'responder_L' : 'initiator_L'
  const event = {
    type: 'keys_derived',
    direction: 'local',
    bytes: new Uint8Array(0),
    expansions: [{ name, output: LENGTH_KEY }],
    recvGarbageTerminator: { output: TERMINATOR },
  }
  return event as unknown as TimedEvent
}

/** In pieces of these lengths, taken one after the other, over and over. */
export function cut(bytes: Uint8Array, lengths: readonly number[]): Uint8Array[] {
  const pieces: Uint8Array[] = []
  for (let at = 0, n = 0; at < bytes.length; n++) {
    const length = lengths[n % lengths.length] ?? bytes.length
    pieces.push(bytes.slice(at, at + length))
    at += length
  }
  return pieces
}
