import { Networks } from '@v2scope/bip324'
import { describe, expect, it } from 'vitest'
import { redact } from '../../recording/src/redact.js'
import { isLeftOut, packetNodes, rekeyNodes, scheduleNodes, tellsSecret } from '../src/index.js'
import { only, traceOf } from './sessions.js'

const { magic } = Networks.regtest
const NOTHING = new Uint8Array(0)

describe('nodes of a recording without secrets', () => {
  const whole = traceOf({ seed: 'left out', role: 'initiator', magic })
  const trace = whole.map((event) => redact({ ...event, time: 0 }))
  const schedule = scheduleNodes(
    only(trace, 'key_sent', 'key_received', 'ecdh_computed', 'keys_derived'),
  )
  const rekeys = only(trace, 'rekeyed').flatMap(rekeyNodes)
  const [packet] = only(whole, 'packet_sent')
  if (packet === undefined) throw new Error('no packet')
  const nodes = [...schedule, ...rekeys, ...packetNodes(packet, { L: NOTHING, P: NOTHING })]

  it('hold nothing where a secret was', () => {
    const secrets = nodes.filter(({ secret }) => secret)
    expect(secrets.length).toBeGreaterThan(10)
    for (const { output, id } of secrets) expect(output, id).toHaveLength(0)
  })

  it('have a command where it needs no secret, and none where it does', () => {
    for (const node of nodes) expect(node.command() === undefined, node.id).toBe(tellsSecret(node))
    expect(nodes.find(({ id }) => id === 'ellswift_ours')?.command()).toContain('python3')
    expect(nodes.find(({ id }) => id === 'session_id')?.inputs.some(isLeftOut)).toBe(true)
  })
})
