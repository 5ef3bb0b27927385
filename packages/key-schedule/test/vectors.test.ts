import {
  fromHex,
  Networks,
  PacketCipher,
  type PacketEvent,
  type Role,
  type TraceEvent,
  toHex,
  V2Transport,
} from '@v2scope/bip324'
import { expect, it } from 'vitest'
import { describeWith } from '../../../test/support/requirements.js'
import { shellTools } from '../../../test/support/shell.js'
import { loadVectors, type Vector, vectorsDir } from '../../../test/support/vectors.js'
import { keyPairOf } from '../../bip324/test/support/random.js'
import { type KeyNode, packetNodes, scheduleNodes } from '../src/index.js'
import { expectSame } from './expect-same.js'
import { only } from './sessions.js'

const NOTHING = new Uint8Array(0)
const REKEY_INTERVAL = 224

/** A column's value; a column that isn't there is a mistake of the test. */
function column(row: Vector, name: string): string {
  const value = row[name]
  if (value === undefined) throw new Error(`no column ${name}`)
  return value
}
const bytes = (row: Vector, name: string) => fromHex(column(row, name))

interface Keys {
  readonly role: Role
  readonly privateKey: Uint8Array
  readonly ours: Uint8Array
  readonly theirs: Uint8Array
}

/** The nodes of a mainnet session with these keys. */
function scheduleOf({ role, privateKey, ours, theirs }: Keys): ReadonlyMap<string, KeyNode> {
  const events: TraceEvent[] = []
  const transport = new V2Transport({
    role,
    magic: Networks.mainnet.magic,
    keyPair: { privateKey: privateKey.slice(), ellswift: ours },
    garbage: NOTHING,
    trace: (event) => events.push(event),
  })
  transport.receive(theirs)
  const nodes = scheduleNodes(
    only(events, 'key_sent', 'key_received', 'ecdh_computed', 'keys_derived'),
  )
  return new Map(nodes.map((node) => [node.id, node]))
}

const decodingOf = (theirs: Uint8Array) => {
  const { privateKey, ellswift: ours } = keyPairOf(1)
  return scheduleOf({ role: 'initiator', privateKey, ours, theirs })
}

const encodingOf = (ours: Uint8Array) => {
  const { privateKey } = keyPairOf(1)
  return scheduleOf({ role: 'initiator', privateKey, ours, theirs: keyPairOf(2).ellswift })
}

const nodesOf = (nodes: ReadonlyMap<string, KeyNode>, ...ids: readonly string[]) =>
  ids.flatMap((id) => nodes.get(id) ?? [])

const dir = vectorsDir()
const shell = shellTools()
const needs = 'missing' in dir ? dir : shell

describeWith("the BIP's vectors, recomputed in a shell", needs, () => {
  it('decode, with u, t and x each by its command (K5)', async () => {
    const nodes = (loadVectors('ellswift_decode') ?? []).map((row) => {
      const decoded = decodingOf(bytes(row, 'ellswift'))
      expect(toHex(decoded.get('x_theirs')?.output ?? NOTHING)).toBe(column(row, 'x'))
      return nodesOf(decoded, 'x_theirs.u', 'x_theirs.t', 'x_theirs')
    })
    expect(nodes).toHaveLength(76)
    // the same arithmetic each time: the special cases are the first ones, and every twelfth will do
    await expectSame(nodes.filter((_, i) => i < 6 || i % 12 === 0).flat())
  }, 300_000)

  it('encode, in each of the eight cases (K6)', async () => {
    const rows = loadVectors('xswiftec_inv') ?? []
    const nodes = Array.from({ length: 8 }, (_, which) => {
      const row = rows.find((one) => column(one, `case${which}_t`) !== '')
      if (row === undefined) throw new Error(`no vector of case ${which}`)
      const ours = fromHex(column(row, 'u') + column(row, `case${which}_t`))
      const [node] = nodesOf(encodingOf(ours), 'ellswift_ours')
      if (node === undefined) throw new Error('no key of ours')
      expect(node.given).toBe(false)
      expect(node.formula).toContain(`case ${which}`)
      return node
    })
    await expectSame(nodes)
  }, 300_000)

  it('derive keys and encrypt packets (K1–K3, C1, C2, P1)', async () => {
    for (const row of loadVectors('packet_encoding') ?? []) {
      const role: Role = column(row, 'in_initiating') === '1' ? 'initiator' : 'responder'
      const nodes = scheduleOf({
        role,
        privateKey: bytes(row, 'in_priv_ours'),
        ours: bytes(row, 'in_ellswift_ours'),
        theirs: bytes(row, 'in_ellswift_theirs'),
      })
      const output = (id: string) => toHex(nodes.get(id)?.output ?? NOTHING)
      expect(output('public_x')).toBe(column(row, 'mid_x_ours'))
      expect(output('ecdh_x')).toBe(column(row, 'mid_x_shared'))
      expect(output('session_id')).toBe(column(row, 'out_session_id'))
      const packet = packetOf(row, nodes, role)
      await expectSame([
        ...nodesOf(nodes, 'public_x', 'ecdh_x', 'shared_secret', 'session_id'),
        // the largest ones would make a line that no shell is given
        ...packet.filter(({ command }) => command() !== undefined),
      ])
    }
  }, 300_000)
})

/** The nodes of the vector's packet, with the keys of its epoch. */
function packetOf(row: Vector, nodes: ReadonlyMap<string, KeyNode>, role: Role): KeyNode[] {
  const keys = { L: nodes.get(`${role}_L`)?.output, P: nodes.get(`${role}_P`)?.output }
  if (keys.L === undefined || keys.P === undefined) throw new Error('no keys')
  let [L, P] = [keys.L, keys.P]
  const cipher = new PacketCipher(L, P, {
    L: ({ newKey, epoch }) => {
      if (epoch <= Math.floor(number / REKEY_INTERVAL)) L = newKey
    },
    P: ({ newKey, epoch }) => {
      if (epoch <= Math.floor(number / REKEY_INTERVAL)) P = newKey
    },
  })
  const number = Number(column(row, 'in_idx'))
  for (let n = 0; n < number; n++) cipher.encrypt(NOTHING)
  const one = bytes(row, 'in_contents')
  const contents = new Uint8Array(one.length * Number(column(row, 'in_multiply')))
  for (let at = 0; at < contents.length; at += one.length) contents.set(one, at)
  const [ignore, aad] = [column(row, 'in_ignore') === '1', bytes(row, 'in_aad')]
  const wire = cipher.encrypt(contents, { ignore, aad })
  expect(toHex(wire).endsWith(column(row, 'out_ciphertext_endswith'))).toBe(true)
  const epoch = Math.floor(number / REKEY_INTERVAL)
  const nonce = new Uint8Array(12)
  new DataView(nonce.buffer).setUint32(0, number % REKEY_INTERVAL, true)
  new DataView(nonce.buffer).setUint32(4, epoch, true)
  const event: PacketEvent = {
    type: 'packet_sent',
    seq: 0,
    role,
    direction: 'sent',
    bytes: wire,
    fields: [],
    kind: 'message',
    decoy: ignore,
    number,
    epoch,
    length: contents.length,
    header: ignore ? 0x80 : 0,
    contents,
    tag: wire.slice(-16),
    nonce,
    aad,
    lengthKey: `${role}_L`,
    packetKey: `${role}_P`,
  }
  return packetNodes(event, { L, P })
}
