/** Words of the page in Chinese: the cursor over a session, and what each of its steps is. */

import { count } from '../../ui/parts/format.js'
import type { Words } from '../words.js'

const WHOSE = { sent: '你的', received: '对端的' }
const DONE = { sent: '已发送', received: '已收到' }

export const stepping: Words['stepping'] = {
  label: '单步查看会话',
  toStart: '回到开头：第一步之前',
  back: '后退一步（←）',
  run: '播放',
  runWhy: '自动向前（空格键）：按原来的时间乘以速度；速度为 1 时每步 0.15 至 1 秒',
  pause: '暂停',
  pauseWhy: '停在这一步，无论之后发生什么（空格键）',
  step: '前进一步（→）',
  toEnd: '到末尾，并跟随新发生的事',
  speed: '速度',
  times: (speed) => `${speed}×`,
  scrubber: '会话的步骤',
  position: (n, all) => `第 ${count(n)} 步，共 ${count(all)} 步`,
  valueText: (n, all, what) => `第 ${count(n)} 步，共 ${count(all)} 步：${what}`,
  nothingYet: '还没有发生任何事',
  atStart: '第一步之前',
  following: '跟随中',
  steps: {
    key: (way, n) => `${WHOSE[way]}公钥${DONE[way]}，${count(n)} 字节`,
    garbage: (way, n) => `${WHOSE[way]} garbage ${DONE[way]}，${count(n)} 字节`,
    terminatorSent: '你的 garbage terminator 已发送',
    terminatorFound: (offset) => `收到 garbage terminator：位于偏移 ${count(offset)}`,
    decoy: (way, n) => `一个 decoy ${DONE[way]}，${count(n)} 字节`,
    versionPacket: (way) =>
      way === 'sent'
        ? '你的 version packet 已发送'
        : '收到对端的 version packet：认证通过，传输协议为 v2',
    message: (way, type, n) => `${type} ${DONE[way]}，${count(n)} 字节`,
    rejected: (n) => `拒绝了一条消息，${count(n)} 字节；连接保持`,
    notUnderstood: (n) => `收到 ${count(n)} 字节，无法理解`,
    unread: (way, n) => `${DONE[way]} ${count(n)} 字节，只有两端能读懂`,
    ecdh: 'ECDH：你的私钥与对端的公钥得出共享密钥',
    keys: '密钥派生：由 HKDF 得到 4 个密钥、2 个 garbage terminator 和 session id',
    rekey: (of, what, epoch) =>
      `${WHOSE[of]}${what === 'lengths' ? '长度' : '数据包'}密钥已更新：epoch ${count(epoch)}`,
  },
}
