/** Words of the page in English: with whom a session is, and how. */

import { MAX_GARBAGE_LEN } from '@v2scope/bip324'
import { MOST_HANDSHAKE_DECOYS } from '../../session/address.js'
import type { NodeAddressProblem } from '../../session/node-address.js'
import { SEED_RULE } from '../../session/seed.js'
import { count } from '../../ui/parts/format.js'
import type { Wrong } from '../../ui/setup/draft.js'

/** Why what is written is no address of a node; what to write instead. */
export const nodeProblems: Record<NodeAddressProblem, string> = {
  EMPTY: 'HOST:PORT of your node',
  PORT_MISSING: 'a custom network has no port of its own: write HOST:PORT',
  BAD_PORT: 'the port is a number from 1 to 65535',
  BRACKETS_MISSING: 'an IPv6 address goes in brackets: [2001:db8::5]:8333',
  BAD_IPV6: 'an IPv6 address in its brackets, then the port: [2001:db8::5]:8333',
  BAD_IPV4: 'an IPv4 address is four decimal numbers, 0 to 255: 203.0.113.5:8333',
  BAD_NAME: 'HOST:PORT: a name of letters, digits, hyphens and dots, or an IP address',
}

/** What is allowed, where something else is written. */
const wrong: Record<Wrong, string> = {
  node: 'address: HOST:PORT',
  seed: `seed: ${SEED_RULE}`,
  magic: 'magic: 8 hex digits',
  garbage: `garbage: 0 to ${count(MAX_GARBAGE_LEN)} bytes, or empty`,
  decoys: `decoys: 0 to ${count(MOST_HANDSHAKE_DECOYS)}`,
}

export const setup = {
  label: 'set up a session',
  title: 'Set up a session',
  open: (peer: string) => `${peer}: set up a session`,
  close: 'close',
  recording: 'recording',
  connect: 'Connect',
  show: 'Open',
  again: 'Again',
  againWhy: 'a fresh session with the same settings; this one is kept to look at',
  againLabel: 'again: a fresh session',
  changed: 'changed: Connect applies it',
  chosen: 'chosen: Open shows it',
  wrong,
  last: 'Last session',
  lastWhy: 'look at the session before this one; it is kept as it was',
  stop: 'Stop',
  stopWhy: 'ends the session; it stays to be looked at',
  asRecorded: 'as it was recorded',
  wasSo: 'as it was in the last session',
  peer: 'Peer',
  simulated: 'Simulated',
  demo: 'Demo node',
  inbound: 'A node that dials you',
  node: {
    choice: 'My node…',
    label: 'Address',
    placeholder: 'HOST:PORT',
    hint: 'a host name, an IPv4 address, or an IPv6 address in brackets; without a port: that of the network',
    problems: nodeProblems,
  },
  noBridge: 'Demo node (needs the bridge)',
  recordings: 'Recordings',
  recorded: (peer: string) => `${peer} (recorded)`,
  network: 'Network',
  custom: 'custom magic…',
  magic: 'Magic',
  magicHint: '8 hex digits',
  role: 'Role',
  roleFixed: 'you dial this peer: you are the initiator',
  roleInbound: 'the node dials you: it is the initiator',
  seed: 'Seed',
  seedHint: `everything in the session comes from it; ${SEED_RULE}`,
  random: 'random',
  leftOut: 'left out',
  dice: 'another seed',
  garbage: 'Garbage',
  garbageHint: `bytes of garbage, 0 to ${count(MAX_GARBAGE_LEN)}; empty: random`,
  decoys: 'Decoys',
  decoysHint: `decoys before your version packet, 0 to ${count(MOST_HANDSHAKE_DECOYS)}`,
}
