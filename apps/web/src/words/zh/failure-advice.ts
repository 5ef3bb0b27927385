/** Words of the page in Chinese: what to do about whatever ended a session. */

import type { SessionErrorCode } from '@v2scope/recording'

const AGAIN = '按“再来一次”启动全新的会话。'
const SIMULATED_OR_BRIDGE =
  '请选择“模拟”对端（不需要桥接服务），或者启动桥接服务（npm start）并打开它显示的地址。'
const ASK_OPERATOR = '请询问桥接服务的运营者，或选择另一个对端。'
const NETWORK = '请选择对端所在的网络。'

/** For codes of a bridge, or of something before it, that is newer than this page. */
export const UNKNOWN_CODE = `此页面不认识这个代码。${AGAIN}如果仍然如此，请重新加载页面。`

export const advice: Readonly<Record<SessionErrorCode, string>> = {
  V1_OTHER_NETWORK: NETWORK,
  V1_BAD_MAGIC: `${NETWORK}它的 v1 消息以该网络的 magic 开头。`,
  V1_PAYLOAD_TOO_LARGE: `没有节点会发送这么大的消息。对端有故障，或者它不是比特币节点。${AGAIN}`,
  GARBAGE_TERMINATOR_MISSING: `对端可能在另一个网络上：${NETWORK}${AGAIN}如果仍然如此，说明对端不支持 v2。`,
  PACKET_TOO_LARGE: `遵守协议的对端不会发送这么大的数据包；被改动的长度字段也会表现成这样。${AGAIN}`,
  AUTHENTICATION_FAILED: `你与对端之间有什么改动了字节，或者对端有故障。${AGAIN}如果在同一路径上再次发生，请不要信任这条路径。`,
  CLOSED_BEFORE_KEY:
    '对端很可能只支持 v1。可以尝试 v1：它不加密，途中任何人都能读取和改动。或者在节点上启用 v2（v2transport=1）。',
  CLOSED_IN_HANDSHAKE: `请确认这是支持 v2 的比特币节点；它的日志会说明为何断开。它可能在另一个网络上：${NETWORK}${AGAIN}`,
  CLOSED_IN_PACKET: `连接在一个数据包的中间中断，该数据包没有交付。${AGAIN}`,
  HANDSHAKE_TIMEOUT: `请确认这是支持 v2 的比特币节点。它可能在另一个网络上：${NETWORK}${AGAIN}`,
  VERSION_TIMEOUT: `加密正常，但节点没有自报版本；它可能正忙，或正在启动。${AGAIN}`,
  PEER_SILENT: `对端已经离线，或通往它的路径已经中断。${AGAIN}`,
  PING_TIMEOUT: `对端不再应答。${AGAIN}`,
  CLOSED_IN_VERSION_HANDSHAKE: `节点不想要这个连接：它可能已满，或封禁了此地址。原因见它的日志。${AGAIN}`,
  RELAY_1000: `还没来得及说话，对端就关闭了连接。请确认它是正在运行的比特币节点。${AGAIN}`,
  RELAY_1001: '桥接服务正在结束或重启。等它恢复运行后，按“再来一次”。',
  RELAY_1003: '此页面与桥接服务不匹配。请重新加载页面；如果仍然如此，请让两者使用同一版本。',
  RELAY_1006: '请确认桥接服务仍在运行，再按“再来一次”。“模拟”对端不需要桥接服务。',
  RELAY_1008:
    '此页面不会发送这样的消息。请重新加载页面；如果仍然如此，请检查页面与桥接服务之间有什么。',
  RELAY_1009: `请减少一次发送的内容：桥接服务不接受这么大的帧。${AGAIN}`,
  RELAY_1011: `请告诉桥接服务的运营者：它的日志里写着发生了什么。${AGAIN}`,
  RELAY_4400: '请将地址写成 HOST:PORT，或从列表中选择对端。',
  RELAY_4401: '请向桥接服务的运营者索取新的凭证，或带凭证的链接，然后粘贴在这里。',
  RELAY_4403: `请从列表中选择对端：还能连接哪些地址由桥接服务的运营者决定。${ASK_OPERATOR}`,
  RELAY_4404: '请从列表中选择对端。要提供自己的节点，请用 --node NAME=HOST:PORT 启动桥接服务。',
  RELAY_4408: `请确认节点正在运行，且桥接服务能够到达它（地址、防火墙）。${AGAIN}`,
  RELAY_4409:
    '如果用完的是此连接的配额，请按“再来一次”。如果是凭证的配额，请向桥接服务的运营者索取新的凭证。',
  RELAY_4410: '先前通知的连接已经不在了。请等待下一个。',
  RELAY_4420:
    '请先关闭你与此桥接服务的其他会话，或等一分钟，再按“再来一次”。同一路由器后面的所有人算作一个。',
  RELAY_4429: '连接到此对端的会话太多。请稍候再按“再来一次”，或选择另一个对端。',
  RELAY_4502: `请确认节点正在运行，且桥接服务的 --node 选项中它的地址正确。${AGAIN}`,
  RELAY_4503: `还没来得及说话，对端就重置了连接。请确认它是比特币节点。${AGAIN}`,
  RELAY_4504: `有一方太久没有读取：桥接服务会说明是哪一方。${AGAIN}`,
  RELAY_4505: `太久没有发送任何内容，桥接服务因此结束了连接。${AGAIN}`,
  RELAY_4506: `一切正常：桥接服务限制每个连接的时长。${AGAIN}`,
  FIRST_BYTE_TIMEOUT:
    '如果开始时就开启了 Hold，请早些放行你的公钥，之后就不必着急。你自己的桥接服务（npm start）会一直等待。',
  BRIDGE_FULL: '请稍候再按“再来一次”。“模拟”对端不需要桥接服务。',
  PAGE_REFUSED:
    '请在桥接服务给出的地址打开此页面。如果应当能从当前地址访问它，须由运营者设置（--origin）。',
  UPGRADE_REFUSED:
    '请在桥接服务显示的地址打开此页面；如果它在代理后面，启动时须用 --origin 给出该地址。如果它已满，请稍候再按“再来一次”。',
  NO_BRIDGE: SIMULATED_OR_BRIDGE,
  RELAY_SILENT: `桥接服务或它前面的某个环节没有响应。${AGAIN}如果仍然如此，请重启桥接服务。`,
  RELAY_PROTOCOL: `在此地址应答的不是此页面的桥接服务。${SIMULATED_OR_BRIDGE}`,
  BAD_SETTINGS: '请更正会话的设置，然后重新启动。',
  UNEXPECTED: `这是页面自身的错误；请附上英文原文报告。${AGAIN}`,
}
