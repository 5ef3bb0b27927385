/** Secrets (K4), what is shown and when (S2–S5), and how a connection ends. */

import { describe, expect, it, vi } from 'vitest'
import {
  concatBytes,
  ellswiftEcdhXonly,
  encodeContents,
  encodeV1Message,
  LocalProtocolError,
  type RemoteErrorCode,
  type Role,
  toHex,
  type V2Transport,
  v2Ecdh,
} from '../src/index.js'
import { Observed } from './support/feeding.js'
import { nodeHmac, nodeSessionKeys } from './support/node-crypto.js'
import { bytesOf, keyPairOf } from './support/random.js'
import { MAGIC, output, Pair, ROLES, sessionWith, transportOf } from './support/sessions.js'
import { find, recorder } from './support/traces.js'

const ping = { contents: encodeContents('ping', bytesOf(8)) }
const version = { contents: new Uint8Array(0) }
const ZEROS = new Uint8Array(32)
const shown = ({ phase, transport, sessionId }: V2Transport) => [phase, transport, sessionId]

describe.each(ROLES)('as %s', (role: Role) => {
  it('wipes the private key that it was given once the keys stand (K4)', () => {
    const keyPair = keyPairOf(5)
    const transport = transportOf(role, { keyPair })
    transport.receive(bytesOf(63))
    expect(keyPair.privateKey).toEqual(keyPairOf(5).privateKey)
    transport.receive(bytesOf(1))
    expect(keyPair.privateKey).toEqual(ZEROS)
    expect(keyPair.ellswift).toEqual(keyPairOf(5).ellswift)
  })

  it('wipes it too where the connection fails before there are keys (K4)', () => {
    for (const end of ['end', 'expire'] as const) {
      const keyPair = keyPairOf(5)
      const observed = new Observed(transportOf(role, { keyPair })).feed(bytesOf(20))
      expect(observed[end]().code).toBeDefined()
      expect(keyPair.privateKey).toEqual(ZEROS)
    }
  })

  it('keeps the private key where a trace was asked for (K4)', () => {
    const keyPair = keyPairOf(5)
    const { events, trace } = recorder()
    transportOf(role, { keyPair, trace }).receive(bytesOf(64))
    expect(keyPair.privateKey).toEqual(keyPairOf(5).privateKey)
    expect(find(events, 'ecdh_computed').privateKey).toEqual(keyPair.privateKey)
  })

  it('refuses a key pair that has been used and wiped (H9, K4)', () => {
    const keyPair = keyPairOf(5)
    transportOf(role, { keyPair }).receive(bytesOf(64))
    expect(() => transportOf(role, { keyPair })).toThrow(/used and wiped/)
  })

  it('shows session id and v2 only once the version packet has authenticated (S3)', () => {
    const session = sessionWith(role, { silentAfter: 'terminator', garbage: bytesOf(30) })
    const { transport, peer } = session
    expect(shown(transport)).toEqual(['version negotiation', 'detecting', undefined])
    peer.send({ contents: bytesOf(3), decoy: true })
    expect(session.run().observed.heard).toEqual(['decoy'])
    expect(shown(transport)).toEqual(['version negotiation', 'detecting', undefined])
    peer.send(version)
    const wire = peer.takeOutput()
    transport.receive(wire.subarray(0, -1))
    expect(shown(transport)).toEqual(['version negotiation', 'detecting', undefined])
    const [established] = transport.receive(wire.subarray(-1))
    const id = peer.keys?.sessionId
    expect(established).toMatchObject({ type: 'established', sessionId: id, packet: 1 })
    expect(shown(transport)).toEqual(['application', 'v2', id])
  })

  it('goes through its phases, the transport unknown (S3)', () => {
    const { transport, peer, observed } = sessionWith(role, { silentAfter: 'nothing' })
    expect(shown(transport)).toEqual(['key exchange', 'detecting', undefined])
    observed.feed(keyPairOf(role === 'initiator' ? 2 : 1).ellswift)
    expect(shown(transport)).toEqual(['garbage', 'detecting', undefined])
    peer.receive(output(transport))
    observed.feed(peer.keys?.sendGarbageTerminator ?? ZEROS)
    expect(shown(transport)).toEqual(['version negotiation', 'detecting', undefined])
  })

  it('leaves phase and transport as they were when it fails', () => {
    const session = sessionWith(role)
    session.peer.send({ ...ping, flipBits: [100] })
    expect(session.run().observed.code).toBe('AUTHENTICATION_FAILED')
    expect(shown(session.transport).slice(0, 2)).toEqual(['application', 'v2'])
    expect(session.transport.canSend).toBe(false)
    expect(() => session.transport.send(ping.contents)).toThrow(/not authentic/)
  })

  const start = (received: number, state: RemoteErrorCode) => [received, state] as const
  it.each([
    start(0, role === 'initiator' ? 'CLOSED_BEFORE_KEY' : 'CLOSED_IN_HANDSHAKE'),
    start(1, 'CLOSED_IN_HANDSHAKE'),
    start(16, 'CLOSED_IN_HANDSHAKE'),
    start(63, 'CLOSED_IN_HANDSHAKE'),
    start(64, 'CLOSED_IN_HANDSHAKE'),
    start(64 + 30, 'CLOSED_IN_HANDSHAKE'),
    start(64 + 40 + 16, 'CLOSED_IN_HANDSHAKE'),
    start(64 + 40 + 16 + 19, 'CLOSED_IN_HANDSHAKE'),
    start(64 + 40 + 16 + 20 + 1, 'CLOSED_IN_PACKET'),
    start(64 + 40 + 16 + 20 + 3, 'CLOSED_IN_PACKET'),
    start(64 + 40 + 16 + 20 + 28, 'CLOSED_IN_PACKET'),
  ])('after %i bytes a close is %s, and the time is over', (received, code) => {
    const { observed: whole } = sessionWith(role, {
      garbage: bytesOf(40),
      packets: [version, ping],
    })
    for (const end of ['end', 'expire'] as const) {
      const transport = transportOf(role)
      const observed = new Observed(transport).feed(whole.received.subarray(0, received))
      const isOver = code === 'CLOSED_IN_PACKET'
      observed[end]()
      if (end === 'end') expect(observed.code).toBe(code)
      else expect(observed.code).toBe(isOver ? undefined : 'HANDSHAKE_TIMEOUT')
      if (observed.code) observed.feed(whole.received.subarray(received))
    }
  })

  it('ends between two packets, and takes nothing after it', () => {
    const { transport, observed, peer } = sessionWith(role, { packets: [version, ping] })
    observed.end()
    expect([observed.code, observed.heard]).toEqual([undefined, ['established', 'ping']])
    for (const call of [
      () => transport.receive(bytesOf(1)),
      () => transport.receiveEnd(),
      () => transport.expire(),
    ]) {
      expect(call).toThrow(expect.objectContaining({ code: 'ALREADY_ENDED' }))
    }
    transport.send(ping.contents) // our side of the stream is still open
    peer.receive(output(transport))
    expect(peer.seen.at(-1)?.contents).toEqual(ping.contents)
  })

  it('throws its error again for each call after it', () => {
    const { transport, observed } = sessionWith(role, { terminator: 'none' })
    observed.expire()
    for (const call of [
      () => transport.receive(bytesOf(1)),
      () => transport.receiveEnd(),
      () => transport.expire(),
      () => transport.send(ping.contents),
    ]) {
      expect(call).toThrow(expect.objectContaining({ code: 'HANDSHAKE_TIMEOUT', events: [] }))
    }
  })

  it('neither sends nor opens anything after a wipe', () => {
    const { transport, peer } = sessionWith(role)
    peer.send(ping)
    const wire = peer.takeOutput()
    transport.wipe()
    expect(transport.canSend).toBe(false)
    for (const call of [() => transport.send(ping.contents), () => transport.receive(wire)]) {
      expect(call).toThrow(LocalProtocolError)
    }
    expect(transport.takeOutput()).toEqual([])
  })

  it('wipes the private key on request, without a trace', () => {
    const keyPair = keyPairOf(5)
    const transport = transportOf(role, { keyPair })
    transport.wipe()
    expect(keyPair.privateKey).toEqual(ZEROS)
    expect(() => transport.receive(bytesOf(64))).toThrow(LocalProtocolError)
  })
})

it('overwrites every secret between the private key and the ciphers (K4)', () => {
  const [{ privateKey, ellswift }, theirs] = [keyPairOf(1), keyPairOf(2).ellswift]
  const secret = v2Ecdh(privateKey, theirs, ellswift, 'initiator')
  const salt = concatBytes(Buffer.from('bitcoin_v2_shared_secret'), MAGIC)
  const { initiator, responder } = nodeSessionKeys(secret, MAGIC)
  const secrets = {
    privateKey,
    ecdhX: ellswiftEcdhXonly(theirs, privateKey),
    secret,
    prk: nodeHmac(salt, secret),
    initiatorL: initiator.L,
    initiatorP: initiator.P,
    responderL: responder.L,
    responderP: responder.P,
    terminators: concatBytes(initiator.terminator, responder.terminator),
  }
  const transport = transportOf('initiator')
  const wiped = new Set<string>()
  const { fill } = Uint8Array.prototype
  const spy = vi.spyOn(Uint8Array.prototype, 'fill').mockImplementation(function (
    this: Uint8Array,
    ...how
  ) {
    wiped.add(toHex(this))
    return fill.apply(this, how)
  })
  transport.receive(theirs)
  spy.mockRestore()
  for (const [name, value] of Object.entries(secrets)) {
    expect(wiped.has(toHex(value)), name).toBe(true)
  }
})

it('offers v1 in words, not silently, where a peer closes at once (S2)', () => {
  const { error } = new Observed(transportOf('initiator')).end()
  expect(error).toMatchObject({ code: 'CLOSED_BEFORE_KEY', row: 'S2' })
  expect(error?.message).toMatch(/v1.*not encrypted/)
})

it('lets a v1 stream end where it likes, and its time pass', () => {
  const keyPair = keyPairOf(5)
  const transport = transportOf('responder', { keyPair })
  const observed = new Observed(transport).feed(encodeV1Message(MAGIC, 'version', bytesOf(5)))
  expect(keyPair.privateKey).toEqual(ZEROS) // no use for it any more (K4)
  expect([observed.expire().code, observed.end().code]).toEqual([undefined, undefined])
  expect(() => transport.receive(bytesOf(1))).toThrow(/closed/)
})

it('gives session ids that are not its own array (S3, S5)', () => {
  const { initiator, responder } = new Pair().run()
  initiator.sessionId?.fill(0)
  expect(initiator.sessionId).toEqual(responder.sessionId)
  expect(initiator.sessionId).not.toEqual(ZEROS)
})

it('hands out its output once', () => {
  const transport = transportOf('initiator', { garbage: bytesOf(4) })
  expect([output(transport).length, output(transport).length]).toEqual([68, 0])
})
