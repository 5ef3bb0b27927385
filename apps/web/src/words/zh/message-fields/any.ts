/** Words of the page in Chinese: fields that stand in any message. */

import type { MessageFields } from '../../message-fields.js'

export const any: MessageFields<'any'> = {
  length: {
    what: '本字段后面还有多少字节，写成 CompactSize。',
    why: '后面的字节可多可少，读取方必须知道它们在哪里结束；较小的长度只占一个字节。',
  },
  'extra bytes': {
    what: '这种消息最后一个已知字段之后的字节。',
    why: '节点会跳过它们，这样以后的协议版本可以增加字段，而旧节点只是忽略。',
  },
  'further fields': {
    what: '消息的其余部分，其中的字段不再逐个显示。',
    why: '有人可以故意用数百万个极小的字段填满一条消息，所以每条消息最多逐个显示 600,000 个。',
  },
  'unknown payload': {
    what: '这种消息类型的载荷，其字段在这里是未知的。',
    why: '节点会忽略不认识的消息类型，新消息因此可以投入使用而不影响旧节点。',
  },
}
