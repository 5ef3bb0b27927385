/** What a test says of a stream, in one word. */

import type { ByteStatistics } from '@v2scope/eavesdropper'
import type { ByteTest } from '../../../words/eavesdropper.js'

/** `told`: it can be told from random bytes. */
export type Verdict = 'random' | 'told' | 'few'

/** Random bytes are so far off less often than this. */
const RARE = 0.001
/** Of a normal distribution: as rare, on both sides together. */
const RARE_Z = 3.29
/** Where the approximations are rough, for there are few bytes: only what is so far off counts. */
const FAR_Z = 10
/** Below this nothing can be said. */
const LEAST_BYTES = 64
/** Of the 95 % that a bound holds. */
const BOUND_Z = 1.96
/** Degrees of freedom of 256 values. */
const DEGREES = 255

export function verdictOf(test: ByteTest, of: ByteStatistics): Verdict {
  if (of.bytes < LEAST_BYTES) return 'few'
  const told = isTold(test, of, RARE_Z)
  const needsMany = test === 'entropy' || test === 'chiSquare'
  if (!needsMany || of.chiSquare.isEnough) return told ? 'told' : 'random'
  return isTold(test, of, FAR_Z) ? 'told' : 'few'
}

/** @param z standard deviations that it has to be off, on either side */
function isTold(test: ByteTest, of: ByteStatistics, z: number): boolean {
  const { entropy, chiSquare, runs, serial } = of
  switch (test) {
    case 'entropy':
      return Math.abs(entropy.bits - entropy.expected) > entropyGive(of.bytes, z)
    case 'chiSquare':
      // more even than chance is not random either; where there is enough, its own distribution decides
      return z === RARE_Z
        ? chiSquare.p < RARE / 2 || chiSquare.p > 1 - RARE / 2
        : chiSquare.value - chiSquare.degrees > z * Math.sqrt(2 * chiSquare.degrees)
    case 'runs':
      return runs.p < RARE
    case 'serial':
      return serial.value === undefined || Math.abs(serial.value) > (serial.bound * z) / BOUND_Z
  }
}

/**
 * How far the entropy of random bytes lies from what is expected: 2n·ln 2·(8 − H) is about χ² with 255
 * degrees of freedom. @param z standard deviations @returns bits
 */
export const entropyGive = (bytes: number, z = BOUND_Z): number =>
  (z * Math.sqrt(2 * DEGREES)) / (2 * bytes * Math.LN2)

/** Of χ² of random bytes, 95 times in a hundred. */
export const chiSquareGive = (degrees: number): number => BOUND_Z * Math.sqrt(2 * degrees)

/** Of the number of runs of `bits` random bits, as often. */
export const runsGive = ({ runs, expected, z }: ByteStatistics['runs']): number =>
  z === 0 ? 0 : (BOUND_Z * Math.abs(runs - expected)) / Math.abs(z)
