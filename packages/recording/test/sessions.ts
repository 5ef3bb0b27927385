/** Sessions of real peers in memory, as recordings of everything. */

import { concatBytes, ellswiftKeyPair, fromHex, Networks, toHex } from '@v2scope/bip324'
import {
  type HandshakePlan,
  MisbehavingPeer,
  type PeerOptions,
  type SessionEvent,
} from '@v2scope/peer'
import fc from 'fast-check'
import { carry, newSide, type Side, seededRandom, TestClock } from '../../peer/test/pair.js'
import type { Recording, SessionFailure, SessionSettings, TimedEvent } from '../src/index.js'

/** What our side put on the wire, and what came in. */
export interface Recorded {
  readonly recording: Recording
  readonly wire: { readonly sent: Uint8Array; readonly received: Uint8Array }
}

export interface Plan {
  readonly seed: string
  readonly role: 'initiator' | 'responder'
  readonly garbage: number
  readonly decoys: number
  /** What is sent after the handshake: sizes of decoys, or pings. Whose: ours or theirs. */
  readonly traffic: readonly {
    readonly isOurs: boolean
    readonly decoy?: number
    readonly wait: number
  }[]
}

export const plans: fc.Arbitrary<Plan> = fc.record({
  seed: fc.string({ minLength: 1, maxLength: 64 }),
  role: fc.constantFrom('initiator' as const, 'responder' as const),
  garbage: fc.nat(200),
  decoys: fc.nat(3),
  traffic: fc.array(
    fc.record(
      { isOurs: fc.boolean(), decoy: fc.nat(400), wait: fc.constantFrom(0, 0, 1.25, 30) },
      { requiredKeys: ['isOurs', 'wait'] },
    ),
    { maxLength: 12 },
  ),
})

/** Packets of a direction that one key serves (C1). */
const REKEY_INTERVAL = 224

/** No message has it (A5). */
const UNKNOWN_SHORT_ID = 0xff

/** Goes through two rekeys in both directions. */
export const acrossRekeys: Plan = {
  seed: 'across rekeys',
  role: 'initiator',
  garbage: 17,
  decoys: 2,
  traffic: Array.from({ length: 2 * 2 * REKEY_INTERVAL + 20 }, (_, n) => ({
    isOurs: n % 2 === 0,
    decoy: n % 7,
    wait: n % 3,
  })),
}

export const aPlan: Plan = {
  seed: 'a session',
  role: 'initiator',
  garbage: 40,
  decoys: 1,
  traffic: [
    { isOurs: true, wait: 5 },
    { isOurs: false, decoy: 30, wait: 0.5 },
    { isOurs: true, decoy: 0, wait: 0 },
  ],
}

export function v2Session(plan: Plan): Recorded {
  const ours = ourSide(plan)
  const { clock, us, options } = ours
  const them = newSide(clock, {
    ...options,
    role: otherThan(plan.role),
    random: seededRandom(`${plan.seed}/theirs`),
    trace: () => {},
  })
  carry(us, them)
  for (const { isOurs, decoy, wait } of plan.traffic) {
    clock.ms += wait
    const { peer } = isOurs ? us : them
    if (decoy === undefined) peer.ping()
    else peer.sendDecoy(decoy)
    carry(us, them)
  }
  return toRecorded(plan, ours)
}

/** Both sides speak v1, or the other side alone: then ours finds out. */
export function v1Session(seed: string, role: 'initiator' | 'responder'): Recorded {
  const plan = { ...aPlan, seed, role }
  const ours = ourSide(plan, role === 'initiator' ? { transport: 'v1' } : {})
  const { clock, us, options } = ours
  const them = newSide(clock, {
    ...options,
    role: otherThan(role),
    random: seededRandom(`${seed}/theirs`),
    ...(role === 'responder' && { transport: 'v1' as const }),
    trace: () => {},
  })
  carry(us, them)
  us.peer.ping()
  carry(us, them)
  return toRecorded(plan, ours)
}

/** With a peer that breaks the protocol. */
export function failedSession(
  seed: string,
  misbehaviour: HandshakePlan & { garbage?: Uint8Array },
): Recorded {
  const plan = { ...aPlan, seed }
  const ours = ourSide(plan)
  const { us } = ours
  const random = seededRandom(`${seed}/theirs`)
  const them = new MisbehavingPeer({
    role: 'responder',
    magic: Networks.regtest.magic,
    keyPair: ellswiftKeyPair(random(32), random),
    ...misbehaviour,
  })
  for (let n = 0; n < 10; n++) {
    for (const { bytes } of us.peer.takeOutput()) them.receive(bytes)
    const bytes = them.takeOutput()
    if (bytes.length > 0) us.peer.receive(bytes)
    if (us.types().includes('failed')) break
  }
  if (!us.types().includes('failed')) us.peer.receiveEnd()
  us.peer.takeOutput()
  return toRecorded(plan, ours)
}

const FAILURES: Readonly<Record<string, HandshakePlan & { garbage?: Uint8Array }>> = {
  'a changed packet': {
    packets: [{ contents: new Uint8Array(0) }, { contents: new Uint8Array(9), flipBits: [100] }],
  },
  'a packet too large': {
    packets: [
      { contents: new Uint8Array(0) },
      { contents: new Uint8Array(9), announce: 5_000_000 },
    ],
  },
  'no terminator': { terminator: 'none', garbage: new Uint8Array(4200) },
  'an end within the garbage': { silentAfter: 'garbage', garbage: new Uint8Array(77) },
  'a v1 peer': { before: fromHex(`fabfb5da${'76657273696f6e0000000000'}000000000000`) },
  'messages that are none': {
    packets: [
      { contents: new Uint8Array(0) },
      { contents: Uint8Array.of(UNKNOWN_SHORT_ID, 1, 2) },
      { contents: new Uint8Array(0) },
    ],
  },
  'nothing at all': { silentAfter: 'nothing' },
}

/** One of every kind, by its name. */
export const KINDS: readonly (readonly [name: string, make: () => Recorded])[] = [
  ['v2', () => v2Session(aPlan)],
  ['v2 as a responder', () => v2Session({ ...aPlan, role: 'responder' })],
  ['across rekeys', () => v2Session(acrossRekeys)],
  ['v1', () => v1Session('v1', 'initiator')],
  ['v1 that was detected', () => v1Session('v1', 'responder')],
  ...Object.entries(FAILURES).map(
    ([name, misbehaviour]) => [name, () => failedSession(name, misbehaviour)] as const,
  ),
]

/** What the clock of a test begins with, in ms. */
const START = new TestClock().ms

const otherThan = (role: 'initiator' | 'responder') =>
  role === 'initiator' ? 'responder' : 'initiator'

interface OurSide {
  readonly clock: TestClock
  readonly us: Side
  readonly events: TimedEvent[]
  readonly taps: Taps
  readonly transport: 'v2' | 'v1'
  readonly options: Partial<PeerOptions>
}

function ourSide({ seed, role, garbage, decoys }: Plan, more: Partial<PeerOptions> = {}): OurSide {
  const clock = new TestClock()
  const events: TimedEvent[] = []
  const options = { garbageLength: garbage, handshakeDecoys: decoys }
  const us = newSide(clock, {
    ...options,
    role,
    random: seededRandom(seed),
    trace: (event: SessionEvent) => events.push({ ...event, time: clock.ms - START }),
    ...more,
  })
  return { clock, us, events, taps: tap(us), transport: more.transport ?? 'v2', options }
}

interface Taps {
  readonly sent: Uint8Array[]
  readonly received: Uint8Array[]
}

/** Notes what goes in and out of a peer. */
function tap({ peer }: Side): Taps {
  const taps: Taps = { sent: [], received: [] }
  const takeOutput = peer.takeOutput.bind(peer)
  const receive = peer.receive.bind(peer)
  peer.takeOutput = () => {
    const output = takeOutput()
    taps.sent.push(...output.map(({ bytes }) => bytes))
    return output
  }
  peer.receive = (bytes) => {
    taps.received.push(bytes.slice())
    receive(bytes)
  }
  return taps
}

function toRecorded({ seed, role, garbage, decoys }: Plan, session: OurSide): Recorded {
  const { us, events, clock, taps, transport } = session
  const failed = us.events.find((event) => event.type === 'failed')
  const settings: SessionSettings = {
    peer: 'simulated',
    seed,
    network: 'regtest',
    magic: Networks.regtest.magic,
    garbage,
    decoys,
    role,
    transport,
  }
  const failure: SessionFailure | undefined = failed && {
    ...failed.failure,
    v1MayWork: false,
    afterSeq: events.findLast(({ direction }) => direction !== 'local')?.seq ?? -1,
  }
  const { sessionId, stats, peerVersion, waiting } = us.peer
  const recording: Recording = {
    level: 'secrets',
    application: 'v2scope 0.1.0',
    origin: 'simulated',
    settings,
    events,
    standing: {
      state: failure ? 'failed' : 'ready',
      phase: 'application',
      transport: us.peer.transport,
      ...(sessionId && { sessionId: toHex(sessionId), peerReportedSessionId: toHex(sessionId) }),
      ...(stats && { stats: { sent: { ...stats.sent }, received: { ...stats.received } } }),
      ...(waiting && { waiting }),
      ...(peerVersion && {
        peerVersion: {
          userAgent: `${peerVersion.userAgent} \u2016 \ud83d\ude00`,
          version: peerVersion.version,
          services: ['NODE_P2P_V2'],
          startHeight: peerVersion.startHeight,
        },
      }),
      ...(failure && { failure }),
      latencyMs: 1.5,
      droppedBytes: 0,
    },
    time: clock.ms - START,
    view: { selected: 0, field: '3.0.1' },
  }
  return {
    recording,
    wire: { sent: concatBytes(...taps.sent), received: concatBytes(...taps.received) },
  }
}
