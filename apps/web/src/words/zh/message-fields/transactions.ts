/** Words of the page in Chinese: fields of transactions. */

import type { MessageFields } from '../../message-fields.js'

export const transactions: MessageFields<'transactions'> = {
  transaction: {
    what: '一笔交易，以 txid 显示；wtxid 不同时也一并显示。',
    why: '币就是这样转移的：用掉以前的输出，创建新的输出，余下的就是手续费。',
  },
  'transaction.version': {
    what: '交易规则的版本，通常是 2。',
    why: '新规则只约束选择它的交易：从版本 2 起，sequence 可以让输入等待（BIP68）。',
  },
  'transaction.marker': {
    what: '在原本写输入数目的位置上的一个零。',
    why: '没有输入的交易无效，所以带见证的格式不会被误认作旧格式（BIP144）。',
  },
  'transaction.flag': {
    what: '总是 1：输出之后有见证。',
    why: '其他值留给将来可能增加的内容，在那之前一律拒绝。',
  },
  'transaction.inputs': {
    what: '所花费的、以前交易的输出。',
    why: '币只以输出的形式存在，输出只能整个花费；多出的部分作为找零返回。',
  },
  'transaction.input count': {
    what: '后面有多少个输入。',
    why: '在有效的交易里它绝不为 0，BIP144 的 marker 正是利用了这一点。',
  },
  'transaction.outputs': {
    what: '新创建的各笔金额，每笔带有花费它的条件。',
    why: '除此之外没有什么规定谁得到什么；输入带来而没有输出取走的部分归矿工。',
  },
  'transaction.output count': {
    what: '后面有多少个输出。',
    why: '以后花费某个输出的人，用它在这里从 0 数起的位置来指明它。',
  },
  'transaction.lock time': {
    what: '直到此高度（数值从 500,000,000 起则是时间）为止，任何区块都不得包含该交易；0 表示没有限制。',
    why: '可以预先签好退款交易；钱包写上最新高度，使矿工重挖那个区块也得不到好处。',
  },
  input: {
    what: '一个被花费的输出：是哪一个，以及有权花费它的证明。',
    why: '每个输出只能花费一次；输入准确指明了它，节点才能发现第二次花费。',
  },
  'input.previous txid': {
    what: '被花费的输出所在交易的 txid；coinbase 里全为零。',
    why: '它把币与来源连在一起；coinbase 产生新币，没有来源可指。',
  },
  'input.previous index': {
    what: '是那笔交易的第几个输出，从 0 数起；coinbase 没有。',
    why: '一笔交易通常有几个输出，属于不同的人，分别花费。',
  },
  'input.script length': {
    what: '脚本后面有多少字节。',
    why: '对原生 SegWit 输出它是 0，因为证明在见证里（BIP141）。',
  },
  'input.script': {
    what: '有权花费该输出的证明，例如签名和公钥。',
    why: '它回应输出的脚本；由于属于 txid 的一部分，改动它就会改变交易的名称，BIP141 消除了这个问题。',
  },
  'input.coinbase script': {
    what: '区块高度，之后是矿工随意填写的字节。',
    why: '高度使两个 coinbase 不会有相同的 txid（BIP34）；其余字节在 nonce 用尽时供矿工改变。',
  },
  'input.sequence': {
    what: '控制锁定时间、替换或等待时间的数：0xffffffff 表示都不启用。',
    why: '它原本用于同一交易的更新版本，如今表示交易可被替换（BIP125）或必须等待（BIP68）。',
  },
  output: {
    what: '一笔金额，以及花费它的条件。',
    why: '比特币没有账户：拥有币，就是能够满足某个未花费输出的条件。',
  },
  'output.amount': {
    what: '该输出的金额，以聪为单位，100,000,000 聪等于一个比特币。',
    why: '整数在任何机器上相加都得到同样的结果，小数则会有不同的舍入。',
  },
  'output.script length': {
    what: '脚本后面有多少字节。',
    why: '脚本短的只有 22 字节（公钥的哈希），长的有数千字节，而各个输出是一个接一个排列的。',
  },
  'output.script': {
    what: '花费该输出的人必须满足的条件，以类型和地址显示。',
    why: '小程序可以规定由谁花费：一个密钥、几个密钥，或一段时间后的任何人；地址是它的简短写法。',
  },
  witness: {
    what: '某个输入有权花费的证明，与交易的其余部分分开。',
    why: '它不属于 txid，所以谁也不能靠改动签名来改变交易的名称（BIP141）。',
  },
  'witness.item count': {
    what: '这个输入的见证有多少项；没有见证的输入为 0。',
    why: '见证没有编号：每个输入依次在这里占一个位置，即使是空的。',
  },
  'witness.item': {
    what: '签名、公钥、脚本，或输出脚本要求的其他内容。',
    why: '各项原样放到脚本的栈上，不需要任何压栈操作。',
  },
  'witness.item length': {
    what: '这一项后面有多少字节。',
    why: '签名占 64 到 72 字节，公钥占 33 字节，脚本长短不一，而内容本身没有结束标志。',
  },
}
