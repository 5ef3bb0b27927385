/** Words of the page in Chinese: fields of compact blocks. */

import type { MessageFields } from '../../message-fields.js'

export const compactBlocks: MessageFields<'compactBlocks'> = {
  'sendcmpct.high bandwidth': {
    what: '新区块是否不经通告、直接以 cmpctblock 发来。',
    why: '这样省去一次往返，但同一个区块可能收到几次，所以节点最多向三个对端提出此要求。',
  },
  'sendcmpct.version': {
    what: '致密区块的版本；版本 2 的 短 ID 由 wtxid 算出。',
    why: '版本 1 以 txid 为准，而 txid 不涉及见证，因此无法确保正确还原区块。',
  },
  'cmpctblock.nonce': {
    what: '一个随机数，与区块头一起构成 短 ID 的密钥。',
    why: '不同区块、不同发送方的 短 ID 都不一样，谁也无法预先造出会相撞的交易。',
  },
  'cmpctblock.short ids': {
    what: '未完整发送的交易，每笔六个字节，按区块中的顺序排列。',
    why: '接收方的内存池里几乎已有全部交易，用大约 20 kB 就能还原数兆字节的区块。',
  },
  'cmpctblock.short id count': {
    what: '后面有多少个短 ID。',
    why: '加上完整发送的交易，就是区块的交易总数，最多 65,535。',
  },
  'cmpctblock.short id': {
    what: 'wtxid 的 SipHash-2-4 结果中的 48 位，密钥由区块头和 nonce 得出。',
    why: '六个字节极少认错；万一认错，默克尔根会发现。',
  },
  'cmpctblock.prefilled': {
    what: '完整发送的交易。',
    why: '接收方不可能已有 coinbase，若每个区块都要另行请求，就要多一次往返。',
  },
  'cmpctblock.prefilled count': {
    what: '后面有多少笔完整的交易。',
    why: '几乎总是 1：发送方可以附上它认为对端缺少的交易，但通常只发 coinbase。',
  },
  'cmpctblock.prefilled item': {
    what: '一笔完整的交易，以及它在区块中的位置。',
    why: 'short id 序列在这些交易处留有空位，位置说明这一笔填在哪里。',
  },
  'cmpctblock.index': {
    what: '它在区块中的位置；传输时写成它与前一笔完整交易之间相隔的交易数。',
    why: '差值是小数，只占一个或三个字节，而且位置不可能倒退。',
  },
  'getblocktxn.block hash': {
    what: '缺少这些交易就无法还原的区块。',
    why: '几个对端可能发来几个致密区块，单凭位置说不清是哪一个。',
  },
  'getblocktxn.indexes': {
    what: '所需交易在区块中的位置，按升序排列。',
    why: '没有找到的交易只知道短 ID，而两笔交易可能有相同的短 ID；位置则不会有歧义。',
  },
  'getblocktxn.index count': {
    what: '后面有多少个位置。',
    why: '回答里恰好有同样多的交易，所以不必再说明哪笔是哪笔。',
  },
  'getblocktxn.index': {
    what: '区块中的一个位置；传输时写成它与前一个位置之间相隔的交易数。',
    why: '缺少的交易往往相邻，而每个相邻的位置只需一个字节 0。',
  },
  'blocktxn.block hash': {
    what: '这些交易所属的区块。',
    why: '还原了一半的区块以这个哈希等待着，对其他区块的回答会被忽略。',
  },
  'blocktxn.transactions': {
    what: 'getblocktxn 请求的交易，顺序与请求相同。',
    why: '有了它们区块就完整了，默克尔根会说明拼装是否正确。',
  },
  'blocktxn.transaction count': {
    what: '后面有多少笔交易。',
    why: '它必须等于所请求的数目；多发或少发的对端属于行为不当。',
  },
}
