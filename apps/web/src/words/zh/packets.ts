/** Words of the page in Chinese: the list of packets. */

import type { FilterProblem } from '../../ui/packets/filter.js'
import { count } from '../../ui/parts/format.js'
import type { Words } from '../words.js'

const kinds: Words['packets']['kinds'] = {
  key: 'ElligatorSwift 公钥',
  garbage: 'garbage',
  terminator: 'garbage terminator',
  decoy: 'decoy',
  'version packet': 'version packet',
  rejected: '被拒绝',
  'not understood': '无法理解',
  'unread bytes': '未解读的字节',
}

const keys: Words['packets']['filter']['keys'] = {
  dir: '方向',
  type: '消息类型',
  size: '线上字节数',
  time: '距开始的秒数',
  decoy: '是否为 decoy',
  epoch: '此前更新过几次密钥',
  kind: '数据包的种类',
  contents: '内容字节数',
  number: '在所属方向中的编号',
}

const choices: Words['packets']['filter']['choices'] = {
  'dir:in': '来自对端',
  'dir:out': '由你发出',
  'decoy:yes': '只看 decoy',
  'decoy:no': '除 decoy 之外',
  'kind:message': '消息',
  'kind:decoy': 'decoy',
  'kind:version': 'version packet',
  'kind:rejected': '被拒绝的消息',
  'kind:v1': 'v1 消息',
}

const examples: Words['packets']['filter']['examples'] = {
  size: 'size>1000、size>=100k 或 size:20..33',
  contents: 'contents>1000 或 contents:0',
  time: 'time>1.5、time:1.5..2.0（以秒计）或 time<200ms',
  number: 'number:224 或 number<10',
  epoch: 'epoch:3 或 epoch>=1',
}

const meant = (word: string | undefined): string => (word === undefined ? '' : `是否想写 ${word}？`)

function problem(wrong: FilterProblem): string {
  switch (wrong.code) {
    case 'UNCLOSED_QUOTE':
      return `${wrong.word}：末尾缺少引号。`
    case 'UNKNOWN_KEY':
      return `${wrong.key}：没有这个词。${meant(wrong.meant && `${wrong.meant}:`)}可用的有 ${Object.keys(keys).join('、')}。若要查找文本，请写 "${wrong.word}"`
    case 'UNKNOWN_VALUE':
      return `${wrong.key}：${meant(wrong.meant)}可用的有 ${wrong.words.join('、')}。`
    case 'NOT_A_NUMBER_KEY':
      return `${wrong.key}${wrong.operator}：${wrong.key} 不分大小，请写 ${wrong.key}:…`
    case 'TYPE_MISSING':
      return 'type：缺少消息名称，例如 type:inv'
    case 'NUMBER_MISSING':
      return `${wrong.key}：缺少数值，例如 ${examples[wrong.key]}`
    case 'RANGE_BACKWARDS':
      return `${wrong.key}:${wrong.value}：终点早于起点。`
    case 'NOTHING_THERE':
      return `${wrong.beside}：旁边缺少一个词。`
    case 'UNCLOSED_PARENTHESIS':
      return '缺少右括号。'
    case 'UNOPENED_PARENTHESIS':
      return '右括号多了一个。'
  }
}

export const packets: Words['packets'] = {
  title: '数据包',
  messages: (n) => `${count(n)} 条消息`,
  counts: (packets, decoys, share) =>
    `${count(packets)} 个 · decoy ${count(decoys)} 个 · 占字节数的 ${share} %`,
  none: '没有数据包',
  never: '会话在出现数据包之前就结束了。实际经过线路的内容在“线路”窗格中。',
  empty: '还没有数据包',
  waiting:
    '双方都有密钥之后，一切都以数据包传输：长度字段、头部、内容、tag。每个数据包在此占一行，decoy 以斜纹表示。',
  unread: '此录制中没有数据包',
  unreadWhy:
    '它只包含线路上的字节，也就是路径上任何人都能看到的内容。数据包之间的边界同样是加密的；这些字节在“线路”窗格中。',
  left: '没有符合的数据包',
  leftWhy: '没有数据包满足过滤条件。',
  columns: {
    direction: '方向',
    number: '#',
    time: '时间',
    type: '类型',
    wire: '线上',
    contents: '内容',
    epoch: 'epoch',
  },
  columnHelp: {
    direction: '→ 由你发出，← 来自对端',
    number: '数据包在所属方向中的编号：双方各自从 0 开始计数。nonce 由它构成。',
    time: '距会话开始的秒数',
    type: '消息类型或数据包的种类，其后是内容的一行摘要',
    wire: '线上字节数：长度字段 3、头部 1、内容、tag 16',
    contents: '加密的内容字节数：消息类型与载荷',
    epoch: '该方向的密钥已更新的次数：每 224 个数据包更新一次',
  },
  kinds,
  sent: '已发送',
  received: '已接收',
  fresh: (n) => `新到 ${count(n)} 个`,
  below: (n) => `下方还有 ${count(n)} 个`,
  tail: '到末尾',
  rekeyed: (epoch) => `新密钥 · epoch ${count(epoch)}`,
  rekeyShort: '已满 224 个数据包；旧密钥已丢弃',
  rekeyWhy: '已满 224 个数据包；旧密钥已丢弃，无法由新密钥推算出来',
  strip: {
    label: '数据包的时间分布',
    help: '何时经过线路：你的向上，对端的向下，decoy 以斜纹表示，对数刻度。拖动可按时间过滤。',
    bars: (measure) => `${measure}的时间分布：你的向上，对端的向下，decoy 以斜纹表示`,
    measures: { packets: '数据包', bytes: '字节' },
    other: (measure) => `显示${measure}`,
    ends: { min: '时间范围的起点', max: '时间范围的终点' },
    at: (seconds) => `${seconds} 秒`,
    range: (from, to, packets) => `${from}–${to} 秒 · ${count(packets)} 个`,
    clear: '全部时间',
  },
  colours: {
    title: '行的颜色',
    about: '数据包满足的第一条规则决定该行的颜色，并在行首显示规则的字母。',
    isOn: (letter) => `启用规则 ${letter}`,
    filterOf: (letter) => `规则 ${letter} 的过滤条件`,
    colourOf: (letter) => `规则 ${letter} 的颜色`,
    raise: (letter) => `将规则 ${letter} 上移一位`,
    remove: (letter) => `删除规则 ${letter}`,
    rule: (letter) => `颜色规则 ${letter}`,
    add: '添加规则',
    addFilter: '将当前过滤条件添加为规则',
    reset: '恢复初始规则',
    names: {
      red: '红',
      orange: '橙',
      purple: '紫',
      green: '绿',
      blue: '蓝',
      grey: '灰',
    },
  },
  filter: {
    label: '数据包过滤',
    help: '每个数据包须满足的词：dir:in  type:inv  size>1000  decoy:no  epoch:3  time:1.5..2.0  "文本"。任选其一：or。排除：词前加 -。可用括号。\n按 / 跳到这里',
    of: (left, all) => `${count(left)} / ${count(all)}`,
    clear: '清除过滤',
    export: '导出',
    exported: (n, format) => `将 ${count(n)} 个数据包导出为 ${format}`,
    options: '此处可写',
    keys,
    choices,
    examples,
    ofType: (n) => `${count(n)} 个`,
    problem,
  },
}
