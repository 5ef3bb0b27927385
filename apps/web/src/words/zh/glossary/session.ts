/** Words of the page in Chinese: the glossary, terms of the page and its sessions. */

import type { Glossary } from '../../glossary.js'

export const session: Glossary<'session'> = {
  live: {
    term: '实时会话',
    definition: '通过桥接服务与真实的对端进行的会话。',
  },
  simulated: {
    term: '模拟会话',
    definition: '双方都在本页面里运行、不经过网络的会话。它的每个字节都由种子决定。',
  },
  seed: {
    term: '种子',
    definition: '模拟会话由这段文字得到全部随机字节：种子相同，会话就完全相同。',
  },
  recording: {
    term: '录制',
    definition: '保存在文件里的会话。可以在这里打开，像正在进行一样查看。',
  },
  cursor: {
    term: '游标',
    definition: '会话显示到哪里为止。移动它不会改变会话本身。',
  },
  step: {
    term: '步进',
    definition: '让游标向前或向后移动一个事件。',
  },
  hold: {
    term: '暂停发送（Hold）',
    definition: '在下一批字节发出之前停住实时会话。即将发出的内容会显示出来，放行一次发送一项。',
  },
  secrets: {
    term: '秘密值',
    definition:
      '私钥、共享密钥，以及除 session id 之外由它们派生的一切。只有在要求时页面才显示它们。',
  },
}
