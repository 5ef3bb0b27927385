/** Words of the page in Chinese: the details of an item, its tree of fields and its bytes. */

import { count } from '../../ui/parts/format.js'
import type { Words } from '../words.js'

const hex = (n: number): string => `0x${n.toString(16)}`
const bytes = (n: number): string => `${count(n)} 字节`

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
    where: (start, length) =>
      `偏移 ${count(start)}（${hex(start)}）· ${bytes(length)}${length > 9 ? `（${hex(length)}）` : ''}`,
    chosen: (where, fields) => `${where}，位于 ${fields}`,
    moreFields: (n) => `另外 ${count(n)} 个`,
    how: '方向键按字节和行移动，按住 Shift 可选择多个字节。',
  },
  tree: {
    before: (n) => `… 前面还有 ${count(n)} 个`,
    after: (n) => `… 还有 ${count(n)} 个`,
    toKeys: '在密钥中查看',
    allCharacters: (n) => `显示全部 ${count(n)} 个字符`,
  },
  legend: { label: '字段颜色', colours },
}
