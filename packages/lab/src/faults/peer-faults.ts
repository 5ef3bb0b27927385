/** Faults of a peer that the Lab offers: what only one with keys can do wrong, in our place and in the peer's. */

import type { Misbehaviour } from '@v2scope/peer'
import type { CatalogueFault, Expected } from './catalogue-fault.js'

/** What comes of it on the other side, whoever does it. */
interface Consequence {
  readonly id: string
  readonly misbehaviour: Exclude<Misbehaviour, 'v1 instead of v2'>
  readonly rows: readonly string[]
  readonly outcome: Expected['outcome']
  /** What the other side says, where it fails at once. */
  readonly says?: { readonly code: string; readonly row: string }
  readonly nodeLog: string
}

/** bitcoind's own words. */
const LOG = {
  connected: 'v2 peer connected',
  undecryptable: 'V2 transport error: packet decryption failure',
  timeout: 'V2 handshake timeout',
}

const NOT_AUTHENTIC = { code: 'AUTHENTICATION_FAILED', row: 'P5' } as const

const CONSEQUENCES: readonly Consequence[] = [
  {
    id: 'wrong-garbage',
    misbehaviour: 'wrong garbage',
    rows: ['H6', 'P5'],
    outcome: 'fails at once',
    says: NOT_AUTHENTIC,
    nodeLog: LOG.undecryptable,
  },
  {
    id: 'no-aad',
    misbehaviour: 'no AAD',
    rows: ['H6', 'P5'],
    outcome: 'fails at once',
    says: NOT_AUTHENTIC,
    nodeLog: LOG.undecryptable,
  },
  {
    id: 'wrong-terminator',
    misbehaviour: 'wrong terminator',
    rows: ['H5', 'S4'],
    outcome: 'stalls',
    nodeLog: LOG.timeout,
  },
  {
    id: 'garbage-of-4096',
    misbehaviour: 'garbage of 4096',
    rows: ['H5', 'H1'],
    outcome: 'fails at once',
    says: { code: 'GARBAGE_TERMINATOR_MISSING', row: 'H5' },
    nodeLog: 'V2 transport error: missing garbage terminator',
  },
  {
    id: 'oversized-packet',
    misbehaviour: 'oversized packet',
    rows: ['P3'],
    outcome: 'fails at once',
    says: { code: 'PACKET_TOO_LARGE', row: 'P3' },
    nodeLog: 'V2 transport error: packet too large (4000014 bytes)',
  },
  {
    id: 'reserved-header-bits',
    misbehaviour: 'reserved header bits',
    rows: ['P2'],
    outcome: 'nothing changes',
    nodeLog: LOG.connected,
  },
  {
    id: 'version-contents',
    misbehaviour: 'version packet with contents',
    rows: ['H7'],
    outcome: 'nothing changes',
    nodeLog: LOG.connected,
  },
  {
    id: 'wrong-magic',
    misbehaviour: 'wrong network magic',
    rows: ['H5', 'K2', 'S4'],
    outcome: 'stalls',
    nodeLog: LOG.timeout,
  },
  {
    id: 'early-answer',
    misbehaviour: 'early answer',
    rows: ['H2'],
    outcome: 'nothing changes',
    nodeLog: LOG.connected,
  },
  {
    id: 'key-used-twice',
    misbehaviour: 'private key used twice',
    rows: ['H9'],
    outcome: 'nothing changes',
    nodeLog: LOG.connected,
  },
]

const WORKS: Expected = { outcome: 'nothing changes' }
/** Who knows v1 alone takes the first bytes of a key for the magic of another network. */
const takesItForV1 = (noticedBy: 'us' | 'peer'): Expected => ({
  outcome: 'fails at once',
  noticedBy,
  code: 'V1_BAD_MAGIC',
  row: 'H3',
})

/** Whoever is dialled understands both; whoever dials is not understood. */
const V1_FAULTS: readonly CatalogueFault[] = [
  {
    id: 'v1-sent',
    plan: { on: 'peer', place: 'us', misbehaviour: 'v1 instead of v2' },
    rows: ['H2', 'S2'],
    expected: {
      simulated: WORKS,
      demo: WORKS,
      bitcoind: { ...WORKS, nodeLog: 'v1 peer connected' },
    },
    asResponder: {
      simulated: takesItForV1('us'),
      bitcoind: { ...takesItForV1('us'), nodeLog: 'retrying with v1 transport protocol' },
    },
  },
  {
    id: 'v1-received',
    plan: { on: 'peer', place: 'peer', misbehaviour: 'v1 instead of v2' },
    rows: ['S2', 'H2', 'H3'],
    expected: { simulated: takesItForV1('peer') },
    asResponder: { simulated: WORKS },
  },
]

function ours({ id, misbehaviour, rows, ...rest }: Consequence): CatalogueFault {
  const { outcome, says, nodeLog } = rest
  const hungUp: Expected = { outcome, ...(says && { noticedBy: 'peer' }) }
  return {
    id: `${id}-sent`,
    plan: { on: 'peer', place: 'us', misbehaviour },
    rows,
    expected: { simulated: { ...hungUp, ...says }, demo: hungUp, bitcoind: { ...hungUp, nodeLog } },
  }
}

function thePeers({ id, misbehaviour, rows, outcome, says }: Consequence): CatalogueFault {
  return {
    id: `${id}-received`,
    plan: { on: 'peer', place: 'peer', misbehaviour },
    rows,
    expected: { simulated: { outcome, ...(says && { noticedBy: 'us', ...says }) } },
  }
}

/** First ours, then the peer's: only a simulated one can be made to misbehave. */
export const PEER_FAULTS: readonly CatalogueFault[] = [ours, thePeers].flatMap((inPlace, i) => [
  ...CONSEQUENCES.map(inPlace),
  ...V1_FAULTS.slice(i, i + 1),
])
