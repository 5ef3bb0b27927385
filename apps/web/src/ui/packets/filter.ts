/** The filter of the list of packets: words that each packet has to satisfy, all of them. */

import type { WireItem } from '../../session/contract.js'
import { isPacket } from './row-index.js'

export interface PacketFilter {
  /** As it was written, without the space around it; empty: every packet passes. */
  readonly text: string
  /** Of a packet; what is no packet never passes. */
  readonly matches: (item: WireItem) => boolean
}

export type ParsedFilter =
  | { readonly ok: true; readonly filter: PacketFilter }
  /** @property message which word is wrong, and what could stand there */
  | { readonly ok: false; readonly message: string }

const TEXT = {
  unclosed: (text: string) => `${text}: a quotation mark is missing at its end`,
  unknown: (key: string, word: string) =>
    `${key}: no such word; there are dir, type, decoy, epoch and size. As text: "${word}"`,
  oneOf: (key: string, values: readonly string[]) =>
    `${key}: ${values.map((value) => `${key}:${value}`).join(' or ')}`,
  type: 'type: the name of a message, such as type:inv',
  epoch: 'epoch: a whole number, such as epoch:3',
  size: 'size: more or less than so many bytes on the wire, such as size>1000',
}

export const EVERY_PACKET: PacketFilter = { text: '', matches: isPacket }

type Test = (item: WireItem) => boolean
type Outcome = { readonly test: Test } | { readonly wrong: string }

const DIRECTIONS: Readonly<Record<string, WireItem['direction']>> = { in: 'received', out: 'sent' }
const YES_NO: Readonly<Record<string, boolean>> = { yes: true, no: false }

/** A quoted text, or a word, of which a part may be quoted: `type:"version packet"`. */
const WORD = /(?:[^\s"]+|"[^"]*"?)+/g
const NAMED = /^([a-z]+)([:<>])(.*)$/i

/**
 * @param text `dir:in type:inv decoy:no size>1000 epoch:3 "text"`: text is looked for in the type
 * and the summary, without regard to case
 */
export function parseFilter(text: string): ParsedFilter {
  const tests: Test[] = []
  for (const [word] of text.matchAll(WORD)) {
    const outcome = parseWord(word)
    if ('wrong' in outcome) return { ok: false, message: outcome.wrong }
    tests.push(outcome.test)
  }
  if (tests.length === 0) return { ok: true, filter: EVERY_PACKET }
  const matches: Test = (item) => isPacket(item) && tests.every((test) => test(item))
  return { ok: true, filter: { text: text.trim(), matches } }
}

function parseWord(word: string): Outcome {
  if ((word.match(/"/g) ?? []).length % 2 === 1) return { wrong: TEXT.unclosed(word) }
  const [, name = '', operator = '', rest = ''] = NAMED.exec(word) ?? []
  if (name === '') return { test: containing(unquoted(word)) }
  const key = name.toLowerCase()
  const value = unquoted(rest).toLowerCase()
  if (key === 'size') return parseSize(operator, value)
  if (operator !== ':') return { wrong: TEXT.unknown(`${name}${operator}`, word) }
  switch (key) {
    case 'dir':
      return parseChoice(key, value, DIRECTIONS, ({ direction }) => direction)
    case 'decoy':
      return parseChoice(key, value, YES_NO, ({ kind }) => kind === 'decoy')
    case 'type':
      if (value === '') return { wrong: TEXT.type }
      return { test: ({ label }) => label.toLowerCase() === value }
    case 'epoch': {
      if (!/^\d+$/.test(value)) return { wrong: TEXT.epoch }
      const wanted = Number(value)
      return { test: ({ epoch }) => epoch === wanted }
    }
    default:
      return { wrong: TEXT.unknown(name, word) }
  }
}

function parseChoice<T>(
  key: string,
  value: string,
  choices: Readonly<Record<string, T>>,
  of: (item: WireItem) => T,
): Outcome {
  const wanted = Object.hasOwn(choices, value) ? choices[value] : undefined
  if (wanted === undefined) return { wrong: TEXT.oneOf(key, Object.keys(choices)) }
  return { test: (item) => of(item) === wanted }
}

function parseSize(operator: string, value: string): Outcome {
  if (operator === ':' || !/^\d+$/.test(value)) return { wrong: TEXT.size }
  const bound = Number(value)
  if (operator === '>') return { test: ({ wireBytes }) => wireBytes > bound }
  return { test: ({ wireBytes }) => wireBytes < bound }
}

function containing(text: string): Test {
  const wanted = text.toLowerCase()
  return ({ label, summary = '' }) =>
    label.toLowerCase().includes(wanted) || summary.toLowerCase().includes(wanted)
}

const unquoted = (word: string): string => word.replaceAll('"', '')
