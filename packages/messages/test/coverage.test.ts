import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decodeMessage,
  encodeMessage,
  isKnownType,
  KNOWN_TYPES,
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

describe('the decoded types', () => {
  it('are those of A2, A4 and BIP434, all of them', () => {
    expect(MESSAGE_TYPES).toEqual([...A2, ...A3, ...A4].sort())
  })

  it.each([...A2, ...A3, ...A4])('%s is read field by field, never as unknown bytes', (type) => {
    const arbitrary = Object.entries(MESSAGES).find(([name]) => name === type)?.[1]
    if (arbitrary === undefined) throw new Error(`no random ${type} is made`)
    fc.assert(
      fc.property<[Message]>(arbitrary, (message) => {
        expect(decodeMessage(type, encodeMessage(message)).message.type).toBe(type)
      }),
      { numRuns: 50 },
    )
  })
})

describe('the types that have a name', () => {
  it('are those of A2, A3 and A4, and nothing that an object inherits', () => {
    const types = [...A2, ...A3, ...DRAFTS, ...A4]
    expect([...KNOWN_TYPES].sort()).toEqual(types.sort())
    expect(types.every(isKnownType)).toBe(true)
    for (const type of ['constructor', 'toString', '__proto__', 'valueOf', 'nonsense']) {
      expect(isKnownType(type)).toBe(false)
    }
  })
})
