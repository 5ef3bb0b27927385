/** What was asked for, and what it means that nothing came, in words. */

import type { AnswerKind } from '../../session/contract.js'
import { count, plural } from '../parts/format.js'

interface Words {
  readonly one: string
  /** Where it is not `one` with an s. */
  readonly many?: string
  /** What silence means. */
  readonly silence: string
}

const BLOCK_SILENCE = 'no answer: a node is silent about a block that it does not have'
const FILTER_SILENCE =
  'no answer: a node that serves no compact filters says nothing, or disconnects'

const WORDS: Readonly<Record<AnswerKind, Words>> = {
  pong: { one: 'pong', silence: 'no answer: the peer may be stalled' },
  headers: {
    one: 'answer of headers',
    many: 'answers of headers',
    silence: 'no answer: a node that is still synchronising gives no headers',
  },
  inventory: {
    one: 'inventory',
    many: 'inventories',
    silence: 'no answer: a node that has nothing to tell, or does not want to, is silent',
  },
  block: { one: 'block', silence: BLOCK_SILENCE },
  transaction: {
    one: 'transaction',
    silence: 'no answer: a node says notfound for a transaction that it does not have',
  },
  'block and transaction': {
    one: 'block or transaction',
    many: 'blocks and transactions',
    silence:
      'no answer: a node is silent about a block that it does not have, and says notfound for a transaction',
  },
  'block transactions': {
    one: 'answer with transactions of a block',
    many: 'answers with transactions of a block',
    silence: BLOCK_SILENCE,
  },
  addresses: {
    one: 'answer of addresses',
    many: 'answers of addresses',
    silence: 'no answer: a node tells addresses once, and only to who dialled it',
  },
  filters: { one: 'answer of filters', many: 'answers of filters', silence: FILTER_SILENCE },
  'filter headers': {
    one: 'answer of filter headers',
    many: 'answers of filter headers',
    silence: FILTER_SILENCE,
  },
  'filter checkpoints': {
    one: 'answer of filter checkpoints',
    many: 'answers of filter checkpoints',
    silence: FILTER_SILENCE,
  },
}

/** `1 block`, `3 blocks` */
export function showAsked(what: AnswerKind, n: number): string {
  const { one, many } = WORDS[what]
  return n === 1 || many === undefined ? plural(n, one) : `${count(n)} ${many}`
}

export const silenceOf = (what: AnswerKind): string => WORDS[what].silence
