import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { ellswiftCreate, Networks, type Role, V2Transport } from '../src/index.js'

const make = (role: Role, garbage = 10) =>
  new V2Transport({
    role,
    magic: Networks.regtest.magic,
    keyPair: ellswiftCreate(randomBytes),
    garbage: randomBytes(garbage),
  })

it('tells what is coming in, and how much of it is there', () => {
  const [ours, theirs] = [make('initiator'), make('responder', 1000)]
  for (const { bytes } of ours.takeOutput()) theirs.receive(bytes)
  const [key, garbage, terminator, version] = theirs.takeOutput().map(({ bytes }) => bytes)
  if (!key || !garbage || !terminator || !version) throw new Error('four chunks')

  expect(ours.waiting).toEqual({ what: 'key', bytes: 0, of: 64 })
  ours.receive(key.subarray(0, 12))
  expect(ours.waiting).toEqual({ what: 'key', bytes: 12, of: 64 })
  ours.receive(key.subarray(12))
  ours.receive(garbage)
  expect(ours.waiting).toEqual({ what: 'garbage', bytes: 1000, of: 4111 })
  ours.receive(terminator)
  expect(ours.waiting).toEqual({ what: 'packet', bytes: 0, of: 20 })
  ours.receive(version)

  for (const { bytes } of ours.takeOutput()) theirs.receive(bytes)
  theirs.send(randomBytes(100), { decoy: true })
  const [packet] = theirs.takeOutput().map(({ bytes }) => bytes)
  ours.receive(packet?.subarray(0, 2) ?? new Uint8Array())
  expect(ours.waiting).toEqual({ what: 'packet', bytes: 2, of: 20 })
  ours.receive(packet?.subarray(2, 50) ?? new Uint8Array())
  expect(ours.waiting).toEqual({ what: 'packet', bytes: 50, of: 120 })
})

it('says in a failure how much had come', () => {
  const ours = make('initiator')
  ours.receive(randomBytes(47))
  expect(() => ours.receiveEnd()).toThrow(/sent 47 bytes where its 64-byte key is due/)
  const other = make('initiator')
  other.receive(randomBytes(164))
  expect(() => other.expire()).toThrow(/100 bytes more.*another network/)
})
