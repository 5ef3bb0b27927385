/** Words of the page in Chinese: how the session stands. */

import type { Words } from '../words.js'

const steps: Words['state']['steps'] = {
  connected: '已连接',
  keys: '密钥',
  garbage: 'garbage',
  'version packet': 'version packet',
}

const ends: Words['state']['ends'] = {
  'to come': '已加密，对端未经认证',
  encrypted: '已加密，对端未经认证',
  'not encrypted': '未加密',
  closed: '已关闭',
  failed: '失败',
}

const ended: Words['state']['ended'] = {
  us: '已由你关闭',
  peer: '已由对端关闭',
  closed: '已由对端关闭（FIN）',
  reset: '已被重置（RST）',
}

const spoken: Words['state']['spoken'] = {
  connecting: '正在连接',
  listening: '正在等待节点连接',
  handshake: '正在握手',
  encrypted: '已建立：已加密，对端未经认证',
  'not encrypted': '已建立：未加密',
  failed: '会话失败',
  closed: '会话已关闭',
}

export const state: Words['state'] = {
  label: '会话状态',
  compare: '比对',
  phase: '阶段',
  connecting: '正在连接',
  listening: '正在等待节点',
  steps,
  ends,
  ended,
  spoken,
  spokenEqual: (said) => `${said}；双方的 session id 一致`,
  spokenDifferent: (said) => `${said}；双方的 session id 不同：有人处在中间`,
  id: {
    label: 'session id',
    later: '收到 version packet 之后才有',
    never: '无：没有出现 version packet',
    v1: '无：v1 没有可用来派生它的密钥',
    leftOut: '未包含：只有线上字节的人无法得知',
  },
  comparing: {
    sameShort: 'id 一致',
    differentShort: 'id 不同',
    own: '与模拟对端自己的 id 比对',
    with: '比对：',
    paste: '粘贴对端的 session id',
    label: '对端的 session id',
    asking: (who) => `正在向${who}询问其 id…`,
    equal: (who) => `${who}报告的 id 一致`,
    different: (who) =>
      `${who}报告的 id 不同。有人处在中间：双方各自与此人加密通信，而不是彼此之间`,
    unavailable: (who) => `${who}没有报告其 id`,
    simulated: '模拟对端',
    demo: '演示节点',
  },
  peer: {
    transport: '传输',
    transports: { detecting: '检测中', v1: 'v1', v2: 'v2' },
    protocol: (version) => `协议版本 ${version}`,
    height: (height) => `高度 ${height}`,
  },
}
