/** How an element says that a term of the glossary stands in it. */

import type { WireItem } from '../../session/item.js'
import { TERM_PLACES, type TermId } from '../../words/glossary.js'
import type { FieldColour } from '../details/field-node.js'

export const isTerm = (id: string): id is TermId => Object.hasOwn(TERM_PLACES, id)

/** For an element that has the focus already, or is within one: `<button {...asTerm('decoy')}>`. */
export const asTerm = (id: TermId | undefined): { readonly 'data-term'?: TermId } =>
  id === undefined ? {} : { 'data-term': id }

const KINDS: Partial<Readonly<Record<WireItem['kind'], TermId>>> = {
  key: 'elligator_swift',
  garbage: 'garbage',
  terminator: 'garbage_terminator',
  decoy: 'decoy',
  'version packet': 'version_packet',
  'v1 message': 'v1',
}

/** Of what goes over the wire; messages have words of their own. */
export const termOfKind = (kind: WireItem['kind']): TermId | undefined => KINDS[kind]

export const TERM_OF_COLOUR: Readonly<Record<Exclude<FieldColour, 'none'>, TermId>> = {
  key: 'elligator_swift',
  garbage: 'garbage',
  terminator: 'garbage_terminator',
  length: 'length_field',
  header: 'header',
  type: 'message_type',
  payload: 'payload',
  decoy: 'decoy',
  tag: 'tag',
}

const NODES: Readonly<Record<string, TermId>> = {
  private_key: 'private_key',
  ellswift_ours: 'elligator_swift',
  ellswift_theirs: 'elligator_swift',
  ecdh_x: 'ecdh',
  shared_secret: 'tagged_hash',
  salt: 'magic',
  prk: 'prk',
  session_id: 'session_id',
  garbage_terminators: 'garbage_terminator',
  send_garbage_terminator: 'garbage_terminator',
  recv_garbage_terminator: 'garbage_terminator',
  initiator_L: 'fschacha20',
  responder_L: 'fschacha20',
  initiator_P: 'fschacha20poly1305',
  responder_P: 'fschacha20poly1305',
}

/** Of a value of the key schedule, by its id. */
export const termOfNode = (id: string): TermId | undefined =>
  Object.hasOwn(NODES, id) ? NODES[id] : undefined
