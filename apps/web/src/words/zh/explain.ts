/** Words of the page in Chinese: what each field and each rule is, one sentence what and one why. */

import type { FactKind, Row, ShownField } from '../../ui/explanations.js'
import type { Explanation } from '../en/explain.js'
import type { Words } from '../words.js'

const fields: Record<ShownField, Explanation> = {
  u: {
    what: 'ElligatorSwift 公钥的前半部分：一个小于 2²⁵⁶ 的数。',
    why: '任意 32 字节在这里都有效，因此无法把它与随机数据区分开。',
  },
  t: {
    what: '公钥的后半部分：与 u 一起解码得到曲线上某个点的 x 坐标。',
    why: '许多组 u 和 t 对应同一个 x，发送时从中随机选取一组。',
  },
  garbage: {
    what: '内容任意的字节，0 到 4,095 个。',
    why: '它隐藏了公钥在哪里结束，使握手没有可供识别的固定长度。',
  },
  'garbage terminator': {
    what: '双方从共享密钥派生出的 16 字节。',
    why: '它标出 garbage 在哪里结束，而且只有通信双方能知道它。',
  },
  'length field': {
    what: '内容的字节数：3 字节小端序整数，用单独的密钥加密。',
    why: '接收方需要在其余部分到达之前知道长度；加密之后，旁观者从中得不到任何信息。',
  },
  header: {
    what: '一个字节；最高位是 ignore bit，其余各位为 0。',
    why: 'ignore bit 使数据包成为 decoy：先经过认证，然后被丢弃。',
  },
  'message type': {
    what: '说明这是哪种消息：一个字节的短 ID，或者 00 加 12 字节 ASCII。',
    why: '常见类型只占一个字节，而 v1 的每条消息都要花费十二个字节。',
  },
  payload: {
    what: '消息所表达的内容。',
    why: '它与 v1 中完全相同：传输层不改变内容，只改变传送的方式。',
  },
  'version contents': {
    what: 'version packet 的内容，目前为空。',
    why: '以后的版本放在这里的任何内容，不认识它的一方都应忽略。',
  },
  'decoy contents': {
    what: '填充内容：没有任何含义，会被忽略。',
    why: '它改变旁观者所看到的大小和时间规律。',
  },
  'rejected contents': {
    what: '不含有效消息类型的内容。',
    why: '消息被拒绝而连接保持：数据包本身是真实的。',
  },
  tag: {
    what: '对头部、内容和附加数据计算的 16 字节 Poly1305。',
    why: '没有密钥就无法算出它，因此任何一个字节被改动都会被发现。',
  },
  ciphertext: {
    what: '从未被解开的加密字节。',
    why: '数据包没有完整到达，或者没有通过认证。',
  },
  'incomplete key': {
    what: '公钥的开头部分：本应有 64 字节。',
    why: '只凭一部分公钥无法派生任何东西。',
  },
  'v1 bytes': {
    what: 'v1 消息的开头：网络 magic、“version”以及若干个零。',
    why: '同时接受两种协议的节点，靠这 16 个字节认出 v1 对端。',
  },
  'unread bytes': {
    what: '在线路上传输的原始字节：garbage、terminator 或数据包，只有线路数据的人无法区分。',
    why: '这份录制只包含线路数据；长度也是加密的，连数据包在哪里结束都看不出来。',
  },
  'not read': {
    what: '失败之后到达的字节，或者没有规则能解释的字节。',
    why: '其中的任何内容都不得交付给上层。',
  },
  magic: {
    what: '标识网络的四个字节，以明文发送。',
    why: '路径上的任何人都能凭它看出这是比特币流量。',
  },
  'payload length': {
    what: '载荷的字节数，以明文发送。',
    why: '在 v1 中，旁观者能读到每条消息的大小。',
  },
  checksum: {
    what: '对载荷做两次 SHA-256 后的前 4 个字节。',
    why: '它能发现偶然的错误，但任何改动载荷的人都可以重新计算它。',
  },
}

const facts: Record<FactKind, Explanation & { readonly name: string }> = {
  nonce: {
    name: 'nonce',
    what: '加密这个数据包所用的 12 字节：先是它在本 epoch 中的序号，然后是 epoch。',
    why: '同一密钥若用同一个 nonce，就会暴露两个数据包的差异，因此任何两个数据包的 nonce 都不相同。',
  },
  key: {
    name: '密钥',
    what: '加密并认证这个数据包的密钥，以及它已被更新的次数。',
    why: '两个方向各有自己的密钥，因此一方发出的内容无法被原样送回给它。',
  },
  aad: {
    name: 'AAD',
    what: '附加数据：由 tag 担保，但数据包本身并不携带。',
    why: 'garbage 在还没有密钥时就已发出：由同一方的第一个数据包来认证它。',
  },
  'found at': {
    name: '发现位置',
    what: 'terminator 之前有多少字节的 garbage。',
    why: '没有任何东西说明 garbage 有多长，因此要在每个偏移处寻找 terminator。',
  },
  value: {
    name: '取值',
    what: '这 16 个字节的来源：HKDF-Expand 在 garbage_terminators 下给出的结果的一半。',
    why: '双方都从共享密钥派生出它，因此不必以可读的形式发送。',
  },
  number: {
    name: '序号',
    what: '这是本方向的第几条消息，从 0 开始计数。',
    why: 'v1 自身并不计数：中间少了一条消息也不会被发现。',
  },
  failure: {
    name: '失败',
    what: '这些字节错在哪里。',
    why: '连接在第一个违反规则的字节处结束，并且不交付其中的任何内容。',
  },
}

const rules: Record<Row, string> = {
  H1: '发起方一次性发送自己的 64 字节公钥和至多 4,095 字节的 garbage。',
  H2: '只要收到的内容仍可能来自 v1 对端，响应方就不发送任何内容。',
  H3: '来自其他网络的 v1 对端会被拒绝，并指明它属于哪个网络。',
  H4: '一方拿到另一方的公钥后，不必等待，立即发送自己的 terminator、decoy 和 version packet。',
  H5: '在公钥之后的 4,111 字节内，逐个偏移寻找 terminator。',
  H6: '一方的 garbage 由它的第一个数据包认证，不论该数据包是否为 decoy。',
  H7: 'version packet 是第一个不是 decoy 的数据包；其中的内容会被忽略。',
  H8: '字节可以按任意大小的分段到达。',
  H9: '私钥为每个连接重新生成，取值在 1 到 N − 1 之间。',
  K1: '共享密钥是对双方公钥和 ECDH x 的 tagged hash。',
  K2: 'HKDF-Extract 用网络的 magic 把密钥绑定到该网络。',
  K3: 'HKDF-Expand 生成六个值，每个 32 字节。',
  K4: '各密钥就绪后，秘密值即被清除。',
  K5: '任意 64 字节都能解码为曲线上的一个 x。',
  K6: '公钥被编码为看起来均匀随机的 64 字节。',
  C1: 'nonce 对数据包计数；每 224 个数据包之后更新密钥。',
  C2: '每个长度取同一密钥流中的 3 字节；每 224 个之后更新密钥。',
  C3: '每个方向都有自己的一组密码器。',
  P1: '数据包由长度、加密的头部和内容、以及 tag 组成：比内容多 20 字节。',
  P2: '头部的第 7 位是 ignore bit：表示 decoy。',
  P3: '节点拒绝超过 4,000,013 字节的内容。',
  P4: '长度本身没有单独认证：被改动的长度可能使数据流停滞。',
  P5: '未通过认证的数据包会使连接终止。',
  A1: '内容由消息类型和载荷组成。',
  A2: '短 ID 表，1 到 28。',
  A3: '后来提议的短 ID，只读取，从不发送。',
  A4: '每个连接只发送一次的类型没有短 ID：占 13 字节。',
  A5: '类型无效的消息会被拒绝；连接保持。',
  A6: '形式有效的未知类型照原样交付。',
  S1: '服务位第 11 位表示节点支持 v2。',
  S2: '在收到你的公钥后立即断开的对端可能只支持 v1，而 v1 不加密；只有在你要求时才会尝试 v1。',
  S3: '只有在对端的 version packet 通过认证之后，传输才算是 v2。',
  S4: '握手有时间限制（默认 60 秒）；此后若 20 分钟没有任何消息，连接即结束。',
  S5: 'session id 是 32 字节的十六进制，与 getpeerinfo 打印的一致。',
}

export const explain: Words['explain'] = {
  fields,
  facts,
  rules,
  ruleAndPlace: (text, row, section) => `${text}\n规则 ${row} · BIP324 §${section}`,
}
