/** Words of the page in Chinese: what the address asks for in vain, seeds, and session ids. */

import type { AddressProblem, AddressUnit } from '../../session/address-problem.js'
import { MOST_SEED } from '../../session/seed.js'
import { SESSION_ID_DIGITS, type SessionIdComparison } from '../../session/session-id.js'
import type { Words } from '../words.js'
import { setup } from './setup.js'

const seedRule = `1 到 ${MOST_SEED} 个可打印字符。`

const most: Record<AddressUnit, (n: number) => string> = {
  bytes: (n) => `最多 ${n} 字节。`,
  decoys: (n) => `最多 ${n} 个 decoy。`,
  seconds: (n) => `最多 ${n} 秒。`,
  events: (n) => `事件编号最大为 ${n}。`,
}

const onlySimulated = {
  role: '其他情况下，发起连接的一方是 initiator',
  seed: '其他对端使用自己的随机数',
}

function problem(wrong: AddressProblem): string {
  switch (wrong.code) {
    case 'NOT_A_WHOLE_NUMBER':
      return `${wrong.name}=${wrong.value}：应为 0 到 ${wrong.most} 的整数。`
    case 'TOO_MUCH':
      return `${wrong.name}=${wrong.value}：${most[wrong.unit](wrong.most)}`
    case 'ONLY_SIMULATED':
      return `${wrong.name}=${wrong.value}：仅适用于 peer=simulated；${onlySimulated[wrong.name]}。`
    case 'BAD_SEED':
      return `seed=${wrong.value}：应为 ${seedRule}`
    case 'BAD_MAGIC':
      return `magic=${wrong.value}：应为 4 个字节的十六进制，例如 fabfb5da。`
    case 'BAD_ROLE':
      return `role=${wrong.value}：应为 initiator 或 responder。`
    case 'BAD_HOLD':
      return `hold=${wrong.value}：应为 0 或 1。`
    case 'BAD_FIELD':
      return `field=${wrong.value}：应为字段在树中的位置，例如 3.0.1。`
    case 'BAD_BYTES':
      return `bytes=${wrong.value}：应为 wire 或 plain，加上首字节和末字节，例如 wire:5-9。`
    case 'NO_SUCH_NETWORK':
      return `network=${wrong.value}：应为 ${wrong.known.join('、')} 或 custom。`
    case 'BAD_NODE':
      return `peer=${wrong.value}：${setup.node.problems[wrong.problem]}。`
    case 'BAD_TICKET':
      return 'ticket：凭证不完整，或者根本不是凭证；已将它从地址中移除。请重新索取链接。'
    case 'MAGIC_MISSING':
      return 'network=custom：还需要给出 magic，例如 magic=fabfb5da。'
    case 'OTHER_MAGIC':
      return `network=${wrong.network}：与 magic=${wrong.magic} 不一致；以 magic 为准。`
    case 'RECORDING_MISSING':
      return 'recording：它是从文件打开的，或缺少 url=；请重新打开文件。'
    case 'NO_SUCH_PAGE':
      return `#/${wrong.route}：没有这个页面；现在显示的是会话页面。`
  }
}

function comparison(compared: SessionIdComparison): string {
  switch (compared.result) {
    case 'match':
      return '双方一致：中间没有人。'
    case 'mismatch':
      return `不一致（从第 ${compared.at + 1} 位开始不同）：这是另一个连接的 id，或者有人处在中间。`
    case 'none':
      return `粘贴的 ${compared.of} 个 id 都不是本会话的：它们属于其他连接，或者有人处在中间。`
    case 'incomplete':
      return incomplete(compared.why)
  }
}

function incomplete(why: Extract<SessionIdComparison, { result: 'incomplete' }>['why']): string {
  switch (why.code) {
    case 'NOTHING':
      return '请粘贴对端显示的 session_id。'
    case 'NO_ID':
      return '其中没有带 session_id 的连接：v1 连接没有 id。'
    case 'NO_DIGIT':
      return `“${why.character}”不是十六进制数字：session id 由 ${SESSION_ID_DIGITS} 个 0–9、a–f 组成。`
    case 'LENGTH':
      return `现有 ${why.digits} 位十六进制数字；session id 共 ${SESSION_ID_DIGITS} 位。`
  }
}

export const session: Words['session'] = { seedRule, problem, comparison }
