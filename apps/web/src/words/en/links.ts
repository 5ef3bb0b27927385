/** Words of the page in English: what a message asks for, and what answers it. Part of the details. */

import type { AnswerKind } from '../../session/item.js'
import { count, milliseconds, plural } from '../../ui/parts/format.js'

interface Asked {
  readonly one: string
  /** Where it is not `one` with an s. */
  readonly many?: string
  /** What it means that nothing came. */
  readonly silence: string
}

const BLOCK_SILENCE = 'no answer: a node is silent about a block that it does not have'
const FILTER_SILENCE =
  'no answer: a node that serves no compact filters says nothing, or disconnects'

const asked: Record<AnswerKind, Asked> = {
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
  'filter headers': { one: 'cfheaders message', silence: FILTER_SILENCE },
  'filter checkpoints': { one: 'cfcheckpt message', silence: FILTER_SILENCE },
}

/** `1 block`, `3 blocks` */
function wanted(what: AnswerKind, n: number): string {
  const { one, many } = asked[what]
  return n === 1 || many === undefined ? plural(n, one) : `${count(n)} ${many}`
}

export const links = {
  number: (n: number) => `#${count(n)}`,
  asks: (what: AnswerKind, n: number) => `asks for ${wanted(what, n)}`,
  answeredBy: 'answered by',
  part: (done: number, all: number) =>
    `${count(done)} of ${count(all)}${done < all ? ' so far' : ''}`,
  after: (ms: number) => `after ${milliseconds(ms)}`,
  more: (n: number) => `and ${count(n)} more`,
  waiting: 'not answered yet',
  /** Of what we were asked for. */
  notAnswered: 'not answered: this page answers pings alone',
  silence: (what: AnswerKind) => asked[what].silence,
  answers: 'answers',
  since: (ms: number) => `${milliseconds(ms)} after`,
  gone: 'something that is no longer in the list',
}
