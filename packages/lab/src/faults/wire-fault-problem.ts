/** Whether a fault of the wire can be at all. */

import { assertNever } from '@v2scope/bip324'
import type { Interference, Place, WireFault } from './wire-fault.js'

/** What is inserted, in bytes; what is flipped, in bits. */
export const MOST_INSERTED = 1024 * 1024
export const MOST_FLIPPED = 4096
/** In ms. */
export const MOST_DELAY = 10 * 60_000

/** In words; undefined: it can. */
export function wireFaultProblem({ where, what }: WireFault): string | undefined {
  return problemOfPlace(where) ?? problemOf(what)
}

const isCount = (value: number, least = 0): boolean => Number.isSafeInteger(value) && value >= least

function problemOfPlace(place: Place): string | undefined {
  if (place.at === 'byte' && !isCount(place.offset)) {
    return `A byte is counted from 0; ${place.offset} is none.`
  }
  if (place.at === 'packet' && !isCount(place.number)) {
    return `A packet is counted from 0; ${place.number} is none.`
  }
  return undefined
}

function problemOf(what: Interference): string | undefined {
  switch (what.kind) {
    case 'flip':
      return problemOfBits(what.bits)
    case 'truncate':
      return isCount(what.keep) ? undefined : `The first 0 bytes or more pass, not ${what.keep}.`
    case 'drop':
      return what.length === undefined || isCount(what.length, 1)
        ? undefined
        : `At least 1 byte is dropped, not ${what.length}.`
    case 'replay':
      return isCount(what.after)
        ? undefined
        : `It comes after 0 packets or more, not ${what.after}.`
    case 'insert':
      return what.bytes.length >= 1 && what.bytes.length <= MOST_INSERTED
        ? undefined
        : `1 to ${MOST_INSERTED} bytes are inserted, not ${what.bytes.length}.`
    case 'delay':
      return what.ms >= 0 && what.ms <= MOST_DELAY
        ? undefined
        : `A delay is 0 to ${MOST_DELAY} ms, not ${what.ms}.`
    case 'fragment':
      return isCount(what.size, 1) ? undefined : `A piece has at least 1 byte, not ${what.size}.`
    case 'duplicate':
    case 'reorder':
      return undefined
    default:
      return assertNever(what)
  }
}

function problemOfBits(bits: readonly number[]): string | undefined {
  if (bits.length === 0) return 'At least one bit is flipped.'
  if (bits.length > MOST_FLIPPED) return `At most ${MOST_FLIPPED} bits are flipped.`
  const wrong = bits.find((bit) => !isCount(bit))
  if (wrong !== undefined) return `A bit is counted from 0; ${wrong} is none.`
  if (new Set(bits).size < bits.length) return 'A bit that is flipped twice is as it was.'
  return undefined
}
