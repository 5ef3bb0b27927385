/** How well the classifier guesses what it has not seen. */

import { NaiveBayes } from './naive-bayes.js'
import { BURST_CLASSES, type Guessing } from './traffic-study.js'
import type { Window } from './windows.js'

/** 95% of a normal distribution are within so many standard deviations. */
const WITHIN_95 = 1.959963984540054

export function learn(windows: readonly Window[]): NaiveBayes {
  const bayes = new NaiveBayes()
  for (const window of windows) bayes.learn(window)
  return bayes
}

export function guess(bayes: NaiveBayes, windows: readonly Window[]): Guessing {
  const confusion = BURST_CLASSES.map(() => BURST_CLASSES.map(() => 0))
  for (const window of windows) {
    const row = confusion[window.burst]
    const guessed = bayes.guess(window)
    if (row) row[guessed] = (row[guessed] ?? 0) + 1
  }
  const right = confusion.reduce((sum, row, burst) => sum + (row[burst] ?? 0), 0)
  const accuracy = right / windows.length
  const margin = WITHIN_95 * Math.sqrt((accuracy * (1 - accuracy)) / windows.length)
  return { accuracy, margin, confusion }
}
