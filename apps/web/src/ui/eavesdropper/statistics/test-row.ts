/** What a test has found, in figures. */

import type { ByteStatistics } from '@v2scope/eavesdropper'
import type { ByteTest, StatisticsWords } from '../../../words/eavesdropper.js'
import { count } from '../../parts/format.js'
import { chiSquareGive, entropyGive, runsGive, type Verdict, verdictOf } from './verdicts.js'

export interface TestRow {
  readonly value: string
  /** How often random bytes are as far off, where that can be told. */
  readonly p?: string
  readonly expected: string
  readonly verdict: Verdict
}

export function testRow(test: ByteTest, of: ByteStatistics, words: StatisticsWords): TestRow {
  return { ...figures(test, of, words.values), verdict: verdictOf(test, of) }
}

function figures(
  test: ByteTest,
  { bytes, entropy, chiSquare, runs, serial }: ByteStatistics,
  values: StatisticsWords['values'],
): Omit<TestRow, 'verdict'> {
  switch (test) {
    case 'entropy':
      return {
        value: values.bits(entropy.bits.toFixed(4)),
        expected: values.about(entropy.expected.toFixed(4), entropyGive(bytes).toFixed(4)),
      }
    case 'chiSquare':
      return {
        value: fewDigits(chiSquare.value),
        p: values.p(probability(chiSquare.p)),
        expected: values.about(count(chiSquare.degrees), count(chiSquareGive(chiSquare.degrees))),
      }
    case 'runs':
      return {
        value: count(runs.runs),
        p: values.p(probability(runs.p)),
        expected: values.about(count(runs.expected), count(Math.ceil(runsGive(runs)))),
      }
    case 'serial':
      return {
        value: serial.value === undefined ? values.none : minus(serial.value.toFixed(4)),
        expected: values.within(serial.bound.toFixed(4)),
      }
  }
}

const fewDigits = (value: number): string => (value < 1000 ? value.toFixed(1) : count(value))

/** A hyphen is no minus. */
const minus = (text: string): string => text.replace('-', '−')

/** Of a p-value: `= 0.43`, `< 0.001`. */
export const probability = (p: number): string =>
  p < 0.001 ? '< 0.001' : p > 0.999 ? '> 0.999' : `= ${p.toFixed(p < 0.1 ? 3 : 2)}`
