/** Settings as they are being written, before they are a session. */

import { MAX_GARBAGE_LEN, type NetworkName, Networks, type Role } from '@v2scope/bip324'
import { MOST_HANDSHAKE_DECOYS, networkNamed } from '../../session/address.js'
import { type SessionSettings, SIMULATED } from '../../session/contract.js'
import type { Target } from '../../session/targets.js'
import { toHexText } from '../parts/format.js'

/** What stands in the fields. */
export interface Draft {
  readonly peer: string
  readonly network: NetworkName | 'custom'
  readonly magic: string
  readonly role: Role
  readonly garbage: string
  readonly decoys: string
  /** Seconds; only the address of the page gives it. */
  readonly timeout?: number
}

export const draftOf = (settings: SessionSettings): Draft => ({
  peer: settings.peer,
  network: settings.network,
  magic: toHexText(settings.magic),
  role: settings.role,
  garbage: settings.garbage === undefined ? '' : String(settings.garbage),
  decoys: String(settings.decoys),
  ...(settings.timeout !== undefined && { timeout: settings.timeout }),
})

/** Another peer: its network where the bridge knows it, and we dial it. */
export function withPeer(draft: Draft, peer: string, targets: readonly Target[]): Draft {
  const network = targets.find(({ name }) => name === peer)?.network
  return {
    ...draft,
    peer,
    role: peer === SIMULATED ? draft.role : 'initiator',
    ...(network && { network, magic: toHexText(Networks[network].magic) }),
  }
}

export const withNetwork = (draft: Draft, network: Draft['network']): Draft => ({
  ...draft,
  network,
  magic: network === 'custom' ? draft.magic : toHexText(Networks[network].magic),
})

export type Wrong = 'magic' | 'garbage' | 'decoys'

export function wrongIn(draft: Draft): readonly Wrong[] {
  const wrong: Wrong[] = []
  if (draft.network === 'custom' && !/^[0-9a-f]{8}$/i.test(draft.magic)) wrong.push('magic')
  if (draft.garbage !== '' && !isUpTo(draft.garbage, MAX_GARBAGE_LEN)) wrong.push('garbage')
  if (!isUpTo(draft.decoys, MOST_HANDSHAKE_DECOYS)) wrong.push('decoys')
  return wrong
}

const isUpTo = (text: string, most: number) => /^\d+$/.test(text) && Number(text) <= most

/** A draft in which nothing is wrong, as settings. Always v2: v1 only ever follows a failure (S2). */
export function settingsOf(draft: Draft): SessionSettings {
  const magic = Uint8Array.from(draft.magic.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
  return {
    peer: draft.peer,
    ...(draft.network === 'custom' ? { network: 'custom', magic } : networkNamed(draft.network)),
    garbage: draft.garbage === '' ? undefined : Number(draft.garbage),
    decoys: Number(draft.decoys),
    ...(draft.timeout !== undefined && { timeout: draft.timeout }),
    role: draft.role,
    transport: 'v2',
  }
}

export const isSame = (a: Draft, b: Draft): boolean =>
  a.peer === b.peer &&
  a.network === b.network &&
  a.magic.toLowerCase() === b.magic.toLowerCase() &&
  a.role === b.role &&
  a.garbage === b.garbage &&
  a.decoys === b.decoys
