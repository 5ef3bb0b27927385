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
    one: 'headers message',
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
    one: 'message with transactions of a block',
    many: 'messages with transactions of a block',
    silence: BLOCK_SILENCE,
  },
  addresses: {
    one: 'list of addresses',
    many: 'lists of addresses',
    silence: 'no answer: a node tells addresses once, and only to who dialled it',
  },
  filters: { one: 'range of filters', many: 'ranges of filters', silence: FILTER_SILENCE },
  'filter headers': {
    one: 'cfheaders message',
    silence: FILTER_SILENCE,
  },
  'filter checkpoints': {
    one: 'cfcheckpt message',
    silence: FILTER_SILENCE,
  },
}

/** `1 block`, `3 blocks` */
export function showAsked(what: AnswerKind, n: number): string {
  const { one, many } = WORDS[what]
  return n === 1 || many === undefined ? plural(n, one) : `${count(n)} ${many}`
}

export const silenceOf = (what: AnswerKind): string => WORDS[what].silence
