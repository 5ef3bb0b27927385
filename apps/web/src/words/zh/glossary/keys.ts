/** Words of the page in Chinese: the glossary, terms of the keys. */

import type { Glossary } from '../../glossary.js'

export const keys: Glossary<'keys'> = {
  ecdh: {
    term: 'ECDH',
    definition:
      '一种计算：双方各用自己的私钥和对端的公钥，得到曲线上的同一个点。只看到公钥的人算不出来。',
  },
  tagged_hash: {
    term: 'tagged hash',
    definition:
      '先输入两遍某个名称的哈希，再输入数据的 SHA-256。这样，为一种用途计算的哈希绝不会被当作另一种。',
  },
  shared_secret: {
    term: '共享密钥',
    definition: '两个公钥与 ECDH 结果的 tagged hash：只有两端拥有的 32 字节。',
  },
  hkdf: {
    term: 'HKDF',
    definition:
      '由秘密值派生密钥的标准方法（RFC 5869）：Extract 把秘密值浓缩成一个密钥，Expand 再按名称派生所需的任意多个密钥。',
  },
  prk: {
    term: 'PRK',
    definition: '伪随机密钥：HKDF-Extract 由共享密钥和 magic 得到的结果，其余所有密钥都由它派生。',
  },
  session_id: {
    term: 'session id',
    definition: '两端各自派生出的 32 字节，可以公开。两端相同，就说明中间没有人。',
  },
  key_schedule: {
    term: '密钥派生（key schedule）',
    definition: '从私钥到实际使用的密钥的全部步骤，以及这些密钥如何随时间更新。',
  },
}
