/** Words of the page in Chinese: fields of bloom filters and of the proofs that go with them. */

import type { MessageFields } from '../../message-fields.js'

export const bloomFilters: MessageFields<'bloomFilters'> = {
  'filterload.filter': {
    what: '一串比特，发送方要找的每一项都在其中置了几位。',
    why: '轻钱包收到与自己有关的交易，外加一些无关的作为掩护；事实证明这种掩护很薄弱。',
  },
  'filterload.hash functions': {
    what: '每一项设置多少位，最多 50。',
    why: '数目多则误匹配少；上限使节点检查一笔交易的代价不至于太高。',
  },
  'filterload.tweak': {
    what: '加到每个哈希函数种子上的随机数。',
    why: '没有它，同样的误匹配会出现在每个过滤器里，有人还可以造出与所有过滤器都匹配的内容。',
  },
  'filterload.flags': {
    what: '某个输出匹配时，节点自行往过滤器里加入什么。',
    why: '这样花费该输出的交易也会匹配，钱包不必发送新的过滤器。',
  },
  'filteradd.element': {
    what: '再加一项要匹配的内容：公钥、哈希、outpoint 或 txid，最多 520 字节。',
    why: '钱包生成新密钥时，不必重新发送整个过滤器。',
  },
  'merkleblock.transaction count': {
    what: '整个区块有多少笔交易。',
    why: '哈希树的形状由它决定；不知道形状，就不知道各个哈希的位置。',
  },
  'merkleblock.hashes': {
    what: '匹配项的哈希及其旁边各分支的哈希，按遍历哈希树的顺序排列。',
    why: '用它们可以重新算出默克尔根，从而证明这些交易在区块中。',
  },
  'merkleblock.hash count': {
    what: '后面有多少个哈希。',
    why: '它随树的深度增长：证明 2,000 笔交易中的一笔，大约需要 12 个。',
  },
  'merkleblock.hash': {
    what: '一笔交易的哈希，或下面两个哈希合起来的哈希。',
    why: '没有匹配项的分支只用一个哈希表示，无论其中有多少笔交易。',
  },
  'merkleblock.flags': {
    what: '遍历的每一步一位：继续往下，还是直接取下一个哈希。',
    why: '同样的哈希可以构成不同的树，而且必须区分匹配的叶子和它旁边的叶子。',
  },
}
