/** Words of the page in Chinese: two sessions side by side. */

import { count } from '../../ui/parts/format.js'
import type { Words } from '../words.js'

type Compare = Words['compare']

const bytes = (n: number): string => `${count(n)} 字节`

const names: Compare['facts']['names'] = {
  peer: '对端',
  origin: '会话的来历',
  network: '网络',
  role: '你的角色',
  transport: '传输',
  seed: '种子',
  'user agent': '对端的 user agent',
  'garbage sent': '你的 garbage',
  'garbage received': '对端 garbage',
  'decoys sent': '你的 decoy 数',
  'decoys received': '对端 decoy 数',
  'key sent': '你的 ElligatorSwift 公钥',
  'key received': '对端 ElligatorSwift 公钥',
  'session id': 'session id',
  'packets sent': '你的数据包数',
  'packets received': '对端数据包数',
  state: '会话状态',
  failure: '失败原因',
}

const origins: Compare['values']['origins'] = { live: '实时', simulated: '模拟', recorded: '录制' }

const phases: Compare['rows']['phases'] = {
  'key exchange': '密钥交换',
  garbage: 'garbage',
  'version negotiation': '版本协商',
  application: '应用',
  unread: '未解读：仅有线上字节',
}

const differences: Compare['rows']['differences'] = {
  size: '大小',
  garbage: 'garbage',
  AAD: 'AAD',
  epoch: 'epoch',
  summary: '内容',
}

const which: Compare['which'] = { current: '当前会话', previous: '上一个会话' }

export const compare: Compare = {
  title: '两个会话并排对比',
  sides: { left: '左侧', right: '右侧' },
  which,
  sessions: {
    simulated: (seed) => `模拟，种子 ${seed}`,
    demo: '与演示节点',
    inbound: '与主动连接的节点',
    live: (peer) => `与 ${peer}`,
    recorded: (what, when) => (when === undefined ? what : `${what} · ${when}`),
  },
  chosen: (name, session) => `${which[name]} · ${session}`,
  recordings: '打开录制',
  file: '文件…',
  fileFor: { left: '左侧：从文件打开录制', right: '右侧：从文件打开录制' },
  swap: '交换左右',
  kept: '新打开的会话取代所选一侧的会话，另一侧保持不变。',
  facts: {
    title: '设置与结果',
    fact: '项目',
    difference: '差异',
    names,
    count: (differing, all) => `${count(all)} 项中有 ${count(differing)} 项不同`,
  },
  values: {
    none: '无',
    simulatedPeer: '模拟对端',
    demo: '演示节点',
    inbound: '主动连接的节点',
    bytes,
    origins,
    roles: { initiator: '发起方', responder: '响应方' },
    standings: {
      connecting: '正在连接',
      handshake: '正在握手',
      established: '已建立',
      failed: '失败',
      closed: '已关闭',
    },
  },
  same: '相同',
  differs: '不同',
  rows: {
    title: '线路',
    count: (differing, all) => `${count(all)} 行中有 ${count(differing)} 行不同`,
    onlyDifferent: '只看差异',
    times: '按阶段与方向对齐；时间只显示，不作为差异标记',
    phases,
    differences,
    list: (listed) => listed.join('、'),
    only: { left: '仅左侧有', right: '仅右侧有' },
    missing: { left: '左侧没有', right: '右侧没有' },
    equal: '这里没有差异。',
    nothing: '线路上还没有任何内容。',
    more: (n) => `再显示 ${count(n)} 行`,
    rest: (left, right) =>
      `只对比握手以及其后的前一部分消息；左侧还有 ${count(left)} 条、右侧还有 ${count(right)} 条未作对比。`,
    later: (offset) => `${offset} 秒`,
    laterWhy: '右侧比左侧晚多久经过线路',
    aad: (n) => `AAD ${bytes(n)}`,
    garbage: (n) => `位于 ${bytes(n)} garbage 之后`,
    epoch: (n) => `epoch ${count(n)}`,
    toSession: '在其会话中显示',
  },
  few: {
    title: '只有一个会话',
    none: '还没有会话。',
    why: '这里把上一个会话与当前会话并排显示。目前只有当前会话：请再来一次，或打开一个录制与之对比。',
    again: '再来一次',
  },
}
