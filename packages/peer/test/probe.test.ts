import { randomFillSync } from 'node:crypto'
import { encodeV1Message, Networks } from '@v2scope/bip324'
import { encodeMessage } from '@v2scope/messages'
import { DemoPeer, Peer, Probe, type ProbeFinding } from '@v2scope/peer'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const { magic } = Networks.regtest
const random = (length: number) => randomFillSync(new Uint8Array(length))
const unixTime = () => 1_700_000_000
const probe = (of = magic) => new Probe({ magic: of, random, unixTime })
const ascii = (text: string) => new TextEncoder().encode(text)

/** What a node answers to the question. */
function answerOf(question: Uint8Array, node = nodeOf()): Uint8Array {
  node.receive(question)
  return Uint8Array.from(node.takeOutput().flatMap(({ bytes }) => [...bytes]))
}

function nodeOf(options: Partial<ConstructorParameters<typeof Peer>[0]> = {}): Peer {
  return new Peer({
    role: 'responder',
    magic,
    random,
    now: () => 0,
    unixTime,
    userAgent: '/Satoshi:29.0.0/',
    startHeight: () => 123,
    onEvent: () => {},
    ...options,
  })
}

const NODE: ProbeFinding = {
  kind: 'node',
  version: 70016,
  userAgent: '/Satoshi:29.0.0/',
  startHeight: 123,
  services: ['P2P_V2'],
  offersV2: true,
}

describe('a probe', () => {
  it('asks with a v1 version message, and nothing else', () => {
    const { question } = probe()
    expect([...question.subarray(0, 4)]).toEqual([...magic])
    expect(new TextDecoder().decode(question.subarray(4, 11))).toBe('version')
    const seen: unknown[] = []
    const node = nodeOf({ onEvent: (event) => seen.push(event) })
    node.receive(question)
    expect(seen).toMatchObject([{ type: 'v1' }, { type: 'message' }, { type: 'version' }])
  })

  it('finds a node, in any fragmentation, with whatever follows', () => {
    const whole = answerOf(probe().question)
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: whole.length }), { maxLength: 8 }), (cuts) => {
        const asked = probe()
        const ends = [...new Set([...cuts, whole.length])].sort((a, b) => a - b)
        const found = ends.map((end, i) => asked.receive(whole.subarray(ends[i - 1] ?? 0, end)))
        expect(found.find((finding) => finding !== undefined)).toEqual(NODE)
      }),
    )
  })

  it('finds one that speaks v1 alone (S1)', () => {
    const asked = probe()
    const node = nodeOf({ transport: 'v1', services: 9n })
    expect(asked.receive(answerOf(asked.question, node))).toEqual({
      ...NODE,
      services: ['NETWORK', 'WITNESS'],
      offersV2: false,
    })
  })

  it('finds the demo node', () => {
    const asked = probe()
    const { peer } = new DemoPeer({
      role: 'responder',
      magic,
      random,
      now: () => 0,
      unixTime,
      onEvent: () => {},
    })
    expect(asked.receive(answerOf(asked.question, peer))).toMatchObject({
      kind: 'node',
      offersV2: true,
    })
  })

  it.each(Object.values(Networks).filter(({ name }) => name !== 'regtest'))(
    'finds a node of $name, by its magic',
    ({ name, magic: other }) => {
      const asked = probe()
      const answer = answerOf(probe(other).question, nodeOf({ magic: other }))
      expect(asked.receive(answer.subarray(0, 3))).toBeUndefined()
      expect(asked.receive(answer.subarray(3))).toEqual({ kind: 'other network', network: name })
    },
  )

  it.each([
    ['SSH', ascii('SSH-2.0-OpenSSH_9.6\r\n')],
    ['HTTP', ascii('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')],
    ['TLS', Uint8Array.of(0x15, 3, 1, 0, 2, 2, 70)],
    [undefined, ascii('220 mail.example.org ESMTP')],
    [undefined, Uint8Array.of(0, 1, 2, 3, 4)],
  ])('finds something else: %s', (protocol, bytes) => {
    const begins = bytes.slice(0, 32)
    expect(probe().receive(bytes)).toEqual({ kind: 'something else', protocol, begins })
    const asked = probe()
    expect(asked.receive(bytes.subarray(0, 2))).toBeUndefined()
    expect(asked.end()).toMatchObject({ kind: 'something else', begins: bytes.slice(0, 2) })
  })

  it('finds no version where the network is right, and the rest is not', () => {
    const ping = encodeV1Message(magic, 'ping', encodeMessage({ type: 'ping', nonce: 1n }))
    const short = encodeV1Message(magic, 'version', new Uint8Array(10))
    const changed = answerOf(probe().question)
    changed[40] = (changed[40] ?? 0) ^ 1
    const large = Uint8Array.of(...magic, ...ascii('version'), 0, 0, 0, 0, 0, 255, 255, 255, 255)
    const header = Uint8Array.of(...large, 0, 0, 0, 0)
    for (const answer of [ping, short, changed, header]) {
      expect(probe().receive(answer)).toEqual({ kind: 'no version' })
    }
    const asked = probe()
    expect(asked.receive(header.subarray(0, 20))).toBeUndefined()
    expect(asked.end()).toEqual({ kind: 'no version' })
  })

  it('finds nothing where nothing came', () => {
    expect(probe().end()).toEqual({ kind: 'nothing' })
  })
})
