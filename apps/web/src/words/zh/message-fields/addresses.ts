/** Words of the page in Chinese: fields of the addresses of nodes. */

import type { MessageFields } from '../../message-fields.js'

export const addresses: MessageFields<'addresses'> = {
  'addr.addresses': {
    what: '发送方听说过的节点地址，最多 1,000 个。',
    why: '网络没有节点的中心名单：每个节点把自己知道的传下去，新节点才能找到对端。',
  },
  'addr.count': {
    what: '后面有多少个地址。',
    why: '超过 1,000 个只会用来灌满节点的地址表，节点仅凭这个计数就会拒绝这样的消息。',
  },
  'addr.address': {
    what: '一个节点：最后一次听说它的时间、它提供的服务和它的地址。',
    why: '节点凭这些就能决定一个地址是否值得保存、转发和连接。',
  },
  'addr.time': {
    what: '最后一次听说该地址上的节点的时间，以 1970 年以来的秒数表示。',
    why: '新近的地址会被转发，30 天没有任何人听说过的地址则被放弃。',
  },
  'network address.services': {
    what: '据称该地址上的节点提供的服务，每一位表示一种。',
    why: '需要旧区块或想用 v2 连接的节点，在连接之前就能挑选。',
  },
  'network address.address': {
    what: '16 字节的 IPv6 地址；IPv4 地址放在最后四个字节，前面是 ::ffff:。',
    why: '两种地址共用一种长度，但放不下 Tor v3 和 I2P 的地址，addrv2 就是为此而设的。',
  },
  'network address.port': {
    what: '节点监听的 TCP 端口，高位字节在前。',
    why: '它是这里唯一采用网络字节序的数，因为早期代码直接发送了操作系统的地址结构。',
  },
  'addrv2.services': {
    what: '据称该地址上的节点提供的服务，写成 CompactSize。',
    why: '目前只用到低位，所以通常不超过三个字节，而 addr 要用八个。',
  },
  'addrv2.network': {
    what: '地址属于哪种网络：1 是 IPv4，2 是 IPv6，4 是 Tor v3，5 是 I2P，6 是 CJDNS。',
    why: '节点也会转发自己连不上的网络的地址，所以不连接也必须知道它的种类。',
  },
  'addrv2.address': {
    what: '按所属网络的格式写成的地址：IPv4 为 4 字节，Tor v3 和 I2P 为 32 字节。',
    why: 'Tor v3 地址是 32 字节的公钥，addr 的 16 字节放不下；BIP155 让每种网络有自己的长度。',
  },
}
