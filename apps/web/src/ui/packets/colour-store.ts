/** The reader's colour rules, kept in the browser. */

import { create } from 'zustand'
import {
  type ColourRule,
  type ColourRules,
  DEFAULT_RULES,
  MOST_RULES,
  readRules,
} from './colour-rules.js'

const KEY = 'v2scope.colours'

export const useColourRules = create<{ readonly rules: ColourRules }>(() => ({
  rules: kept() ?? DEFAULT_RULES,
}))

const set = (change: (rules: ColourRules) => ColourRules): void => {
  const rules = change(useColourRules.getState().rules)
  useColourRules.setState({ rules })
  try {
    localStorage.setItem(KEY, JSON.stringify(rules))
  } catch {
    // where storage is forbidden, they last as long as the page
  }
}

export const changeRule = (id: number, change: Partial<Omit<ColourRule, 'id'>>): void =>
  set((rules) => rules.map((rule) => (rule.id === id ? { ...rule, ...change } : rule)))

export const removeRule = (id: number): void =>
  set((rules) => rules.filter((rule) => rule.id !== id))

/** Before the one above it. */
export const raiseRule = (id: number): void =>
  set((rules) => {
    const place = rules.findIndex((rule) => rule.id === id)
    const [rule, above] = [rules[place], rules[place - 1]]
    if (!rule || !above) return rules
    return [...rules.slice(0, place - 1), rule, above, ...rules.slice(place + 1)]
  })

/** @param filter what is filtered by at present, or nothing */
export const addRule = (filter: string): void =>
  set((rules) => {
    if (rules.length >= MOST_RULES) return rules
    const id = Math.max(0, ...rules.map((rule) => rule.id)) + 1
    return [...rules, { id, filter, colour: 'blue', isOn: true }]
  })

export const resetRules = (): void => set(() => DEFAULT_RULES)

function kept(): ColourRules | undefined {
  try {
    return readRules(localStorage.getItem(KEY) ?? '')
  } catch {
    return undefined
  }
}
