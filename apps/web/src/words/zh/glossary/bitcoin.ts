/** Words of the page in Chinese: the glossary, terms of Bitcoin. */

import type { Glossary } from '../../glossary.js'

export const bitcoin: Glossary<'bitcoin'> = {
  transaction: {
    term: '交易',
    definition: '花费以前交易的输出并创建新的输出；比特币就是这样转移的。',
  },
  txid: {
    term: 'txid',
    definition: '交易的名称：交易不含见证部分的哈希。',
  },
  wtxid: {
    term: 'wtxid',
    definition: '交易连同见证一起的哈希。即使 txid 相同，见证不同，wtxid 也不同。',
  },
  witness: {
    term: '见证',
    definition: '输入的签名和其他证明；自 SegWit（BIP141）起与交易的其余部分分开存放。',
  },
  script: {
    term: '脚本',
    definition: '输出里的一小段程序，规定谁可以花费它。地址是脚本的一种简短写法。',
  },
  block: {
    term: '区块',
    definition: '一个区块头和它所确认的交易，平均每十分钟一个。',
  },
  block_header: {
    term: '区块头',
    definition: '80 字节：指明前一个区块，代表全部交易，并包含工作量证明。',
  },
  merkle_root: {
    term: '默克尔根',
    definition: '把许多项两两哈希，直到只剩一个哈希。用少数几个哈希就能证明某一项在其中。',
  },
  coinbase: {
    term: 'coinbase',
    definition: '区块的第一笔交易，矿工由它得到新币和手续费。',
  },
  mempool: {
    term: '内存池（mempool）',
    definition: '节点所知的未确认交易。',
  },
  inventory: {
    term: 'inventory',
    definition: '用哈希列出的区块和交易：用 inv 提供，用 getdata 请求。',
  },
  locator: {
    term: '区块定位器（locator）',
    definition:
      '从最新区块往回、间隔越来越大的一组区块哈希。对端据此找到两条链最后一个共同的区块。',
  },
  compact_block: {
    term: '致密区块',
    definition: '每笔交易只用六个字节表示的区块，因为接收方几乎已有全部交易（BIP152）。',
  },
  bloom_filter: {
    term: '布隆过滤器',
    definition:
      '一串比特，可判断某项是否在集合中，偶尔会误报。轻钱包曾用它告诉节点自己想要哪些交易（BIP37）。',
  },
  compact_filter: {
    term: '致密过滤器',
    definition:
      '一个区块中全部脚本的压缩集合。轻钱包取来后自行查找自己的脚本，不必告诉任何人（BIP157、BIP158）。',
  },
  fee_rate: {
    term: '费率',
    definition: '交易按大小支付的手续费，这里以每 1,000 虚拟字节多少聪计。',
  },
  reconciliation: {
    term: '集合对账',
    definition: '双方比较各自交易集合的小型 sketch，只通告不同的部分（BIP330）。',
  },
}
