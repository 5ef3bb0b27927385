/** From both keys to the secret, and from it to all that the ciphers begin with (K1–K3). */

import type { Derivation, EcdhComputed, ExpansionDerivation, KeysDerived } from '@v2scope/bip324'
import { multiplyX } from './commands/field-commands.js'
import { expand, extract, part, salt as saltCommand, taggedHash } from './commands/key-commands.js'
import { given, type KeyNode, keyNode, type NodeInput, output } from './node.js'

const TAG = 'bip324_ellswift_xonly_ecdh'
const SALT = 'bitcoin_v2_shared_secret'
const MAGIC_LEN = 4

/** Nodes by their id, as far as they are there. */
export type NodesById = ReadonlyMap<string, KeyNode>

const fromTrace = ({ formula, output: bytes, row, section, secret }: Derivation) => ({
  formula,
  output: bytes,
  row,
  section,
  secret,
})

/** The output of a node, where there is one, or the value alone. */
const input = (nodes: NodesById, id: string, name: string, bytes: Uint8Array): NodeInput => {
  const node = nodes.get(id)
  return node ? output(name, node) : given(name, bytes)
}

export function sharedSecretNodes(event: EcdhComputed, nodes: NodesById): KeyNode[] {
  const { role, privateKey, ellswiftOurs, ellswiftTheirs, decodings } = event
  const theirX = decodings[1].x.output
  const ecdhX = keyNode({
    ...fromTrace(event.ecdhX),
    id: 'ecdh_x',
    kind: 'ecdh_x',
    inputs: [
      { name: 'private_key', bytes: privateKey, from: 'private_key', secret: true },
      input(nodes, 'x_theirs', 'x_theirs', theirX),
    ],
    command: () => multiplyX(privateKey, theirX),
  })
  const ours = input(nodes, 'ellswift_ours', 'ellswift_ours', ellswiftOurs)
  const theirs = input(nodes, 'ellswift_theirs', 'ellswift_theirs', ellswiftTheirs)
  const [initiator, responder] = role === 'initiator' ? [ours, theirs] : [theirs, ours]
  const secret = keyNode({
    ...fromTrace(event.sharedSecret),
    id: 'shared_secret',
    kind: 'shared_secret',
    inputs: [
      { ...initiator, name: 'ellswift_initiator' },
      { ...responder, name: 'ellswift_responder' },
      output('ecdh_x', ecdhX),
    ],
    command: () => taggedHash(TAG, initiator.bytes, responder.bytes, ecdhX.output),
  })
  return [ecdhX, secret]
}

export function derivedNodes(event: KeysDerived): KeyNode[] {
  const { row, section } = event.prk
  const magic = event.salt.subarray(-MAGIC_LEN)
  const salt = keyNode({
    id: 'salt',
    kind: 'salt',
    inputs: [given('magic', magic)],
    formula: `"${SALT}" ‖ magic`,
    output: event.salt,
    row,
    section,
    command: () => saltCommand(SALT, magic),
  })
  const prk = keyNode({
    ...fromTrace(event.prk),
    id: 'prk',
    kind: 'prk',
    formula: 'HKDF-Extract(SHA-256, salt, ikm = shared_secret)',
    inputs: [
      output('salt', salt),
      { name: 'shared_secret', bytes: event.ikm, from: 'shared_secret', secret: true },
    ],
    command: () => extract(event.ikm, event.salt),
  })
  const expansions = event.expansions.map((one) => expansionNode(one, prk))
  const whole = expansions.find(({ id }) => id === 'garbage_terminators')
  if (whole === undefined) return [salt, prk, ...expansions]
  const isFirst = event.role === 'initiator'
  return [
    salt,
    prk,
    ...expansions,
    terminatorNode('send_garbage_terminator', event.sendGarbageTerminator, whole, isFirst),
    terminatorNode('recv_garbage_terminator', event.recvGarbageTerminator, whole, !isFirst),
  ]
}

const expansionNode = (derivation: ExpansionDerivation, prk: KeyNode): KeyNode =>
  keyNode({
    ...fromTrace(derivation),
    id: derivation.name,
    kind: 'expansion',
    inputs: [output('PRK', prk)],
    command: () => expand(prk.output, derivation.name),
  })

/** One half of the expansion: the first is the initiator's. */
function terminatorNode(
  id: string,
  derivation: Derivation,
  whole: KeyNode,
  isFirst: boolean,
): KeyNode {
  const half = whole.output.length / 2
  const start = isFirst ? 0 : half
  return keyNode({
    ...fromTrace(derivation),
    id,
    kind: 'terminator',
    inputs: [output('garbage_terminators', whole)],
    command: () => part(whole.output, start, start + half),
  })
}
