/** Where the handshake ends, and what a newcomer is told about each of its items. */

import type { WireItem } from '../../session/contract.js'
import { bytes, count } from '../parts/format.js'

export const MAX_TERMINATOR_END = 4111

const TEXT = {
  keySent: 'looks random: your public key',
  keyReceived: 'looks random: the peer’s public key',
  garbage: 'random length, hides where the key ends',
  found: (offset: number) =>
    `found at offset ${count(offset)} of at most ${count(MAX_TERMINATOR_END)}`,
  terminator: 'tells the peer where your garbage ends',
  aad: (n: number, whose: string) => `AAD: ${whose} ${bytes(n)} of garbage`,
  firstDecoy: (n: number) => `authenticates the garbage, ${bytes(n)}`,
  decoy: 'means nothing; only the two ends can tell',
  version: 'empty: “I speak v2”',
  versionWithContents: (n: number) => `“I speak v2”, and ${bytes(n)} to be ignored`,
  rejected: 'rejected; the connection stays',
  notUnderstood: 'what had come when the session failed',
  v1: 'not encrypted: anybody on the path can read it',
  unread: 'who has only the wire sees no more than this',
}

const LABELS: Partial<Record<WireItem['kind'], string>> = {
  key: 'ElligatorSwift key',
  terminator: 'garbage terminator',
}

export const labelOf = ({ kind, label }: WireItem): string => LABELS[kind] ?? label

export function noteOf(item: WireItem): string | undefined {
  const whose = item.direction === 'sent' ? 'your' : 'the peer’s'
  switch (item.kind) {
    case 'key':
      return item.direction === 'sent' ? TEXT.keySent : TEXT.keyReceived
    case 'garbage':
      return TEXT.garbage
    case 'terminator':
      return item.offset === undefined ? TEXT.terminator : TEXT.found(item.offset)
    case 'decoy':
      if (item.aadBytes) return TEXT.firstDecoy(item.aadBytes)
      return TEXT.decoy
    case 'version packet': {
      const said = item.contentsBytes ? TEXT.versionWithContents(item.contentsBytes) : TEXT.version
      return item.aadBytes ? `${said} · ${TEXT.aad(item.aadBytes, whose)}` : said
    }
    case 'not understood':
      return TEXT.notUnderstood
    case 'unread bytes':
      return TEXT.unread
    default:
      return undefined
  }
}

/** A line between the items, once what is above it has happened. */
export interface Milestone {
  /** After this many items. */
  readonly after: number
  readonly text: 'shared secret' | 'established'
}

export function milestonesOf(items: readonly WireItem[]): readonly Milestone[] {
  const milestones: Milestone[] = []
  let keys = 0
  for (let i = 0; i < items.length; i++) {
    const item = items[i]
    if (item?.kind === 'key') {
      keys += 1
      if (keys === 2) milestones.push({ after: i + 1, text: 'shared secret' })
    }
    if (item?.kind === 'version packet' && item.direction === 'received') {
      milestones.push({ after: i + 1, text: 'established' })
      return milestones
    }
  }
  return milestones
}
