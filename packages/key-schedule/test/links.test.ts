import { Networks, type Role } from '@v2scope/bip324'
import { describe, expect, it } from 'vitest'
import { nodeOfField, placeOfNode, rekeyNodes, scheduleNodes } from '../src/index.js'
import { only, traceOf } from './sessions.js'

const ROLES: readonly Role[] = ['initiator', 'responder']

describe.each(ROLES)('fields and nodes of an %s', (role) => {
  const trace = traceOf({ seed: 'links', role, magic: Networks.regtest.magic })
  const rekeys = only(trace, 'rekeyed')
  const nodes = [
    ...scheduleNodes(only(trace, 'key_sent', 'key_received', 'ecdh_computed', 'keys_derived')),
    ...rekeys.flatMap(rekeyNodes),
  ]
  const ids = new Set(nodes.map(({ id }) => id))
  const packets = only(trace, 'packet_sent', 'packet_received')

  it('leads from every field of a key, a terminator and a packet to a node that is there', () => {
    const events = only(trace, 'key_sent', 'key_received', 'terminator_sent', 'terminator_found')
    for (const event of [...events, ...packets]) {
      for (const { name } of event.fields) {
        const id = nodeOfField(event, name)
        expect(ids.has(id ?? ''), `${event.type} ${name}: ${id}`).toBe(true)
      }
    }
  })

  it('leads from a key of a cipher to the first packet under it, and back (C1, C2)', () => {
    const keys = nodes.filter(({ id, kind }) => kind === 'epoch_key' || /_[LP]$/.test(id))
    expect(keys).toHaveLength(4 + 8)
    for (const { id } of keys) {
      const place = placeOfNode(id, role)
      if (place?.item !== 'packet') throw new Error(`${id} leads to no packet`)
      const packet = packets.find(
        ({ direction, number }) => direction === place.direction && number === place.number,
      )
      if (packet === undefined) throw new Error(`${id} leads to a packet that is not there`)
      expect(packet.number % 224).toBe(0)
      expect(nodeOfField(packet, place.field)).toBe(id)
    }
  })

  it('leads from a half of our key to that half on the wire, and from a secret nowhere', () => {
    expect(placeOfNode('x_ours.t', role)).toEqual({ item: 'key', direction: 'sent', half: 't' })
    expect(placeOfNode('ellswift_theirs', role)).toEqual({
      item: 'key',
      direction: 'received',
    })
    expect(placeOfNode('session_id', role)).toEqual({ item: 'session id' })
    for (const id of ['ecdh_x', 'shared_secret', 'prk', 'salt']) {
      expect(placeOfNode(id, role)).toBeUndefined()
    }
  })

  it('knows no node behind garbage, or behind what is no event of the wire', () => {
    expect(nodeOfField({ type: 'garbage_sent' }, 'garbage')).toBeUndefined()
    expect(nodeOfField({ type: 'state_changed' }, 'u')).toBeUndefined()
  })
})
