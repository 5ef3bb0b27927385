/** Words of the page in Chinese: why each fault ends as it does, and why the protocol is built so. */

import type { Interference, Misbehaviour } from '@v2scope/lab'
import type { FaultReasons, SealedPart } from '../fault-reasons.js'

const OTHER_SECRET =
  '双方公钥的全部 64 字节都参与计算共享密钥（K1），而任意 64 字节都是有效的公钥（K5）：看不出任何差错，但双方从此派生出不同的密钥，谁也等不到自己要找的 terminator。收到 4,111 字节仍未找到（H5），或者握手的时限已到（S4），才会放弃。如果公钥能与随机字节区分开，审查者同样能把它认出来。'
const VOUCHED =
  'garbage 没有任何含义，但它受到认证：它是同一方第一个数据包的附加数据（H6），该数据包现在通不过认证。因此整个数据流从第一个字节起，要么原样到达，要么连接结束。'
const NO_TERMINATOR =
  '这 16 个字节只有通信双方能知道，别的任何东西都不能结束 garbage。没有它，此后到来的一切都被当作 garbage，直到 4,111 字节（H5），或者握手的时限已到（S4）。'
const COUNTED =
  '双方各自对数据包计数，数据包里没有任何东西说明它是第几个：序号决定它的 nonce（C1），它的长度取密钥流中接下来的 3 字节（C2）。一旦错位，解出的长度可能是 0 到 16,777,215 之间的任何数。四次里有三次会超过 4,000,013，立即被拒绝（P3）；否则接收方会等待永远不会到来的字节（P4）。任何内容都不会被重复、迟到或乱序地交付。'
const LENGTH =
  '长度必须在其余部分到达之前读出，因此它只加密，不单独认证（P4）：被翻转的正是这个数的同一个比特。超过 4,000,013 会立即被拒绝（P3）；太大，接收方会等待不会到来的字节；太小，就会在错误的位置寻找 tag，数据包通不过认证（P5）。无论如何，其中的内容都不会被交付，等待占用的内存也有上限。'
const SEALED =
  '头部和内容作为一个整体加密并认证：只有通信双方能算出 tag，改动一个比特，它就不再相符（P5）。连接立即结束，该数据包的任何内容都不会被交付。v1 只有校验和，任何改动消息的人都能重新算出它。'
const SHIFTED =
  '数据流里没有任何可以重新对齐的标记：连长度也是加密的。从这里开始，每个字节都被当成另一个字节，于是要么长度出错（P3、P4），要么 tag 不相符（P5）。其中的内容都不会被交付。'
const RANDOM_LENGTH =
  '它的前 3 个字节会被当作加密的长度，解出来可能是任何数：超过 4,000,013 会立即被拒绝（P3），否则接收方会等待不会到来的字节（P4）。'
const LATE = `又有数据包通过之后，再来一次的内容会被当作数据包。${RANDOM_LENGTH}`
const MORE_GARBAGE =
  '多出来的也是 garbage。如果 terminator 没有在公钥之后的 4,111 字节之内结束，就不再寻找，否则任何人都能让节点一直找下去（H5）；如果仍能找到，第一个数据包也没有为多出来的字节担保（H6）。'
const CUT_IN_HANDSHAKE = '握手阶段还什么都没有说。途中的人总能结束一个连接；他能做的也仅此而已。'
const CUT_LATER =
  '途中的人总能结束一个连接，任何加密都无法阻止。但半个数据包绝不会被交付：没有 tag，它的任何部分都不算数（P5）。'

const flip: Record<SealedPart, string> = {
  byte: '一个字节是什么取决于它在哪里：先是公钥，然后是 garbage、terminator 和数据包。改动其中任何一个，连接都会结束：改了公钥，密钥就不同（K1）；改了 garbage，第一个数据包通不过认证（H6）；改了数据包，tag 就不相符（P5）。',
  key: OTHER_SECRET,
  garbage: VOUCHED,
  terminator: NO_TERMINATOR,
  packet: SEALED,
  'length field': LENGTH,
  sealed: SEALED,
}

/** Where bytes are missing, or are too many. */
const moved: Record<SealedPart, string> = {
  byte: SHIFTED,
  key: OTHER_SECRET,
  garbage: VOUCHED,
  terminator: NO_TERMINATOR,
  packet: COUNTED,
  'length field': SHIFTED,
  sealed: SHIFTED,
}

const wire: Record<Interference['kind'], Record<SealedPart, string> | string> = {
  flip,
  drop: moved,
  reorder: { ...moved, garbage: SHIFTED, terminator: SHIFTED },
  duplicate: {
    ...moved,
    garbage: MORE_GARBAGE,
    key: `前 64 字节之后的一切都是 garbage，第二份公钥也不例外。${VOUCHED}`,
    terminator: `第一份结束了 garbage；第二份会被当作数据包。${RANDOM_LENGTH}`,
  },
  insert: {
    ...moved,
    garbage: MORE_GARBAGE,
    terminator: `插在 terminator 之前的字节成了 garbage 的结尾。${VOUCHED}`,
    packet: `没有密钥的人造不出数据包。插入的内容会被当作数据包：${RANDOM_LENGTH}`,
  },
  truncate: {
    ...moved,
    byte: CUT_LATER,
    key: '64 字节没有到齐，就没有什么可以应答。这样结束的对端可能只支持 v1，因此页面会带着警告提议改用 v1，但绝不会自行改用（S2）。',
    garbage: CUT_IN_HANDSHAKE,
    terminator: CUT_IN_HANDSHAKE,
    packet: CUT_LATER,
    'length field': CUT_LATER,
    sealed: CUT_LATER,
  },
  replay: {
    byte: LATE,
    key: LATE,
    garbage: LATE,
    terminator: LATE,
    packet: COUNTED,
    'length field': SHIFTED,
    sealed: SHIFTED,
  },
  delay:
    '只有字节的顺序才算数。时间只以耐心的形式起作用：握手 60 秒，此后 20 分钟的沉默（S4）。因此扣留字节并不会改变所说的内容；不过旁观者看得到时间，从中能看出什么，是“窃听者”页面的内容。',
  fragment:
    'TCP 是字节流：途中可以在任何地方断开，因此双方必须能拼合任意大小的分段，小到单个字节（H8）。数据包在哪里结束由它自己的长度决定，与分段无关。',
}

const peer: Record<Misbehaviour, string> = {
  'wrong garbage':
    '一方发出的 garbage 是它第一个数据包的附加数据（H6）。接收方对实际到达的内容计算 tag，结果不相符。因此就连加密开始之前的字节也无法被调换。',
  'no AAD':
    '接收方总是把 terminator 之前的内容当作第一个数据包的附加数据（H6）。发送方若把它省去，算出的 tag 就不相符：谁也无法跳过这项检查。',
  'wrong terminator': NO_TERMINATOR,
  'garbage of 4096':
    'terminator 必须在公钥之后的 4,111 字节之内结束：4,095 字节的 garbage 加上它自己的 16 字节（H5）。如果没有上限，任何人都能让节点一直找下去，并一直保存收到的内容。',
  'oversized packet':
    '长度字段最大可以表示 16,777,215 字节。节点一解出长度，就拒绝超过 4,000,013 字节的数据包，即最大的消息（P3），decoy 也不例外：在通过认证之前，谁也不能让它保存更多。',
  'reserved header bits':
    '头部只有最高位有含义：它表示 decoy。其余各位在接收时被忽略（P2），这样以后的版本可以赋予它们含义，而不会与今天的节点断开。',
  'version packet with contents':
    'version packet 里的任何内容目前都被忽略（H7）。这是留给以后版本的空间：它们可以在里面放东西，而今天的节点仍保持连接。',
  'wrong network magic':
    '网络的 magic 参与派生密钥（K2）。不同网络的两端得到不同的 terminator，在彼此看来，对方发来的是没有尽头的 garbage（H5）。因此不必以明文发送任何与网络有关的内容。',
  'v1 instead of v2':
    '支持 v2 的节点凭开头 16 个字节认出 v1 对端（H2），因此两者可以共用一个端口。反过来就没有这样的照顾：只懂 v1 的一方收到公钥就会断开，这时页面会带着警告提议改用 v1，绝不会悄悄改用（S2）。而 v1 完全不加密。',
  'early answer':
    '以 v1 的方式开头的内容仍可能是 v1，因此在出现第一个不同的字节之前，响应方什么也不说（H2）。抢先开口的响应方仍能与每个 v2 对端通信；但任何人只要连上它、什么也不说，就能得知它支持 v2，而 v1 对端则无法听懂它。',
  'private key used twice':
    '连接照常工作，而这正是危险所在：没有人检查它。旁观者两次看到同样的 64 字节，就知道这是同一个对端；以后谁拿到这个私钥，就能读出用过它的每个会话。因此私钥为每个连接重新生成，用后清除（H9、K4）。',
}

export const reasons: FaultReasons = { wire, peer }
