/**
 * Every word of the page, in Chinese. One word for one thing:
 *
 * peer 对端 · node 节点 · session 会话 · simulated 模拟 · recording 录制 · bridge 桥接服务 · relay 中继 ·
 * packet 数据包 · message 消息 · wire 线路（线上字节） · field 字段 · length field 长度字段 · header 头部 ·
 * contents 内容 · payload 载荷 · message type 消息类型 · offset 偏移 · rule 规则 · handshake 握手 ·
 * key 密钥 · public key 公钥 · private key 私钥 · secret 秘密值 · key schedule 密钥派生 · rekey 密钥更新 ·
 * shared secret 共享密钥 · short id 短 ID · initiator 发起方 · responder 响应方 · you, ours 你 ·
 * seed 种子 · block 区块 · header of a block 区块头 · transaction 交易 · hash 哈希 · pane 窗格 ·
 * unauthenticated 未经认证 · release 放行 · keystream 密钥流 ·
 * again 再来一次 · compact block 致密区块 · compact filter 致密过滤器 · eavesdropper 窃听者 · segment 报文段 ·
 * burst 突发 · tick 时间片 · classifier 分类器 · chance 碰运气 · entropy 熵
 *
 * In English, as Chinese writing on Bitcoin has them: BIP324, ElligatorSwift, garbage, garbage
 * terminator, decoy, version packet, ignore bit, HKDF, ECDH, PRK, AAD, nonce, tag, epoch, session id,
 * Hold, and the types of messages. Where the glossary explains a Chinese word, the English one stands
 * beside it in brackets.
 */

import type { Words } from '../words.js'
import { compare } from './compare.js'
import { composer } from './composer.js'
import { details } from './details.js'
import { explain } from './explain.js'
import { failures } from './failures.js'
import { footer } from './footer.js'
import { header } from './header.js'
import { hold } from './hold.js'
import { keys } from './keys.js'
import { ladder } from './ladder.js'
import { messages } from './messages.js'
import { packets } from './packets.js'
import { palette } from './palette.js'
import { parts } from './parts.js'
import { recording } from './recording.js'
import { screens } from './screens.js'
import { session } from './session.js'
import { setup } from './setup.js'
import { state } from './state.js'
import { stepping } from './stepping.js'

export const zh: Words = {
  compare,
  composer,
  details,
  explain,
  failures,
  footer,
  header,
  hold,
  keys,
  ladder,
  messages,
  packets,
  palette,
  parts,
  recording,
  screens,
  session,
  setup,
  state,
  stepping,
}
