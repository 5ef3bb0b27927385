/** Words of the page in Chinese: each of the Lab's faults, and what is done. */

import type {
  FaultPlan,
  Interference,
  Misbehaviour,
  PacketPart,
  Place,
  StreamPart,
} from '@v2scope/lab'
import { count, interval } from '../../ui/parts/format.js'

const PARTS: Record<PacketPart, string> = {
  'length field': '长度字段',
  header: '头部',
  contents: '内容',
  tag: 'tag',
}

/** @param first a packet that is not named by its number */
function placeName(where: Place, first: string): string {
  switch (where.at) {
    case 'byte':
      return `数据流的第 ${count(where.offset)} 字节`
    case 'key':
      return '公钥'
    case 'garbage':
      return 'garbage'
    case 'terminator':
      return 'garbage terminator'
    case 'packet': {
      const packet = `第 ${count(where.number)} 号数据包`
      return where.part ? `${packet}的${PARTS[where.part]}` : packet
    }
    case 'next packet':
      return where.part ? `${first}的${PARTS[where.part]}` : first
  }
}

/** Latin letters and digits stand apart from Chinese ones. */
const spaced = (text: string): string =>
  text
    .replace(/([A-Za-z0-9])(?=\p{Script=Han})/gu, '$1 ')
    .replace(/(\p{Script=Han})(?=[A-Za-z0-9])/gu, '$1 ')

function wireName(where: Place, what: Interference): string {
  const place = placeName(where, '数据包')
  switch (what.kind) {
    case 'flip': {
      const [bit = 0] = what.bits
      if (what.bits.length > 1) return `翻转${place}的 ${count(what.bits.length)} 个比特`
      const isLength = 'part' in where && where.part === 'length field'
      return isLength ? `翻转${place}的第 ${bit} 位` : `翻转${place}的一个比特`
    }
    case 'truncate':
      return `在${place}中间切断连接`
    case 'drop':
      return what.length === undefined
        ? `丢掉${place}`
        : `丢掉${place}的 ${count(what.length)} 字节`
    case 'duplicate':
      return `把${place}送达两次`
    case 'reorder':
      return where.at === 'packet' || where.at === 'next packet'
        ? '对调两个数据包'
        : `把${place}与其后的内容对调`
    case 'replay':
      return `稍后重放${place}`
    case 'insert':
      return `在${place}之前插入 ${count(what.bytes.length)} 字节`
    case 'delay':
      return `把${place}推迟 ${interval(what.ms)}`
    case 'fragment':
      return what.size === 1 ? '一次只送达一个字节' : `拆成每段 ${count(what.size)} 字节送达`
  }
}

function wireDone(where: Place, what: Interference): string {
  const place = placeName(where, '握手之后的第一个数据包')
  switch (what.kind) {
    case 'flip':
      return what.bits.length === 1
        ? `翻转了${place}的第 ${what.bits[0]} 位`
        : `翻转了${place}的 ${count(what.bits.length)} 个比特`
    case 'truncate':
      return `只放行${place}的前 ${count(what.keep)} 字节，然后结束这个方向，就像发送方关闭了连接`
    case 'drop':
      return what.length === undefined
        ? `丢掉了${place}`
        : `丢掉了${place}的前 ${count(what.length)} 字节`
    case 'duplicate':
      return `把${place}接连送达两次`
    case 'reorder':
      return `把${place}与其后的内容对调`
    case 'replay':
      return `在又有 ${count(what.after)} 个数据包通过之后，把${place}再送一次`
    case 'insert':
      return `在${place}之前加入 ${count(what.bytes.length)} 字节`
    case 'delay':
      return `把${place}及其后的一切扣留 ${interval(what.ms)}`
    case 'fragment':
      return `把${place}及其后的一切拆成每段 ${count(what.size)} 字节送达`
  }
}

const MISBEHAVIOURS: Record<Misbehaviour, string> = {
  'wrong garbage': '与所担保的不同的 garbage',
  'no AAD': '没有数据包担保的 garbage',
  'wrong terminator': '错误的 garbage terminator',
  'garbage of 4096': '4,096 字节的 garbage',
  'oversized packet': '4,000,014 字节的数据包',
  'reserved header bits': '置位的头部保留位',
  'version packet with contents': '带内容的 version packet',
  'wrong network magic': '另一个网络的密钥',
  'v1 instead of v2': '以 v1 代替 v2',
  'early answer': '过早发出的公钥',
  'private key used twice': '用了两次的私钥',
}

function misdeed(misbehaviour: Misbehaviour, isUs: boolean): string {
  const who = isUs ? '你' : '对端'
  switch (misbehaviour) {
    case 'wrong garbage':
      return `${who}发出一段 garbage，却在第一个数据包里为另一段担保。`
    case 'no AAD':
      return `${who}发出 garbage，但第一个数据包没有附加数据，不为它担保。`
    case 'wrong terminator':
      return `${who}在该发 garbage terminator 的地方发出另外 16 个字节，其余一切正确。`
    case 'garbage of 4096':
      return `${who}发出的 garbage 比允许的 4,095 字节多一个字节。`
    case 'oversized packet':
      return `${who}发出一个 decoy，其内容比 4,000,013 字节多一个字节；加密与认证都没有错。`
    case 'reserved header bits':
      return `${who}把每个头部里本应为 0 的七个比特都置为 1。`
    case 'version packet with contents':
      return `${who}在目前为空的 version packet 里放入了内容。`
    case 'wrong network magic':
      return `${who}用另一个网络的 magic 派生密钥。`
    case 'v1 instead of v2':
      return `${who}只会说 v1，即没有加密的旧协议。`
    case 'early answer':
      return isUs
        ? '你的公钥以 v1 消息开头的那 4 个字节开始，其余部分稍后才到：在此之前的应答就是过早的。'
        : '连接刚建立，对端还没有收到你的任何字节，就发出了它的公钥。'
    case 'private key used twice':
      return `${who}使用了此前的会话已经用过的私钥。`
  }
}

export const name = (plan: FaultPlan): string =>
  spaced(
    plan.on === 'peer'
      ? MISBEHAVIOURS[plan.misbehaviour]
      : wireName(plan.fault.where, plan.fault.what),
  )

export function done(plan: FaultPlan): string {
  if (plan.on === 'peer') return misdeed(plan.misbehaviour, plan.place === 'us')
  const { direction, where, what } = plan.fault
  const way = direction === 'sent' ? '从你到对端' : '从对端到你'
  return spaced(`在${way}的途中，线路上一个没有密钥的人${wireDone(where, what)}。`)
}

const STREAM_PARTS: Record<StreamPart, string> = {
  key: '公钥',
  garbage: 'garbage',
  terminator: 'garbage terminator',
  'length field': '长度字段',
  header: '头部',
  contents: '内容',
  tag: 'tag',
  'v1 header': 'v1 消息的头部',
  'v1 payload': 'v1 消息的载荷',
  unknown: '无从得知是什么的地方',
}

export const part = (of: StreamPart, packet: number | undefined): string =>
  spaced(
    packet === undefined
      ? `位于${STREAM_PARTS[of]}`
      : `位于第 ${count(packet)} 号数据包的${STREAM_PARTS[of]}`,
  )
