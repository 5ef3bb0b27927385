/** Words of the page in English: two sessions side by side. */

import type { ComparedPhase, Difference } from '../../session/compare.js'
import type { FactName, Origin, Standing } from '../../session/compare-facts.js'
import type { Which } from '../../ui/compare/use-sides.js'
import { bytes, count, plural } from '../../ui/parts/format.js'

const facts: Record<FactName, string> = {
  peer: 'peer',
  origin: 'what it is',
  network: 'network',
  role: 'your role',
  transport: 'transport',
  seed: 'seed',
  'user agent': 'user agent of the peer',
  'garbage sent': 'garbage, yours',
  'garbage received': 'garbage, the peer’s',
  'decoys sent': 'decoys, yours',
  'decoys received': 'decoys, the peer’s',
  'key sent': 'ElligatorSwift key, yours',
  'key received': 'ElligatorSwift key, the peer’s',
  'session id': 'session id',
  'packets sent': 'packets, yours',
  'packets received': 'packets, the peer’s',
  state: 'how it stands',
  failure: 'failure',
}

const origins: Record<Origin, string> = {
  live: 'live',
  simulated: 'simulated',
  recorded: 'recorded',
}

const standings: Record<Standing, string> = {
  connecting: 'connecting',
  handshake: 'handshake under way',
  established: 'established',
  failed: 'failed',
  closed: 'closed',
}

const phases: Record<ComparedPhase, string> = {
  'key exchange': 'Key exchange',
  garbage: 'Garbage',
  'version negotiation': 'Version negotiation',
  application: 'Application',
  unread: 'Not read: the wire alone',
}

const differences: Record<Difference, string> = {
  size: 'size',
  garbage: 'garbage',
  AAD: 'AAD',
  epoch: 'epoch',
  summary: 'what it says',
}

const which: Record<Which, string> = { current: 'This session', previous: 'Last session' }

export const compare = {
  title: 'Two sessions side by side',
  sides: { left: 'Left', right: 'Right' },
  which,
  sessions: {
    simulated: (seed: string) => `simulated, seed ${seed}`,
    demo: 'with the demo node',
    inbound: 'with a node that dialled',
    live: (peer: string) => `with ${peer}`,
    recorded: (what: string, when: string | undefined) =>
      when === undefined ? what : `${what} · ${when}`,
  },
  chosen: (name: Which, session: string) => `${which[name]} · ${session}`,
  recordings: 'Open a recording',
  file: 'File…',
  fileFor: {
    left: 'Left: open a recording from a file',
    right: 'Right: open a recording from a file',
  },
  swap: 'Swap the sides',
  kept: 'What you open takes the place of what was on its side; the other side stays.',
  facts: {
    title: 'Settings and outcomes',
    fact: 'fact',
    difference: 'difference',
    names: facts,
    count: (differing: number, all: number) => `${count(differing)} of ${count(all)} differ`,
  },
  values: {
    none: 'none',
    simulatedPeer: 'simulated peer',
    demo: 'demo node',
    inbound: 'a node that dialled',
    bytes,
    origins,
    roles: { initiator: 'initiator', responder: 'responder' },
    standings,
  },
  same: 'same',
  differs: 'differs',
  rows: {
    title: 'On the wire',
    count: (differing: number, all: number) =>
      `${count(differing)} of ${plural(all, 'row')} ${differing === 1 ? 'differs' : 'differ'}`,
    onlyDifferent: 'differences only',
    times: 'aligned by phase and direction; times are shown, and not marked',
    phases,
    differences,
    list: (names: readonly string[]) => names.join(', '),
    only: { left: 'only left', right: 'only right' },
    missing: { left: 'not on the left', right: 'not on the right' },
    equal: 'No differences here.',
    nothing: 'Nothing has crossed the wire yet.',
    more: (n: number) => `Show ${count(n)} more`,
    rest: (left: number, right: number) =>
      `The handshake and the first messages after it are compared; ${count(left)} further ones on the left and ${count(right)} on the right are not.`,
    later: (offset: string) => `${offset} s`,
    laterWhy: 'how much later it crossed the wire on the right',
    aad: (n: number) => `AAD ${bytes(n)}`,
    garbage: (n: number) => `after ${bytes(n)} of garbage`,
    epoch: (n: number) => `epoch ${count(n)}`,
    toSession: 'show it in its session',
  },
  few: {
    title: 'One session is not two',
    none: 'There is no session yet.',
    why: 'The last session and this one are laid side by side here. There is only this one so far: start it again, or open a recording beside it.',
    again: 'Again',
  },
}
