/** Words of the page in English: what went over the wire, as a ladder. */

import type { Ending } from '../../session/ending.js'
import { bytes, count } from '../../ui/parts/format.js'

type Way = 'sent' | 'received'

const whose: Record<Way, string> = { sent: 'your', received: 'the peer’s' }

export const ladder = {
  aside: 'who sent what, in order',
  you: 'you',
  peer: 'peer',
  role: (role: 'initiator' | 'responder') => `you are the ${role}`,
  nothing: 'Nothing on the wire yet',
  nothingWhy: (role: 'initiator' | 'responder') =>
    `${role === 'initiator' ? 'Your 64-byte key goes out first.' : 'The peer’s key comes first; yours goes out at its first byte.'} Everything that crosses the wire will be drawn here as it happens.`,
  beforeFirst: 'Before the first step',
  beforeFirstWhy: 'Step on, and what crosses the wire is drawn here one after another.',
  v1: 'not encrypted: anybody can read this',
  unread: 'from here on only the two ends can read',
  dialled: {
    opening: 'The bridge is opening a port…',
    title: 'Waiting for a node to dial you',
    port: 'A port of the bridge is open for it:',
    address: 'address to dial',
    tell: 'Tell your node to dial it, once:',
    command: 'command for the node',
    v1: 'With false as the last word it dials in v1, which is not encrypted; that is shown too. The port closes when you choose another peer, stop, or leave the page.',
    custom: 'Add the option of your network, if it has one.',
    loopback: 'This address is reached from the bridge’s own machine only.',
    another: 'Another node has dialled:',
    take: 'Take it',
    takeWhy: 'ends this session, which is kept as the last one',
    missed: (n: number) =>
      `${n === 1 ? '1 more connection came and was' : `${count(n)} more connections came and were`} let go: nobody took it within 10 s. “Again” waits for the next.`,
  },
  seedOver: 'The seed’s story ends here. Send something and it goes on.',
  ways: { sent: 'you to peer', received: 'peer to you' } satisfies Record<Way, string>,
  size: (n: number) => `${count(n)} B`,
  notes: {
    key: { sent: 'looks random: your public key', received: 'looks random: the peer’s public key' },
    garbage: 'random length, hides where the key ends',
    terminatorFound: (offset: number, most: number) =>
      `found at offset ${count(offset)} of at most ${count(most)}`,
    terminatorSent: 'tells the peer where your garbage ends',
    firstDecoy: (n: number) => `authenticates the garbage, ${bytes(n)}`,
    decoy: 'means nothing; only the two ends can tell',
    version: 'empty: “I speak v2”',
    versionWithContents: (n: number) => `“I speak v2”, and ${bytes(n)} to be ignored`,
    versionAad: (said: string, n: number, of: Way) =>
      `${said} · AAD: ${whose[of]} ${bytes(n)} of garbage`,
    notUnderstood: 'what had come when the session failed',
    unread: 'who has only the wire sees no more than this',
  },
  milestones: {
    canCompute: 'both can now compute the shared secret',
    ecdh: 'ECDH: the shared secret',
    keys: 'HKDF: 4 keys, 2 terminators, session id',
    toKeys: 'show it in the key schedule',
    established: 'established',
    equal: 'established · session ids are equal',
    different: 'session ids differ: somebody is in between',
    rekeyed: (of: Way, epoch: number) =>
      `${of === 'sent' ? 'your' : 'the peer’s'} keys changed · epoch ${count(epoch)}`,
  },
  waiting: {
    what: { key: 'key', garbage: 'garbage?', packet: 'a packet is coming in' },
    part: (n: number, of: number) => `${count(n)} of ${count(of)} B`,
    soFar: (n: number) => `${count(n)} B so far`,
    noTerminator: (of: number) => `no terminator yet, of at most ${count(of)}`,
    otherNetwork: 'possibly another network: then both sides derive different keys',
  },
  /** Of one that did not fail. */
  ended: {
    us: 'You ended the session.',
    peer: 'The peer ended the session.',
    closed: 'The peer closed the connection (FIN).',
    reset: 'The connection was reset (RST): the peer, or something on the way, broke it off.',
  } satisfies Record<Ending, string>,
  failure: {
    title: 'The session failed',
    rule: (row: string) => `rule ${row}`,
    offset: (offset: number) => `at byte ${count(offset)} of what was received`,
    again: 'Again',
    v1: 'Try v1 (not encrypted)',
  },
}
