/** Words of the page in Chinese: the details of an item, its tree of fields and its bytes. */

import type { MessageErrorCode } from '@v2scope/messages'
import { count } from '../../ui/parts/format.js'
import type { Words } from '../words.js'
import { links } from './links.js'

const hex = (n: number): string => `0x${n.toString(16)}`
const bytes = (n: number): string => `${count(n)} 字节`

const where = (start: number, length: number): string =>
  `偏移 ${count(start)}（${hex(start)}）· ${bytes(length)}${length > 9 ? `（${hex(length)}）` : ''}`
const moreFields = (n: number): string => `另外 ${count(n)} 个`

const undecoded: Record<MessageErrorCode, string> = {
  TRUNCATED: '载荷在字段结束之前就已结束',
  NON_CANONICAL_SIZE: '某个数占用的字节多于所需',
  TOO_MANY: '数量超过协议允许的上限',
  TOO_LONG: '长度超过协议允许的上限',
  BAD_VALUE: '某个字段不能取这些字节',
}

const colours: Words['details']['legend']['colours'] = {
  key: '公钥',
  garbage: 'garbage',
  terminator: 'terminator',
  length: '长度',
  header: '头部',
  type: '类型',
  payload: '载荷',
  decoy: 'decoy',
  tag: 'tag',
}

export const details: Words['details'] = {
  none: '尚未选择任何内容',
  choose: '在线路图或列表中任选一项：这里会列出它的字段以及每个字段所依据的规则，下方是它的字节。',
  dropped: '这些字节已被丢弃',
  droppedWhy: '一个会话最多保留 64 MiB 载荷。为腾出空间，最早的已被丢弃；列表中的信息仍然保留。',
  sent: '发送',
  received: '接收',
  fields: '字段',
  facts: '自身不占字节的信息',
  bytes: {
    wire: '线路上',
    plain: '解密后',
    clear: '字节',
    total: bytes,
    where,
    chosen: (start, length, fields, more) =>
      `${where(start, length)}，位于 ${fields}${more > 0 ? `，${moreFields(more)}` : ''}`,
    moreFields,
    how: '方向键按字节和行移动，按住 Shift 可选择多个字节。',
  },
  copy: {
    button: '复制为',
    label: (view) => `复制为…（${view}）`,
    what: '复制的内容',
    chosen: (n) => `已选：${bytes(n)}`,
    field: (name, n) => `${name}：${bytes(n)}`,
    all: (n) => `全部：${bytes(n)}`,
    copied: (n, form) => `已将 ${bytes(n)}复制为 ${form}`,
    failed: '浏览器不允许复制。',
  },
  find: {
    label: '查找字节',
    open: '查找字节、十六进制或文本',
    placeholder: '十六进制或文本',
    mode: '输入内容的读法',
    modes: { auto: '十六进制或文本', hex: '十六进制', text: '文本' },
    scope: '查找范围',
    scopes: { plain: '解密后', wire: '线路上' },
    next: '下一个（Enter）',
    previous: '上一个（Shift Enter）',
    close: '关闭',
    as: {
      hex: (n) => `${bytes(n)}十六进制`,
      text: (n) => `${bytes(n)}文本，不区分大小写`,
    },
    count: (at, n, state) => {
      const many = state === 'full' ? `前 ${count(n)} 处` : `${count(n)} 处`
      const found = at > 0 ? `第 ${count(at)} 处，共 ${many}` : `找到 ${many}`
      if (state === 'searching') return `目前${found} …`
      return n === 0 ? '未找到' : found
    },
    dropped: (n) => `${bytes(n)}已被丢弃，无法查找`,
    problem: (problem) => {
      switch (problem.code) {
        case 'NO_HEX_DIGIT':
          return `“${problem.letter}”不是十六进制数字：每个字节用两个 0–9、a–f 的数字表示。`
        case 'ODD_DIGITS':
          return `共 ${count(problem.count)} 个数字：每个字节需要两个，缺少一个。`
      }
    },
  },
  tree: {
    open: (name) => `${name} 的组成部分`,
    after: (n, portion) =>
      portion < n
        ? `… 还有 ${count(n)} 个：显示后面 ${count(portion)} 个`
        : `… 显示另外 ${count(n)} 个`,
    before: (n, portion) => `… 前面还有 ${count(n)} 个：显示最后 ${count(portion)} 个`,
    toKeys: '在密钥中查看',
    allCharacters: (n) => `显示全部 ${count(n)} 个字符`,
  },
  notes: {
    empty: '空',
    start: (text, length) => `${text} …（${bytes(length)}）`,
    message: 'ignore bit 为 0：是消息，不是 decoy',
    decoy: 'ignore bit 为 1：是 decoy，先经过认证，然后被丢弃',
    length: (key, from) =>
      `仅为内容的长度；用 ${key} 做 FSChaCha20，取密钥流的第 ${count(from)}–${count(from + 2)} 字节`,
    v1Type: '12 字节 ASCII，以零填充，明文',
    longType: '没有短 ID：00 加 12 字节 ASCII',
    shortType: (id) => `短 ID ${id}：一个字节，而不是 13 个`,
    tag: (aad) =>
      aad === 0
        ? '对密文计算的 Poly1305；没有附加数据'
        : `对密文和 ${bytes(aad)} garbage 计算的 Poly1305`,
    undecoded: (error, field, offset) =>
      `未能解码：${undecoded[error]}（${field}，第 ${count(offset)} 字节处）`,
    nonce: (number, epoch) => `epoch ${count(epoch)} 的第 ${count(number)} 个数据包，小端序`,
    key: (lengthKey) => `用于封装数据包；长度另有自己的密钥 ${lengthKey}`,
    epoch: (key, epoch) => `${key}，epoch ${count(epoch)}`,
    aad: '在它之前的 garbage，由这个数据包认证',
    noAad: '只有一方的第一个数据包才有：即它的 garbage',
    aadStart: (length, text) => `${bytes(length)}：${text}…`,
    found: '在公钥之后至多 4,111 字节之内',
    offset: (offset) => `在 ${bytes(offset)} garbage 之后找到`,
    derived: 'garbage_terminators 的一半，由 HKDF-Expand 得到',
    failed: '错在哪里',
    number: '在本方向中',
  },
  links,
  legend: { label: '字段颜色', colours },
}
