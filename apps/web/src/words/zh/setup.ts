/** Words of the page in Chinese: with whom a session is, and how. */

import { MAX_GARBAGE_LEN } from '@v2scope/bip324'
import { MOST_HANDSHAKE_DECOYS } from '../../session/address.js'
import { MOST_SEED } from '../../session/seed.js'
import { count } from '../../ui/parts/format.js'
import type { Words } from '../words.js'

const seedRule = `1 到 ${MOST_SEED} 个可打印字符`

export const setup: Words['setup'] = {
  label: '设置会话',
  title: '设置会话',
  open: (peer) => `${peer}：设置会话`,
  close: '关闭',
  recording: '录制',
  connect: '连接',
  show: '打开',
  again: '再来一次',
  againWhy: '用同样的设置开始新的会话；当前会话会保留以供查看',
  againLabel: '再来一次：新的会话',
  changed: '已更改：点击“连接”生效',
  chosen: '已选择：点击“打开”显示',
  wrong: {
    node: '地址：HOST:PORT',
    seed: `种子：${seedRule}`,
    magic: 'magic：8 位十六进制数字',
    garbage: `garbage：0 到 ${count(MAX_GARBAGE_LEN)} 字节，或留空`,
    decoys: `decoy：0 到 ${count(MOST_HANDSHAKE_DECOYS)} 个`,
  },
  last: '上一个会话',
  lastWhy: '查看此前的会话；它保持原样',
  stop: '停止',
  stopWhy: '结束会话；会话会保留以供查看',
  asRecorded: '与录制时相同',
  wasSo: '与上一个会话中相同',
  peer: '对端',
  simulated: '模拟',
  demo: '演示节点',
  inbound: '主动连接你的节点',
  node: {
    choice: '我的节点…',
    label: '地址',
    placeholder: 'HOST:PORT',
    hint: '主机名、IPv4 地址，或方括号中的 IPv6 地址；不写端口则用该网络的端口',
    problems: {
      EMPTY: '你的节点的 HOST:PORT',
      PORT_MISSING: '自定义网络没有默认端口：请写成 HOST:PORT',
      BAD_PORT: '端口是 1 到 65535 的数字',
      BRACKETS_MISSING: 'IPv6 地址要写在方括号中：[2001:db8::5]:8333',
      BAD_IPV6: '方括号中写 IPv6 地址，后面写端口：[2001:db8::5]:8333',
      BAD_IPV4: 'IPv4 地址是四个 0 到 255 的十进制数：203.0.113.5:8333',
      BAD_NAME: 'HOST:PORT：由字母、数字、连字符和点组成的主机名，或 IP 地址',
    },
  },
  noBridge: '演示节点（需要桥接服务）',
  recordings: '录制',
  recorded: (peer) => `${peer}（录制）`,
  network: '网络',
  custom: '自定义 magic…',
  magic: 'Magic',
  magicHint: '8 位十六进制数字',
  role: '角色',
  roleFixed: '由你连接此对端：你是 initiator',
  roleInbound: '由节点连接你：它是 initiator',
  seed: '种子',
  seedHint: `会话中的一切都由它决定；${seedRule}`,
  random: '随机',
  leftOut: '未包含',
  dice: '换一个种子',
  garbage: 'Garbage',
  garbageHint: `garbage 的字节数，0 到 ${count(MAX_GARBAGE_LEN)}；留空则随机`,
  decoys: 'Decoy',
  decoysHint: `在你的 version packet 之前发送的 decoy 数，0 到 ${count(MOST_HANDSHAKE_DECOYS)}`,
}
