/** Rules that colour the rows of the list: the first one whose filter a packet satisfies. */

import type { WireItem } from '../../session/item.js'
import { parseFilter } from './filter.js'

/** Each has an ink and a tint among the colours of the page. */
export const RULE_COLOURS = ['red', 'orange', 'purple', 'green', 'blue', 'grey'] as const
export type RuleColour = (typeof RULE_COLOURS)[number]

export interface ColourRule {
  readonly id: number
  /** As in the field of the filter; one that is wrong colours nothing. */
  readonly filter: string
  readonly colour: RuleColour
  readonly isOn: boolean
}

export type ColourRules = readonly ColourRule[]

/** What a rule puts on a row; never the colour alone. */
export interface Mark {
  readonly colour: RuleColour
  /** Of the rule, by its place in the list. */
  readonly letter: string
}

export const MOST_RULES = 12

export const DEFAULT_RULES: ColourRules = [
  { id: 1, filter: 'kind:rejected', colour: 'red', isOn: true },
  { id: 2, filter: 'size>100k', colour: 'orange', isOn: true },
  {
    id: 3,
    filter: 'type:addr or type:addrv2 or type:getaddr',
    colour: 'purple',
    isOn: true,
  },
  {
    id: 4,
    filter: 'type:headers or type:block or type:cmpctblock',
    colour: 'green',
    isOn: true,
  },
  { id: 5, filter: 'type:ping or type:pong', colour: 'grey', isOn: false },
]

export const letterOf = (place: number): string => String.fromCharCode(65 + place)

/** @returns of an item, the mark of the first rule that it satisfies */
export function marker(rules: ColourRules): (item: WireItem) => Mark | undefined {
  const tests = rules.flatMap(({ filter, colour, isOn }, place) => {
    const parsed = parseFilter(filter)
    if (!isOn || !parsed.ok || parsed.filter.text === '') return []
    return [{ matches: parsed.filter.matches, mark: { colour, letter: letterOf(place) } }]
  })
  return (item) => tests.find(({ matches }) => matches(item))?.mark
}

/** @param text as `JSON.stringify` made it of rules @returns undefined where it is anything else */
export function readRules(text: string): ColourRules | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (!Array.isArray(value) || value.length > MOST_RULES) return undefined
    const rules: unknown[] = value
    return rules.every(isRule) ? rules : undefined
  } catch {
    return undefined
  }
}

function isRule(value: unknown): value is ColourRule {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'number' &&
    'filter' in value &&
    typeof value.filter === 'string' &&
    'colour' in value &&
    RULE_COLOURS.some((colour) => colour === value.colour) &&
    'isOn' in value &&
    typeof value.isOn === 'boolean'
  )
}
