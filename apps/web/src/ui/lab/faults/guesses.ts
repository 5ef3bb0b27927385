/** What was expected of each fault, and what came of it: kept for as long as this tab is. */

import type { Outcome } from '@v2scope/lab'
import { create } from 'zustand'

export const OUTCOMES = [
  'fails at once',
  'stalls',
  'nothing changes',
] as const satisfies readonly Outcome[]

interface Tried {
  /** The first guess; absent where it was only looked at. */
  readonly guess?: Outcome
  /** What came of it: the first time, and the last. */
  readonly first?: Outcome
  readonly last?: Outcome
}

interface Guesses {
  /** By the text of the plan. */
  readonly tried: ReadonlyMap<string, Tried>
}

export const useGuesses = create<Guesses>(() => ({ tried: new Map() }))

const change = (plan: string, news: (before: Tried) => Tried): void =>
  useGuesses.setState(({ tried }) => {
    const before = tried.get(plan) ?? {}
    return { tried: new Map(tried).set(plan, news(before)) }
  })

/** Whoever has seen what comes of it guesses no more. @param guess undefined: it is only looked at */
export const expect = (plan: string, guess: Outcome | undefined): void =>
  change(plan, (before) => (before.first || before.guess || !guess ? before : { ...before, guess }))

export const happened = (plan: string, outcome: Outcome): void =>
  change(plan, (before) => ({ ...before, first: before.first ?? outcome, last: outcome }))

/** Of the faults that were guessed and have happened: how many were guessed right. */
export function scoreOf({ tried }: Guesses): { readonly right: number; readonly of: number } {
  const guessed = [...tried.values()].filter(({ guess, first }) => guess && first)
  return { right: guessed.filter(({ guess, first }) => guess === first).length, of: guessed.length }
}

export const forgetGuesses = (): void => useGuesses.setState({ tried: new Map() })
