/** Words of the page in Chinese: what went over the wire, as a ladder. */

import { count } from '../../ui/parts/format.js'
import type { Words } from '../words.js'

const whose = { sent: '你', received: '对端' }

export const ladder: Words['ladder'] = {
  aside: '谁发送了什么，按顺序',
  you: '你',
  peer: '对端',
  role: (role) => `你是 ${role}`,
  nothing: '线路上还没有任何内容',
  nothingWhy: (role) =>
    `${role === 'initiator' ? '最先发出的是你的 64 字节密钥。' : '最先到来的是对端的密钥；它的第一个字节一到，你的密钥就发出。'}线路上经过的一切都会实时画在这里。`,
  beforeFirst: '第一步之前',
  beforeFirstWhy: '前进一步，线路上经过的内容会依次画在这里。',
  v1: '未加密：任何人都能读取',
  unread: '从这里起只有两端能读取',
  dialled: {
    opening: '桥接服务正在打开端口…',
    title: '正在等待节点连接你',
    port: '桥接服务已为它打开端口：',
    address: '可连接的地址',
    tell: '让你的节点连接一次：',
    command: '给节点的命令',
    v1: '若最后一个词是 false，节点会用未加密的 v1 连接；这也会显示出来。选择其他对端、停止或离开页面时，端口关闭。',
    custom: '如果你的网络有对应的选项，请加上。',
    loopback: '此地址只能从桥接服务所在的机器访问。',
    another: '又有节点连接进来：',
    take: '接受',
    takeWhy: '结束当前会话，并保留为上一个会话',
    missed: (n) => `另有 ${count(n)} 个连接因 10 秒内无人接受而被关闭。“再来一次”会等待下一个。`,
  },
  seedOver: '种子决定的内容到此结束。发送任何内容即可继续。',
  ways: { sent: '你发给对端', received: '对端发给你' },
  size: (n) => `${count(n)} B`,
  notes: {
    key: { sent: '看起来是随机的：你的公钥', received: '看起来是随机的：对端的公钥' },
    garbage: '长度随机，使人看不出密钥在哪里结束',
    terminatorFound: (offset, most) => `位于偏移 ${count(offset)}，最多 ${count(most)}`,
    terminatorSent: '告诉对端你的 garbage 到此结束',
    firstDecoy: (n) => `认证 ${count(n)} 字节的 garbage`,
    decoy: '没有含义；只有两端能分辨',
    version: '空：“我会 v2”',
    versionWithContents: (n) => `“我会 v2”，另有 ${count(n)} 字节应忽略`,
    versionAad: (said, n, of) => `${said} · AAD：${whose[of]}的 ${count(n)} 字节 garbage`,
    notUnderstood: '会话失败时已收到的内容',
    unread: '只有线路字节的人看到的仅此而已',
  },
  milestones: {
    canCompute: '双方现在都能计算共享密钥',
    ecdh: 'ECDH：共享密钥',
    keys: 'HKDF：4 个密钥、2 个 terminator、session id',
    toKeys: '在密钥派生中查看',
    established: '已建立',
    equal: '已建立 · session id 相同',
    different: 'session id 不同：有人处在中间',
    rekeyed: (of, epoch) => `${whose[of]}的密钥已更新 · epoch ${count(epoch)}`,
  },
  waiting: {
    what: { key: '密钥', garbage: 'garbage？', packet: '一个数据包正在到来' },
    part: (n, of) => `${count(n)} / ${count(of)} B`,
    soFar: (n) => `目前 ${count(n)} B`,
    noTerminator: (of) => `尚未出现 garbage terminator，最多 ${count(of)}`,
    otherNetwork: '可能是另一个网络：那样双方会派生出不同的密钥',
  },
  ended: {
    us: '你结束了会话。',
    peer: '对端结束了会话。',
    closed: '对端关闭了连接（FIN）。',
    reset: '连接被重置（RST）：对端或途中的某个环节将它中断。',
  },
  failure: {
    title: '会话失败',
    rule: (row) => `规则 ${row}`,
    offset: (offset) => `位于已接收的第 ${count(offset)} 字节`,
    again: '再来一次',
    v1: '尝试 v1（未加密）',
  },
}
