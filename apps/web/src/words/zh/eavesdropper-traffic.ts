/** Words of the page in Chinese: what sizes and times say to the Eavesdropper. */

import { count, interval } from '../../ui/parts/format.js'
import type { SegmentsWords, Strategy, TrafficWords } from '../eavesdropper.js'

const bytes = (n: number): string => `${count(n)} 字节`

export const segments: SegmentsWords = {
  title: '剩下的：多少，以及何时',
  intro:
    '加密隐藏了说的内容，却隐藏不了有人在说、说了多长、朝哪个方向、在什么时候。你发送的向上，对端发送的向下；刻度是对数的，这样 ping 在区块旁边也看得见。',
  moments: '录制没有保存字节流是怎样切分的：同一方向、同一时间的字节代表一个报文段。',
  series: { sent: '你 → 对端', received: '对端 → 你' },
  total: (n, of) => `${count(n)} 个报文段，${bytes(of)}`,
  label: '这个会话的报文段大小随时间的变化',
  x: '从开始算起的秒数',
  y: '字节',
  point: (series, n, seconds) => `${series}：${seconds} 秒时 ${bytes(n)}`,
  columns: ['时间（毫秒）', '方向', '字节'],
  newest: (shown, all) => `${count(all)} 个报文段中最新的 ${count(shown)} 个`,
}

const names: Readonly<Record<Strategy, string>> = {
  'fixed rate': '固定频率',
  poisson: '泊松',
  'constant bit rate': '恒定比特率',
  mimic: '模仿',
  'burst cover': '突发掩护',
  'handshake decoys': '握手 decoy',
}

export const traffic: TrafficWords = {
  title: '没有密钥，猜出在说什么',
  intro:
    '一次突发，就是一口气经过线路的内容：一个请求和它的应答。一个小小的分类器从模拟会话中学到各类突发有多少字节、分成几个报文段；然后给它看另一些会话的突发，让它去猜。',
  method: (train, test, windowMs) =>
    `六个特征的朴素贝叶斯模型；用 ${count(train)} 个会话学习，用另外 ${count(test)} 个会话测试，互不重叠。它知道每次突发从何时开始，并且只看最初的 ${interval(windowMs)}。`,
  accuracy: (accuracy, margin) => `猜中 ${accuracy} %（± ${margin}）`,
  chance: (chance) => `碰运气：${chance} %（看都不看，总猜最常见的一类）`,
  chanceShort: '碰运气',
  confusion: {
    title: '把什么当成了什么',
    intro: '行是实际的类别，列是猜测的类别。猜对的在对角线上。',
    of: '整形方式',
    plain: '不整形',
    corner: '实际',
    guessed: (name) => `猜为 ${name}`,
    right: '猜对',
    cell: (n, share) => `${count(n)} · ${share} %`,
    total: '突发数',
  },
  learned: {
    title: '分类器如何判断',
    intro:
      '各类突发在每个特征上的典型值：一半的突发比它小，一半比它大。猜测的结果，是最不让人意外的那一类。',
    class: '突发',
    features: {
      'bytes sent': '发送的字节',
      'bytes received': '接收的字节',
      'segments sent': '发送的报文段',
      'segments received': '接收的报文段',
      'largest sent': '发送的最大报文段',
      'largest received': '接收的最大报文段',
    },
    bucket: (from, to) => (from === to ? count(from) : `${count(from)}–${count(to)}`),
  },
  strategies: {
    title: '隐藏它的代价',
    intro:
      'decoy 与延迟让各类突发看起来一样。每个点是一种策略的一种设置：越靠右，花费的字节越多；越靠下，分类器猜中得越少——尽管它是用同样整形过的会话学习的。虚线是碰运气的水平：到了那里，这个分类器就什么也看不出来了。',
    label: '分类器的准确率与每种策略增加的字节',
    x: '增加的字节，占真实字节的 %',
    y: '猜中',
    names,
    whats: {
      'fixed rate': '按固定频率发送同样大小的 decoy',
      poisson: '在随机时刻发送同样大小的 decoy',
      'constant bit rate': '无论有什么要说，每个时间片都发送同样多的字节',
      mimic: '采用另一份录制的大小与间隔',
      'burst cover': '每个真实应答旁边都有一个 decoy 应答',
      'handshake decoys': '第一条消息之前的 decoy',
    },
    setting: (shaping) => {
      switch (shaping.strategy) {
        case 'fixed rate':
          return `每 ${interval(shaping.everyMs)} ${bytes(shaping.bytes)}`
        case 'poisson':
          return `平均每 ${interval(shaping.meanMs)} ${bytes(shaping.bytes)}`
        case 'constant bit rate':
          return `每个时间片 ${interval(shaping.tickMs)}，${bytes(shaping.bytes)}`
        case 'mimic':
          return shaping.name === '' ? '模仿另一个会话' : `模仿另一个会话，${shaping.name}`
        case 'burst cover':
          return `最多 ${bytes(shaping.most)}`
        case 'handshake decoys':
          return `${count(shaping.count)} 个 decoy，每个最多 ${bytes(shaping.most)}`
      }
    },
    plain: '不整形',
    point: (name, setting, accuracy, overhead) =>
      `${name}${setting === '' ? '' : `，${setting}`}：猜中 ${accuracy} %，字节增加 ${overhead} %`,
    columns: ['策略', '设置', '猜中（%）', '±', '增加的字节（%）', '延迟（毫秒）', '未能发出（%）'],
    reading:
      '恒定比特率能拿走一切：发送什么，不再取决于有什么要说。模仿也是如此，它的时间片取自另一个会话。两者都很昂贵，而且真实内容要等到自己的时间片：速率低时，会话结束时仍有一部分在等。只在真实内容旁边添加 decoy，无论花费多少，都隐藏得更少。',
    toLab: '在实验室里为自己的会话整形',
  },
  cannot:
    '它说明不了：会话是模拟的，网络平稳，每次只有一类突发，双方都在整形。真实的观察者不知道突发从何时开始，还要面对噪声；但他们有更多东西可看，也可能造出更好的分类器。准确率接近碰运气的水平，只说明这个分类器什么也看不出来，不代表没有人能。',
}
