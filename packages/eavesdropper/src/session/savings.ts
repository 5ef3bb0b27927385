/** What v2 costs and saves, against the same messages as v1. */

import { PACKET_OVERHEAD, shortIdOf, V1_HEADER_LEN } from '@v2scope/bip324'
import type { Savings, SavingsRow } from './eavesdropping.js'
import type { Tallied } from './wire-tally.js'

const SHORT_TYPE_LEN = 1
const LONG_TYPE_LEN = 13
/** What a handshake puts on the wire, and v1 has nothing for. */
const HANDSHAKE: ReadonlySet<string> = new Set(['key', 'garbage', 'terminator', 'version packet'])

/** The most bytes first, behind the handshake. @param rows of what was on the wire */
export function savings(rows: Iterable<Readonly<Tallied>>): Savings {
  const all = [...rows]
  const handshake = all.filter(({ kind }) => HANDSHAKE.has(kind))
  const others = all
    .filter(({ kind }) => !HANDSHAKE.has(kind))
    .map(rowOf)
    .sort((a, b) => b.v2Bytes - a.v2Bytes)
  const told = handshake.length > 0 ? [handshakeRow(handshake), ...others] : others
  return {
    rows: told,
    v2Bytes: told.reduce((sum, { v2Bytes }) => sum + v2Bytes, 0),
    v1Bytes: told.reduce((sum, { v1Bytes = 0 }) => sum + v1Bytes, 0),
  }
}

function handshakeRow(parts: readonly Readonly<Tallied>[]): SavingsRow {
  const of = (wanted: string) => parts.filter(({ kind }) => kind === wanted)
  const bytes = (some: typeof parts) => some.reduce((sum, { wireBytes }) => sum + wireBytes, 0)
  return {
    kind: 'handshake',
    label: 'handshake',
    count: of('key').reduce((sum, { count }) => sum + count, 0),
    v2Bytes: bytes(parts),
    v1Bytes: undefined,
    garbageBytes: bytes(of('garbage')),
  }
}

function rowOf({ kind, label, count, wireBytes, payloadBytes }: Readonly<Tallied>): SavingsRow {
  const row = { label, count, v2Bytes: wireBytes }
  switch (kind) {
    case 'message':
      return { ...row, kind, v1Bytes: count * V1_HEADER_LEN + payloadBytes }
    case 'v1 message': {
      const type = shortIdOf(label) === undefined ? LONG_TYPE_LEN : SHORT_TYPE_LEN
      const v2Bytes = count * (PACKET_OVERHEAD + type) + payloadBytes
      return { ...row, kind: 'message', v2Bytes, v1Bytes: wireBytes }
    }
    case 'decoy':
    case 'rejected':
      return { ...row, kind, v1Bytes: undefined }
    default:
      return { ...row, kind: 'unread', v1Bytes: undefined }
  }
}
