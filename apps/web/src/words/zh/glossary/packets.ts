/** Words of the page in Chinese: the glossary, terms of packets and messages. */

import type { Glossary } from '../../glossary.js'

export const packets: Glossary<'packets'> = {
  packet: {
    term: '数据包',
    definition: 'v2 的传输单位：3 字节的加密长度，然后是加密的头部和内容，最后是 16 字节的 tag。',
  },
  length_field: {
    term: '长度字段',
    definition: '数据包的前 3 个字节：内容的大小，用单独的密钥加密。',
  },
  header: {
    term: '头部（header）',
    definition: '数据包中第一个加密的字节。最高位是 ignore bit，其余各位为 0。',
  },
  ignore_bit: {
    term: 'ignore bit',
    definition: '头部中的一位，置 1 的数据包就是 decoy。',
  },
  decoy: {
    term: 'decoy',
    definition:
      '验证之后就丢弃的数据包。在旁观者看来它与其他数据包没有区别，所以大小和时间透露的信息更少。',
  },
  contents: {
    term: '内容（contents）',
    definition: '数据包承载的内容：消息类型和载荷；在 decoy 里可以是任意字节。',
  },
  message_type: {
    term: '消息类型',
    definition: '消息的名称，如 ping 或 block。v2 把它写成一个字节，或写成 00 加 12 个字符。',
  },
  short_id: {
    term: '短 ID（short id）',
    definition:
      '代表常用消息类型的一个字节，从 1 到 255：18 是 ping。在致密区块里，则是代表一笔交易的六个字节。',
  },
  payload: {
    term: '载荷（payload）',
    definition: '消息类型之后的内容。它在 v1 和 v2 中完全相同。',
  },
  field: {
    term: '字段',
    definition: '字节中有自己的名称和含义的一部分。',
  },
  compact_size: {
    term: 'CompactSize',
    definition: '用 1、3、5 或 9 个字节写成的数。计数和长度大多很小，所以都这样写。',
  },
}
