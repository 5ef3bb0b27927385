/** Words of the page in Chinese: the glossary, terms of who connects to whom. */

import type { Glossary } from '../../glossary.js'

export const connection: Glossary<'connection'> = {
  peer: {
    term: '对端（peer）',
    definition: '连接的另一端。对每一端来说，另一端就是对端。',
  },
  node: {
    term: '节点',
    definition: '参与比特币网络的程序：与其他节点保持连接，检查它们发来的内容，再转发出去。',
  },
  initiator: {
    term: '发起方（initiator）',
    definition: '主动建立连接的一端，先发送自己的公钥。',
  },
  responder: {
    term: '响应方（responder）',
    definition: '被连接的一端。在分辨出对端用的是 v1 还是 v2 之前，它什么也不发。',
  },
  v1: {
    term: 'v1',
    definition: '比特币自 2009 年起使用的传输方式：每条消息都是明文，前面有 24 字节的头部。',
  },
  v2: {
    term: 'v2',
    definition: 'BIP324 的加密传输。没有密钥的人无法把它的字节与随机字节区分开。',
  },
  magic: {
    term: 'magic',
    definition:
      '标识一个网络（如 mainnet 或 regtest）的四个字节。v1 在每条消息里都发送它；v2 从不发送，但它参与密钥的派生。',
  },
  service_bits: {
    term: '服务位',
    definition:
      'version 消息和节点地址里的一个数，每一位表示节点提供的一种服务。第 11 位 P2P_V2 表示支持 v2。',
  },
  bridge: {
    term: '桥接服务（bridge）',
    definition:
      '提供本页面的小型服务器。浏览器不能直接建立 TCP 连接，所以由它在浏览器与节点之间转发字节；它不持有任何密钥。',
  },
  relay: {
    term: '中继（relay）',
    definition:
      '经过桥接服务的一条连接：一边是通往页面的 WebSocket，另一边是通往节点的 TCP。从一边进来的字节不经解读就从另一边出去。',
  },
  demo_node: {
    term: '演示节点',
    definition: '随桥接服务一起启动的对端，像节点一样应答，并有一条自己的短链。',
  },
  bitcoind: {
    term: 'bitcoind',
    definition: 'Bitcoin Core 中没有图形界面、以节点方式运行的程序。',
  },
  getpeerinfo: {
    term: 'getpeerinfo',
    definition:
      'bitcoin-cli 的一个命令，列出节点的各个连接。对 v2 连接，它给出 session id，可与这里显示的比较。',
  },
  eavesdropper: {
    term: '窃听者',
    definition: '位于传输路径上、记录所有字节但不作改动的人。对 v2，他只能看到大小和时间。',
  },
  man_in_the_middle: {
    term: '中间人',
    definition:
      '位于传输路径上、向每一端冒充另一端的人。节点之间互不相识，BIP324 无法阻止这种攻击；但两端的 session id 会不同，由此可以发现。',
  },
}
