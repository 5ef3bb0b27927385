/** Words of the page in Chinese: the Lab's man in the middle. Mallory stays Mallory. */

import { count } from '../../ui/parts/format.js'
import type { MalloryWords } from '../mallory.js'

const change: MalloryWords['change'] = {
  title: '她改动什么',
  why: {
    v2: '两个连接的密钥都在她手里，所以她改过的内容和其他内容一样经过加密和认证。',
    v1: 'v1 没有密钥：路径上的任何人都可以随意改动内容，再重新算出校验和。',
  },
  legend: 'Mallory 改动什么',
  kinds: {
    nothing: '不改动：只是读',
    'user agent': '你的 user agent',
    'start height': '你的起始高度',
    'fee filter': '你的费率下限（feefilter）',
  },
  says: {
    nothing: '每条消息都原样到达。',
    'user agent': '节点以为你运行的软件。',
    'start height': '节点以为你拥有的区块数。',
    'fee filter': '节点以为：低于这个费率的交易不必发给你。',
  },
  bad: {
    'user agent': '至多 256 个 ASCII 字符。',
    'start height': '0 到 2,147,483,647 之间的整数。',
    'fee filter': '以聪为单位的整数，0 到 2,100,000,000,000,000。',
  },
  apply: '开始改动',
  applied: '已生效',
  atStart: '从会话开始时生效',
  inMessage: '改动的消息',
  nextStart: '你的 version 消息已经发出：重新开始会话后才会生效。',
  shows: '随后节点会在这里显示它：',
  fields: { 'user agent': 'user agent', 'start height': '起始高度', 'fee filter': '费率' },
  changes: (changed) =>
    changed === 0 ? '途中还没有改动任何内容。' : `途中改动或添加了 ${count(changed)} 条消息。`,
}

const compare: MalloryWords['compare'] = {
  title: '三种比对方法',
  why: '要走 Mallory 控制不了的途径：节点自己的键盘、你熟悉的声音、它屏幕上的二维码。',
  methods: { command: 'getpeerinfo', voice: '口头核对', code: '二维码' },
  yours: '你的 session id',
  node: '节点',
  theirs: (who) => `${who}的 session id`,
  same: '两者相同。',
  command: {
    how: '在节点所在的机器上查询它的连接，查看 session_id：',
    simulated: '模拟对端和演示节点由页面自动询问；询问 bitcoind 则用：',
    paste: '粘贴它打印的 session_id',
    label: '节点打印的 session id',
    found: (digit) =>
      `发现：从第 ${count(digit)} 个十六进制数字起，两个 id 就不同，所以这不是一个连接，而是两个。`,
  },
  voice: {
    how: '一人朗读，另一人看着屏幕核对，每四个一组：',
    all: '十六组要全部核对到底：能够大量尝试密钥的人，可以让前几组相同。',
    yoursAloud: '你读',
    theirsAloud: '节点的主人读',
    digits: {
      '0': '零',
      '1': '一',
      '2': '二',
      '3': '三',
      '4': '四',
      '5': '五',
      '6': '六',
      '7': '七',
      '8': '八',
      '9': '九',
      a: 'A',
      b: 'B',
      c: 'C',
      d: 'D',
      e: 'E',
      f: 'F',
    },
    found: (group) => `发现：第 ${count(group)} 组就不同，通话到此即可结束。`,
    same: '十六组全部相同。',
  },
  code: {
    how: '用手机扫描其中一个，把文字与另一个比对。每个二维码的内容就是旁边的 64 个十六进制数字。',
    image: (whose) => `${whose}的二维码`,
    drawing: '正在绘制二维码',
    notDrawn: '无法绘制二维码；旁边的数字内容相同。',
    found: '发现：两个二维码里是两个不同的 id。',
  },
}

const downgrade: MalloryWords['downgrade'] = {
  title: 'v2 是怎样被丢掉的',
  steps: {
    refusing: '凡是开头不像 v1 的连接，Mallory 一律断开。',
    refused: (times) => `Mallory 断开了开头不像 v1 的连接：至今 ${count(times)} 个。`,
    refusedBefore: 'Mallory 断开了你的 v2 连接。',
    fails: '你的会话会失败，看起来就像对方是只支持 v1 的节点。',
    failed: '你的会话失败了。在你看来，对方就像只支持 v1 的节点：',
    failedBefore: '你的会话失败了，看起来就像对方是只支持 v1 的节点。',
    failsCalled: '你的会话随之结束；在节点看来，就像你只支持 v1。',
    caller:
      '这次是节点拨入的，所以由节点决定：Bitcoin Core 会自动改用 v1 再次拨入。那时这个会话已经结束，页面不会提出改用 v1。',
    offer: '页面提出可以用 v1，并说明它没有加密。页面从不自行改用 v1。',
    core: 'Bitcoin Core 会自动改用 v1 重新连接：BIP324 针对的是只窃听的人。',
    tryV1: '尝试 v1（不加密）',
    passes: '如果你同意，她就放行 v1。',
    passed: '你同意了，v1 通过：她以及路径上的任何人都能读到全部内容。',
  },
  lost: {
    title: '没有了 v2，失去什么',
    what: '方面',
    rows: {
      reader: { name: '谁能读', v2: '连接的两端', v1: '路径上的任何人' },
      recognised: {
        name: '看起来像什么',
        v2: '从第一个字节起就是随机字节',
        v1: '比特币：每条消息前面都有四个 magic 字节和命令名',
      },
      lengths: {
        name: '消息的长度',
        v2: '已加密；仍能看到数据包的大小和时间',
        v1: '就写在消息前面',
      },
      change: {
        name: '改动一个字节',
        v2: '会被发现（除非改动者就是连接的一端）：tag 对不上，连接随即终止',
        v1: '不会被发现：校验和只是不用密钥的普通哈希，改动消息的人重新计算一遍即可',
      },
      id: {
        name: 'session id',
        v2: '32 字节，两端可以比对',
        v1: '没有：永远没有可比对的内容',
      },
    },
  },
}

export const mallory: MalloryWords = {
  intro:
    'Mallory 处在路径上。她冒充节点应答你，又冒充你去连接节点，并转达双方所说的话。BIP324 为连接加密，但不告诉你对方是谁。',
  mode: {
    legend: 'Mallory 做什么',
    between: {
      name: '双向转发',
      why: '一个加密连接变成两个，两边的密钥她都有。',
    },
    downgrade: {
      name: '丢掉 v2',
      why: '凡是加密的连接她都断开，等你放弃加密。',
    },
  },
  parties: {
    label: '你、Mallory 和节点',
    you: '你',
    youAre: '这个浏览器',
    mallory: 'Mallory',
    malloryIs: '在路径上，由本页面扮演',
    simulated: '模拟对端',
    demo: '演示节点',
    node: '节点',
    nodeIs: '你想连接的对象',
    towardsYou: '面向你',
    towardsNode: '面向节点',
    roles: { initiator: '发起方', responder: '响应方' },
  },
  leg: {
    none: '还没有连接',
    detecting: '正在握手',
    v2: '已加密，对端未经认证',
    v1: '未加密',
    failed: '已中断',
    ended: '已结束',
    between: (one, other) => `${one}与${other}之间的连接：`,
  },
  id: {
    name: 'session id',
    later: '双方的 version packet 到达之后才有',
    v1: '无：v1 没有可用来派生它的密钥',
    notAsked: '请在下方向节点询问',
    asking: '正在询问…',
    unavailable: '它没有报告',
    reported: '由它自己报告',
    pasted: '由你粘贴',
  },
  key: {
    name: '公钥',
    later: '尚未发送',
    why: '这一端在此连接中发送的 64 字节 ElligatorSwift 公钥。',
  },
  read: {
    title: '她读到什么',
    aside: (read, changed) =>
      `${count(read)} 条消息${changed > 0 ? ` · 改动或添加 ${count(changed)} 条` : ''}`,
    nothing: '还没有',
    nothingWhy: '每条消息经过她时，都会解密后显示在这里。',
    columns: ['时间', '方向', '类型', '字节', '内容'],
    toPeer: '你 → 节点',
    toUs: '节点 → 你',
    changed: '已改动',
    hers: '她添加的',
    kinds: {
      decoy: { name: 'decoy', why: '对她而言不是 decoy：她看得到 ignore bit，并照样转发。' },
      rejected: { name: '被拒绝', why: '没有有效的消息类型；她原样转发。' },
    },
    earlier: (n) => `更早的 ${count(n)} 条消息未显示。`,
  },
  change,
  verdict: {
    title: '你会发现吗？',
    notYet: '开始一个会话：它看起来会和其他会话一样。',
    over: '这个会话在有 session id 之前就结束了，所以没有可比对的内容。结束的原因见“会话”界面。',
    compareFirst: '到目前为止，没有任何迹象说明她的存在。请向节点询问它的 session id，粘贴到这里。',
    different:
      '两个 session id 不同：与你相连的不是那个节点，而是处在中间的人，你们之间的一切，此人都能读到，也能改动。',
    wouldHave: '用下面任何一种方法比对 id，都能发现这一点。',
    equal:
      '两个 id 相同，这本应说明中间没有人。但 Mallory 就在中间，所以这不是节点所显示的 id：请再核对。',
    dropped:
      '你看到的是一个失败的会话。究竟是节点只支持 v1，还是路径上有人想让你这么以为，你的屏幕分辨不出来。',
    droppedCalled:
      '你看到的是一个还没开始就结束的会话。究竟是节点断开的，还是路径上有人切断的，你的屏幕分辨不出来。',
    unchecked: '节点没有报告它的 id：没有任何迹象说明中间是否有人。',
    nothingOnScreen:
      '如果不比对，你的屏幕上没有任何内容会告诉你：它显示“已加密”，而且是真的，只不过加密只到 Mallory 为止。',
    v1: 'v1 没有 session id：没有可以比对的内容，也没有任何迹象会让你知道她在读取和改动你的消息。',
  },
  compare,
  downgrade,
  start: { button: '让 Mallory 介入并开始', again: '重新开始' },
}
