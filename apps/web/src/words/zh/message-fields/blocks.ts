/** Words of the page in Chinese: fields of blocks, their headers, and of asking for them. */

import type { MessageFields } from '../../message-fields.js'

export const blocks: MessageFields<'blocks'> = {
  'block header': {
    what: '区块开头的 80 字节，以其哈希显示。',
    why: '工作量证明只在这 80 字节里，因此不需要任何交易就能检查一条链。',
  },
  'block header.version': {
    what: '一个数，其中各位表示矿工已准备好哪些升级。',
    why: '足够多的矿工在这里表明将执行新规则之后，软分叉才会生效（BIP9）。',
  },
  'block header.previous block': {
    what: '前一个区块的哈希。',
    why: '它把区块连成链：改动旧区块的人必须重做它和其后所有区块的工作量。',
  },
  'block header.merkle root': {
    what: '代表区块全部交易的一个哈希。',
    why: '改动、增加或漏掉任何一笔交易都会改变它，而几个哈希就能证明某笔交易在其中。',
  },
  'block header.time': {
    what: '矿工声称的出块时间。',
    why: '难度由这些时间调整，所以它必须晚于前 11 个区块时间的中位数，且不得超前两小时以上。',
  },
  'block header.bits': {
    what: '区块哈希不得超过的目标值，压缩写成四个字节。',
    why: '目标值越低，出块所需的工作量越大；每 2,016 个区块调整一次，使平均十分钟出一个块。',
  },
  'block header.nonce': {
    what: '矿工不断改变的数，直到哈希达到目标。',
    why: '除了逐个尝试，没有别的办法找到足够小的哈希，而每次尝试都要改动区块头的某处。',
  },
  'block.transactions': {
    what: '区块的全部交易，coinbase 在最前。',
    why: 'coinbase 付给矿工报酬，其余每笔交易只能花费排在它前面的输出。',
  },
  'block.transaction count': {
    what: '区块有多少笔交易。',
    why: '区块头里没有这个数，而区块在最后一笔交易处结束。',
  },
  'headers.headers': {
    what: '一批区块头，每个都是前一个的下一块，最多 2,000 个。',
    why: '新节点先凭区块头检查整条链的工作量，再同时向许多对端获取区块。',
  },
  'headers.count': {
    what: '后面有多少个区块头。',
    why: '满 2,000 个表示可能还有更多，接收方会从最后一个继续请求。',
  },
  'headers.transaction count': {
    what: '总是 0：区块头不带交易。',
    why: '在最初的软件里，区块头就是交易列表为空的区块，这个列表便一直保留着。',
  },
  'locator.version': {
    what: '再次给出发送方的协议版本。',
    why: '这是最初的软件存储 locator 的方式留下的痕迹：从来没有节点使用过它。',
  },
  'locator.locator': {
    what: '发送方链上的区块：先是最新的几个，然后越来越稀疏，直到第一个。',
    why: '无论两条链在哪里分开，大约三十个哈希就足以找到最后一个共同的区块。',
  },
  'locator.hash': {
    what: '发送方拥有的一个区块的哈希。',
    why: '对端找到其中第一个在自己链上的区块，并回答它后面的内容。',
  },
  'getheaders.locator count': {
    what: '后面有多少个哈希；若为 0，则只请求 stop hash 所指的区块头。',
    why: '每个哈希都要对端查找一次，超过 101 个会使发送方被断开。',
  },
  'getheaders.stop hash': {
    what: '想要的最后一个区块头；全零表示尽可能多，最多 2,000 个。',
    why: '只缺一段链或一个区块头的节点，不必接收后面的全部内容。',
  },
  'getblocks.locator count': {
    what: '后面有多少个哈希；若为 0，则从创世区块之后开始回答。',
    why: '新节点除了创世区块什么都不知道，所以空列表也必须是有效的请求。',
  },
  'getblocks.stop hash': {
    what: '想要的最后一个区块；全零表示尽可能多，最多 500 个。',
    why: '回答是一个含 500 个哈希的 inv；在改为先取区块头之前，链就是这样一段一段获取的。',
  },
}
