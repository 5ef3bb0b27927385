/** From an item's detail to its tree of fields and its bytes: names and words, nothing decoded. */

import type { FieldPart, ItemDetail, WireItem } from '../../session/contract.js'
import { FIELDS, type ShownField } from '../explanations.js'
import { bytes, count, hexGroups, toHexText } from '../parts/format.js'
import type { FieldColour, FieldNode } from './field-node.js'

const TEXT = {
  empty: 'empty',
  message: 'ignore bit 0: a message, not a decoy',
  decoy: 'ignore bit 1: a decoy, authenticated and then thrown away',
  length: (key: string, from: number) =>
    `of the contents alone; FSChaCha20 with ${key}, bytes ${count(from)}–${count(from + 2)} of its keystream`,
  v1Type: '12 bytes of ASCII, zero-padded, in the clear',
  longType: 'no short id: 00 and 12 bytes of ASCII',
  shortType: (id: number) => `short id ${id}: one byte instead of 13`,
  tag: (aad: number) =>
    aad === 0
      ? 'Poly1305 over the ciphertext; no additional data'
      : `Poly1305 over the ciphertext and ${bytes(aad)} of garbage`,
  undecoded: (why: string, offset: number) => `not decoded: ${why} (at byte ${count(offset)})`,
}

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

/** Decrypted, in the layout of the wire; undefined where nothing was encrypted. */
export function decryptedBytes({ event }: ItemDetail): Uint8Array | undefined {
  if (event.type !== 'packet_sent' && event.type !== 'packet_received') return undefined
  const { length, header, contents, tag } = event
  const plain = new Uint8Array(3 + 1 + contents.length + tag.length)
  plain.set([length & 0xff, (length >> 8) & 0xff, (length >> 16) & 0xff, header])
  plain.set(contents, 4)
  plain.set(tag, 4 + contents.length)
  return plain
}

export function fieldsOf(detail: ItemDetail, item: WireItem): readonly FieldNode[] {
  const { event } = detail
  const shown = decryptedBytes(detail) ?? event.bytes
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
    if (field.name === 'payload') return { ...base, ...payload(detail, field, String(i)) }
    return { ...base, children: [], ...describe(detail, item, field, slice) }
  })
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
): Described {
  const note = FIELDS[field.name].what
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
      return {
        value: count(event.length),
        note: TEXT.length(event.lengthKey, (event.number % 224) * 3),
      }
    }
    if (field.name === 'header') {
      return { value: toHexText(slice), note: event.decoy ? TEXT.decoy : TEXT.message }
    }
    if (field.name === 'tag') return { ...hexValue(slice), note: TEXT.tag(event.aad.length) }
  }
  return { ...hexValue(slice), note }
}

function hexValue(slice: Uint8Array): { readonly value: string; readonly whole?: string } {
  const whole = toHexText(slice)
  if (slice.length <= VALUE_BYTES) return { value: hexGroups(whole).join(' '), whole }
  const start = toHexText(slice.subarray(0, START_BYTES))
  return { value: `${hexGroups(start).join(' ')} … (${bytes(slice.length)})`, whole }
}

function payload(
  { decoded }: ItemDetail,
  field: { readonly start: number; readonly end: number },
  id: string,
): Pick<FieldNode, 'value' | 'note' | 'children' | 'partCount'> {
  const value = bytes(field.end - field.start)
  if (decoded === undefined) return { value, note: FIELDS.payload.what, children: [] }
  if ('error' in decoded) {
    return { value, note: TEXT.undecoded(decoded.error, decoded.offset), children: [] }
  }
  const children = decoded.fields.map((span, i) => spanNode(span, field.start, `${id}.${i}`))
  const { fieldCount, summary } = decoded
  const rest = fieldCount === undefined ? {} : { partCount: fieldCount }
  return { value: summary || value, note: value, children, ...rest }
}

function spanNode(span: FieldPart, base: number, id: string): FieldNode {
  return {
    id,
    name: span.name,
    colour: 'payload',
    start: base + span.start,
    end: base + span.end,
    value: span.value,
    note: '',
    fieldKey: span.fieldKey,
    children: (span.children ?? []).map((child, i) => spanNode(child, base, `${id}.${i}`)),
    ...(span.partCount !== undefined && { partCount: span.partCount }),
  }
}
