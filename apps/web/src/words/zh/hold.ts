/** Words of the page in Chinese: Hold keeps what we would send from the wire, until the reader lets it go. */

import { count } from '../../ui/parts/format.js'
import type { Words } from '../words.js'

export const hold: Words['hold'] = {
  button: 'Hold',
  on: 'Hold 已开启：在你放行之前，你的任何内容都不会发出。点击则按顺序全部放行（h）',
  off: 'Hold：扣留你将要发送的一切，再逐个放行（h）',
  recorded: '录制无法扣留：其中的内容都早已发送',
  past: '上一个会话只能查看，无法再扣留',
  start: '开始时即扣留',
  startWhy: '下一个会话开始时 Hold 已开启：连你的公钥也要等你放行才会发出',
  region: 'Hold 扣留的内容',
  held: '已扣留：',
  names: {
    key: '你的公钥',
    garbage: '你的 garbage',
    terminator: '你的 garbage terminator',
    decoy: '你的一个 decoy',
    'version packet': '你的 version packet',
  },
  size: (n) => `${count(n)} B`,
  waits: {
    connection: '尚未扣留任何内容：正在等待连接',
    'peer key': '尚未扣留任何内容：先要等对端的公钥，之后才轮到你发送',
    'peer terminator': '没有扣留的内容：正在等待对端的 garbage terminator',
    'peer version packet': '没有扣留的内容：正在等待对端的 version packet',
    'peer message': '没有扣留的内容：正在等待对端的消息，然后应答',
    you: '没有扣留的内容：等待你发送，或等待需要应答的消息',
  },
  spoken: (what, n) => `已扣留：${what}，${count(n)} 字节`,
  more: (n, total) => `后面还有 ${count(n)} 个在等待，共 ${count(total)} 字节`,
  last: '后面没有其他内容在等待',
  release: '放行',
  releaseWhy: '发送这一个，并扣留下一个（→）',
  step: '放行下一个（→）',
  open: '它的字节与字段',
  loading: '正在取得它的字节',
  bytesOf: (n, of) => `前 ${count(n)} 字节，共 ${count(of)} 字节`,
  fields: '它的字段',
  left: (seconds) => `如果节点还收不到你的 verack，将在 ${count(seconds)} 秒后断开连接`,
  leftWhy: '从连接到 verack，节点给 60 秒。以节点的时钟为准，这里只是估计。',
  over: '60 秒已过：节点会断开连接，除非它的 -peertimeout 更长',
}
