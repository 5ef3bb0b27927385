/** Words of the page in Chinese: what a bridge allows, our ticket, and what answers behind it. */

import { count, duration, size } from '../../ui/parts/format.js'
import type { BridgeWords } from '../bridge.js'

const MAYBE = '可能是另一个网络的节点，或者它已满'

const UNITS = { seconds: '秒', minutes: '分钟', hours: '小时' }
const inChinese = (ms: number) => duration(ms, UNITS)

export const bridge: BridgeWords = {
  limits: {
    button: '桥接服务允许什么',
    title: '此桥接服务允许',
    yours: '你的连接',
    yoursWhy: '来自同一地址的所有人算作一个，例如同一路由器后面的所有人',
    connections: '所有人的连接',
    upgrades: '每分钟新连接',
    bytesPerSecond: '每秒字节数',
    bytesInAll: '每个连接的字节数',
    firstByte: '第一个字节的时限',
    idle: '最长静默',
    lifetime: '连接的最长时间',
    addresses: '地址',
    namedOnly: '仅限列表中的对端',
    publicOn: (ports) => `公网地址，端口 ${ports}`,
    unbounded: '不限',
    bytes: size,
    of: (open, most) => `已用 ${count(open)} / ${count(most)}`,
    left: (left, most) => `剩余 ${count(left)} / ${count(most)}`,
    bytesLeft: (left, most) => `剩余 ${size(left)} / ${size(most)}`,
    duration: inChinese,
  },
  ticket: {
    title: '你的凭证',
    button: '需要凭证',
    wanted: '此桥接服务需要凭证，而此标签页没有凭证。请向运营者索取带凭证的链接。',
    notAsked: '此桥接服务不需要凭证，也不会查看你的凭证。',
    expired: '已过期：请向桥接服务的运营者索取新的凭证。',
    forged: '不是由此桥接服务签发：请向它的运营者索取凭证。',
    malformed: '不完整：请复制完整的凭证。',
    refused: '桥接服务不接受它，原因是：',
    usedUp: '已用完：请向桥接服务的运营者索取新的凭证。',
    for: '用于',
    everything: '所有对端',
    public: '任意地址',
    listen: '由节点主动连接',
    connections: '连接',
    bytes: '字节',
    until: '有效期至',
    forget: '忘记它',
    forgetWhy: '此标签页不再有凭证；已打开的会话会继续',
    paste: '粘贴凭证',
    use: '使用',
    bad: '这不是凭证，或者不完整：凭证由三部分组成，中间以点分隔。',
  },
  probe: {
    button: '那里是什么在应答？',
    why: '通过单独的 v1 连接询问，该连接未加密',
    asking: '正在询问，最多 10 秒…',
    again: '再问一次',
    inTheClear: '通过单独的 v1 连接询问，该连接未加密：途中任何人都能读取。得到应答后它就结束。',
    node: '此网络的比特币节点。',
    protocol: '协议版本',
    height: '高度',
    services: '服务',
    none: '无',
    v2: '它支持 v2：NODE_P2P_V2，服务位 11。',
    v1Only:
      '它只支持 v1：NODE_P2P_V2（服务位 11）未设置。与它的 v2 会话会失败；节点的相应设置是 v2transport=1。',
    otherNetwork: (network) => `另一个网络的比特币节点：${network}。`,
    noVersion: '它的开头与此网络的节点相同，但不是能够读取的 version 消息。',
    somethingElse: '不是比特币节点：应答的是别的程序。',
    protocols: {
      SSH: '不是比特币节点：应答的是 SSH 服务器。',
      HTTP: '不是比特币节点：应答的是网页服务器。',
      TLS: '不是比特币节点：应答的是 TLS 服务器。',
    },
    begins: '它的开头是',
    hungUp: {
      closed: `它什么都没说就关闭了连接（FIN）：${MAYBE}。`,
      reset: `它什么都没说就重置了连接（RST）：${MAYBE}。`,
    },
    silent: '它接受了连接，但 10 秒内什么都没说。比特币节点本应答复。',
    noAnswer: '没有应答：桥接服务在 10 秒内未能与它建立连接。',
  },
  live: {
    bytes: (left) => `剩余 ${size(left)}`,
    lifetime: (ms) => `${inChinese(ms)}后结束`,
    firstByte: (seconds) =>
      `如果桥接服务还收不到你的第一个字节，将在 ${count(seconds)} 秒后断开连接`,
    why: '桥接服务留给此连接的余量',
    held: (seconds) =>
      `如果第一个字节没有在 ${count(seconds)} 秒内到达，此桥接服务就会断开：开始时即开启 Hold 的话，请在此之前放行你的公钥。`,
  },
}
