/** Each formula that a trace shows, evaluated by independent code; each packet opened by Node. */

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { describeVectors } from '../../../test/support/vectors.js'
import {
  type Derivation,
  ellswiftCreate,
  encodeContents,
  fromHex,
  Networks,
  type Role,
  type TraceEvent,
  toHex,
} from '../src/index.js'
import { C, P } from './support/curve.js'
import { parseFormula } from './support/formula-text.js'
import { evaluate, namesIn } from './support/formulas.js'
import { NodeOpener, nodeNonce, nodeSessionKeys } from './support/node-crypto.js'
import { bytesOf, seeded } from './support/random.js'
import { MAGIC, opposite, Pair, ROLES, transportOf } from './support/sessions.js'
import { all, expectSoundTrace, find, recorder } from './support/traces.js'

/** Every derivation in an event. */
function derivationsOf(event: TraceEvent): Derivation[] {
  switch (event.type) {
    case 'ecdh_computed': {
      const decodings = event.decodings.flatMap(({ steps, candidates, x }) => [
        ...steps,
        ...candidates,
        x,
      ])
      return [...decodings, event.ecdhX, event.sharedSecret]
    }
    case 'keys_derived': {
      const { prk, expansions, sendGarbageTerminator, recvGarbageTerminator } = event
      return [prk, ...expansions, sendGarbageTerminator, recvGarbageTerminator]
    }
    case 'rekeyed':
      return [event.newKey]
    default:
      return []
  }
}

const NOT_INPUTS: readonly string[] = ['SHA-256']

function expectFormulasToHold(events: readonly TraceEvent[]): number {
  const derivations = events.flatMap(derivationsOf)
  for (const derivation of derivations) {
    const { name, formula, inputs, output } = derivation
    expect(toHex(evaluate(derivation)), `${name} = ${formula}`).toBe(toHex(output))
    const names = [...namesIn(parseFormula(formula))].filter(
      (used) => !NOT_INPUTS.includes(used) && used !== name,
    )
    expect(Object.keys(inputs).sort(), formula).toEqual(names.sort())
    if (inputs.c) expect(BigInt(`0x${toHex(inputs.c)}`)).toBe(C)
  }
  return derivations.length
}

/** The chain of the key exchange: what one step gives is what the next takes. */
function expectChain(events: readonly TraceEvent[]): void {
  const ecdh = find(events, 'ecdh_computed')
  const keys = find(events, 'keys_derived')
  for (const { steps, candidates, x } of ecdh.decodings) {
    const known = new Map<string, string>()
    for (const { name, inputs, output } of [...steps, ...candidates, x]) {
      for (const [input, value] of Object.entries(inputs)) {
        if (known.has(input)) expect(toHex(value), `${input} of ${name}`).toBe(known.get(input))
      }
      known.set(name, toHex(output))
    }
    const taken = candidates.find(({ outcome }) => outcome === 'taken')
    expect(x.formula).toBe(`XSwiftEC(u, t) = ${taken?.name}`)
    expect(toHex(x.output)).toBe(taken && toHex(taken.output))
  }
  const [ours, theirs] = ecdh.decodings
  expect(ours.steps[0]?.inputs.ellswift).toEqual(ecdh.ellswiftOurs)
  expect(theirs.steps[0]?.inputs.ellswift).toEqual(ecdh.ellswiftTheirs)
  expect(ecdh.ecdhX.inputs.x_theirs).toEqual(theirs.x.output)
  expect(ecdh.ecdhX.inputs.private_key).toEqual(ecdh.privateKey)
  expect(ecdh.sharedSecret.inputs.ecdh_x).toEqual(ecdh.ecdhX.output)
  expect([keys.ikm, keys.prk.inputs.shared_secret]).toEqual([
    ecdh.sharedSecret.output,
    ecdh.sharedSecret.output,
  ])
  const magic = keys.prk.inputs.magic ?? new Uint8Array()
  expect(
    Buffer.from(keys.salt).equals(Buffer.concat([Buffer.from('bitcoin_v2_shared_secret'), magic])),
  ).toBe(true)
  for (const { name, info, inputs } of keys.expansions) {
    expect(Buffer.from(info).toString()).toBe(name)
    expect(inputs.PRK).toEqual(keys.prk.output)
  }
}

it.each(ROLES)('holds for random keys, garbage and networks, as %s (K1–K5)', (role: Role) => {
  const magics = fc.constantFrom(...Object.values(Networks).map(({ magic }) => magic), bytesOf(4))
  fc.assert(
    fc.property(
      fc.nat(),
      fc.uint8Array({ minLength: 64, maxLength: 64 }),
      magics,
      (seed, key, magic) => {
        const { events, trace } = recorder()
        const keyPair = ellswiftCreate(seeded(seed))
        transportOf(role, { keyPair, magic, trace }).receive(key)
        expect(expectFormulasToHold(events)).toBe(2 * 8 + 2 + 9)
        expectChain(events)
      },
    ),
    { numRuns: 12 },
  )
})

describeVectors('formulas of the special cases (K5)', (load) => {
  const rows = load('ellswift_decode')
  const keys = rows.map(({ ellswift = '' }) => fromHex(ellswift))
  const integer = (bytes: Uint8Array) => BigInt(`0x${toHex(bytes)}`) % P
  const special = (key: Uint8Array) => {
    const [u, t] = [integer(key.subarray(0, 32)), integer(key.subarray(32))]
    const kinds = [u === 0n && 'u = 0', t === 0n && 't = 0']
    const [u1, t1] = [u || 1n, t || 1n]
    return [...kinds, (u1 ** 3n + t1 ** 2n + 7n) % P === 0n && 'u³ + t² + 7 = 0'].filter(Boolean)
  }

  it('are all there', () => {
    expect(new Set(keys.flatMap(special))).toEqual(new Set(['u = 0', 't = 0', 'u³ + t² + 7 = 0']))
  })

  it('hold for every row', () => {
    const outcomes = new Set<string>()
    for (const [i, key] of keys.entries()) {
      const { events, trace } = recorder()
      transportOf('responder', { trace }).receive(key)
      expectFormulasToHold(events)
      expectChain(events)
      const [, theirs] = find(events, 'ecdh_computed').decodings
      expect(toHex(theirs.x.output)).toBe(rows[i]?.x)
      outcomes.add(theirs.candidates.map(({ outcome }) => outcome).join(', '))
    }
    expect([...outcomes].sort()).toEqual([
      'not on the curve, not on the curve, taken',
      'not on the curve, taken, not tried',
      'taken, not tried, not tried',
    ])
  }, 30_000)
})

it('shows packets, nonces, keys and AAD with which Node opens the wire (C1, C2, H6)', () => {
  const traces = { initiator: recorder(), responder: recorder() }
  const pair = new Pair({
    initiator: { garbage: bytesOf(12), decoys: [bytesOf(6)], trace: traces.initiator.trace },
    responder: { garbage: bytesOf(99), trace: traces.responder.trace },
  }).run()
  for (let i = 0; i < 460; i++) {
    for (const role of ROLES) {
      pair[role].send(encodeContents('ping', bytesOf(i % 20)), { decoy: i % 3 === 0 })
    }
    if (i % 50 === 0) pair.run()
  }
  pair.run()
  for (const role of ROLES) {
    const { events } = traces[role]
    expectSoundTrace(events)
    const { ikm } = find(events, 'keys_derived')
    const keys = nodeSessionKeys(ikm, MAGIC)
    for (const [type, from] of [
      ['packet_sent', role],
      ['packet_received', opposite(role)],
    ] as const) {
      const opener = new NodeOpener(keys[from].L, keys[from].P)
      for (const [number, packet] of all(events, type).entries()) {
        const { rest, packet: opened } = opener.open(packet.bytes, packet.aad)
        const { length, header, contents, epoch, nonce, tag, bytes } = packet
        expect([rest.length, packet.number, epoch]).toEqual([0, number, Math.floor(number / 224)])
        expect({ length, header, contents }).toEqual(opened)
        expect(nonce).toEqual(nodeNonce(number % 224, epoch))
        expect(tag).toEqual(bytes.slice(-16))
        expect([packet.lengthKey, packet.packetKey]).toEqual([`${from}_L`, `${from}_P`])
        expect(packet.aad).toHaveLength(number > 0 ? 0 : from === 'initiator' ? 12 : 99)
      }
    }
    // two directions, two ciphers, two changes of key
    expect(expectFormulasToHold(all(events, 'rekeyed'))).toBe(8)
  }
})

it('tells each change of key right after the last packet of the old one (C1, C2)', () => {
  for (const byteByByte of [true, false]) {
    const { events, trace } = recorder()
    const pair = new Pair({ initiator: { trace } }, byteByByte ? [1] : []).run()
    for (let i = 0; i < 222; i++) pair.responder.send(encodeContents('ping', bytesOf(8)))
    pair.run()
    pair.responder.send(encodeContents('pong', bytesOf(8)))
    const last = pair.responder.takeOutput()[0]?.bytes ?? new Uint8Array()
    pair.initiator.receive(last.subarray(0, 10))
    pair.initiator.send(encodeContents('ping', bytesOf(8))) // in the midst of packet 223
    pair.initiator.receive(last.subarray(10))
    const types = events.slice(-5).map(({ type, direction }) => `${type} ${direction}`)
    expect(types).toEqual([
      'message sent',
      'packet_received received',
      'message received',
      'rekeyed local',
      'rekeyed local',
    ])
    const keyNames = all(events, 'rekeyed').map(({ of, key, epoch }) => [of, key, epoch])
    expect(keyNames).toEqual([
      ['received', 'responder_L', 1],
      ['received', 'responder_P', 1],
    ])
  }
})
