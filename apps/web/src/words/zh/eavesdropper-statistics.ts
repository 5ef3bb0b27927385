/** Words of the page in Chinese: the Eavesdropper's statistics. */

import { count } from '../../ui/parts/format.js'
import type { FirstBytesWords, StatisticsWords } from '../eavesdropper.js'

export const statistics: StatisticsWords = {
  title: '能与随机字节区分开吗？',
  intro:
    '审查者想封锁自己读不懂的东西，就得有办法认出它。下面四项检验，分别针对线路上的字节流，以及同样的消息用 v1 的样子。若随机字节偏离到这种程度的机会不到千分之一，就称为“不随机”。',
  streams: {
    v2: 'v2，线路上',
    v1: 'v1，线路上',
    detecting: '线路上',
    asV1: '同样内容，v1',
  },
  columns: {
    stream: '字节流',
    value: '实测',
    expected: '随机字节的预期',
    verdict: '结论',
  },
  sample: (n) => `${count(n)} 字节`,
  tests: {
    entropy: {
      name: '熵',
      asks: '一个字节带来多少事先不知道的信息？最多 8 位。',
      cannot: '它只数取值，不看顺序：00 01 02 … ff 反复出现，熵同样是 8 位。',
    },
    chiSquare: {
      name: '字节取值的 χ²',
      asks: '256 个取值是否都一样常见？',
      cannot:
        '它也不看顺序；少于 1,280 字节时，单凭偶然就会有取值很少出现，这时只有偏离极大才算数。',
    },
    runs: {
      name: '相同位的游程',
      asks: '位的变化是否像抛硬币那样频繁？',
      cannot: '它只看相邻的位：周期更长的规律不会被发现。',
    },
    serial: {
      name: '序列相关',
      asks: '一个字节能透露下一个字节的什么吗？',
      cannot: '只能看出两者是否同升同降，而且只看紧邻的字节。',
    },
  },
  cannotLabel: '它说明不了什么',
  values: {
    bits: (bits) => `${bits} 位`,
    p: (p) => `p ${p}`,
    about: (value, give) => `${value} ± ${give}`,
    within: (bound) => `0 ± ${bound}`,
    none: '无：所有字节都相同',
  },
  verdicts: {
    random: '与随机字节无异',
    told: '不随机',
    few: '字节太少，无法判断',
  },
  threshold: '不随机：随机字节偏离到这种程度的机会不到千分之一',
  telling: {
    title: '可以直接搜索的东西',
    intro: '如果字节流自己就说明了是什么，根本不需要统计。',
    magics: '网络的 magic',
    commands: '消息类型的名称',
    text: '可读文本的字节数（偶然也会有一些）',
  },
  noStream: {
    wire: '还没有字节',
    v1: '没有已知的消息',
  },
  histogram: {
    title: '每个字节取值出现的频率',
    intro:
      '256 个取值各占的比例；刻度上每条线是下面一条的十倍。随机字节分布在虚线附近。v1 里满是零、字母，以及随每条消息反复出现的取值。',
    label: '两个字节流中每个字节取值的比例',
    x: '字节取值',
    y: '占字节的比例',
    uniform: '全部一样常见：0.39 %',
    point: (series, value, share) => `${series}：${value} 占 ${share} %`,
    columns: (series) => [
      '字节取值',
      ...series.flatMap((name) => [`次数，${name}`, `比例（%），${name}`]),
    ],
  },
  pass: '通过全部检验，只说明这四项检验无法把它与随机字节区分开，仅此而已：把计数器送进一个人人都知道的哈希函数，结果同样能通过，却什么也没有隐藏。v2 不可读，靠的是它的密码算法，而不是这个页面。',
}

export const firstBytes: FirstBytesWords = {
  title: (keys) => `${count(keys)} 次握手的第一个字节`,
  intro:
    '双方最先发送的都是自己的公钥。如果它看起来像公钥，只凭第一个字节就足以封锁所有连接：33 字节的压缩公钥总以 02 或 03 开头。ElligatorSwift 的 64 字节则经过设计，任何字节串都同样可能出现。这里的公钥由页面自己生成，并以两种方式写出。',
  kinds: { ellswift: 'ElligatorSwift', compressed: '压缩公钥' },
  columns: {
    length: '长度',
    distinct: '出现过的首字节',
    first: '首字节的 χ²',
    all: '全部字节的 χ²',
    onCurve: '第 1–32 字节在曲线上',
  },
  distinct: (n) => `256 个取值中的 ${count(n)} 个`,
  onCurve: (n, of) => `${count(of)} 个中的 ${count(n)} 个`,
  example: (kind) => `其中一个，${kind}`,
  reading: ({ ellswift, compressed }) =>
    `在 256 个取值中，ElligatorSwift 的首字节出现了 ${count(seen(ellswift.firstBytes))} 个，压缩公钥只有 ${count(seen(compressed.firstBytes))} 个。χ² 的自由度为 255：随机字节约为 255 ± 45。随机数中约有一半是曲线上的 x；压缩公钥则全部都是。`,
  cannot:
    '它说明不了：没有别的检验能把 ElligatorSwift 与随机字节区分开。这一点来自它的构造方式（论证见 BIP324），而不是来自样本。',
  plot: {
    label: '两种写法的公钥中，每个取值作为首字节的次数',
    x: '首字节',
    y: '以它开头的公钥数',
    level: '全部一样常见',
    point: (series, value, n) => `${series}：${count(n)} 个以 ${value} 开头`,
  },
}

const seen = (counts: Uint32Array): number => counts.reduce((n, of) => n + (of > 0 ? 1 : 0), 0)
