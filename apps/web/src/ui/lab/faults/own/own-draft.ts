/** A fault of the wire as it is being written, before it is a plan. */

import type { Interference, PacketPart, Place, WireFault } from '@v2scope/lab'

export const PLACES = [
  'next packet',
  'packet',
  'key',
  'garbage',
  'terminator',
  'byte',
] as const satisfies readonly Place['at'][]
export const PARTS = [
  'length field',
  'header',
  'contents',
  'tag',
] as const satisfies readonly PacketPart[]
export const KINDS = [
  'flip',
  'truncate',
  'drop',
  'duplicate',
  'reorder',
  'replay',
  'insert',
  'delay',
  'fragment',
] as const satisfies readonly Interference['kind'][]

/** What stands in the fields. */
export interface OwnDraft {
  readonly direction: WireFault['direction']
  readonly at: Place['at']
  /** `all`: the whole packet. */
  readonly part: PacketPart | 'all'
  readonly kind: Interference['kind']
  readonly texts: Readonly<Record<OwnField, string>>
}

/** What is written, and not chosen. */
export type OwnField =
  | 'offset'
  | 'number'
  | 'bits'
  | 'keep'
  | 'length'
  | 'after'
  | 'bytes'
  | 'ms'
  | 'size'

/** The least and the most that is taken, in what the field counts. */
export const BOUNDS = {
  offset: [0, 100_000_000],
  number: [0, 1_000_000],
  bits: [0, 65_535],
  keep: [0, 4_000_033],
  length: [1, 4_000_033],
  after: [0, 1000],
  bytes: [1, 4096],
  ms: [1, 600_000],
  size: [1, 65_535],
} as const satisfies Record<OwnField, readonly [least: number, most: number]>

/** Bits that are flipped, at most. */
export const MOST_BITS = 512

export type OwnProblem = 'not a number' | 'no bits' | 'too many bits' | 'no hex' | 'too many bytes'

export const START: OwnDraft = {
  direction: 'sent',
  at: 'next packet',
  part: 'contents',
  kind: 'flip',
  texts: {
    offset: '64',
    number: '0',
    bits: '0',
    keep: '10',
    length: '',
    after: '1',
    bytes: '00',
    ms: '2000',
    size: '1',
  },
}

/** The fields that this place and this kind have. */
export function fieldsOf({ at, kind }: Pick<OwnDraft, 'at' | 'kind'>): readonly OwnField[] {
  const ofPlace: readonly OwnField[] =
    at === 'byte' ? ['offset'] : at === 'packet' ? ['number'] : []
  return [...ofPlace, ...FIELDS_OF_KIND[kind]]
}

const FIELDS_OF_KIND: Readonly<Record<Interference['kind'], readonly OwnField[]>> = {
  flip: ['bits'],
  truncate: ['keep'],
  drop: ['length'],
  duplicate: [],
  reorder: [],
  replay: ['after'],
  insert: ['bytes'],
  delay: ['ms'],
  fragment: ['size'],
}

export const isOfPacket = (at: Place['at']): boolean => at === 'packet' || at === 'next packet'
