/** Words of the page in Chinese: the composer. */

import type { MessageErrorCode } from '@v2scope/messages'
import type { Fault } from '../../ui/composer/problem.js'
import { UNKNOWN_IDS } from '../../ui/composer/unknown-ids.js'
import { count, hexOfByte } from '../../ui/parts/format.js'
import type { Words } from '../words.js'

const bytes = (n: number): string => `${count(n)} 字节`

const refused: Record<MessageErrorCode, string> = {
  TRUNCATED: '载荷在字段结束之前就已结束',
  NON_CANONICAL_SIZE: '某个数占用的字节多于所需',
  TOO_MANY: '数量超过协议允许的上限',
  TOO_LONG: '长度超过协议允许的上限',
  BAD_VALUE: '该字段不能取这个值',
}

function problem(fault: Fault): string {
  switch (fault.code) {
    case 'NO_HEX_DIGIT':
      return `第 ${count(fault.place)} 个字符“${fault.letter}”不是十六进制数字`
    case 'ODD_DIGITS':
      return `共 ${count(fault.digits)} 个十六进制数字：最后一个字节只有一位`
    case 'NOT_A_NUMBER':
      return '应为整数，十进制或 0x… 形式'
    case 'NOT_A_TIME':
      return '应为自 1970 年起的秒数，或 now'
    case 'OUT_OF_RANGE':
      return `允许范围：${fault.min} 到 ${fault.max}`
    case 'NOT_A_HASH':
      return `应为 64 个十六进制数字，现有 ${count(fault.digits)} 个`
    case 'TOO_FEW_BYTES':
      return `现有 ${bytes(fault.length)}，至少需要 ${count(fault.min)} 字节`
    case 'TOO_MANY_BYTES':
      return `现有 ${bytes(fault.length)}，最多 ${count(fault.max)} 字节`
    case 'TOO_MANY_ITEMS':
      return `现有 ${count(fault.length)} 项，最多 ${count(fault.max)} 项`
    case 'REFUSED':
      return refused[fault.why]
    case 'TYPE_MISSING':
      return '消息类型至少要有一个字符'
    case 'BAD_TYPE':
      return '消息类型最多 12 个字符，范围为 0x20 到 0x7f'
    case 'KNOWN_SHORT_ID':
      return `应为 ${UNKNOWN_IDS.least} 到 ${UNKNOWN_IDS.most} 之间的数`
    case 'CANNOT_BE_WRONG':
      return '这条消息无法以这种方式出错'
    case 'NO_CONTENTS_IN_V1':
      return 'v1 没有数据包内容：请选择一种消息类型'
    case 'NO_SUCH_TYPE_IN_V1':
      return 'v1 没有这样的类型'
  }
}

const rejected = '对端拒绝这条消息，连接保持。'
const unread = '节点无法读取这条消息，会将其丢弃，连接保持。'

export const composer: Words['composer'] = {
  button: '编写消息…',
  buttonShort: '编写',
  title: '编写消息',
  close: '关闭',
  caution: '这是真实的节点：收到错误的或未请求的消息时，它可能断开连接或封禁你。',
  type: {
    label: '消息类型',
    none: '没有符合的类型。选择“其他类型”可以填写任意名称。',
    other: '其他类型',
    otherWhat: '任意类型，最多 12 个字符，载荷以十六进制填写。',
    raw: '原始内容',
    rawWhat: '数据包的内容，即消息类型与载荷，逐字节以十六进制填写。',
  },
  subject: {
    fields: '字段',
    nothing: '这种消息没有载荷：类型已说明一切。',
    payload: '载荷',
    contents: '内容',
    fromForm: '由表单生成。在此改写之后，即可逐字节编辑。',
    byHand: '不再来自表单：上方的字段不起作用。',
    back: '恢复为表单的内容',
    type: '类型',
    typeNote: '最多 12 个字符，范围为 0x20 到 0x7f；节点会忽略自己不认识的类型',
    forms: '类型的形式',
    short: (id) => `短形式：${hexOfByte(id)}，1 字节`,
    long: '长形式：13 字节',
  },
  fields: {
    add: (item) => `添加 ${item}`,
    remove: (item, i) => `删除 ${item} ${count(i)}`,
    none: '暂无',
    include: (name) => `发送 ${name}`,
    optional: '可以省略',
    otherNumber: '其他数值',
    now: '当前时间',
    yes: '是',
    no: '否',
    choose: (name) => `${name}：按名称选择`,
    hex: '十六进制',
    hexDigits: (digits) => `${count(digits)} 个十六进制数字`,
    hexNote: '十六进制；空格与换行会被忽略。',
    notYet: '待字段填写正确',
    seen: '取自所选消息 …',
    seenLabel: (name) => `${name}：从所选消息中取一个哈希`,
    seenRest: '这条消息的其他哈希 …',
    noneSeen: '请选择一条含有哈希的消息，例如 headers 或 inv，之后可以从中取用。',
  },
  wrong: {
    title: '故意出错',
    right: '保持正确',
    id: `短 ID，${UNKNOWN_IDS.least} 到 ${UNKNOWN_IDS.most}`,
    wrongs: {
      cut: { label: '截去最后一个字节', effect: unread },
      behind: { label: '在末尾添加 4 个字节', effect: '节点读取自己认识的部分，忽略其余部分。' },
      count: {
        label: '把第一个计数写得比所需的更长',
        effect: `CompactSize 必须尽可能短。${unread}`,
      },
      'too big': {
        label: '以零填充，直到比节点所接受的多一个字节',
        effect: '节点读到长度后立即断开连接。',
      },
      'short id': { label: '没有人认识的短 ID', effect: rejected },
      'after NUL': { label: '长形式，NUL 之后还有一个字节', effect: rejected },
      character: { label: '长形式，含有 0x20 到 0x7f 之外的字符', effect: rejected },
      'cut type': { label: '长形式被截断，之后没有任何内容', effect: rejected },
      empty: { label: '没有任何内容', effect: rejected },
    },
  },
  preview: {
    title: '将要发送的内容',
    type: (n) => `类型 ${count(n)}`,
    payload: (n) => `载荷 ${count(n)}`,
    onWire: (beside, all) => `+ ${count(beside)} = 线路上共 ${bytes(all)}`,
    more: (n) => `… 另有 ${bytes(n)}`,
    empty: '无',
  },
  reading: {
    reads: (type, summary) =>
      summary === '' ? `对端读到：${type}` : `对端读到：${type}，${summary}`,
    unknown: (type) => `对端读到一个它可能不认识的类型：${type}`,
    unread: (type, why) => `对端无法读取这条 ${type}：${refused[why]}`,
    tooBig: (most) => `节点最多接受 ${count(most)} 字节，超出则断开连接`,
    rejections: {
      EMPTY_CONTENTS: '对端会拒绝：没有内容',
      UNKNOWN_SHORT_ID: '对端会拒绝：没有类型使用这个短 ID',
      LONG_TYPE_CUT_SHORT: '对端会拒绝：类型的长形式不完整',
      LONG_TYPE_NOT_ASCII: '对端会拒绝：类型中有 0x20 到 0x7f 之外的字符',
      LONG_TYPE_NOT_PADDED: '对端会拒绝：类型的 NUL 之后还有字节',
      WRONG_CHECKSUM: '对端会拒绝：校验和错误',
    },
  },
  send: {
    send: '发送',
    sent: '已发送为',
    held: 'Hold 将其扣留：放行之后才会发送。',
    others: (n) => `，另有 ${count(n)} 个问题`,
    whyNot: {
      recording: '这是录制，无法发送任何内容。',
      past: '这是上一个会话，无法发送任何内容。',
      over: '会话已结束。“再来一次”会开始新的会话。',
      early: '会话建立之后可用。',
    },
  },
  problem,
}
