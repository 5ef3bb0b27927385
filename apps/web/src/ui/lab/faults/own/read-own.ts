/** From what is written to the fault that is meant, or what is wrong with it; and from an address. */

import type { Interference, Place, WireFault } from '@v2scope/lab'
import { planText } from '../plan-text.js'
import {
  BOUNDS,
  fieldsOf,
  isOfPacket,
  KINDS,
  MOST_BITS,
  type OwnDraft,
  type OwnField,
  type OwnProblem,
  PARTS,
  PLACES,
  START,
} from './own-draft.js'

export type ReadOwn =
  | { readonly fault: WireFault; readonly problems?: never }
  | { readonly fault?: never; readonly problems: ReadonlyMap<OwnField, OwnProblem> }

export function readOwn(draft: OwnDraft): ReadOwn {
  const problems = new Map<OwnField, OwnProblem>()
  for (const field of fieldsOf(draft)) {
    const problem = problemOf(field, draft.texts[field])
    if (problem) problems.set(field, problem)
  }
  if (problems.size > 0) return { problems }
  return { fault: { direction: draft.direction, where: placeOf(draft), what: whatOf(draft) } }
}

function problemOf(field: OwnField, text: string): OwnProblem | undefined {
  switch (field) {
    case 'bits': {
      const bits = bitsOf(text)
      if (!bits || bits.length === 0) return 'no bits'
      return bits.length > MOST_BITS ? 'too many bits' : undefined
    }
    case 'bytes':
      if (!/^([0-9a-f]{2})+$/i.test(bare(text))) return 'no hex'
      return bare(text).length / 2 > BOUNDS.bytes[1] ? 'too many bytes' : undefined
    case 'length':
      // empty: all of it
      return text.trim() === '' || numberOf(field, text) !== undefined ? undefined : 'not a number'
    default:
      return numberOf(field, text) === undefined ? 'not a number' : undefined
  }
}

const bare = (text: string): string => text.replace(/\s/g, '')

function numberOf(field: OwnField, text: string): number | undefined {
  const [least, most] = BOUNDS[field]
  const value = Number(text)
  return /^\s*\d+\s*$/.test(text) && value >= least && value <= most ? value : undefined
}

/** `0, 9, 16-18`: each once, in order; undefined where it can't be read. */
export function bitsOf(text: string): readonly number[] | undefined {
  const bits = new Set<number>()
  for (const token of text.split(/[\s,]+/).filter(Boolean)) {
    const [, first = '', last = first] = /^(\d{1,5})(?:[-–](\d{1,5}))?$/.exec(token) ?? []
    const [from, to] = [Number(first), Number(last)]
    if (first === '' || from > to || to > BOUNDS.bits[1]) return undefined
    for (let bit = from; bit <= to; bit++) bits.add(bit)
  }
  return [...bits].sort((a, b) => a - b)
}

function placeOf({ at, part, texts }: OwnDraft): Place {
  const ofIt = part === 'all' ? {} : { part }
  switch (at) {
    case 'byte':
      return { at, offset: Number(texts.offset) }
    case 'packet':
      return { at, number: Number(texts.number), ...ofIt }
    case 'next packet':
      return { at, ...ofIt }
    case 'key':
    case 'garbage':
    case 'terminator':
      return { at }
  }
}

function whatOf({ kind, texts }: OwnDraft): Interference {
  switch (kind) {
    case 'flip':
      return { kind, bits: bitsOf(texts.bits) ?? [] }
    case 'truncate':
      return { kind, keep: Number(texts.keep) }
    case 'drop':
      return texts.length.trim() === '' ? { kind } : { kind, length: Number(texts.length) }
    case 'duplicate':
    case 'reorder':
      return { kind }
    case 'replay':
      return { kind, after: Number(texts.after) }
    case 'insert':
      return { kind, bytes: bytesOf(texts.bytes) }
    case 'delay':
      return { kind, ms: Number(texts.ms) }
    case 'fragment':
      return { kind, size: Number(texts.size) }
  }
}

const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from(bare(hex).match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

/** In an address, a fault of one's own begins so. */
const OWN = 'own.'

export const ownText = (fault: WireFault): string => OWN + planText({ on: 'wire', fault })

export const isOwnText = (text: string): boolean => text.startsWith(OWN)

/** What stands in the fields for `own.sent.packet-3.tag.flip-0-9`; undefined where it means nothing. */
export function ownOfText(text: string): OwnDraft | undefined {
  const [, direction, place = '', ...rest] = text.split('.')
  const [what = '', part] = rest.reverse()
  const { name: at, values: where } = named(PLACES, place)
  const { name: kind, values } = named(KINDS, what)
  const isDirection = direction === 'sent' || direction === 'received'
  if (!isDirection || !at || !kind) return undefined
  const ofPacket = part === undefined ? 'all' : PARTS.find((name) => hyphened(name) === part)
  if (!ofPacket || (part !== undefined && !isOfPacket(at))) return undefined
  const texts = { ...START.texts }
  const [ofPlace, ofKind] = [fieldsOf({ at, kind: 'duplicate' }), fieldsOf({ at: 'key', kind })]
  for (const field of ofPlace) texts[field] = where.join('-')
  for (const field of ofKind) texts[field] = field === 'bits' ? values.join(', ') : values.join('-')
  const draft = { direction, at, part: ofPacket, kind, texts } as const
  return readOwn(draft).fault && draft
}

const hyphened = (name: string): string => name.replaceAll(' ', '-')

/** `next-packet`, `flip-0-9`: the name that it begins with, and what follows it. */
function named<T extends string>(names: readonly T[], text: string) {
  const name = names.find((one) => `${text}-`.startsWith(`${hyphened(one)}-`))
  const values =
    name === undefined
      ? []
      : text
          .slice(name.length + 1)
          .split('-')
          .filter(Boolean)
  return { name, values }
}
