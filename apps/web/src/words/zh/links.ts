/** Words of the page in Chinese: what a message asks for, and what answers it. Part of the details. */

import type { AnswerKind } from '../../session/item.js'
import { count, milliseconds } from '../../ui/parts/format.js'
import type { Words } from '../words.js'

interface Asked {
  /** With its measure word, behind a number. */
  readonly many: string
  readonly silence: string
}

const BLOCK_SILENCE = '没有应答：节点没有某个区块时会保持沉默'
const FILTER_SILENCE = '没有应答：不提供致密过滤器的节点会保持沉默，或者断开连接'

const asked: Record<AnswerKind, Asked> = {
  pong: { many: '个 pong', silence: '没有应答：对端可能已停滞' },
  headers: { many: '条 headers 消息', silence: '没有应答：仍在同步的节点不提供区块头' },
  inventory: { many: '份清单', silence: '没有应答：没有可告知的内容或不愿告知的节点会保持沉默' },
  block: { many: '个区块', silence: BLOCK_SILENCE },
  transaction: { many: '笔交易', silence: '没有应答：节点没有某笔交易时会回复 notfound' },
  'block and transaction': {
    many: '个区块或交易',
    silence: '没有应答：节点没有某个区块时会保持沉默，没有某笔交易时会回复 notfound',
  },
  'block transactions': { many: '条含区块交易的消息', silence: BLOCK_SILENCE },
  addresses: {
    many: '份地址列表',
    silence: '没有应答：节点只告知一次地址，而且只告知主动连接它的一方',
  },
  filters: { many: '批过滤器', silence: FILTER_SILENCE },
  'filter headers': { many: '条 cfheaders 消息', silence: FILTER_SILENCE },
  'filter checkpoints': { many: '条 cfcheckpt 消息', silence: FILTER_SILENCE },
}

export const links: Words['details']['links'] = {
  number: (n) => `#${count(n)}`,
  asks: (what, n) => `请求 ${count(n)} ${asked[what].many}`,
  answeredBy: '应答：',
  part: (done, all) => `${done < all ? '目前' : ''} ${count(done)} / ${count(all)}`,
  after: (ms) => `（${milliseconds(ms)} 后）`,
  more: (n) => `以及另外 ${count(n)} 个`,
  waiting: '尚未应答',
  notAnswered: '未应答：本页面只应答 ping',
  silence: (what) => asked[what].silence,
  answers: '应答',
  since: (ms) => `${milliseconds(ms)} 之后`,
  gone: '已不在列表中的内容',
}
