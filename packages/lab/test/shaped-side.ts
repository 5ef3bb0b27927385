/** A side whose every byte is known, behind a shaper, on a clock that the test moves. */

import type { PacketKind } from '@v2scope/bip324'
import { VirtualWorld } from '../../recording/src/virtual-world.js'
import type { TracePart } from '../src/shaping/shape-trace.js'
import { Shaper, type ShaperOptions } from '../src/shaping/shaper.js'
import type { Shaping } from '../src/shaping/strategies.js'

export const VERSION_BYTES = 20

export const MODEL = [
  { gapMs: 10, bytes: 700 },
  { gapMs: 250, bytes: 31 },
  { gapMs: 40, bytes: 1 },
]

export const EVERY: readonly Shaping[] = [
  { strategy: 'fixed rate', everyMs: 100, bytes: 50 },
  { strategy: 'poisson', meanMs: 100, bytes: 50 },
  { strategy: 'constant bit rate', tickMs: 20, bytes: 300 },
  { strategy: 'mimic', model: MODEL, name: 'a model' },
  { strategy: 'burst cover', most: 900 },
  { strategy: 'handshake decoys', count: 5, most: 400 },
]

export function shapedSide(shaping: Shaping | undefined, given: Partial<ShaperOptions> = {}) {
  const world = new VirtualWorld('a shaped side')
  const sent: { readonly time: number; readonly bytes: Uint8Array }[] = []
  let made = 0
  let decoys = 0
  const send = (bytes: Uint8Array) => void sent.push({ time: world.now(), bytes })
  const push = (kinds: readonly (readonly [PacketKind, number])[]) => {
    const parts = kinds.map(([kind, length]) => {
      const bytes = Uint8Array.from({ length }, (_, n) => (made + n) % 251)
      made += length
      shaper.note({ direction: 'sent', type: 'packet_sent', kind, bytes })
      return bytes
    })
    shaper.push(Uint8Array.from(Buffer.concat(parts)))
  }
  const shaper = new Shaper({
    world,
    shaping,
    send,
    onLetGo: () => {},
    makeDecoy: (bytes) => {
      decoys += 1
      push([['decoy', bytes]])
    },
    mayMakeDecoys: () => true,
    isCongested: () => false,
    ...given,
  })
  return {
    world,
    shaper,
    push,
    /** Bytes that were made, decoys among them. */
    made: () => made,
    decoys: () => decoys,
    /** What has left, by its times. */
    sent,
    /** From the time of the version packet on, without it. */
    segments: (): TracePart[] => {
      const parts: { time: number; bytes: number }[] = []
      for (const { time, bytes } of sent) {
        const last = parts.at(-1)
        if (last?.time === time) last.bytes += bytes.length
        else parts.push({ time, bytes: bytes.length })
      }
      const [first, ...rest] = parts
      if (!first) return []
      const bytes = first.bytes - VERSION_BYTES
      return bytes > 0 ? [{ time: first.time, bytes }, ...rest] : rest
    },
    stream: () => Uint8Array.from(Buffer.concat(sent.map(({ bytes }) => bytes))),
    begin: () => push([['version', VERSION_BYTES]]),
  }
}

/** What such a side makes, in order. */
export const streamOf = (length: number) => Uint8Array.from({ length }, (_, n) => n % 251)
