/** From an item's detail to its tree of fields and its bytes: names and words, nothing decoded. */

import { LENGTH_FIELD_LEN, REKEY_INTERVAL } from '@v2scope/bip324'
import { FIELD_SOURCES, isKnownType, TYPE_SOURCES } from '@v2scope/messages'
import type { FieldPart, ItemDetail, Located, Portion } from '../../session/detail.js'
import type { WireItem } from '../../session/item.js'
import { plainBytes } from '../../session/plain-bytes.js'
import type { Words } from '../../words/words.js'
import type { ShownField } from '../explanations.js'
import { count, hexGroups, toHexText } from '../parts/format.js'
import type { FieldColour, FieldNode, Leaf } from './field-node.js'

const COLOURS: Readonly<Record<ShownField, FieldColour>> = {
  u: 'key',
  t: 'key',
  garbage: 'garbage',
  'garbage terminator': 'terminator',
  'length field': 'length',
  header: 'header',
  'message type': 'type',
  payload: 'payload',
  'version contents': 'payload',
  'decoy contents': 'decoy',
  'rejected contents': 'payload',
  tag: 'tag',
  ciphertext: 'payload',
  'incomplete key': 'key',
  'v1 bytes': 'header',
  'not read': 'none',
  'unread bytes': 'none',
  magic: 'header',
  'payload length': 'length',
  checksum: 'tag',
}

const VALUE_BYTES = 32
const START_BYTES = 8

export function fieldsOf(detail: ItemDetail, item: WireItem, words: Words): readonly FieldNode[] {
  const { event } = detail
  const shown = plainBytes(event) ?? event.bytes
  return event.fields.map((field, i): FieldNode => {
    const slice = shown.subarray(field.start, field.end)
    const base = {
      id: String(i),
      name: field.name,
      colour: COLOURS[field.name],
      start: field.start,
      end: field.end,
      ...(field.row !== '' && { row: field.row }),
    }
    if (field.name === 'payload') {
      const place = { id: String(i), base: field.start, ...sourceOf(item) }
      return { ...base, ...payload(detail, field, place, words) }
    }
    const source = field.name === 'message type' && sourceOf(item)
    return { ...base, ...source, children: [], ...describe(detail, item, field, slice, words) }
  })
}

/** Where the type of a message is laid down; nothing for one of no BIP, or that nobody knows. */
function sourceOf({ label }: WireItem): Pick<FieldNode, 'source'> {
  const source = isKnownType(label) ? TYPE_SOURCES[label] : undefined
  return source ? { source } : {}
}

type Described = Pick<FieldNode, 'value' | 'note'> & {
  readonly whole?: string
  readonly row?: string
}

function describe(
  { event }: ItemDetail,
  item: WireItem,
  field: { readonly name: ShownField },
  slice: Uint8Array,
  { details: { notes: TEXT }, explain }: Words,
): Described {
  const note = explain.fields[field.name].what
  if (field.name === 'message type') {
    if (event.type === 'v1_message') return { value: item.label, note: TEXT.v1Type }
    const id = slice[0] ?? 0
    const row = id === 0 ? 'A4' : 'A2'
    return { value: item.label, note: id === 0 ? TEXT.longType : TEXT.shortType(id), row }
  }
  if (event.type === 'v1_message' && field.name === 'payload length') {
    return { value: count(event.payload.length), note }
  }
  if (event.type === 'packet_sent' || event.type === 'packet_received') {
    if (field.name === 'length field') {
      const keystreamFrom = (event.number % REKEY_INTERVAL) * LENGTH_FIELD_LEN
      return { value: count(event.length), note: TEXT.length(event.lengthKey, keystreamFrom) }
    }
    if (field.name === 'header') {
      return { value: toHexText(slice), note: event.decoy ? TEXT.decoy : TEXT.message }
    }
    if (field.name === 'tag') return { ...hexValue(slice, TEXT), note: TEXT.tag(event.aad.length) }
  }
  return { ...hexValue(slice, TEXT), note }
}

type Notes = Words['details']['notes']

function hexValue(
  slice: Uint8Array,
  TEXT: Notes,
): { readonly value: string; readonly whole?: string } {
  const whole = toHexText(slice)
  if (slice.length <= VALUE_BYTES) return { value: hexGroups(whole).join(' '), whole }
  const start = hexGroups(toHexText(slice.subarray(0, START_BYTES))).join(' ')
  return { value: TEXT.start(start, slice.length), whole }
}

function payload(
  { decoded }: ItemDetail,
  field: { readonly start: number; readonly end: number },
  place: Place,
  { details: { notes: TEXT, bytes }, explain }: Words,
): Pick<FieldNode, 'value' | 'note' | 'children' | 'partCount' | 'located' | 'source'> {
  const value = bytes.total(field.end - field.start)
  if (decoded === undefined) return { value, note: explain.fields.payload.what, children: [] }
  if ('error' in decoded) {
    return {
      value,
      note: TEXT.undecoded(decoded.error, decoded.field, decoded.offset),
      children: [],
    }
  }
  const { fields, further, fieldCount, located, summary } = decoded
  const children = nodesOf({ children: fields, further }, place)
  return {
    value: summary || value,
    note: value,
    children,
    ...(place.source && { source: place.source }),
    ...(fieldCount !== undefined && { partCount: fieldCount }),
    ...(located && { located: leavesOf(located, place) }),
  }
}

/** Of a field: its id, where its message begins in the item, and what the message comes from. */
interface Place extends Pick<FieldNode, 'id' | 'source'> {
  readonly base: number
}

type Parts = Pick<FieldPart, 'children'> & { readonly further?: readonly Portion[] | undefined }

/** Those that have been asked for, each with its own place. */
function nodesOf({ children = [], further = [] }: Parts, { id, ...place }: Place) {
  return [{ from: 0, parts: children }, ...further].flatMap(({ from, parts }) =>
    parts.map((part, i) => spanNode(part, { ...place, id: `${id}.${from + i}` })),
  )
}

function spanNode(span: FieldPart, place: Place): FieldNode {
  const source = FIELD_SOURCES[span.fieldKey] ?? place.source
  return {
    id: place.id,
    name: span.name,
    colour: 'payload',
    start: place.base + span.start,
    end: place.base + span.end,
    value: span.value,
    note: '',
    fieldKey: span.fieldKey,
    ...(source && { source }),
    children: nodesOf(span, place),
    ...(span.partCount !== undefined && { partCount: span.partCount }),
  }
}

/** In order, each once. */
function leavesOf(located: readonly Located[], { id, base }: Place): readonly Leaf[] {
  const leaves = located.flatMap((some) =>
    some.leaves.map(
      ({ path, name, start, end }): Leaf => ({
        id: [id, ...path].join('.'),
        name,
        colour: 'payload',
        start: base + start,
        end: base + end,
      }),
    ),
  )
  leaves.sort((a, b) => a.start - b.start)
  return leaves.filter(({ start }, i) => start !== leaves[i - 1]?.start)
}
