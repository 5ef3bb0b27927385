/** What is true of an item and has no bytes in it: nonce, key, additional data, offset. */

import { REKEY_INTERVAL } from '@v2scope/bip324'
import type { ItemDetail } from '../../session/detail.js'
import type { Words } from '../../words/words.js'
import type { FactKind } from '../explanations.js'
import { count, hexGroups, toHexText } from '../parts/format.js'
import type { Fact } from './field-node.js'

const SHOWN_OF_AAD = 8

export function factsOf({ event }: ItemDetail, words: Words): readonly Fact[] {
  const { details, explain, failures } = words
  const TEXT = details.notes
  const fact = (kind: FactKind, rest: Omit<Fact, 'kind' | 'name'>): Fact => ({
    kind,
    name: explain.facts[kind].name,
    ...rest,
  })
  const derived = (value: string) =>
    fact('value', { value, note: TEXT.derived, row: 'K3', toKeys: true })
  switch (event.type) {
    case 'packet_sent':
    case 'packet_received': {
      const { number, epoch, packetKey, lengthKey } = event
      const nonce = TEXT.nonce(number % REKEY_INTERVAL, epoch)
      const key = TEXT.epoch(packetKey, epoch)
      return [
        fact('nonce', { value: showNonce(event.nonce), note: nonce, row: 'C1' }),
        fact('key', { value: key, note: TEXT.key(lengthKey), row: 'K3', toKeys: true }),
        fact('aad', { ...showAad(event.aad, TEXT), row: 'H6' }),
      ]
    }
    case 'terminator_found': {
      const value = TEXT.offset(event.offset)
      const found = fact('found at', { value, note: TEXT.found, row: 'H5' })
      return [found, derived('recv_garbage_terminator')]
    }
    case 'terminator_sent':
      return [derived('send_garbage_terminator')]
    case 'failed': {
      const { code, message, row } = event
      const value = failures.what(code, message)
      return [{ kind: 'failure', name: code, value, note: TEXT.failed, row }]
    }
    case 'v1_message':
      return [fact('number', { value: count(event.number), note: TEXT.number, row: 'H2' })]
    default:
      return []
  }
}

function showNonce(nonce: Uint8Array): string {
  const [first, ...others] = hexGroups(toHexText(nonce))
  return [first, others.join('')].join(' ')
}

function showAad(aad: Uint8Array, TEXT: Words['details']['notes']): Pick<Fact, 'value' | 'note'> {
  if (aad.length === 0) return { value: TEXT.empty, note: TEXT.noAad }
  const start = toHexText(aad.subarray(0, SHOWN_OF_AAD))
  return { value: TEXT.aadStart(aad.length, start), note: TEXT.aad }
}
