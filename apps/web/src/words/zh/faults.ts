/** Words of the page in Chinese: the Lab's faults, from the guess to what came of it. */

import {
  BOUNDS,
  MOST_BITS,
  type OwnField,
  type OwnProblem,
} from '../../ui/lab/faults/own/own-draft.js'
import { count } from '../../ui/parts/format.js'
import { reasonOf } from '../fault-reasons.js'
import type { FaultsWords } from '../faults.js'
import { reasons } from './fault-reasons.js'
import { done, name, part } from './fault-texts.js'

function problem(field: OwnField, what: OwnProblem): string {
  const [least, most] = BOUNDS[field]
  switch (what) {
    case 'not a number':
      return field === 'length'
        ? `${count(least)} 到 ${count(most)} 之间的整数；留空表示全部`
        : `${count(least)} 到 ${count(most)} 之间的整数`
    case 'no bits':
      return `比特的编号，0 到 ${count(most)}，例如 0, 9, 16-18`
    case 'too many bits':
      return `至多 ${MOST_BITS} 个比特`
    case 'no hex':
      return '完整的十六进制字节，每个两位，例如 00ff'
    case 'too many bytes':
      return `至多 ${count(most)} 字节`
  }
}

const names = {
  'fails at once': '立即失败',
  stalls: '停滞',
  'nothing changes': '毫无影响',
} as const

const FAR = '位置太远，不会为此发送任何内容：请选择更早到来的位置，或让会话多说一些。'

export const faults: FaultsWords = {
  name,
  done,
  why: (plan, part) => reasonOf(reasons, plan, part),
  part,
  intro: '选一个故障，猜猜会怎样，然后看它发生。',
  list: {
    label: '故障',
    wire: '线路上的故障',
    peer: '对端的故障',
    own: '自定义',
    choose: '故障',
    score: (right, of) => `猜了 ${count(of)} 个，猜对 ${count(right)} 个`,
    scoreWhy: '每个故障只算第一次猜测；关闭此标签页即清零',
    tried: (outcome, isRight) => {
      const result = `试过：${names[outcome]}`
      return isRight === undefined ? result : `${result}，${isRight ? '猜对了' : '没猜对'}`
    },
  },
  direction: { legend: '方向', sent: '你 → 对端', received: '对端 → 你' },
  place: {
    legend: '由谁来做',
    us: '你',
    peer: '对端',
    simulatedOnly: '真实的对端不会照办：请选择模拟对端',
  },
  picture: {
    you: '你',
    peer: '对端',
    mark: '这里',
    stream: {
      key: '公钥',
      garbage: 'garbage',
      terminator: 'terminator',
      packet: '数据包',
      v1: 'v1',
    },
    parts: { 'length field': '长度', header: '头部', contents: '内容', tag: 'tag' },
  },
  guess: {
    question: '会发生什么？',
    hint: '作出猜测，就会开始一个全新的会话并制造这个故障。',
    names,
    meanings: {
      'fails at once': '有一方发现了，并结束连接',
      stalls: '再也没有应答，连接却仍然开着',
      'nothing changes': '双方照常继续，就像什么都没发生',
    },
    show: '直接看结果',
    cannotStart: '请先在上方填写你的节点的地址。',
  },
  run: {
    starting: '正在开始全新的会话……',
    waiting: (what) => {
      switch (what.thing) {
        case 'place':
          return `正在等待那个位置；已通过 ${count(what.bytes)} 字节……${what.isFar ? FAR : ''}`
        case 'packets':
          return `还要等 ${count(what.count)} 个数据包……${what.isFar ? FAR : ''}`
        case 'ready':
          return '正在等待双方互相介绍……'
        case 'misbehaviour':
          return '正在等待时机……'
      }
    },
    watching: '已经做了。还会有应答吗？',
    watchingWhy: '发出一个 ping，等待它的应答。',
    inVain: '没能做成。',
    inVainWhy: '时机到来之前会话就结束了，原因见“线路”。',
  },
  result: {
    label: '结果',
    expected: '你的预期',
    happened: '实际发生',
    right: '你猜对了',
    wrong: '与你的预期不同',
    noGuess: '没有猜',
    noticed: '谁发现了',
    noticedBy: (who) =>
      who === 'us'
        ? '你发现了，并结束了连接'
        : who === 'peer'
          ? '对端发现了，并结束了连接'
          : '没有人',
    gaveUp: (who) => (who === 'us' ? '最后你失去了耐心' : '最后对端失去了耐心'),
    where: '在哪里',
    place: ({ direction, offset, part: of, packet }) =>
      `${direction === 'sent' ? '你' : '对端'}发出的第 ${count(offset)} 字节，${part(of, packet)}`,
    placeOfPeer: (direction, of) =>
      `${direction === 'sent' ? '你' : '对端'}发出的内容，${part(of, undefined)}`,
    before: '原来',
    after: '现在',
    nothing: '没有',
    more: '还有更多',
    bits: (byte) => `第 ${count(byte)} 字节`,
    sameBytes: '字节没有变，变的只是何时到达、如何分段。',
    open: '在会话中查看',
    openFailed: '查看会话的结尾',
    error: '错误',
    offset: (n) => `在第 ${count(n)} 字节`,
    saysNothing: '对端只是断开连接：它不会在线路上说明原因。',
    saysPeer: '这是对端的话，你就是它的对端：',
    rule: '规则',
    why: '为什么这样设计',
    usual: (outcome) => `对这类对端的测试结果是：${names[outcome]}。`,
    chance: (share, outcome) =>
      `由偶然决定：100 次里大约有 ${Math.round(share * 100)} 次是“${names[outcome]}”。`,
    nodeLog: 'bitcoind 的 debug.log 中',
    again: '再来一次',
    againWhy: '在全新的会话中制造同一个故障',
    next: '下一个故障',
  },
  own: {
    name: '自定义故障',
    intro: '没有密钥的人在途中能对字节做的任何事。',
    at: '位置',
    places: {
      'next packet': '握手之后的第一个数据包',
      packet: '指定序号的数据包',
      key: '公钥',
      garbage: 'garbage',
      terminator: 'garbage terminator',
      byte: '指定偏移的字节',
    },
    part: '部分',
    parts: {
      all: '全部',
      'length field': '长度字段',
      header: '头部',
      contents: '内容',
      tag: 'tag',
    },
    kind: '做什么',
    kinds: {
      flip: '翻转比特',
      truncate: '切断',
      drop: '丢掉',
      duplicate: '送达两次',
      reorder: '与其后的内容对调',
      replay: '稍后重放',
      insert: '插入字节',
      delay: '推迟',
      fragment: '拆成小段',
    },
    fields: {
      offset: '偏移',
      number: '序号',
      bits: '比特',
      keep: '放行的字节数',
      length: '字节数',
      after: '间隔的数据包',
      bytes: '十六进制字节',
      ms: '毫秒',
      size: '每段字节数',
    },
    hints: {
      offset: '从公钥的第一个字节算起，它是 0',
      number: '每个方向从 0 开始计数，version packet 和 decoy 都算在内',
      bits: '从该位置的开头算起：8 × 字节 + 位，每个字节的最低位是 0',
      keep: '切断连接之前，该位置的多少字节可以通过',
      length: '从该位置的开头算起；留空表示全部',
      after: '再来一次之前通过多少个数据包',
      bytes: '放在该位置之前',
      ms: '它及其后的一切被扣留多久',
      size: '其后的一切都这样拆分',
    },
    problem,
    mask: (byte, mask) => `第 ${count(byte)} 字节 xor ${mask}`,
    wrongLink: '链接里的故障并不存在。',
    now: '现在就对这个会话做',
    nowWhy: '由实验室开始的会话，在它还开着的时候',
  },
  ladder: '承受故障的会话',
}
