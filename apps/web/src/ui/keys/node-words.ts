/** What a node is called, and what is said of it. */

import { type Expansion, networkOfMagic } from '@v2scope/bip324'
import { type KeyNode, parseEpochKey } from '@v2scope/key-schedule'
import type { Words } from '../../words/words.js'

type KeyWords = Words['keys']

/** A name that is the same in every language is `verbatim`. */
export interface NodeTitle {
  readonly text: string
  readonly verbatim: boolean
}

export function titleOf(id: string, words: KeyWords): NodeTitle {
  const { titles, ciphers } = words
  if (isTitled(id, titles)) return { text: titles[id], verbatim: false }
  const key = parseEpochKey(id)
  if (key && id.endsWith('keystream')) return { text: ciphers.keystream, verbatim: false }
  if (key) return { text: ciphers.newKey(key.epoch), verbatim: false }
  // in a decoding: u of x_theirs, g of its candidate x3
  const [, name = id, of] = id.split('.')
  if (of === 'g') return { text: `g(${name})`, verbatim: true }
  if (of === 'legendre') return { text: `g(${name})^((p − 1) / 2)`, verbatim: true }
  return { text: id === 'prk' ? 'PRK' : name, verbatim: true }
}

const isTitled = (id: string, titles: KeyWords['titles']): id is keyof typeof titles =>
  Object.hasOwn(titles, id)

export function noteOf({ id, kind, inputs }: KeyNode, words: KeyWords): string {
  if (kind === 'expansion' && isExpansion(id, words)) return words.expansions[id]
  const magic = kind === 'salt' ? inputs[0]?.bytes : undefined
  if (magic === undefined) return words.notes[kind]
  return `${words.network(networkOfMagic(magic))} · ${words.notes[kind]}`
}

const isExpansion = (id: string, { expansions }: KeyWords): id is Expansion =>
  Object.hasOwn(expansions, id)

/** Why a value has nothing that it is derived from. */
export const givenWhy = ({ kind }: KeyNode, { givenWhy: words }: KeyWords): string =>
  kind === 'private_key' ? words.private_key : words.ellswift
