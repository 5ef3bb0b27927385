/** Words of the page in Chinese: what many parts of it say. */

import { count } from '../../ui/parts/format.js'
import type { Words } from '../words.js'

export const parts: Words['parts'] = {
  copy: '复制',
  copyWhat: (what) => `复制 ${what}`,
  copied: '已复制',
  copyFailed: '请手动选中并复制',
  bytes: (n) => `${count(n)} 字节`,
  packets: (n) => `${count(n)} 个数据包`,
  notFetched: {
    title: '这一部分未能取得',
    why: '提供本页面的服务没有应答；其余部分保持原样。',
  },
  failed: (message) => ({
    title: '这一部分出错了',
    why: `这是本页面自身的错误，与对端无关：${message}。其余部分保持原样。`,
  }),
  again: '重试',
}
