/** Words of the page in Chinese: the footer, its counters and what can be sent. */

import { count, interval, milliseconds, size } from '../../ui/parts/format.js'
import type { Words } from '../words.js'

const ways: Words['footer']['ways'] = { sent: '已发送', received: '已接收' }

export const footer: Words['footer'] = {
  last: '上一个会话，仅供查看',
  back: '回到当前会话',
  recording: '这是录制，无法发送任何内容',
  ways,
  packets: () => '个数据包',
  rekey: '密钥更新',
  rekeyIn: (left) => `还差 ${count(left)}`,
  rekeyMeter: (way, left) => `${ways[way]}方向：再过 ${count(left)} 个数据包更新密钥`,
  ping: (ms) => `ping ${ms === undefined ? '–' : milliseconds(ms)}`,
  decoyShare: (percent) => `decoy 占 ${percent} %`,
  notCounted: '未统计数据包：此录制只包含线路上的字节',
  dropped: (bytes) => `已丢弃 ${size(bytes)} 载荷`,
  actions: {
    label: '操作',
    decoy: '发送 decoy',
    decoyShort: 'Decoy',
    size: 'decoy 内容的字节数',
    ping: 'Ping',
    headers: '请求区块头',
    headersShort: '区块头',
    wait: '会话建立之后可用',
    allowed: (least, most, unit) => `允许范围：${count(least)} 到 ${count(most)} ${unit}`,
  },
  schedule: {
    off: '定时 decoy…',
    offShort: '定时…',
    on: (ms) => `decoy：每 ${interval(ms)}`,
    onShort: (ms) => `每 ${interval(ms)}`,
    once: '单个 decoy',
    title: '定时发送 decoy',
    why: '穿插在消息之间发送，使观察者从大小和时间中得到的信息更少。',
    every: '间隔',
    everyLong: '两个 decoy 之间的毫秒数',
    size: '大小',
    sizeLong: '每个 decoy 内容的字节数',
    start: '开始',
    change: '更改',
    stop: '停止',
  },
}
