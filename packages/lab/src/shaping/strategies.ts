/**
 * What a strategy does: a small pure function of (clock, queue, random), which says what goes into
 * the stream now, how much of the stream goes out, and when it wants to be called again. A new one is
 * a member of `Shaping`, a line in `limitsOf` and one in `step`, and its function: all of them here.
 *
 * The protocol has no padding, so what hides a packet is other packets: decoys, 20 bytes at least.
 * But the stream may be cut anywhere, so a tick's bytes are exact, whatever packets they are parts of.
 * Only integers, + − × ÷: what a seed decides is to be the same in every engine.
 */

import { assertNever, PACKET_OVERHEAD } from '@v2scope/bip324'
import { naturalLog } from './natural-log.js'

/** Bytes are bytes on the wire, a packet of 20 at least; times are in ms. */
export type Shaping =
  /** A decoy of so many bytes, every so many ms. */
  | { readonly strategy: 'fixed rate'; readonly everyMs: number; readonly bytes: number }
  /** As many on average, at times that have no memory. */
  | { readonly strategy: 'poisson'; readonly meanMs: number; readonly bytes: number }
  /** So many bytes of ciphertext a tick: real packets first, and decoys that fill up. */
  | { readonly strategy: 'constant bit rate'; readonly tickMs: number; readonly bytes: number }
  /** As the constant bit rate, but each tick's bytes and length are drawn from another recording. */
  | { readonly strategy: 'mimic'; readonly model: readonly MimicSample[]; readonly name: string }
  /** Beside each real packet a decoy, of a size drawn from those of answers. */
  | { readonly strategy: 'burst cover'; readonly most: number }
  /** So many decoys before the version packet, each of up to so many bytes. Only from the start. */
  | { readonly strategy: 'handshake decoys'; readonly count: number; readonly most: number }

export interface MimicSample {
  /** To the next. */
  readonly gapMs: number
  readonly bytes: number
}

export interface Clock {
  /** In ms, from any start. */
  readonly now: number
  /** When the strategy had asked to be called; undefined: it had not. */
  readonly nextAt: number | undefined
  /** Why it is called: at first; something has come; as it had asked. A late timer is no packet's doing. */
  readonly cause: 'start' | 'packets' | 'timer'
}

export interface Queue {
  /** Bytes of the stream that are made, and not on the wire yet. */
  readonly bytes: number
  /** Real packets that have come since the call before, by their bytes on the wire; `bytes` counts them. */
  readonly arrived: readonly number[]
}

/** A uniform whole number 0..limit−1, for limits up to 2³². */
export type Random = (limit: number) => number

export interface Step {
  /** To be made now, behind all that waits: bytes on the wire of each, 20 or more. */
  readonly decoys: readonly number[]
  /** How many bytes of the stream go out now, these decoys included. */
  readonly letGo: number | 'all'
  /** When to be called, real packets or not; undefined: only when some have come. */
  readonly nextAt: number | undefined
}

/** What is to be done now. */
export function step(shaping: Shaping, clock: Clock, queue: Queue, random: Random): Step {
  switch (shaping.strategy) {
    case 'fixed rate':
      return fixedRate(shaping, clock)
    case 'poisson':
      return poisson(shaping, clock, random)
    case 'constant bit rate':
      return constantBitRate(shaping, clock, queue)
    case 'mimic':
      return mimic(shaping, clock, queue, random)
    case 'burst cover':
      return burstCover(shaping, queue, random)
    case 'handshake decoys':
      return NOTHING_MORE
    default:
      return assertNever(shaping)
  }
}

const NOTHING_MORE: Step = { decoys: [], letGo: 'all', nextAt: undefined }

type Of<S extends Shaping['strategy']> = Extract<Shaping, { strategy: S }>

function fixedRate({ everyMs, bytes }: Of<'fixed rate'>, clock: Clock): Step {
  const decoys = clock.cause === 'timer' ? [bytes] : []
  return { decoys, letGo: 'all', nextAt: nextOf(clock, everyMs) }
}

/** A wait that has no memory is exponential: −mean · ln u, with u uniform in (0, 1]. */
function poisson({ meanMs, bytes }: Of<'poisson'>, clock: Clock, random: Random): Step {
  if (clock.cause === 'packets') return { ...NOTHING_MORE, nextAt: clock.nextAt }
  const u = (random(WORDS) + 1) / WORDS
  const wait = Math.max(1, Math.ceil(-meanMs * naturalLog(u)))
  const decoys = clock.cause === 'timer' ? [bytes] : []
  return { decoys, letGo: 'all', nextAt: clock.now + wait }
}

/** Nothing of when or how much is real reaches the wire: only the clock does. */
function constantBitRate(
  { tickMs, bytes }: Of<'constant bit rate'>,
  clock: Clock,
  queue: Queue,
): Step {
  if (clock.cause === 'packets') return { decoys: [], letGo: 0, nextAt: clock.nextAt }
  return { ...exactly(bytes, queue), nextAt: nextOf(clock, tickMs) }
}

function mimic({ model }: Of<'mimic'>, clock: Clock, queue: Queue, random: Random): Step {
  const sample = clock.cause === 'packets' ? undefined : model[random(model.length)]
  if (!sample) return { decoys: [], letGo: 0, nextAt: clock.nextAt }
  return { ...exactly(sample.bytes, queue), nextAt: clock.now + sample.gapMs }
}

/** Each real packet is in one burst with something that might as well be what was asked for. */
function burstCover({ most }: Of<'burst cover'>, { arrived }: Queue, random: Random): Step {
  return { ...NOTHING_MORE, decoys: arrived.map(() => answerSize(most, random)) }
}

/** The decoys of the handshake, by their bytes on the wire; none with any other strategy. */
export function handshakeDecoys(shaping: Shaping | undefined, random: Random): number[] {
  if (shaping?.strategy !== 'handshake decoys') return []
  const { count, most } = shaping
  return Array.from({ length: count }, () => between(PACKET_OVERHEAD, most, random))
}

/** What waits goes first. A decoy is 20 bytes or more: what there is no room for goes with the next tick. */
function exactly(bytes: number, queue: Queue): Pick<Step, 'decoys' | 'letGo'> {
  const missing = bytes - queue.bytes
  const decoys = missing > 0 ? [Math.max(PACKET_OVERHEAD, missing)] : []
  return { decoys, letGo: bytes }
}

/** What a setting may be: whole numbers from the least to the most. */
export type Limit = readonly [what: string, value: number, least: number, most: number]

/** A timer of a browser is not finer; above the rate a page has no time left for anything else. */
export const LEAST_TICK_MS = 10
export const MOST_TICK_MS = 600_000
export const MOST_BYTES = 1_000_000
export const MOST_BYTES_A_SECOND = 2_000_000
const MOST_SAMPLES = 100_000
export const MOST_HANDSHAKE_DECOYS = 999
/** They are made all at once. */
export const MOST_HANDSHAKE_BYTES = 4_000_000

/** What its settings are held to. */
export function limitsOf(shaping: Shaping): readonly Limit[] {
  switch (shaping.strategy) {
    case 'fixed rate':
      return [...decoyLimits(shaping.bytes), ...paceLimits(shaping.everyMs, shaping.bytes)]
    case 'poisson':
      return [...decoyLimits(shaping.bytes), ...paceLimits(shaping.meanMs, shaping.bytes)]
    case 'constant bit rate':
      return [
        ['The bytes of a tick', shaping.bytes, 1, MOST_BYTES],
        ...paceLimits(shaping.tickMs, shaping.bytes),
      ]
    case 'mimic':
      return [
        ['The number of samples', shaping.model.length, 1, MOST_SAMPLES],
        ...shaping.model.flatMap(({ gapMs, bytes }): Limit[] => [
          ['The bytes of a sample', bytes, 1, MOST_BYTES],
          ['The time to the next, in ms,', gapMs, LEAST_TICK_MS, MOST_TICK_MS],
        ]),
        paceLimit(total(shaping.model, 'gapMs'), total(shaping.model, 'bytes')),
      ]
    case 'burst cover':
      return [['The most bytes of a decoy', shaping.most, PACKET_OVERHEAD, MOST_BYTES]]
    case 'handshake decoys':
      return [
        ['The number of decoys', shaping.count, 0, MOST_HANDSHAKE_DECOYS],
        ['The most bytes of a decoy', shaping.most, PACKET_OVERHEAD, MOST_BYTES],
        ['The bytes of all decoys together', shaping.count * shaping.most, 0, MOST_HANDSHAKE_BYTES],
      ]
    default:
      return assertNever(shaping)
  }
}

const decoyLimits = (bytes: number): Limit[] => [
  ['The bytes of a decoy', bytes, PACKET_OVERHEAD, MOST_BYTES],
]

const paceLimits = (ms: number, bytes: number): Limit[] => [
  ['The time between two, in ms,', ms, LEAST_TICK_MS, MOST_TICK_MS],
  paceLimit(ms, bytes),
]

const paceLimit = (ms: number, bytes: number): Limit => [
  'The bytes of a second',
  Math.floor((bytes * 1000) / ms),
  0,
  MOST_BYTES_A_SECOND,
]

const total = (model: readonly MimicSample[], what: keyof MimicSample) =>
  model.reduce((sum, sample) => sum + sample[what], 0)

/** Packets that answers are made of: pong; inv of 1 to 35; headers of 1 to 2000; tx; block. */
const ANSWERS: readonly (readonly [least: number, most: number])[] = [
  [29, 29],
  [58, 1282],
  [103, 162_024],
  [180, 700],
  [400, 1_000_000],
]

/** One kind is as likely as another, and so are the sizes of a kind. */
function answerSize(most: number, random: Random): number {
  const possible = ANSWERS.filter(([least]) => least <= most)
  const [from, to] = possible[random(Math.max(1, possible.length))] ?? [PACKET_OVERHEAD, most]
  return between(from, Math.min(to, most), random)
}

const between = (least: number, most: number, random: Random) => least + random(most - least + 1)

const WORDS = 2 ** 32

/** On a grid, so that a late call does not shift those after it; what was missed is not made up for. */
function nextOf({ now, nextAt = now, cause }: Clock, everyMs: number): number {
  if (cause === 'packets') return nextAt
  return nextAt + everyMs * (Math.floor((now - nextAt) / everyMs) + 1)
}
