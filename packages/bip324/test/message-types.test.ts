/** Scenario 1 of the protocol, and the rows A1–A6. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  concatBytes,
  decodeMessageType,
  encodeContents,
  encodeMessageType,
  isProposedId,
  type Role,
  shortIdOf,
} from '../src/index.js'
import { fragmentation } from './support/fragments.js'
import { bytesOf } from './support/random.js'
import { Pair, ROLES, sessionWith } from './support/sessions.js'

/** A2, as the protocol's page has it. */
const ASSIGNED = `1 addr, 2 block, 3 blocktxn, 4 cmpctblock, 5 feefilter, 6 filteradd, 7 filterclear,
  8 filterload, 9 getblocks, 10 getblocktxn, 11 getdata, 12 getheaders, 13 headers, 14 inv,
  15 mempool, 16 merkleblock, 17 notfound, 18 ping, 19 pong, 20 sendcmpct, 21 tx, 22 getcfilters,
  23 cfilter, 24 getcfheaders, 25 cfheaders, 26 getcfcheckpt, 27 cfcheckpt, 28 addrv2`
/** A3 */
const PROPOSED = `29 uproof, 30 getuproof, 31 uttls, 32 getuttls, 33 usummary, 34 utreexotx,
  35 uroot, 36 geturoot, 37 feature`
const table = (text: string) =>
  text.split(',').map((row) => {
    const [id = '', name = ''] = row.trim().split(' ')
    return [Number(id), name] as const
  })
const long = (name: string) => concatBytes(Uint8Array.of(0), Buffer.from(name.padEnd(12, '\0')))

describe.each(table(ASSIGNED))('type %i, %s', (id, name) => {
  it('is sent short, and read in both forms (A1, A2)', () => {
    expect([shortIdOf(name), isProposedId(id)]).toEqual([id, false])
    expect(encodeMessageType(name)).toEqual(Uint8Array.of(id))
    expect(encodeMessageType(name, 'long')).toEqual(long(name))
    const short = decodeMessageType(Uint8Array.of(id, 1, 2))
    expect(short).toEqual({ ok: true, messageType: name, form: 'short', length: 1 })
    const read = decodeMessageType(concatBytes(long(name), bytesOf(5)))
    expect(read).toEqual({ ok: true, messageType: name, form: 'long', length: 13 })
  })
})

describe.each(table(PROPOSED))('type %i, %s, which is only proposed', (id, name) => {
  it('is read in both forms, and sent long (A3)', () => {
    expect([shortIdOf(name), isProposedId(id)]).toEqual([undefined, true])
    expect(encodeMessageType(name)).toEqual(long(name))
    expect(decodeMessageType(Uint8Array.of(id))).toMatchObject({ messageType: name, form: 'short' })
    expect(decodeMessageType(long(name))).toMatchObject({ messageType: name, form: 'long' })
  })
})

it.each(['version', 'verack', 'sendheaders', 'wtxidrelay', 'sendaddrv2', 'sendtxrcncl'])(
  'has no short id for %s (A4)',
  (name) => {
    expect(shortIdOf(name)).toBeUndefined()
    expect(encodeMessageType(name)).toEqual(long(name))
  },
)

it.each(Array.from({ length: 255 - 37 }, (_, i) => 38 + i))(
  'does not know the id %i (A5)',
  (id) => {
    expect(decodeMessageType(Uint8Array.of(id, 0))).toEqual({
      ok: false,
      rejection: 'UNKNOWN_SHORT_ID',
    })
    expect(isProposedId(id)).toBe(false)
  },
)

describe.each([
  ['EMPTY_CONTENTS', new Uint8Array(0)],
  ['UNKNOWN_SHORT_ID', Uint8Array.of(38)],
  ['UNKNOWN_SHORT_ID', Uint8Array.of(255, 1)],
  ['LONG_TYPE_CUT_SHORT', Uint8Array.of(0)],
  ['LONG_TYPE_CUT_SHORT', long('version').subarray(0, 12)],
  ['LONG_TYPE_NOT_PADDED', long('ping\0x')],
  ['LONG_TYPE_NOT_PADDED', long('\0ping')],
  ['LONG_TYPE_NOT_PADDED', long('ping\0\0\0\0\0\0\0x')],
  ['LONG_TYPE_NOT_ASCII', long('pi\x1fng')],
  ['LONG_TYPE_NOT_ASCII', concatBytes(long('elevenchars').subarray(0, 12), Uint8Array.of(0x80))],
] as const)('contents that are no message: %s', (rejection, contents) => {
  it.each(ROLES)('are rejected and reported as %s, and the connection stays (A5)', (role: Role) => {
    const ping = { contents: encodeContents('ping', bytesOf(8)) }
    const version = { contents: new Uint8Array(0) }
    const { observed } = sessionWith(role, { packets: [version, { contents }, ping] })
    expect(observed.heard).toEqual(['established', 'rejected', 'ping'])
    expect(observed.events[1]).toEqual({ type: 'rejected', rejection, contents, packet: 1 })
  })
})

it('delivers an unknown type of a valid form, of all characters 0x20..0x7f (A6)', () => {
  const character = fc.integer({ min: 0x20, max: 0x7f }).map((code) => String.fromCharCode(code))
  const name = fc.string({ unit: character, maxLength: 12 })
  fc.assert(
    fc.property(name, fc.uint8Array({ maxLength: 50 }), (type, payload) => {
      const contents = encodeContents(type, payload, 'long')
      expect(contents).toEqual(concatBytes(long(type), payload))
      expect(decodeMessageType(contents)).toMatchObject({ ok: true, messageType: type, length: 13 })
    }),
  )
})

it('gives a type or a rejection for any contents, and never throws (A5)', () => {
  const contents = fc.oneof(
    fc.uint8Array({ maxLength: 20 }),
    fc.uint8Array({ maxLength: 20 }).map((tail) => concatBytes(Uint8Array.of(0), tail)),
  )
  fc.assert(
    fc.property(contents, (bytes) => {
      const type = decodeMessageType(bytes)
      if (!type.ok) return
      const again = encodeMessageType(type.messageType, type.form === 'long' ? 'long' : undefined)
      const isProposed = type.form === 'short' && isProposedId(bytes[0] ?? 0)
      if (!isProposed) expect(again).toEqual(bytes.subarray(0, type.length))
    }),
    { numRuns: 1000 },
  )
})

it('carries messages both ways with equal session ids (scenario 1)', () => {
  fc.assert(
    fc.property(fragmentation, fc.nat(4095), fc.nat(4095), (sizes, here, there) => {
      const options = {
        initiator: { garbage: bytesOf(here) },
        responder: { garbage: bytesOf(there) },
      }
      const pair = new Pair(options, sizes).run()
      expect(pair.initiator.sessionId).toEqual(pair.responder.sessionId)
      for (const role of ROLES) {
        pair[role].send(Uint8Array.of(0))
        pair[role].send(encodeContents('tx', bytesOf(3), 'long'))
        pair[role].send(encodeContents('block', bytesOf(100_000)))
      }
      pair.run()
      for (const role of ROLES) {
        const [established, rejected, tx, block] = pair.observed[role].events
        expect(established).toMatchObject({ type: 'established', sessionId: pair[role].sessionId })
        expect(rejected).toMatchObject({ rejection: 'LONG_TYPE_CUT_SHORT', packet: 1 })
        expect(tx).toMatchObject({ messageType: 'tx', form: 'long', payload: bytesOf(3) })
        const payload = block?.type === 'message' ? block.payload : new Uint8Array(0)
        expect(Buffer.compare(payload, bytesOf(100_000))).toBe(0)
      }
    }),
    { numRuns: 15 },
  )
})
