/** The message types that have a name, whether or not their fields are known. */

/** BIP324's table of short ids, `protocol.md` A2. */
const SHORT_ID_TYPES = [
  'addr',
  'block',
  'blocktxn',
  'cmpctblock',
  'feefilter',
  'filteradd',
  'filterclear',
  'filterload',
  'getblocks',
  'getblocktxn',
  'getdata',
  'getheaders',
  'headers',
  'inv',
  'mempool',
  'merkleblock',
  'notfound',
  'ping',
  'pong',
  'sendcmpct',
  'tx',
  'getcfilters',
  'cfilter',
  'getcfheaders',
  'cfheaders',
  'getcfcheckpt',
  'cfcheckpt',
  'addrv2',
] as const

/** Short ids proposed since, `protocol.md` A3. */
const PROPOSED_TYPES = [
  'uproof',
  'getuproof',
  'uttls',
  'getuttls',
  'usummary',
  'utreexotx',
  'uroot',
  'geturoot',
  'feature',
] as const

/** Types that only have the long form of 13 bytes, `protocol.md` A4. */
const LONG_FORM_TYPES = [
  'version',
  'verack',
  'sendheaders',
  'wtxidrelay',
  'sendaddrv2',
  'sendtxrcncl',
  'reqrecon',
  'sketch',
  'reqsketchext',
  'reconcildiff',
  'getaddr',
  'reject',
  'alert',
] as const

export const KNOWN_TYPES = [...SHORT_ID_TYPES, ...PROPOSED_TYPES, ...LONG_FORM_TYPES] as const

export type KnownType = (typeof KNOWN_TYPES)[number]

const NAMES: ReadonlySet<string> = new Set(KNOWN_TYPES)

/** Whether this is one of them; `messageType` may be any text of a peer's. */
export function isKnownType(messageType: string): messageType is KnownType {
  return NAMES.has(messageType)
}
