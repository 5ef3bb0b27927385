/** Scenario 10 of the protocol, and the rows C1–C3: packets across rekeys, opened by Node's crypto. */

import { expect, it } from 'vitest'
import { concatBytes, encodeContents, type Role, toHex, v2Ecdh } from '../src/index.js'
import { NodeOpener, nodeSessionKeys } from './support/node-crypto.js'
import { bytesOf, keyPairOf } from './support/random.js'
import { MAGIC, output, Pair, ROLES } from './support/sessions.js'

const MESSAGES = 1000
/** Lengths of every kind, and some that need all three bytes where a key is about to change. */
const lengthOf = (i: number) =>
  [221, 222, 223, 445, 446, 447].includes(i) ? 70_000 : (i * 37) % 300

/** The keys by Node from end to end, but for the ECDH, which has oracles of its own. */
function keysByNode() {
  const [ours, theirs] = [keyPairOf(1), keyPairOf(2)]
  const secret = v2Ecdh(ours.privateKey, theirs.ellswift, ours.ellswift, 'initiator')
  return nodeSessionKeys(secret, MAGIC)
}

it('opens 1,000 packets each way across four rekeys, with Node too (C1–C3)', () => {
  const garbage = { initiator: bytesOf(33), responder: bytesOf(4095) }
  const pair = new Pair({
    initiator: { garbage: garbage.initiator },
    responder: { garbage: garbage.responder },
  })
  const keys = keysByNode()
  const wire: Record<Role, Uint8Array[]> = { initiator: [], responder: [] }
  const carry = (from: Role, to: Role) => {
    const bytes = output(pair[from])
    wire[from].push(bytes)
    pair.observed[to].feed(bytes)
  }
  for (let i = 0; i < 3; i++) {
    carry('initiator', 'responder')
    carry('responder', 'initiator')
  }
  for (const role of ROLES) expect(pair[role].sessionId).toEqual(keys.sessionId)

  for (let i = 0; i < MESSAGES; i++) {
    const decoy = i % 5 === 0
    for (const from of ROLES) {
      pair[from].send(encodeContents('tx', bytesOf(lengthOf(i), `${from} ${i}`)), { decoy })
      if (i % 40 === 39) carry(from, from === 'initiator' ? 'responder' : 'initiator')
    }
  }

  for (const role of ROLES) {
    const { L, P, terminator } = keys[role]
    const opener = new NodeOpener(L, P)
    let rest = concatBytes(...wire[role])
    const start = 64 + garbage[role].length
    expect(toHex(rest.subarray(start, start + 16))).toBe(toHex(terminator))
    const version = opener.open(rest.subarray(start + 16), garbage[role])
    expect(version.packet).toEqual({ length: 0, header: 0, contents: new Uint8Array(0) })
    rest = version.rest
    const events = pair.observed[role === 'initiator' ? 'responder' : 'initiator'].events.slice(1)
    for (let i = 0; i < MESSAGES; i++) {
      const opened = opener.open(rest)
      rest = opened.rest
      const { length, header, contents } = opened.packet
      const payload = bytesOf(lengthOf(i), `${role} ${i}`)
      expect([length, header]).toEqual([1 + payload.length, i % 5 === 0 ? 0x80 : 0])
      expect(Buffer.compare(contents.subarray(1), payload)).toBe(0)
      const event = events[i]
      const heard = event?.type === 'message' ? event.payload : undefined
      if (i % 5 === 0) expect(event).toMatchObject({ type: 'decoy', packet: i + 1 })
      else expect(Buffer.compare(heard ?? new Uint8Array(0), payload)).toBe(0)
    }
    expect([rest.length, events.length]).toEqual([0, MESSAGES])
    expect(pair[role].stats.sent).toMatchObject({ packets: 1001, rekeys: 4, decoys: 200 })
    expect(pair[role].stats.received).toMatchObject({ packets: 1001, rekeys: 4, decoys: 200 })
    expect(pair[role].stats.sent.packetsUntilRekey).toBe(5 * 224 - 1001)
  }
})

it.each([222, 223, 224, 225, 446, 447, 448, 449])(
  'counts %i handshake decoys too (H6)',
  (count) => {
    const decoys = Array.from({ length: count }, () => new Uint8Array(0))
    const pair = new Pair({ initiator: { decoys }, responder: { decoys } }).run()
    for (const role of ROLES) {
      expect(pair.observed[role].heard.at(-1)).toBe('established')
      expect(pair[role].stats.received.rekeys).toBe(Math.floor((count + 1) / 224))
      pair[role].send(encodeContents('ping', bytesOf(8)))
    }
    pair.run()
    for (const role of ROLES) expect(pair.observed[role].heard.at(-1)).toBe('ping')
  },
)

it('keeps the ciphers of the two directions apart (C3)', () => {
  const pair = new Pair().run()
  for (let i = 0; i < 300; i++) pair.initiator.send(encodeContents('ping', bytesOf(8)))
  pair.run()
  expect(pair.initiator.stats.sent.rekeys).toBe(1)
  expect(pair.initiator.stats.received).toMatchObject({ rekeys: 0, packetsUntilRekey: 223 })
  pair.responder.send(encodeContents('pong', bytesOf(8)))
  expect(pair.run().observed.initiator.heard).toEqual(['established', 'pong'])
})
