/** Words of the page in Chinese: fields of the inventory. */

import type { MessageFields } from '../../message-fields.js'

export const inventory: MessageFields<'inventory'> = {
  'inv.inventory': {
    what: '发送方可以提供的区块和交易，最多 50,000 项。',
    why: '一项只占 36 字节，已经拥有该内容的对端就不必再收一遍全文。',
  },
  'getdata.inventory': {
    what: '发送方想要的区块和交易，最多 50,000 项。',
    why: '只发送被请求的内容；即使许多对端都提供，也只向其中一个索取。',
  },
  'notfound.inventory': {
    what: '对端用 getdata 请求、但无法发送的内容。',
    why: '请求方不必一直等到超时，可以立即转向别的对端。',
  },
  'inventory.count': {
    what: '后面有多少项。',
    why: '发送超过 50,000 项的对端属于行为不当，因为处理列表比写出列表费力得多。',
  },
  'inventory.item': {
    what: '一个区块或一笔交易：种类和哈希。',
    why: '各种类都占同样的 36 字节，所以区块和交易可以排在同一个列表里。',
  },
  'inventory.kind': {
    what: '哈希所指的种类：1 是以 txid 表示的交易，2 是区块，5 是以 wtxid 表示的交易。',
    why: '同一个区块可以按完整、过滤、致密或带见证的形式请求，而哈希始终相同。',
  },
  'inventory.hash': {
    what: '区块或交易的哈希。',
    why: '它既是名称也是校验：收到的内容重新计算哈希，必须得到同一个值。',
  },
}
