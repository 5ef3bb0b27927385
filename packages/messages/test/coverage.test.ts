import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decodeMessage,
  encodeMessage,
  type FieldSpan,
  MESSAGE_DESCRIPTIONS,
  MESSAGE_TYPES,
  type Message,
} from '../src/index.js'
import { MESSAGES } from './messages.js'

/** BIP324's table of short ids. */
const A2 = `addr block blocktxn cmpctblock feefilter filteradd filterclear filterload getblocks
  getblocktxn getdata getheaders headers inv mempool merkleblock notfound ping pong sendcmpct tx
  getcfilters cfilter getcfheaders cfheaders getcfcheckpt cfcheckpt addrv2`.split(/\s+/)
/** Of those proposed since, the one that is no draft of another protocol. */
const A3 = ['feature']
/** Drafts that are named, and not read. */
const DRAFTS = 'uproof getuproof uttls getuttls usummary utreexotx uroot geturoot'.split(' ')
/** Types without a short id. */
const A4 = `version verack sendheaders wtxidrelay sendaddrv2 sendtxrcncl getaddr reject alert
  reqrecon sketch reqsketchext reconcildiff`.split(/\s+/)

/** Names of the leaves that no note explains, neither their own nor one of what they are in. */
function unexplained(spans: readonly FieldSpan[], isExplained = false): string[] {
  return spans.flatMap(({ name, note, children }) => {
    const hasNote = isExplained || note !== undefined
    if (children !== undefined) return unexplained(children, hasNote)
    return name !== '' && hasNote ? [] : [name]
  })
}

describe('the decoded types', () => {
  it('are those of A2, A4 and BIP434, all of them', () => {
    expect(MESSAGE_TYPES).toEqual([...A2, ...A3, ...A4].sort())
  })

  it.each([...A2, ...A3, ...A4])('%s is read field by field, never as unknown bytes', (type) => {
    const arbitrary = Object.entries(MESSAGES).find(([name]) => name === type)?.[1]
    if (arbitrary === undefined) throw new Error(`no random ${type} is made`)
    fc.assert(
      fc.property<[Message]>(arbitrary, (message) => {
        const { message: decoded, fields } = decodeMessage(type, encodeMessage(message))
        expect(decoded.type).toBe(type)
        expect(unexplained(fields)).toEqual([])
      }),
      { numRuns: 50 },
    )
  })
})

describe('descriptions', () => {
  it('are there for every type of A2, A3 and A4, and for nothing that an object inherits', () => {
    const types = [...A2, ...A3, ...DRAFTS, ...A4]
    expect(Object.keys(MESSAGE_DESCRIPTIONS).sort()).toEqual(types.sort())
    for (const type of types) expect(MESSAGE_DESCRIPTIONS[type]).toMatch(/^[a-z].{5,}[^.]$/)
    for (const type of ['constructor', 'toString', '__proto__', 'valueOf', 'nonsense']) {
      expect(MESSAGE_DESCRIPTIONS[type]).toBeUndefined()
    }
  })
})
