/** Words of the page in Chinese: the Lab's decoys and shaping. */

import { MOST_BYTES_A_SECOND, MOST_HANDSHAKE_BYTES } from '@v2scope/lab'
import { count, milliseconds, size } from '../../ui/parts/format.js'
import type { ShapingWords } from '../shaping.js'

const strategies: ShapingWords['strategies'] = {
  legend: '策略',
  hidesLabel: '能隐藏',
  showsLabel: '不能隐藏',
  file: '每种策略都是一个小函数，可以在同一个文件中阅读和添加：',
  names: {
    none: '不整形',
    'fixed rate': '固定频率',
    poisson: '泊松',
    'constant bit rate': '恒定比特率',
    mimic: '模仿',
    'burst cover': '突发掩护',
    'handshake decoys': '握手 decoy',
  },
  does: {
    none: '每个数据包一做好就立即发出。',
    'fixed rate': '每隔同样的时间，发出一个同样大小的 decoy。',
    poisson: '在随机的时刻发出 decoy，平均频率不变。',
    'constant bit rate': '每个时间片发出恰好这么多字节：真实数据包优先，不足的由 decoy 填满。',
    mimic: '与恒定比特率相同，但每个时间片的字节数和长短取自一份录制。',
    'burst cover': '每个真实数据包旁边加一个 decoy，大小就像某个应答。',
    'handshake decoys': '在 terminator 与 version packet 之间插入 decoy。',
  },
  hides: {
    none: '你说了什么；这只靠加密。',
    'fixed rate': '你是否沉默：总有数据在发出。',
    poisson: '零星的数据包中哪个是真的：大小和时刻都看不出来。',
    'constant bit rate': '你何时说话、说了多少：无论沉默还是繁忙，线路看起来都一样。',
    mimic: '你现在做什么：看到的是别的会话的大小和间隔。',
    'burst cover': '一次突发中真实的数据包有多大。',
    'handshake decoys': '握手有多少字节，以及以哪个数据包结束。',
  },
  shows: {
    none: '说了多少、何时说：区块与 ping 大小悬殊，而且总在出块时到来。',
    'fixed rate': '比 decoy 更大的内容，以及出现在 decoy 之间的内容。',
    poisson: '突发，以及比 decoy 更大的内容。',
    'constant bit rate': '你处于连接中，以及连接了多久。沉默时耗费字节，繁忙时则要等待。',
    mimic: '你处于连接中，以及连接了多久。录制越慢，等待越久。',
    'burst cover': '你何时说话：突发依然存在，只是更大。',
    'handshake decoys': '握手之后的一切。',
  },
}

export const shaping: ShapingWords = {
  intro:
    '加密隐藏了你说的内容，但大小和时间仍会透露那是哪一类内容。BIP324 没有填充，却有 decoy：对方会丢弃的数据包。在这里让它们发挥作用。',
  strategies,
  settings: {
    title: '设置',
    names: {
      every: '每隔多久一个 decoy',
      mean: '平均每隔多久一个 decoy',
      decoy: 'decoy 的大小',
      tick: '时间片的长度',
      tickBytes: '每个时间片的字节数',
      most: '最大的 decoy',
      count: 'decoy 的数量',
    },
    tooFast: `每秒超过 ${size(MOST_BYTES_A_SECOND)}：页面将无暇做别的事。`,
    tooMuch: `合计不得超过 ${size(MOST_HANDSHAKE_BYTES)}：它们要一次生成，其间页面无法做别的事。`,
    bothWays: '模拟对端也这样做',
    oneWay: '真实的节点不做整形：只有你发送的数据被整形。',
    start: '用它开始会话',
    again: '用它重新开始',
    apply: '立即应用',
    applied: '已生效',
    atStart: '只能从会话开始时使用。',
    say: '说点什么：',
  },
  mimic: {
    from: '取自',
    present: '当前显示的会话，到目前为止',
    none: '请选择取自哪里。',
    reading: '正在读取录制。',
    failed: '无法读取这份录制。',
    tooFew: '内容太少：至少要有两个时刻。',
    drawn: (samples, meanBytes, meanGapMs) =>
      `${count(samples)} 个样本：平均每 ${milliseconds(meanGapMs)} ${size(Math.round(meanBytes))}。`,
  },
  picture: {
    title: '同一段时间的两种样子',
    aside: (n) => `最近 ${n} 秒`,
    said: '说了什么',
    seen: '观察者看到什么',
    sent: '↑ 已发送',
    received: '↓ 已接收',
    ago: (n) => `${n} 秒前`,
    now: '现在',
    sizes: '高度随大小的对数增长。',
    nothing: '无',
    range: (n, least, most) =>
      least === most
        ? `${count(n)} 个，${n === 1 ? '' : '每个 '}${size(least)}`
        : `${count(n)} 个，${size(least)} 到 ${size(most)}`,
    chunk: '套接字的一次读写代表一个分段。',
    cut: '模拟网络会像真实网络那样随机切分数据：分几块到达的，发出时是一整块。',
    empty: '还没有会话',
    emptyWhy: '请开始一个会话，然后说点什么：ping，或者请求区块头。',
  },
  cost: {
    title: '代价',
    ours: '你',
    peers: '模拟对端',
    rows: {
      share: 'decoy 占字节的比例',
      decoys: 'decoy',
      real: '真实数据包',
      delay: '平均等待',
      most: '最长等待',
      waiting: '正在等待',
    },
    percent: (of) => `${of} %`,
    empty: '会话整形之后才知道。',
  },
  hidden: {
    title: '隐藏效果',
    why: '分类器仅凭大小和时间，猜对一次突发是什么（ping、inv、tx、block 或 headers）的比例。',
    plain: '不整形',
    shaped: '用这些设置',
    chance: '碰运气：总猜最常见的一类',
    percent: (share) => `${share} %`,
    margin: (share) => `± ${share}`,
    running: (percent) => `正在测量，${percent} %`,
    failed: '无法测量。',
    bad: '改正设置之后才能测量。',
    overhead: (percent, delay) => `在这些会话中，字节数增加 ${percent} %，平均等待 ${delay}。`,
    unsent: (percent) => `到会话结束时，还有 ${percent} % 要说的内容没有发出：速率太低。`,
    sample: (bursts, sessions, seed) =>
      `${count(sessions)} 个模拟会话中的 ${count(bursts)} 次突发，分类器此前从未见过；种子 ${seed}。`,
    verdicts: {
      nothing: '对这个分类器没有隐藏任何东西。',
      some: '隐藏了一部分。',
      most: '隐藏了大部分。',
      all: '这个分类器什么也看不出来：猜测的结果与不看时一样。',
    },
  },
}
