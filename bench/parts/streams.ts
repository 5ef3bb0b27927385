/** What the ciphers are given: the same keys and contents for all, and streams of packets to open. */

import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { PacketCipher } from '@v2scope/bip324'
import { aeadStream } from '../contenders/aead.js'
import type { DirectionKeys, PacketContender } from '../contenders/contender.js'
import { seededBytes } from '../contenders/random.js'
import type { Pace } from '../measure/rounds.js'

export const KEYS: DirectionKeys = { L: seededBytes(32, 1), P: seededBytes(32, 2) }

/** Bytes of contents of a packet, and how they are called. */
export const SIZES = [
  { size: 32, name: '32 bytes' },
  { size: 1_000, name: '1 kB' },
  { size: 100_000, name: '100 kB' },
  { size: 4_000_000, name: '4 MB' },
] as const

/** Of 32 bytes there would be too many. */
const PACKETS_TO_A_BYTE = 1 / 400

/** Packets of a stream: six of 4 MB, a little more than an epoch of 100 kB, 60,000 of 32 bytes. */
export const packetsOf = (size: number, { streamBytes }: Pick<Pace, 'streamBytes'>): number =>
  Math.floor(Math.min(streamBytes * PACKETS_TO_A_BYTE, streamBytes / size))

export interface Streams {
  readonly contents: Uint8Array
  /** BIP324's. */
  readonly packets: Uint8Array
  /** Of the AEAD alone. */
  readonly aead: Uint8Array
}

/** @param count packets */
export async function makeStreams(size: number, count: number): Promise<Streams> {
  const contents = seededBytes(size, 3)
  const cipher = new PacketCipher(KEYS.L, KEYS.P)
  const packets = new Uint8Array(count * (size + 20))
  for (let n = 0; n < count; n++) packets.set(cipher.encrypt(contents), n * (size + 20))
  const seal = (plaintext: Uint8Array, nonce: Uint8Array) =>
    chacha20poly1305(KEYS.P, nonce).encrypt(plaintext)
  return { contents, packets, aead: await aeadStream(seal, contents, count) }
}

/** The stream that a contender can open. */
export const streamFor = ({ does }: PacketContender, streams: Streams): Uint8Array =>
  does === 'packets' ? streams.packets : streams.aead
