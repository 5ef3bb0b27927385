import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  decodeMessageType,
  ellswiftCreate,
  encodeContents,
  encodeMessageType,
  Networks,
  PacketCipher,
  type Role,
  toHex,
  V2Transport,
} from '../src/index.js'

const make = (role: Role) =>
  new V2Transport({
    role,
    magic: Networks.regtest.magic,
    keyPair: ellswiftCreate(randomBytes),
    garbage: randomBytes(10),
  })

function pair(): [V2Transport, V2Transport] {
  const [a, b] = [make('initiator'), make('responder')]
  const carry = (from: V2Transport, to: V2Transport) => {
    for (const { bytes } of from.takeOutput()) to.receive(bytes)
  }
  carry(a, b)
  carry(b, a)
  carry(a, b)
  return [a, b]
}

/** As a worker leaves it behind when it transfers a buffer. */
function detached(): Uint8Array {
  const bytes = new Uint8Array(5)
  structuredClone(bytes, { transfer: [bytes.buffer] })
  return bytes
}

const local = (code: string) => expect.objectContaining({ name: 'LocalProtocolError', code })

describe('bytes that have been transferred away', () => {
  it('are refused, and the connection goes on', () => {
    const [a, b] = pair()
    expect(() => a.send(detached())).toThrow(local('BAD_ARGUMENT'))
    expect(() => a.receive(detached())).toThrow(local('BAD_ARGUMENT'))
    a.send(encodeContents('ping', randomBytes(8)))
    const events = a.takeOutput().flatMap(({ bytes }) => b.receive(bytes))
    expect(events).toMatchObject([{ type: 'message', messageType: 'ping' }])
  })

  it('do not make a cipher lose its place', () => {
    const keys = [randomBytes(32), randomBytes(32)] as const
    const [ours, theirs] = [new PacketCipher(...keys), new PacketCipher(...keys)]
    expect(() => ours.encrypt(detached())).toThrow(local('BAD_ARGUMENT'))
    expect(() => ours.encrypt(new Uint8Array(1), { aad: detached() })).toThrow(
      local('BAD_ARGUMENT'),
    )
    const packet = ours.encrypt(Uint8Array.of(7))
    expect(theirs.decryptLength(packet.subarray(0, 3))).toBe(1)
    expect(theirs.decrypt(packet.subarray(3))?.contents).toEqual(Uint8Array.of(7))
  })
})

// JavaScript callers have no compiler: what the types forbid is an error of the same kind
const as = <T>(value: unknown): T => value as T

it.each<[string, () => unknown]>([
  ['no options', () => new V2Transport(as(undefined))],
  ['null for options', () => new V2Transport(as(null))],
  ['a trace that is no function', () => new V2Transport(as({ role: 'initiator', trace: null }))],
  ['decoys that are no array', () => new V2Transport(as({ role: 'initiator', decoys: 5 }))],
  ['contents that are no bytes', () => decodeMessageType(as(undefined))],
  ['hex of no bytes', () => toHex(as('aa'))],
  [
    'a length field of 4 bytes',
    () => new PacketCipher(randomBytes(32), randomBytes(32)).decryptLength(new Uint8Array(4)),
  ],
])('%s: BAD_ARGUMENT', (_, misuse) => {
  expect(misuse).toThrow(local('BAD_ARGUMENT'))
})

it('refuses a random source that is none, and a message type that is no text', () => {
  expect(() => ellswiftCreate(as(undefined))).toThrow(local('BAD_RANDOM_SOURCE'))
  expect(() => encodeMessageType(as(1n))).toThrow(local('BAD_MESSAGE_TYPE'))
})

it('has no use for a cipher whose keys were wiped', () => {
  const cipher = new PacketCipher(randomBytes(32), randomBytes(32))
  cipher.wipe()
  expect(() => cipher.encrypt(new Uint8Array(1))).toThrow(local('ALREADY_ENDED'))
  expect(() => cipher.decryptLength(new Uint8Array(3))).toThrow(local('ALREADY_ENDED'))
  expect(() => cipher.decrypt(new Uint8Array(17))).toThrow(local('ALREADY_ENDED'))
})
