/** Words of the page in Chinese: the glossary, terms of the ciphers. */

import type { Glossary } from '../../glossary.js'

export const ciphers: Glossary<'ciphers'> = {
  chacha20: {
    term: 'ChaCha20',
    definition: '一种流密码：由密钥和 nonce 生成一长串字节，再与明文做异或。',
  },
  keystream: {
    term: '密钥流',
    definition: '流密码由密钥生成的字节。与明文异或就是加密，再异或一次就是解密。',
  },
  poly1305: {
    term: 'Poly1305',
    definition:
      '用一次性密钥对一段数据计算出 16 字节的函数。没有密钥，谁也无法为别的数据算出它们。',
  },
  tag: {
    term: 'tag',
    definition:
      '每个数据包末尾由 Poly1305 算出的 16 字节。途中哪怕改动一个比特，它们就对不上，连接随即断开。',
  },
  aead: {
    term: 'AEAD',
    definition:
      '带关联数据的认证加密：既隐藏明文，也能发现对密文以及对不加密的关联数据的任何改动。',
  },
  aad: {
    term: 'AAD',
    definition:
      '附加认证数据：不加密，但受 tag 保护。这里，每一端第一个数据包的 AAD 是它的 garbage，之后都为空。',
  },
  nonce: {
    term: 'nonce',
    definition:
      '与一个密钥搭配只用一次的数，使相同的明文加密后也不同。这里它由数据包和 rekey 的计数构成，从不发送。',
  },
  fschacha20: {
    term: 'FSChaCha20',
    definition: '每 224 个数据包更新一次密钥的 ChaCha20，用来加密长度字段。FS 表示前向安全。',
  },
  fschacha20poly1305: {
    term: 'FSChaCha20Poly1305',
    definition:
      'ChaCha20 与 Poly1305 的组合，每 224 个数据包更新一次密钥；它加密头部和内容，并生成 tag。',
  },
  rekey: {
    term: '密钥更新（rekey）',
    definition: '每个方向每 224 个数据包更新一次密钥：新密钥由旧密钥生成，旧密钥随即销毁。',
  },
  epoch: {
    term: 'epoch',
    definition: '一个方向上两次 rekey 之间的 224 个数据包。epoch 从 0 开始计数。',
  },
  forward_secrecy: {
    term: '前向安全',
    definition: '即使今天的密钥被窃取，以前发送的内容也读不出来，因为当时的密钥已不存在。',
  },
}
