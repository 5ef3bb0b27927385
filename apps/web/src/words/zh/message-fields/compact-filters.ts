/** Words of the page in Chinese: fields of compact block filters. */

import type { MessageFields } from '../../message-fields.js'

export const compactFilters: MessageFields<'compactFilters'> = {
  'compact filter.type': {
    what: '过滤器的种类；0 是由脚本构成的基本过滤器。',
    why: '以后可以增加其他内容的过滤器，而不需要新的消息（BIP158）。',
  },
  'filter request.start height': {
    what: '这一段第一个区块的高度。',
    why: '起点用高度就够了，因为末尾的哈希已经说明是哪条链。',
  },
  'filter request.stop hash': {
    what: '这一段最后一个区块的哈希。',
    why: '哈希指明链的一个分支，而同一高度在重组之后会是另一个区块。',
  },
  'filter answer.stop hash': {
    what: '这一段的最后一个区块，与请求中的相同。',
    why: '可能有几个请求同时未完成，回答里没有别的内容能说明它属于哪一个。',
  },
  'cfilter.block hash': {
    what: '这个过滤器所属的区块。',
    why: '一个请求会得到多条消息，范围内每个区块一条，所以每条都要说明属于哪个区块。',
  },
  'cfilter.filter': {
    what: '区块支付到的脚本和从中花费的脚本的压缩集合。',
    why: '钱包在本地用它检查自己的脚本，节点不会像使用布隆过滤器时那样得知钱包在找什么。',
  },
  'cfilter.element count': {
    what: 'N，集合的元素数目。',
    why: '哈希分布在 N × 784,931 个数上，所以检查脚本之前先要知道 N。',
  },
  'cfilter.encoded set': {
    what: '排序后各元素哈希之间的差值，以 Golomb-Rice 编码。',
    why: '均匀分布的数之间差值很小：一个元素约占 21 位，而它的哈希有 64 位。',
  },
  'cfilter.no set': {
    what: '开头不是元素数目的字节，因此不构成集合。',
    why: '对端可以把任何字节当作过滤器发来；计算它的哈希并与其他对端比较，才知道它是否可信。',
  },
  'cfheaders.previous filter header': {
    what: '这一段之前那个区块的过滤器头。',
    why: '由它和各个哈希可以推出这一段的过滤器头，从而与已知的部分衔接。',
  },
  'cfheaders.filter hashes': {
    what: '这一段每个区块的过滤器的哈希，最多 2,000 个。',
    why: '过滤器头由它们算出，而不是听信对端；两个对端若不一致，分歧会落在某一个区块上。',
  },
  'cfheaders.count': {
    what: '后面有多少个过滤器哈希。',
    why: '从起始高度到 stop hash，每个区块必须恰好有一个。',
  },
  'cfheaders.filter hash': {
    what: '一个区块的过滤器的双重 SHA-256。',
    why: '与前一个过滤器头一起哈希就得到下一个，所以每个过滤器头都代表此前的全部过滤器。',
  },
  'cfcheckpt.filter headers': {
    what: '直到 stop hash 为止，每第 1000 个区块的过滤器头。',
    why: '它们之间的各段可以同时向几个对端获取，每段都可以在两端核对。',
  },
  'cfcheckpt.count': {
    what: '后面有多少个过滤器头。',
    why: '它由 stop hash 的高度除以 1000 得出，数目不对的对端会立刻暴露。',
  },
  'cfcheckpt.filter header': {
    what: '代表到这个区块为止全部过滤器的一个哈希。',
    why: '两个对端给出相同的 32 字节，就说明此前的每个过滤器都一致，一个也不必发送。',
  },
}
