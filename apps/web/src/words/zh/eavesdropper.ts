/** Words of the page in Chinese: the Eavesdropper. */

import { count } from '../../ui/parts/format.js'
import type { EavesdropperWords, StreamWords } from '../eavesdropper.js'
import { firstBytes, statistics } from './eavesdropper-statistics.js'
import { segments, traffic } from './eavesdropper-traffic.js'

const bytes = (n: number): string => `${count(n)} 字节`

const stream: StreamWords = {
  title: '同样的消息，两种样子',
  titleOfV1: '人人都能读到的内容',
  intro:
    '左边是实际经过线路的字节，也就是路径上的人录下的内容。右边是同样的消息用 v1 发送的样子：在 BIP324 之前，路径上的任何人都能读到这些。写出右边需要我们的密钥，左边则不需要。',
  introOfV1: '这个会话使用 v1：完全没有加密，标出的内容路径上的任何人都能读到。',
  wire: { v2: '线路上：v2', v1: '线路上：v1，明文', detecting: '线路上' },
  same: '同样的内容，如果用 v1',
  legend: 'v1 里一眼可见的东西',
  marks: {
    magic: 'magic',
    command: '命令名',
    length: '长度',
    address: '地址',
    text: '文本',
    hash: '哈希',
  },
  marksWhy: {
    magic: '这是比特币，以及是哪个网络',
    command: '是哪种消息',
    length: '有多长',
    address: '谁在和谁通信',
    text: '例如软件的名称',
    hash: '哪个区块或哪笔交易',
  },
  kinds: {
    key: 'ElligatorSwift 公钥',
    garbage: 'garbage',
    terminator: 'garbage terminator',
    decoy: 'decoy',
    'version packet': 'version packet',
    rejected: '被拒绝',
    'not understood': '无法理解',
    'unread bytes': '未解读的字节',
  },
  ways: { sent: '你 → 对端', received: '对端 → 你' },
  at: (seconds) => `${seconds} 秒`,
  size: bytes,
  noV1: {
    handshake: 'v1 没有这样的握手：这里什么也不发送',
    decoy: 'v1 没有 decoy：这里什么也不发送',
    unknown: '没有密钥就无法得知这是什么',
  },
  nothing: '什么也看不出来',
  hash: '一个哈希',
  more: (n) => `……还有 ${bytes(n)}`,
  handshake: (n) =>
    `握手：${bytes(n)}，看起来毫无意义（公钥、garbage、terminator、version packet）。v1 没有这些。`,
  leftOut: (rows) => `此处省略 ${count(rows)} 项同类内容`,
  toSession: (label) => `在其会话中显示 ${label}`,
  list: '按线路顺序排列的字节流',
}

export const eavesdropper: EavesdropperWords = {
  title: '窃听者',
  lede: '在你与对端之间的路径上，有人（网络运营商，或提供 Wi-Fi 的人）录下了每一个字节，但不作任何改动。他有这些字节，知道有多少、何时到来；他没有密钥。这能告诉他什么？',
  segment: '这里把 socket 的一块数据当作一个 TCP 报文段；在路上它可能被切分成别的样子。',
  tabList: '窃听者可以看什么',
  tabs: { stream: '字节', statistics: '统计', traffic: '大小与时间' },
  findings: {
    stream: (magics, commands, ofV2) =>
      `v1 露出 ${count(magics)} 个 magic、${count(commands)} 个命令名；v2 ${ofV2 === 0 ? '一个也没有' : `${count(ofV2)} 个`}`,
    inTheClear: (magics, commands) =>
      `明文中有 ${count(magics)} 个 magic、${count(commands)} 个命令名`,
    statistics: (v2, v1) =>
      v1 === undefined
        ? `v2 每字节的熵：${v2} / 8 位`
        : `每字节的熵：v2 ${v2} 位（最多 8），v1 ${v1} 位`,
    entropy: (bits) => `每字节的熵：${bits} 位（最多 8）`,
    traffic: (accuracy, chance) => `${accuracy} % 的突发被猜中；碰运气为 ${chance} %`,
    none: {
      stream: '有什么一眼可见吗？',
      statistics: '能与随机字节区分开吗？',
      traffic: '它们仍会泄露什么',
    },
  },
  session: {
    listening: (name) => `正在窃听的会话：${name}`,
    upTo: (segments, n, seconds) => `${seconds} 秒内 ${count(segments)} 个报文段，${bytes(n)}`,
    again: '再来一次',
    simulated: '模拟会话',
  },
  empty: {
    title: '还没有任何内容经过线路',
    why: '两个对端开始通信后，才有东西可听。模拟会话只需要这个页面：双方都在其中。',
    start: '开始模拟会话',
    waiting: '正在监听……',
  },
  stream,
  savings: {
    title: '节省与增加的字节',
    intro:
      'v1 在每个载荷前放 24 字节。v2 在消息类型有短 ID 时增加 21 字节（少 3 字节），没有短 ID 时增加 33 字节（多 9 字节）。在此之前，双方各为握手付出一次：100 字节（公钥 64、terminator 16、version packet 20）外加各自的 garbage。',
    introOfV1: '这个会话使用 v1。这里计算同样的消息用 v2 需要多少字节，不含握手和 decoy。',
    columns: {
      type: '内容',
      count: '数量',
      v1: 'v1 字节',
      v2: 'v2 字节',
      difference: '差',
      each: '平均每条',
    },
    labels: {
      handshake: '握手，双方',
      decoy: 'decoy',
      rejected: '被拒绝',
      unread: '无法区分',
    },
    garbage: (n) => `其中 garbage：${count(n)}`,
    total: '合计',
    messages: '仅消息',
    verdict: (difference, percent) => {
      if (difference === 0) return 'v2 与 v1 所需字节相同。'
      const share = percent === undefined ? '' : `（${percent} %）`
      return `v2 比 v1 ${difference > 0 ? '多' : '少'}用了 ${bytes(Math.abs(difference))}${share}。`
    },
    verdictOfV1: (difference, percent) => {
      if (difference === 0) return '若改用 v2，所需字节与 v1 相同。'
      const share = percent === undefined ? '' : `（${percent} %）`
      return `若改用 v2，会比 v1 ${difference > 0 ? '多' : '少'}用 ${bytes(Math.abs(difference))}${share}。`
    },
    messagesVerdict: (difference) =>
      difference === 0
        ? '仅就消息而言，两者一样长。'
        : difference > 0
          ? `仅就消息而言，长了 ${bytes(difference)}：最初的消息大多没有短 ID。`
          : `仅就消息而言，短了 ${bytes(-difference)}：久而久之，短 ID 会抵偿握手的开销。`,
  },
  statistics,
  firstBytes,
  segments,
  study: {
    seed: '种子',
    seedHint: '1 至 64 个字符的文本：相同的种子得到相同的数字',
    run: '运行',
    again: '再运行一次',
    stop: '停止',
    running: (percent) => `已完成 ${percent} %`,
    stopped: '已停止。如有显示，为上一次运行的结果。',
    failed: (why) => `运行失败：${why}`,
    progress: '研究的进度',
  },
  traffic,
  plot: {
    table: '以表格显示这些数字',
    left: (shown, all) => `显示 ${count(all)} 行中的前 ${count(shown)} 行；复制时包含全部。`,
  },
}
