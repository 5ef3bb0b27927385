/** Words of the page in Chinese: fields of set reconciliation. */

import type { MessageFields } from '../../message-fields.js'

export const reconciliation: MessageFields<'reconciliation'> = {
  'sendtxrcncl.version': {
    what: '发送方所用的对账版本；1 是第一版。',
    why: '以后可能有更好的方案，双方开始之前必须确认说的是同一个。',
  },
  'sendtxrcncl.salt': {
    what: '一个随机数，是发送方对 短 ID 密钥的贡献。',
    why: '每个连接都有自己的密钥，谁也无法造出在所有连接上都相撞的两笔交易。',
  },
  'reqrecon.set size': {
    what: '发送方将要通告的交易数目。',
    why: '对端把它与自己的数目比较，估计 sketch 需要多大。',
  },
  'reqrecon.q': {
    what: '除大小之差以外，集合中不同部分所占比例的估计，以 1/32,767 为单位。',
    why: 'sketch 太小会失败，太大则浪费字节，所以每轮之后都会修正这个估计。',
  },
  'sketch.sketch': {
    what: '各 短 ID 的幂之和，每个能找出的差异占四个字节。',
    why: '与对端自己的 sketch 合并之后只剩下差异，所以它的大小不随集合增长。',
  },
  'reconcildiff.success': {
    what: '凭 sketch 是否找出了差异。',
    why: '如果没有，双方就用 inv 通告全部交易，这样不会漏掉任何一笔。',
  },
  'reconcildiff.short ids': {
    what: '发送方缺少的交易。',
    why: '对端只用 inv 通告这些，整轮对账就是为了这个。',
  },
  'reconcildiff.count': {
    what: '后面有多少个短 ID。',
    why: '失败之后，或发送方不缺少对端拥有的任何交易时，它为 0。',
  },
  'reconcildiff.short id': {
    what: 'wtxid 加盐哈希后的四个字节。',
    why: 'sketch 的计算要用小的数，而在一轮的几百笔交易中，32 位很少相撞。',
  },
}
