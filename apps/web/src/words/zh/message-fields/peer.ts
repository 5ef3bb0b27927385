/** Words of the page in Chinese: fields of the messages in which peers speak of themselves. */

import type { MessageFields } from '../../message-fields.js'

export const peer: MessageFields<'peer'> = {
  'version.version': {
    what: '发送方支持的最高 P2P 协议版本。',
    why: '双方按两个版本号中较低的一个通信，新旧节点因此可以互相理解。',
  },
  'version.services': {
    what: '发送方提供的服务，每一位表示一种。',
    why: '节点会保留能提供自己所缺内容的对端，并从 P2P_V2 位得知下次可以用加密方式连接它。',
  },
  'version.timestamp': {
    what: '发送方的时钟，以 1970 年以来的秒数表示。',
    why: '区块是否有效与时间有关，节点把自己的时钟与各对端的比较，偏差可疑时提醒用户。',
  },
  'version.receiver': {
    what: '发送方连接接收方时所用的地址，以及它预期接收方提供的服务。',
    why: '路由器后面的节点看不到自己的公网地址，可以由此得知别人看到的是什么地址。',
  },
  'version.sender': {
    what: '再次给出发送方的服务，以及它自己的地址；如今的节点把地址留空。',
    why: '发送方可以声称任何地址，所以没有什么依赖它；地址改由 addr 和 addrv2 传播。',
  },
  'version.nonce': {
    what: '发送方为这个连接抽取的随机数。',
    why: '节点若收到自己刚发出的数，就知道连到了自己，随即断开。',
  },
  'version.user agent': {
    what: '发送方软件的名称和版本，如 /Satoshi:29.1.0/。',
    why: 'BIP14 把它与协议版本分开，软件发布新版本时不必改动协议版本。',
  },
  'version.start height': {
    what: '发送方最新区块的高度。',
    why: '它曾让新节点知道可以向谁补齐区块；由于无法证明真假，如今节点以收到的区块头为准。',
  },
  'version.relay': {
    what: '发送方是否希望从一开始就收到交易通告。',
    why: '先要设置布隆过滤器的钱包，或只传区块的连接，不必接收会被丢弃的交易（BIP37）。',
  },
  'feature.feature id': {
    what: '功能的名称；由某个 BIP 描述的功能以该 BIP 命名，如 BIP434。',
    why: '不认识的名称会被忽略，所以新功能既不需要专门的消息，也不需要新的协议版本。',
  },
  'feature.feature data': {
    what: '该功能的设置，格式由功能自己规定。',
    why: '功能需要商定的内容（例如上限）随名称一起发送，不必再多一次往返。',
  },
  'feefilter.fee rate': {
    what: '发送方愿意接收的最低费率，以每 1,000 虚拟字节多少聪计。',
    why: '内存池已满的节点反正会丢弃更便宜的交易，通告它们只会浪费双方的带宽。',
  },
  'ping.nonce': {
    what: '发送方任选、pong 必须原样带回的数。',
    why: '在 BIP31 之前 ping 没有应答；有了这个数，就能测量一次往返的时间。',
  },
  'pong.nonce': {
    what: '所应答的那个 ping 的数。',
    why: '可能有几个 ping 同时未应答，数字不同的应答不能说明这一个的情况。',
  },
  'reject.rejected type': {
    what: '被拒绝的消息的类型，如 tx。',
    why: '消息没有编号，拒绝时只能用别的方式说明指的是哪一条。',
  },
  'reject.code': {
    what: '用数字表示的原因种类：0x10 表示无效，0x42 表示手续费太低。',
    why: '钱包可以根据数字采取行动，例如提高手续费；对文字则做不到。',
  },
  'reject.reason': {
    what: '供人阅读的原因说明。',
    why: '它是为开发者的日志准备的：否则只能猜测交易为什么没有传开。',
  },
  'reject.hash': {
    what: '被拒绝的区块或交易的哈希；拒绝其他消息时没有此字段。',
    why: '发送方可能发出过许多交易，需要知道其中哪一笔失败了。',
  },
  'alert.payload': {
    what: '经过签名的警告原文：文字、适用对象和有效期。',
    why: '出现严重故障时可以立刻通知所有人；后来被废弃，因为一个密钥就能惊动整个网络。',
  },
  'alert.signature': {
    what: '少数开发者持有的密钥对警告所作的签名。',
    why: '没有签名，任何人都能发出警报；该密钥已在 2018 年公开，如今签名不再证明什么。',
  },
}
