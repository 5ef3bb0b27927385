/** Each code of the two closed unions, by what brings it about. */

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  deriveSessionKeys,
  ellswiftCreate,
  ellswiftDecode,
  ellswiftEcdhXonly,
  ellswiftKeyPair,
  encodeContents,
  encodeMessageType,
  encodeV1Message,
  FSChaCha20,
  FSChaCha20Poly1305,
  fromHex,
  type LocalErrorCode,
  LocalProtocolError,
  Networks,
  PacketCipher,
  REMOTE_ERROR_ROWS,
  type RemoteErrorCode,
  RemoteProtocolError,
  type Role,
  V1Framing,
  v2Ecdh,
  type XswiftecCase,
  xelligatorswift,
  xswiftec,
  xswiftecInv,
} from '../src/index.js'
import { bytesOf, keyPairOf, seeded } from './support/random.js'
import { MAGIC, Pair, sessionWith, transportOf } from './support/sessions.js'

/** For wrong arguments that the types would not let through. */
const wrong = <T>(value: unknown) => value as T
const TOO_LONG = new Uint8Array(2 ** 24)
/** x = 5 is no point's. */
const NO_POINT = Uint8Array.from({ length: 32 }, (_, i) => (i === 31 ? 5 : 0))
const v1Header = (length: number) => {
  const header = encodeV1Message(MAGIC, 'tx', bytesOf(0))
  new DataView(header.buffer).setUint32(16, length, true)
  return header
}
const established = () => new Pair().run().initiator
const failing = (misbehaviour: Parameters<typeof sessionWith>[1]) => () => {
  throw sessionWith('responder', misbehaviour).observed.error
}

const REMOTE: Readonly<Record<RemoteErrorCode, readonly (() => unknown)[]>> = {
  V1_OTHER_NETWORK: [
    failing({ before: encodeV1Message(Networks.signet.magic, 'version', bytesOf(1)) }),
  ],
  V1_BAD_MAGIC: [() => new V1Framing(MAGIC).receive(bytesOf(24))],
  V1_PAYLOAD_TOO_LARGE: [() => new V1Framing(MAGIC).receive(v1Header(4_000_001))],
  GARBAGE_TERMINATOR_MISSING: [failing({ garbage: bytesOf(4096) })],
  PACKET_TOO_LARGE: [failing({ packets: [{ contents: bytesOf(1), announce: 4_000_014 }] })],
  AUTHENTICATION_FAILED: [failing({ packets: [{ contents: bytesOf(1), flipBits: [99] }] })],
  CLOSED_BEFORE_KEY: [() => transportOf('initiator').receiveEnd()],
  CLOSED_IN_HANDSHAKE: [() => transportOf('responder').receiveEnd()],
  CLOSED_IN_PACKET: [
    () => {
      const transport = established()
      transport.receive(bytesOf(1))
      transport.receiveEnd()
    },
  ],
  HANDSHAKE_TIMEOUT: [
    () => transportOf('initiator').expire(),
    () => transportOf('responder').expire(),
  ],
}

const keys = keyPairOf(1)
const LOCAL: Readonly<Record<LocalErrorCode, readonly (() => unknown)[]>> = {
  BAD_ARGUMENT: [
    () => transportOf(wrong<Role>('client')),
    () => transportOf('initiator', { magic: bytesOf(3) }),
    () => transportOf('initiator', { magic: wrong('regtest') }),
    () => transportOf('initiator', { garbage: wrong([1, 2]) }),
    () => transportOf('initiator', { keyPair: wrong(undefined) }),
    () => transportOf('initiator', { keyPair: { ...keys, ellswift: bytesOf(63) } }),
    () => transportOf('initiator', { keyPair: { ...keys, privateKey: bytesOf(31) } }),
    () => transportOf('initiator', { decoys: [wrong('decoy')] }),
    ...[-1, 1.5, 2 ** 24, Number.NaN, Number.POSITIVE_INFINITY].map(
      (maxContents) => () => transportOf('initiator', { maxContents }),
    ),
    () => transportOf('initiator').receive(wrong('bytes')),
    () => transportOf('initiator').receive(wrong(undefined)),
    () => established().send(wrong('contents')),
    () => established().send(wrong([1])),
    () => fromHex('abc'),
    () => fromHex('zz'),
    () => fromHex(wrong(12)),
    () => xswiftec(bytesOf(31), bytesOf(32)),
    () => xswiftecInv(ellswiftDecode(keys.ellswift), new Uint8Array(32), 0),
    () => xswiftecInv(ellswiftDecode(keys.ellswift), bytesOf(32), wrong<XswiftecCase>(8)),
    () => xswiftecInv(ellswiftDecode(keys.ellswift), bytesOf(32), wrong<XswiftecCase>(-1)),
    () => ellswiftDecode(bytesOf(65)),
    () => ellswiftEcdhXonly(bytesOf(63), keys.privateKey),
    () => v2Ecdh(keys.privateKey, keys.ellswift, bytesOf(60), 'initiator'),
    () => deriveSessionKeys(bytesOf(31), MAGIC, 'initiator'),
    () => deriveSessionKeys(bytesOf(32), bytesOf(5), 'initiator'),
    () => new FSChaCha20(bytesOf(16)),
    () => new FSChaCha20Poly1305(bytesOf(33)),
    () => new PacketCipher(bytesOf(32), bytesOf(0)),
    () => new V1Framing(bytesOf(5)),
    () => new V1Framing(MAGIC).receive(wrong('bytes')),
    () => encodeV1Message(bytesOf(3), 'tx', bytesOf(1)),
    () => encodeV1Message(MAGIC, 'tx', wrong('payload')),
    () => encodeContents('tx', wrong('payload')),
    () => ellswiftCreate(wrong(() => 'random')),
  ],
  BAD_PRIVATE_KEY: [
    () => transportOf('initiator', { keyPair: { ...keys, privateKey: new Uint8Array(32) } }),
    () => ellswiftKeyPair(new Uint8Array(32).fill(0xff), seeded(1)),
    () => ellswiftKeyPair(ORDER, seeded(1)),
    () => v2Ecdh(new Uint8Array(32), keys.ellswift, keys.ellswift, 'initiator'),
  ],
  BAD_RANDOM_SOURCE: [
    () => ellswiftCreate((length) => new Uint8Array(length)),
    () => ellswiftCreate((length) => new Uint8Array(length).fill(0xff)),
    () => ellswiftCreate((length) => new Uint8Array(length - 1)),
    () => xelligatorswift(ellswiftDecode(keys.ellswift), (length) => new Uint8Array(length)),
  ],
  BAD_MESSAGE_TYPE: [
    () => encodeMessageType('thirteenchars'),
    () => encodeMessageType('naïve'),
    () => encodeMessageType('a\0b'),
    () => encodeContents('\u{1f600}', bytesOf(1)),
    () => encodeV1Message(MAGIC, 'line\n', bytesOf(1)),
    () => encodeMessageType(wrong(undefined)),
    () => encodeMessageType(wrong(18)),
  ],
  X_NOT_ON_CURVE: [
    () => xelligatorswift(NO_POINT, seeded(1)),
    () => xswiftecInv(NO_POINT, bytesOf(32), 0),
  ],
  GARBAGE_TOO_LONG: [() => transportOf('initiator', { garbage: bytesOf(4096) })],
  CONTENTS_TOO_LONG: [
    () => established().send(TOO_LONG),
    () => established().send(TOO_LONG, { decoy: true }),
    () => transportOf('initiator', { decoys: [TOO_LONG] }),
    () => new PacketCipher(bytesOf(32), bytesOf(32)).encrypt(TOO_LONG),
  ],
  KEYS_NOT_DERIVED: [
    () => transportOf('initiator').send(bytesOf(1)),
    () => transportOf('responder').send(bytesOf(1), { decoy: true }),
  ],
  NOT_V2: [
    () => {
      const transport = transportOf('responder')
      transport.receive(encodeV1Message(MAGIC, 'version', bytesOf(1)))
      transport.send(bytesOf(1))
    },
  ],
  ALREADY_ENDED: [
    () => {
      const transport = established()
      transport.receiveEnd()
      transport.receive(bytesOf(1))
    },
    () => {
      const transport = established()
      transport.wipe()
      transport.receive(bytesOf(1))
    },
  ],
}
/** N, the order of the group: the first integer that is no private key (H9). */
const ORDER = fromHex('fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141')

/** The members of a union of strings, as the source has them. */
function unionIn(source: string, name: string): string[] {
  const body = source.split(`type ${name} =`)[1]?.split('\n\n')[0] ?? ''
  return Array.from(body.matchAll(/'([A-Z0-9_]+)'/g), ([, code = '']) => code).sort()
}
const source = readFileSync(new URL('../src/errors.ts', import.meta.url), 'utf8')

it('has an exercise for every code, and a row for every code of a peer', () => {
  expect(Object.keys(REMOTE).sort()).toEqual(unionIn(source, 'RemoteErrorCode'))
  expect(Object.keys(LOCAL).sort()).toEqual(unionIn(source, 'LocalErrorCode'))
  expect(Object.keys(REMOTE_ERROR_ROWS).sort()).toEqual(Object.keys(REMOTE).sort())
})

/** What is thrown, by its class, its code and its words. */
function thrownBy(call: () => unknown) {
  try {
    call()
  } catch (error) {
    return error
  }
  return undefined
}

describe.each(Object.entries(REMOTE))('%s, the fault of the peer', (code, calls) => {
  it.each(calls.map((call, i) => [i, call] as const))('is thrown (%i)', (_, call) => {
    const error = thrownBy(call)
    expect(error).toBeInstanceOf(RemoteProtocolError)
    expect(error).toMatchObject({ name: 'RemoteProtocolError', code, row: expect.any(String) })
    expect(String(error)).toMatch(/^RemoteProtocolError: [A-Z].*\.$/)
  })
})

describe.each(Object.entries(LOCAL))('%s, the fault of the caller', (code, calls) => {
  it.each(calls.map((call, i) => [i, call] as const))('is thrown (%i)', (_, call) => {
    const error = thrownBy(call)
    expect(error).toBeInstanceOf(LocalProtocolError)
    expect(error).toMatchObject({ name: 'LocalProtocolError', code })
  })
})

it('changes nothing when the fault is the caller’s', () => {
  const pair = new Pair().run()
  for (const bad of [TOO_LONG, wrong<Uint8Array>('contents')]) {
    expect(() => pair.initiator.send(bad)).toThrow(LocalProtocolError)
    expect(() => pair.responder.receive(wrong('bytes'))).toThrow(LocalProtocolError)
  }
  pair.initiator.send(encodeContents('ping', bytesOf(8)))
  expect(pair.run().observed.responder.heard).toEqual(['established', 'ping'])
})
