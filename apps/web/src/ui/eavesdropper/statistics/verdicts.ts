/** What a test says of a stream, in one word. */

import type { ByteStatistics } from '@v2scope/eavesdropper'
import type { ByteTest } from '../../../words/eavesdropper.js'

/** `told`: it can be told from random bytes. */
export type Verdict = 'random' | 'told' | 'few'

/** Random bytes are so far off less often than this. */
const RARE = 0.001
/** Of a normal distribution: as rare, on both sides together. */
const RARE_Z = 3.29
/** Of the 95 % that a bound holds. */
const BOUND_Z = 1.96
/** Degrees of freedom of 256 values. */
const DEGREES = 255

export function verdictOf(test: ByteTest, of: ByteStatistics): Verdict {
  if (!of.chiSquare.isEnough) return 'few'
  switch (test) {
    case 'entropy':
      return Math.abs(of.entropy.bits - of.entropy.expected) > entropyGive(of.bytes, RARE_Z)
        ? 'told'
        : 'random'
    case 'chiSquare':
      // more even than chance is not random either
      return of.chiSquare.p < RARE / 2 || of.chiSquare.p > 1 - RARE / 2 ? 'told' : 'random'
    case 'runs':
      return of.runs.p < RARE ? 'told' : 'random'
    case 'serial': {
      const { value, bound } = of.serial
      if (value === undefined) return 'told'
      return Math.abs(value) > (bound * RARE_Z) / BOUND_Z ? 'told' : 'random'
    }
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
