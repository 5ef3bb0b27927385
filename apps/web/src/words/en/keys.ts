/** Words of the page in English: the key schedule, as a pane and as a screen. */

import type { Expansion, XCandidate } from '@v2scope/bip324'
import type { NodeKind } from '@v2scope/key-schedule'
import { bytes, count } from '../../ui/parts/format.js'

type Way = 'sent' | 'received'

/** Nodes that have a name in words; the others are called as the BIP calls them. */
const titles = {
  private_key: 'private key',
  public_x: 'x of your public key',
  ellswift_ours: 'ElligatorSwift key, yours',
  ellswift_theirs: 'ElligatorSwift key, the peer’s',
  x_ours: 'x of your key',
  x_theirs: 'x of the peer’s key',
  ecdh_x: 'ECDH x',
  shared_secret: 'shared secret',
  salt: 'salt',
  send_garbage_terminator: 'garbage terminator, sent',
  recv_garbage_terminator: 'garbage terminator, received',
  'packet.length': 'length',
  'packet.header': 'header',
  'packet.contents': 'contents',
  'packet.tag_key': 'key of the tag',
  'packet.tag': 'tag',
}

/** In a newcomer's words. */
const notes: Readonly<Record<NodeKind, string>> = {
  private_key: 'with the peer’s public key, all that follows can be computed from it',
  public_x: 'the x coordinate that your 64 bytes on the wire stand for',
  ellswift_ours: '64 bytes that look random: u is random, t is made so that both give x',
  ellswift_theirs: '64 bytes that look random: any 64 bytes are a key',
  u: 'the first half as a field element',
  t: 'the second half as a field element',
  X: 'a step on the way to the candidates',
  Y: 'a step on the way to the candidates',
  candidate: 'one of three x that u and t may stand for; at least one lies on the curve',
  curve_value: 'a point has this x where this is a square',
  legendre: '1 for a square, p − 1 for what is none',
  x: 'the first of three candidates that lies on the curve',
  ecdh_x: 'x of the point that only the two private keys can reach',
  shared_secret: 'the hash ties the secret to both keys as they went over the wire',
  salt: 'these 24 bytes of ASCII, then the magic: keys of two networks are never the same',
  prk: 'one value of full strength, which all six are expanded from',
  expansion: 'one of six values that have nothing in common but where they come from',
  terminator: 'one half of garbage_terminators: the first is the initiator’s',
  keystream: '64 bytes that only the old key gives: the new key is half of them',
  epoch_key: 'the old key is overwritten; nobody can go back to it from this one',
  packet_length: 'bytes of contents, little-endian',
  packet_header: 'its highest bit marks a decoy',
  packet_contents: 'what the packet says',
  packet_tag_key: 'the start of the packet’s keystream, for its tag alone',
  packet_tag: 'who changes a byte can’t make the tag that goes with it',
}

const expansions: Readonly<Record<Expansion, string>> = {
  session_id: 'equal on both sides, or somebody sits between',
  garbage_terminators: 'what ends the garbage, 16 bytes for each side',
  initiator_L: 'the initiator’s lengths',
  initiator_P: 'the initiator’s packets',
  responder_L: 'the responder’s lengths',
  responder_P: 'the responder’s packets',
}

const outcomes: Readonly<Record<XCandidate['outcome'], string>> = {
  taken: 'taken',
  'not on the curve': 'not on the curve',
  'not tried': 'not tried',
}

const why: Readonly<Record<XCandidate['outcome'], string>> = {
  taken: 'g(x) is a square, its power is 1: this is the first one on the curve.',
  'not on the curve': 'g(x) is no square, its power is p − 1: no point has this x.',
  'not tried': 'One before it lies on the curve, so this one is never looked at.',
}

const ways: Readonly<Record<Way, string>> = { sent: 'you to peer', received: 'peer to you' }

export const keys = {
  label: 'key schedule',
  whole: 'Whole screen',
  empty: {
    none: 'No keys yet',
    noneWhy:
      'As soon as a key crosses the wire it stands here; with both of them, the secret and all that follows from it.',
    v1: 'No keys at all',
    v1Why: 'v1 does not encrypt: there is nothing to derive.',
    wireOnly: 'What follows from them is left out',
    wireOnlyWhy:
      'This recording holds the wire alone. Who sees only the two keys can derive nothing from them: for that it takes one of the private keys.',
  },
  columns: {
    two: 'Two keys cross the wire',
    one: 'One secret that both can compute',
    six: 'Six values, each by HKDF-Expand',
  },
  titles,
  notes,
  expansions,
  candidates: {
    outcomes,
    why,
    label: 'the three candidates, in the order of trial',
    steps: 'how u and t give x',
  },
  ways,
  secret: 'secret',
  secretWhy: 'who knows it can read this connection, or pretend to be part of it',
  given: 'given',
  givenWhy: {
    private_key: 'Drawn at random, derived from nothing: its command checks that it is a key.',
    ellswift:
      'As it crossed the wire: its command decodes it, and prints it if it gives the x below.',
  },
  network: (name: string | undefined) =>
    name === undefined ? 'a network of its own' : `the network: ${name}`,
  leftOut: 'left out of this recording: it holds no secrets',
  withheld: 'shown once the peer’s version packet has authenticated',
  hidden: (length: number) => `hidden, ${bytes(length)}`,
  hiddenCommand: 'hidden: it would tell a secret',
  inputs: 'inputs',
  copyCommand: 'Copy as command',
  ofCommand: (name: string) => `command of ${name}`,
  needs: 'bash or zsh, with OpenSSL 3 and Python 3.8 or newer; it prints the value above',
  noCommand: {
    leftOut: 'No command: it would need a secret that this recording left out.',
    tooLong: 'No command: the packet is longer than a line of a shell should be.',
  },
  goTo: (name: string) => `go to ${name}`,
  more: (length: number) => `… ${bytes(length)}`,
  nothing: 'empty',
  secrets: {
    name: 'secrets',
    shown: 'shown',
    hidden: 'hidden',
    show: 'Show secrets',
  },
  ciphers: {
    title: '… and the ciphers move on, every 224 packets',
    name: (of: Way, cipher: string) => `${ways[of]}, ${cipher}`,
    epoch: (epoch: number) => `epoch ${count(epoch)}`,
    packets: (done: number, most: number) =>
      done < most ? `${count(done)} of ${count(most)}` : count(most),
    bytes: (done: number, most: number, key: number) =>
      done < most ? `${count(done)} of ${count(most)} B` : `${count(most)} B + ${count(key)}`,
    next: (left: number) => `next keys in ${count(left)}`,
    earlier: (epochs: number) => `${count(epochs)} before`,
    core: {
      fast: 'computed by compiled code (WebAssembly)',
      reference: 'computed by the readable reference',
    },
    choose: (epoch: number) => `the key of epoch ${count(epoch)}`,
    chain: 'one key after the other',
    oldKey: 'old key',
    keystream: 'keystream of the old key',
    newKey: (epoch: number) => `new key, of epoch ${count(epoch)}`,
    before: 'the change before',
    after: 'the change after',
    asking: 'being brought …',
    gone: 'This change of keys is gone: a session keeps its latest 64 MiB.',
  },
  packet: {
    title: 'Recompute',
    why: 'each value of this packet, with a command that prints it',
  },
  screen: {
    session: 'Session',
    kinds: { live: 'live', simulated: 'simulated', recorded: 'recorded', last: 'the last one' },
    role: 'you are the',
    roles: { initiator: 'initiator', responder: 'responder' },
    print: 'Print',
    selected: 'selected:',
    nothing: 'nothing selected: choose a value, and see its inputs and its command',
    onTheWire: 'Show on the wire',
    forward: 'who has one earlier key has every later one; who has a later one has none before it',
  },
}
