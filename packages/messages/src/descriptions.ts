/** Each message type in one plain sentence, for somebody who meets it for the first time. */

/** BIP324's table of short ids, `protocol.md` A2. */
const SHORT_ID_TYPES = {
  addr: 'addresses of other nodes, IPv4 and IPv6 only',
  block: 'a whole block',
  blocktxn: 'the transactions of a block that the peer asked for with getblocktxn (BIP152)',
  cmpctblock: 'a block in short: its header and short ids of its transactions (BIP152)',
  feefilter: 'the sender wants no transactions that pay less than this fee rate (BIP133)',
  filteradd: 'one more thing to match in the bloom filter (BIP37)',
  filterclear: 'the bloom filter is to be forgotten (BIP37)',
  filterload: 'a bloom filter: only what matches it is to be sent (BIP37)',
  getblocks: 'the sender tells which blocks it knows and asks for the hashes of those after them',
  getblocktxn:
    'the sender asks for transactions that it lacks to complete a compact block (BIP152)',
  getdata: 'the sender asks for blocks or transactions by their hashes',
  getheaders: 'the sender tells which blocks it knows and asks for the headers after them',
  headers: 'block headers, without their transactions',
  inv: 'hashes of blocks or transactions that the sender has',
  mempool: 'the sender asks which unconfirmed transactions the peer has (BIP35)',
  merkleblock: 'a block header with proof that certain transactions are in the block (BIP37)',
  notfound: 'the sender does not have what the peer asked for with getdata',
  ping: 'the sender asks whether the peer is still there',
  pong: 'the answer to a ping, with its number',
  sendcmpct: 'the sender can take blocks in compact form, and says how (BIP152)',
  tx: 'one transaction',
  getcfilters: 'the sender asks for compact filters of blocks (BIP157)',
  cfilter: 'the compact filter of one block (BIP157)',
  getcfheaders: 'the sender asks for the headers of compact filters (BIP157)',
  cfheaders: 'hashes of compact filters, from which their headers follow (BIP157)',
  getcfcheckpt: 'the sender asks for every thousandth header of the compact filters (BIP157)',
  cfcheckpt: 'every thousandth header of the compact filters (BIP157)',
  addrv2: 'addresses of other nodes on any network, Tor and I2P among them (BIP155)',
} as const

/** Short ids proposed since, `protocol.md` A3. */
const PROPOSED_TYPES = {
  uproof: 'a utreexo proof that the inputs of a block are unspent (BIP183, a draft)',
  getuproof: 'the sender asks for a utreexo proof of a block (BIP183, a draft)',
  uttls: 'how long the outputs of blocks stayed unspent, for utreexo (BIP183, a draft)',
  getuttls: 'the sender asks how long the outputs of blocks stayed unspent (BIP183, a draft)',
  usummary: "a summary of a block's inputs, for utreexo (BIP183, a draft)",
  utreexotx: 'a transaction with its utreexo proof (BIP183, a draft)',
  uroot: 'the roots of the utreexo accumulator at a block (BIP183, a draft)',
  geturoot: 'the sender asks for the roots of the utreexo accumulator (BIP183, a draft)',
  feature: 'the sender names an optional feature that it supports (BIP434)',
} as const

/** Types that only have the long form of 13 bytes, `protocol.md` A4. */
const LONG_FORM_TYPES = {
  version: 'the first message: who the sender is, what it offers and how high its chain is',
  verack: "the sender has accepted the peer's version",
  sendheaders: 'the sender wants new blocks announced by their headers (BIP130)',
  wtxidrelay: 'the sender wants transactions announced by their wtxid (BIP339)',
  sendaddrv2: 'the sender wants addresses as addrv2 (BIP155)',
  sendtxrcncl: 'the sender can announce transactions by set reconciliation (BIP330)',
  reqrecon: 'the sender asks for a sketch of the transactions that the peer has (BIP330)',
  sketch: 'a sketch of the transactions that the sender has, to find what differs (BIP330)',
  reqsketchext: 'the sketch was too small, and the sender asks for more of it (BIP330)',
  reconcildiff: 'whether the sketch showed what differs, and what the sender lacks (BIP330)',
  getaddr: 'the sender asks for addresses of other nodes',
  reject: 'the sender refused a message; no longer sent by nodes of today (BIP61)',
  alert: 'a warning to all users; retired in 2016',
} as const

const DESCRIPTIONS: Record<string, string> = {
  ...SHORT_ID_TYPES,
  ...PROPOSED_TYPES,
  ...LONG_FORM_TYPES,
}

/**
 * One plain sentence for each message type known by name. Types are the peer's words and may be
 * `constructor`: the record has no prototype, so only these names are found in it.
 */
export const MESSAGE_DESCRIPTIONS: Readonly<Record<string, string>> = Object.freeze(
  Object.setPrototypeOf(DESCRIPTIONS, null),
)
