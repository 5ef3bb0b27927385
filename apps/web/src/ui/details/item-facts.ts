/** What is true of an item and has no bytes in it: nonce, key, additional data, offset. */

import { REKEY_INTERVAL } from '@v2scope/bip324'
import type { ItemDetail } from '../../session/contract.js'
import { bytes, count, hexGroups, toHexText } from '../parts/format.js'
import type { Fact } from './field-node.js'

const TEXT = {
  nonce: (number: number, epoch: number) =>
    `packet ${count(number)} of epoch ${count(epoch)}, little-endian`,
  key: (lengthKey: string) => `seals the packet; the length has a key of its own, ${lengthKey}`,
  epoch: (key: string, epoch: number) => `${key}, epoch ${count(epoch)}`,
  aad: 'the garbage before it, which this packet authenticates',
  noAad: 'only the first packet of a side has any: its garbage',
  found: 'of at most 4,111 bytes after the key',
  offset: (offset: number) => `found after ${bytes(offset)} of garbage`,
  derived: 'recv_garbage_terminator',
  derivedSend: 'send_garbage_terminator',
  derivedNote: 'half of garbage_terminators, by HKDF-Expand',
  failed: 'what was wrong',
}

const SHOWN_OF_AAD = 8

export function factsOf({ event }: ItemDetail): readonly Fact[] {
  switch (event.type) {
    case 'packet_sent':
    case 'packet_received': {
      const { number, epoch, aad, nonce, packetKey, lengthKey } = event
      const [first, ...others] = hexGroups(toHexText(nonce))
      const start = toHexText(aad.subarray(0, SHOWN_OF_AAD))
      return [
        {
          name: 'nonce',
          value: [first, others.join('')].join(' '),
          note: TEXT.nonce(number % REKEY_INTERVAL, epoch),
          row: 'C1',
        },
        {
          name: 'key',
          value: TEXT.epoch(packetKey, epoch),
          note: TEXT.key(lengthKey),
          row: 'K3',
          toKeys: true,
        },
        {
          name: 'AAD',
          value: aad.length === 0 ? 'empty' : `${bytes(aad.length)}: ${start}…`,
          note: aad.length === 0 ? TEXT.noAad : TEXT.aad,
          row: 'H6',
        },
      ]
    }
    case 'terminator_found':
      return [
        { name: 'found at', value: TEXT.offset(event.offset), note: TEXT.found, row: 'H5' },
        { name: 'value', value: TEXT.derived, note: TEXT.derivedNote, row: 'K3', toKeys: true },
      ]
    case 'terminator_sent':
      return [
        { name: 'value', value: TEXT.derivedSend, note: TEXT.derivedNote, row: 'K3', toKeys: true },
      ]
    case 'failed':
      return [{ name: event.code, value: event.message, note: TEXT.failed, row: event.row }]
    case 'v1_message':
      return [{ name: 'number', value: count(event.number), note: 'in its direction', row: 'H2' }]
    default:
      return []
  }
}
