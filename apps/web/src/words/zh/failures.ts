/** Words of the page in Chinese: what ended a session, and what was refused. */

import type { RefusalCode, SessionErrorCode } from '@v2scope/recording'
import { byCode } from '../by-code.js'
import type { Words } from '../words.js'
import { advice, UNKNOWN_CODE } from './failure-advice.js'

const what: Readonly<Record<SessionErrorCode, string>> = {
  V1_OTHER_NETWORK: '对端发来的是另一个网络的 v1 消息。',
  V1_BAD_MAGIC: '对端的 v1 消息不是以该网络的 magic 开头。',
  V1_PAYLOAD_TOO_LARGE: '对端的 v1 消息声明的载荷超过了允许的上限。',
  GARBAGE_TERMINATOR_MISSING:
    '缺少 garbage terminator：对端在其公钥之后发送的字节已达上限，其中没有结束 garbage 的那 16 个字节。对端可能在另一个网络上（双方派生的密钥因此不同），也可能不是 v2 对端。',
  PACKET_TOO_LARGE: '对端的一个数据包声明的长度超过了允许的上限。',
  AUTHENTICATION_FAILED:
    '对端的一个数据包未能通过认证：途中有比特被改动，或者对端使用的是别的密钥。',
  CLOSED_BEFORE_KEY:
    '对端什么都没发送就立即关闭了连接：它不支持 v2，或者不想要这个连接。v1 连接（不加密）或许可行。',
  CLOSED_IN_HANDSHAKE: '对端在握手期间关闭了连接。',
  CLOSED_IN_PACKET: '对端在一个数据包的中间关闭了连接。',
  HANDSHAKE_TIMEOUT: '握手没有在规定的时间内完成。',
  VERSION_TIMEOUT: '传输已经建立，但对端的 version 和 verack 没有在规定的时间内到达。',
  PEER_SILENT: '对端已经很久没有发送任何内容。',
  PING_TIMEOUT:
    '对端很久没有回应 ping。如果仍有字节到来，可能是被改动的长度字段使它们成了一个没有尽头的数据包的一部分。',
  CLOSED_IN_VERSION_HANDSHAKE:
    '传输已经建立，但对端在交换 version 和 verack 之前关闭了连接。它可能不想要这个连接；原因见它的日志。',
  RELAY_1000: '连接尚未建立，对端就关闭了它。',
  RELAY_1001: '桥接服务正在关闭，因此结束了连接。',
  RELAY_1003: '桥接服务只接收字节，却收到了文本。',
  RELAY_1006: '与桥接服务的连接中断了。',
  RELAY_1008: '发给桥接服务的一条消息被分成了太多片段。',
  RELAY_1009: '一次发给桥接服务的内容超过了它接受的上限。',
  RELAY_1011: '桥接服务自身出了故障。',
  RELAY_4400: '桥接服务无法理解对端的地址。',
  RELAY_4401: '桥接服务需要凭证，但凭证缺失或无效。',
  RELAY_4403: '桥接服务不允许连接这个对端。',
  RELAY_4404: '桥接服务没有这个名称的对端。',
  RELAY_4408: '桥接服务拨号时，对端没有应答。',
  RELAY_4409: '配额已用完：此连接的，或你的凭证的。',
  RELAY_4410: '入站连接已经不在了。',
  RELAY_4420: '你与此桥接服务的连接太多。',
  RELAY_4429: '此对端的连接数已达到桥接服务允许的上限。',
  RELAY_4502: '桥接服务无法连接到对端。',
  RELAY_4503: '连接尚未建立，对端就重置了它。',
  RELAY_4504: '连接停滞：有一方太久没有读取任何内容。',
  RELAY_4505: '连接闲置太久。',
  RELAY_4506: '连接已达到桥接服务规定的最长时间。',
  FIRST_BYTE_TIMEOUT: '桥接服务结束了连接：你的第一个字节没有及时到达。',
  BRIDGE_FULL: '桥接服务的连接数已达到上限。',
  PAGE_REFUSED: '桥接服务不接受打开此页面所用的地址。',
  UPGRADE_REFUSED:
    '桥接服务在运行，却无法与它建立连接。很可能它不接受打开此页面所用的地址（Host、Origin），或者它前面的代理不放行 WebSocket，或者当时它已满。',
  NO_BRIDGE: '无法连接到桥接服务：应有桥接服务的地方没有桥接服务应答。',
  RELAY_SILENT: '桥接服务没有及时建立与对端的连接，也没有说明原因。',
  RELAY_PROTOCOL: '以桥接服务身份应答的程序不使用中继的协议。',
  BAD_SETTINGS: '无法按这样的设置启动会话。',
  UNEXPECTED: '页面自身出错了。',
}

const refusals: Readonly<Record<Exclude<RefusalCode, keyof typeof what>, string>> = {
  NOT_READY: '现在还不能这样做：须等待连接建立，并交换 version 和 verack。',
  SESSION_OVER: '此会话已结束；请启动另一个会话。',
  RECORDING: '这是录制，无法发送任何内容。',
  TOO_MUCH_HELD: '已扣留的内容太多，不再接受新的内容；请先放行一部分。',
  TOO_MUCH_WAITS: '等待发送的内容太多，不再接受新的内容；请稍候，或让每次发送的字节更多。',
  ONLY_FROM_THE_START: '这只能在会话开始时进行；请用这样的设置重新启动会话。',
  PLACE_PASSED: '已经太晚了：那个位置的字节已经过去了。',
  BAD_ARGUMENT: '给出的值不在允许的范围内。',
  BAD_PRIVATE_KEY: '私钥无效。',
  BAD_RANDOM_SOURCE: '随机数来源无效。',
  BAD_MESSAGE_TYPE: '消息类型无效。',
  X_NOT_ON_CURVE: '这个 x 坐标不在曲线上。',
  GARBAGE_TOO_LONG: 'garbage 太长。',
  CONTENTS_TOO_LONG: '一个数据包容纳不下这么多内容。',
  KEYS_NOT_DERIVED: '密钥尚未派生：还不能发送数据包。',
  NOT_V2: '此连接不是 v2。',
  ALREADY_ENDED: '连接已经结束。',
  TRUNCATED: '载荷在字段结束之前就结束了。',
  NON_CANONICAL_SIZE: 'CompactSize 比其数值所需的更长。',
  TOO_MANY: '数量超过了协议允许的上限。',
  TOO_LONG: '长度超过了协议允许的上限。',
  BAD_VALUE: '字段不能取这个值。',
}

const unknown = (code: string): string => `会话失败，代码为 ${code}。`

export const failures: Words['failures'] = {
  what: (code) => byCode(what, code) ?? unknown(code),
  advice: (code) => byCode(advice, code) ?? UNKNOWN_CODE,
  refusal: (code) => byCode(refusals, code) ?? byCode(what, code) ?? unknown(code),
}
