import { concatBytes, Networks, type PacketEvent, type Role, toHex } from '@v2scope/bip324'
import { describe, expect, it } from 'vitest'
import {
  MisbehavingTransport,
  type PeerOptions,
  type SessionEvent,
  type TransportMisbehaviour,
} from '../src/index.js'
import { carry, newSide, type Side, seededRandom, TestClock } from './pair.js'

const ROLES = ['initiator', 'responder'] as const
const MISBEHAVIOURS: readonly TransportMisbehaviour[] = [
  'wrong garbage',
  'no AAD',
  'wrong terminator',
  'garbage of 4096',
  'oversized packet',
  'reserved header bits',
  'version packet with contents',
  'wrong network magic',
  'early answer',
  'private key used twice',
]
const otherThan = (role: Role): Role => (role === 'initiator' ? 'responder' : 'initiator')

interface Trial {
  readonly wrong: Side
  readonly right: Side
  readonly trace: SessionEvent[]
  readonly clock: TestClock
  readonly happened: () => number
}

/** One side misbehaves; nothing has been carried yet. */
function trial(
  misbehaviour: TransportMisbehaviour,
  role: Role,
  {
    garbage,
    decoys = 0,
    right = {},
  }: { garbage?: number; decoys?: number; right?: Partial<PeerOptions> } = {},
): Trial {
  const clock = new TestClock()
  const trace: SessionEvent[] = []
  let times = 0
  const random = seededRandom(`${misbehaviour} as ${role}`)
  const wrong = newSide(clock, {
    role,
    random,
    handshakeDecoys: decoys,
    ...(garbage !== undefined && { garbageLength: garbage }),
    trace: (event) => trace.push(event),
    makeTransport: (options) =>
      new MisbehavingTransport(options, { misbehaviour, random, onMisbehaved: () => times++ }),
  })
  const other = newSide(clock, { role: otherThan(role), garbageLength: 100, ...right })
  return { wrong, right: other, trace, clock, happened: () => times }
}

const failure = (side: Side) => {
  const event = side.events.find(({ type }) => type === 'failed')
  return event?.type === 'failed' ? event.failure : undefined
}

/** Carries all that a side has to send as one stretch. */
function carryWhole(a: Side, b: Side): void {
  const taken = ({ peer }: Side) => concatBytes(...peer.takeOutput().map(({ bytes }) => bytes))
  for (;;) {
    const fromA = taken(a)
    const fromB = taken(b)
    if (fromA.length + fromB.length === 0) return
    a.peer.receive(fromB)
    b.peer.receive(fromA)
  }
}

/** Whether what is asked for is answered, both ways. */
function answersPings({ wrong, right }: Trial): boolean {
  wrong.peer.ping()
  right.peer.ping()
  carry(wrong, right)
  return [wrong, right].every((side) => side.types().includes('pong'))
}

describe.each(ROLES)('a transport that misbehaves as %s', (role) => {
  it.each([
    ['wrong garbage', 'AUTHENTICATION_FAILED', 'P5'],
    ['no AAD', 'AUTHENTICATION_FAILED', 'P5'],
    ['garbage of 4096', 'GARBAGE_TERMINATOR_MISSING', 'H5'],
    ['oversized packet', 'PACKET_TOO_LARGE', 'P3'],
  ] as const)(
    'by %s is refused with %s (%s), however much garbage and however many decoys',
    (misbehaviour, code, row) => {
      for (const [garbage, decoys] of [
        [0, 0],
        [1, 3],
        [4095, 0],
        [undefined, 5],
      ] as const) {
        const tried = trial(misbehaviour, role, {
          decoys,
          ...(garbage !== undefined && { garbage }),
        })
        carry(tried.wrong, tried.right)
        expect(failure(tried.right)).toMatchObject({ code, row })
        expect(failure(tried.wrong)).toBeUndefined()
        expect(tried.happened()).toBe(1)
      }
    },
  )

  it.each(['wrong terminator', 'wrong network magic'] as const)(
    'by %s stalls, however much garbage and however many decoys, until the time is over (H5, S4)',
    (misbehaviour) => {
      for (const [garbage, decoys] of [
        [0, 0],
        [4095, 20],
      ] as const) {
        const tried = trial(misbehaviour, role, {
          garbage,
          decoys,
          right: { garbageLength: garbage, handshakeDecoys: decoys },
        })
        carry(tried.wrong, tried.right)
        expect(tried.wrong.types()).not.toContain('ready')
        expect(tried.wrong.types()).not.toContain('failed')
        expect(tried.right.types()).toEqual([])
        expect(tried.happened()).toBe(1)
        tried.clock.ms += 60_000
        tried.right.peer.tick()
        expect(failure(tried.right)).toMatchObject({ code: 'HANDSHAKE_TIMEOUT', row: 'S4' })
      }
    },
  )

  it.each([
    'reserved header bits',
    'version packet with contents',
    'early answer',
    'private key used twice',
  ] as const)('by %s changes nothing', (misbehaviour) => {
    const tried = trial(misbehaviour, role, { decoys: 2 })
    carry(tried.wrong, tried.right)
    expect(answersPings(tried)).toBe(true)
    expect(tried.wrong.peer.sessionId).toEqual(tried.right.peer.sessionId)
    expect(tried.happened()).toBe(1)
  })

  it.each(MISBEHAVIOURS)('by %s tells in its trace what it puts on the wire', (misbehaviour) => {
    const tried = trial(misbehaviour, role, { decoys: 2 })
    const sent: Uint8Array[] = []
    const watched: Side = {
      ...tried.wrong,
      peer: Object.create(tried.wrong.peer, {
        takeOutput: {
          value: () => {
            const chunks = tried.wrong.peer.takeOutput()
            sent.push(...chunks.map(({ bytes }) => bytes))
            return chunks
          },
        },
        receive: { value: (bytes: Uint8Array) => tried.wrong.peer.receive(bytes) },
      }),
    }
    carry(watched, tried.right)
    expect(tried.trace.map(({ seq }) => seq)).toEqual(tried.trace.map((_, i) => i))
    const told = tried.trace.filter(
      ({ type, direction }) => direction === 'sent' && type !== 'message',
    )
    const wire = concatBytes(...sent)
    expect(toHex(concatBytes(...told.map(({ bytes }) => bytes)))).toBe(toHex(wire))
    expect(tried.wrong.peer.stats?.sent.bytes).toBe(wire.length)
    for (const { bytes, fields } of tried.trace) {
      expect([0, ...fields.map(({ end }) => end)]).toEqual([
        ...fields.map(({ start }) => start),
        bytes.length,
      ])
    }
  })

  it('is told by the other side what was different in its packets (P2, H7)', () => {
    for (const [misbehaviour, differs] of [
      [
        'reserved header bits',
        ({ header, decoy }: PacketEvent) => header === (decoy ? 0xff : 0x7f),
      ],
      [
        'version packet with contents',
        ({ kind, contents }: PacketEvent) => (kind === 'version') === (contents.length === 100),
      ],
    ] as const) {
      const seen: PacketEvent[] = []
      const trace = (event: SessionEvent) => {
        if (event.type === 'packet_received') seen.push(event)
      }
      const tried = trial(misbehaviour, role, { right: { trace } })
      carry(tried.wrong, tried.right)
      tried.wrong.peer.sendDecoy(30)
      carry(tried.wrong, tried.right)
      expect(seen.length).toBeGreaterThan(4)
      expect(seen.every(differs)).toBe(true)
    }
  })

  it('keeps step across rekeys (C1, C2)', () => {
    const tried = trial('reserved header bits', role)
    carry(tried.wrong, tried.right)
    for (let n = 0; n < 500; n++) tried.wrong.peer.sendDecoy(n % 3)
    carry(tried.wrong, tried.right)
    expect(answersPings(tried)).toBe(true)
    expect(tried.right.peer.stats?.received.rekeys).toBe(2)
  })

  it('sends its oversized packet when version and verack are exchanged, and not before, in any fragmentation (P3)', () => {
    for (const pass of [carry, carryWhole]) {
      const tried = trial('oversized packet', role)
      pass(tried.wrong, tried.right)
      expect(tried.wrong.types()).toContain('ready')
      expect(tried.right.types()).toContain('ready')
      expect(tried.right.types().at(-1)).toBe('failed')
    }
  })

  it('uses its key twice with the same 64 bytes, and keeps to fresh session keys (H9)', () => {
    const keys = ['one', 'another'].map((seed) => {
      const tried = trial('private key used twice', role, { right: { random: seededRandom(seed) } })
      carry(tried.wrong, tried.right)
      const key = tried.trace.find(({ type }) => type === 'key_sent')
      return { key: key && toHex(key.bytes), id: tried.wrong.peer.sessionId }
    })
    expect(keys[0]?.key).toBe(keys[1]?.key)
    expect(keys[0]?.id).not.toEqual(keys[1]?.id)
  })
})

describe('an early answer', () => {
  it('is key and garbage before a byte has come, from a responder (H2)', () => {
    const { wrong } = trial('early answer', 'responder', { garbage: 77 })
    expect(wrong.peer.takeOutput().map(({ kind, bytes }) => [kind, bytes.length])).toEqual([
      ['key', 64],
      ['garbage', 77],
    ])
  })

  it('breaks a v1 peer, which takes it for a header: that is why a responder waits (H2)', () => {
    const tried = trial('early answer', 'responder', { right: { transport: 'v1' } })
    carry(tried.wrong, tried.right)
    expect(failure(tried.right)).toMatchObject({ code: 'V1_BAD_MAGIC' })
  })

  it('is lured out by a key that begins with the magic, from an initiator: the right ones wait (H2)', () => {
    const { wrong, right } = trial('early answer', 'initiator')
    const [key, ...rest] = wrong.peer.takeOutput().map(({ bytes }) => bytes)
    if (!key) throw new Error('no key')
    expect(toHex(key.subarray(0, 4))).toBe(toHex(Networks.regtest.magic))
    right.peer.receive(key.subarray(0, 4))
    expect(right.peer.takeOutput()).toEqual([])
    right.peer.receive(key.subarray(4, 5))
    const answer = right.peer.takeOutput()
    expect(answer.map(({ kind }) => kind)).toEqual(['key', 'garbage'])
    for (const { bytes } of answer) wrong.peer.receive(bytes)
    for (const bytes of [key.subarray(5), ...rest]) right.peer.receive(bytes)
    carry(wrong, right)
    expect(wrong.types()).toContain('ready')
  })
})
