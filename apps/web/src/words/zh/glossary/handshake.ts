/** Words of the page in Chinese: the glossary, terms of the handshake. */

import type { Glossary } from '../../glossary.js'

export const handshake: Glossary<'handshake'> = {
  handshake: {
    term: '握手',
    definition:
      '第一条消息之前双方交换的内容：公钥、garbage、garbage terminator 和 version packet。共需一个半往返。',
  },
  elligator_swift: {
    term: 'ElligatorSwift',
    definition:
      '把公钥写成看上去随机的 64 字节（u 和 t）的方法。任何 64 字节都是一个公钥，而每个公钥都有极多种写法。',
  },
  private_key: {
    term: '私钥',
    definition: '为每个连接新抽取的随机秘密数。公钥由它算出，反过来则不行。',
  },
  garbage: {
    term: 'garbage',
    definition:
      '双方在公钥之后发送的随机字节，最多 4,095 个。有了它，握手就没有可供识别的固定长度。',
  },
  garbage_terminator: {
    term: 'garbage terminator',
    definition: '标志 garbage 结束的 16 字节。它由共享密钥派生，所以只有两端知道。',
  },
  version_packet: {
    term: 'version packet',
    definition:
      '每一端发送的第一个非 decoy 数据包。目前内容为空；以后的传输版本可以在这里说明自己的能力。',
  },
  phase: {
    term: '阶段',
    definition: '连接进行到哪里：先是密钥交换，再是版本协商，然后是发送消息的应用阶段。',
  },
}
