/** Settings as they are being written, before they are a session. */

import { MAX_GARBAGE_LEN, type NetworkName, Networks, type Role } from '@v2scope/bip324'
import { INBOUND, type SessionSettings, SIMULATED } from '@v2scope/recording'
import { MOST_HANDSHAKE_DECOYS, networkNamed, roleWith } from '../../session/address.js'
import {
  defaultPortOf,
  isNodeAddress,
  type NodeAddress,
  networkOfAddress,
  readNodeAddress,
} from '../../session/node-address.js'
import { isSeed } from '../../session/seed.js'
import type { Target } from '../../session/targets.js'
import { toHexText } from '../parts/format.js'

/** What stands in the fields. */
export interface Draft {
  readonly peer: string
  /** Whether that is HOST:PORT, and not the name of a target. */
  readonly byAddress: boolean
  /** `on show`, or the url of a recording that comes with the page, to be shown in place of a session. */
  readonly recording?: string
  /** Of a simulated session; empty: a new one is made up. */
  readonly seed: string
  readonly network: NetworkName | 'custom'
  readonly magic: string
  readonly role: Role
  readonly garbage: string
  readonly decoys: string
  /** Seconds; only the address of the page gives it. */
  readonly timeout?: number
}

/** A recording that is shown already: its settings are there to be looked at. */
export const ON_SHOW = 'on show'

export const draftOf = (settings: SessionSettings): Draft => ({
  peer: settings.peer,
  byAddress: isNodeAddress(settings.peer),
  seed: settings.seed ?? '',
  network: settings.network,
  magic: toHexText(settings.magic),
  role: settings.role,
  garbage: settings.garbage === undefined ? '' : String(settings.garbage),
  decoys: String(settings.decoys),
  ...(settings.timeout !== undefined && { timeout: settings.timeout }),
})

/** Another peer: its network where the bridge knows it, and the role that we have with it. */
export function withPeer(
  { recording, ...draft }: Draft,
  peer: string,
  targets: readonly Target[],
): Draft {
  const network = targets.find(({ name }) => name === peer)?.network
  return {
    ...draft,
    peer,
    byAddress: false,
    role: roleWith(peer, draft.peer === INBOUND ? 'initiator' : draft.role),
    ...(network && { network, magic: toHexText(Networks[network].magic) }),
  }
}

/** A node that the bridge has no name for: on the network whose port is written, if it is one. */
export function withNode({ recording, ...draft }: Draft, peer: string): Draft {
  const network = draft.network === 'custom' ? undefined : networkOfAddress(peer)
  const named: Draft = { ...draft, peer, byAddress: true, role: 'initiator' }
  return network === undefined ? named : withNetwork(named, network)
}

/** The address that is meant, or why it is none. */
export const nodeOf = (draft: Draft): NodeAddress =>
  readNodeAddress(draft.peer, defaultPortOf(draft.network))

export const withNetwork = (draft: Draft, network: Draft['network']): Draft => ({
  ...draft,
  network,
  magic: network === 'custom' ? draft.magic : toHexText(Networks[network].magic),
})

export type Wrong = 'node' | 'seed' | 'magic' | 'garbage' | 'decoys'

export function wrongIn(draft: Draft): readonly Wrong[] {
  const wrong: Wrong[] = []
  if (draft.recording !== undefined) return wrong
  if (draft.byAddress && nodeOf(draft).problem !== undefined) wrong.push('node')
  if (draft.peer === SIMULATED && draft.seed !== '' && !isSeed(draft.seed)) wrong.push('seed')
  if (draft.network === 'custom' && !/^[0-9a-f]{8}$/i.test(draft.magic)) wrong.push('magic')
  if (draft.garbage !== '' && !isUpTo(draft.garbage, MAX_GARBAGE_LEN)) wrong.push('garbage')
  if (!isUpTo(draft.decoys, MOST_HANDSHAKE_DECOYS)) wrong.push('decoys')
  return wrong
}

const isUpTo = (text: string, most: number) => /^\d+$/.test(text) && Number(text) <= most

/** The peer as a session names it: the port is never left out. */
export const peerOf = (draft: Draft): string =>
  (draft.byAddress ? nodeOf(draft).address : undefined) ?? draft.peer

/** 4 bytes, where it is not wrong. */
export const magicOf = ({ magic }: Draft): Uint8Array =>
  Uint8Array.from(magic.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

/** A draft in which nothing is wrong, as settings. Always v2: v1 only ever follows a failure (S2). */
export function settingsOf(draft: Draft): SessionSettings {
  return {
    peer: peerOf(draft),
    ...(draft.peer === SIMULATED && draft.seed !== '' && { seed: draft.seed }),
    ...(draft.network === 'custom'
      ? { network: 'custom', magic: magicOf(draft) }
      : networkNamed(draft.network)),
    garbage: draft.garbage === '' ? undefined : Number(draft.garbage),
    decoys: Number(draft.decoys),
    ...(draft.timeout !== undefined && { timeout: draft.timeout }),
    role: draft.role,
    transport: 'v2',
  }
}

export const isSame = (a: Draft, b: Draft): boolean =>
  a.recording === b.recording &&
  a.peer === b.peer &&
  a.byAddress === b.byAddress &&
  a.seed === b.seed &&
  a.network === b.network &&
  a.magic.toLowerCase() === b.magic.toLowerCase() &&
  a.role === b.role &&
  a.garbage === b.garbage &&
  a.decoys === b.decoys
