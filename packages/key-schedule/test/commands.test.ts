import { Networks, type PacketEvent, type Rekeyed, type Role, toHex } from '@v2scope/bip324'
import { describe, expect, it } from 'vitest'
import { describeWith } from '../../../test/support/requirements.js'
import { shellTools } from '../../../test/support/shell.js'
import { bytesOf } from '../../bip324/test/support/random.js'
import {
  type KeyNode,
  type NodeKind,
  packetNodes,
  rekeyNodes,
  scheduleNodes,
} from '../src/index.js'
import { expectSame } from './expect-same.js'
import { only, traceOf } from './sessions.js'

/** Every kind: the compiler says which one is missing. */
const KINDS: Readonly<Record<NodeKind, true>> = {
  private_key: true,
  public_x: true,
  ellswift_ours: true,
  ellswift_theirs: true,
  u: true,
  t: true,
  X: true,
  Y: true,
  candidate: true,
  curve_value: true,
  legendre: true,
  x: true,
  ecdh_x: true,
  shared_secret: true,
  salt: true,
  prk: true,
  expansion: true,
  terminator: true,
  keystream: true,
  epoch_key: true,
  packet_length: true,
  packet_header: true,
  packet_contents: true,
  packet_tag_key: true,
  packet_tag: true,
}

/** The packets whose commands are run: those around each change of keys, and one between. */
const PACKETS: ReadonlySet<number> = new Set([0, 223, 224, 448])

/** Every node of a session; of packets, those of a few. */
function nodesOf(trace: ReturnType<typeof traceOf>): KeyNode[] {
  const schedule = scheduleNodes(
    only(trace, 'key_sent', 'key_received', 'ecdh_computed', 'keys_derived'),
  )
  const rekeys = only(trace, 'rekeyed')
  const packets = only(trace, 'packet_sent', 'packet_received').filter(({ number }) =>
    PACKETS.has(number),
  )
  return [
    ...schedule,
    ...rekeys.flatMap(rekeyNodes),
    ...packets.flatMap((packet) => packetNodes(packet, keysOf(packet, schedule, rekeys))),
  ]
}

function keysOf(packet: PacketEvent, schedule: readonly KeyNode[], rekeys: readonly Rekeyed[]) {
  const of = packet.type === 'packet_sent' ? 'sent' : 'received'
  const key = (cipher: Rekeyed['cipher'], first: string) => {
    const rekey = rekeys.find(
      (one) => one.of === of && one.cipher === cipher && one.epoch === packet.epoch,
    )
    const found = rekey?.newKey.output ?? schedule.find(({ id }) => id === first)?.output
    if (found === undefined) throw new Error(`no key for packet ${packet.number}`)
    return found
  }
  return { L: key('FSChaCha20', packet.lengthKey), P: key('FSChaCha20Poly1305', packet.packetKey) }
}

/** The last one of each kind: of packets, one behind two changes of keys. */
const oneOfKind = (nodes: readonly KeyNode[]): readonly KeyNode[] => [
  ...new Map(nodes.map((node) => [node.kind, node])).values(),
]

const OTHERS: readonly (readonly [name: string, role: Role, magic: Uint8Array])[] = [
  ['mainnet', 'responder', Networks.mainnet.magic],
  ['signet', 'initiator', Networks.signet.magic],
  ['a network of its own', 'responder', bytesOf(4)],
]

describeWith('the commands of the nodes, in a shell', shellTools(), () => {
  it('print the value of every node of a session', async () => {
    const { magic } = Networks.regtest
    const nodes = nodesOf(traceOf({ seed: 'every node', role: 'initiator', magic }))
    expect(new Set(nodes.map(({ kind }) => kind))).toEqual(new Set(Object.keys(KINDS)))
    await expectSame(nodes)
  }, 300_000)

  it.each(OTHERS)(
    'print the value of every kind of node on %s, as %s',
    async (seed, role, magic) => {
      const kept = oneOfKind(nodesOf(traceOf({ seed, role, magic })))
      expect(new Set(kept.map(({ kind }) => kind))).toEqual(new Set(Object.keys(KINDS)))
      await expectSame(kept)
    },
    300_000,
  )
})

describe('the nodes of a session', () => {
  const trace = traceOf({ seed: 'nodes', role: 'responder', magic: Networks.regtest.magic })
  const nodes = nodesOf(trace)
  const byId = new Map(nodes.map((node) => [node.id, node]))

  it('are linked by inputs that are what the other node gives', () => {
    const links = nodes.flatMap(({ inputs, id }) => inputs.map((input) => ({ ...input, id })))
    for (const { from, bytes, id, name } of links.filter(({ id }) => !id.startsWith('packet.'))) {
      if (from === undefined) continue
      expect(toHex(byId.get(from)?.output ?? new Uint8Array(0)), `${id}: ${name}`).toBe(
        toHex(bytes),
      )
    }
  })

  it('give g and its power for each candidate that was tried, and only the taken one is a square (K5)', () => {
    for (const whose of ['x_ours', 'x_theirs']) {
      const x = byId.get(whose)
      const tried = nodes.filter(({ id }) => id.startsWith(`${whose}.`) && id.endsWith('.legendre'))
      expect(tried.length).toBeGreaterThan(0)
      for (const node of tried) {
        const candidate = byId.get(node.id.replace('.legendre', ''))
        const isSquare = toHex(node.output) === '1'.padStart(64, '0')
        expect(isSquare, node.id).toBe(
          toHex(candidate?.output ?? new Uint8Array(0)) === toHex(x?.output ?? new Uint8Array(0)),
        )
      }
    }
  })
})
