import { concatBytes, toHex } from '@v2scope/bip324'
import { VirtualWorld } from '@v2scope/recording/simulation'
import { expect, it } from 'vitest'
import { FaultyDirection } from '../src/faults/faulty-direction.js'
import { Interferer } from '../src/faults/interferer.js'
import { PartReader } from '../src/faults/part-reader.js'
import type { Span } from '../src/faults/span.js'
import type { StreamFollower } from '../src/faults/stream-follower.js'

/** Keeps the last byte of all that it takes, which may be the beginning of something. */
class Hesitant implements StreamFollower {
  readonly needsKeys = false
  readonly #reader = new PartReader()
  #kept = new Uint8Array(0)

  constructor() {
    this.#reader.begin('garbage', Number.POSITIVE_INFINITY)
  }

  giveUp(): void {}
  onEvent(): void {}

  *take(bytes: Uint8Array): Iterable<Span> {
    const all = concatBytes(this.#kept, bytes)
    this.#kept = all.slice(-1)
    const span = this.#reader.take(all.subarray(0, -1))
    if (span) yield span
  }

  *flush(): Iterable<Span> {
    const span = this.#reader.take(this.#kept)
    if (span) yield span
  }
}

it('keeps the order of what comes when a fault is over and a byte of it is still kept', () => {
  const world = new VirtualWorld('a seed')
  const delivered: Uint8Array[] = []
  const direction = new FaultyDirection({
    world,
    follower: new Hesitant(),
    deliver: (bytes) => delivered.push(bytes),
    onCut: () => {},
    onPassed: () => {},
  })
  const where = { at: 'byte', offset: 1 } as const
  const fault = { direction: 'received', where, what: { kind: 'delay', ms: 10 } } as const
  direction.add(new Interferer(fault, () => {}))
  const sent = Uint8Array.from({ length: 30 }, (_, i) => i)
  for (let at = 0; at < sent.length; at += 3) direction.take(sent.subarray(at, at + 3))
  direction.end(() => {})
  world.advanceTo(100)
  expect(toHex(concatBytes(...delivered))).toBe(toHex(sent))
})
