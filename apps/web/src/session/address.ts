/** The address of the page, `#/session?peer=NAME&network=regtest&…`, and the settings it stands for. */

import {
  fromHex,
  MAX_GARBAGE_LEN,
  type NetworkName,
  Networks,
  networkOfMagic,
  type Role,
  toHex,
} from '@v2scope/bip324'
import { type SessionSettings, SIMULATED } from './contract.js'
import { DEMO, type Target } from './targets.js'

/** Decoys before our version packet, at most: so many are made and shown at once. */
export const MOST_HANDSHAKE_DECOYS = 1000
/** Seconds, at most, that an address may give the handshake. */
const MOST_TIMEOUT = 3600
const MAGIC_HEX_LEN = 8

type Network = Pick<SessionSettings, 'network' | 'magic'>

/** What an address asks for; the rest is up to what the bridge offers. */
export interface AskedFor {
  readonly settings: Partial<SessionSettings>
  /** What could not be understood, in words; the default is taken in its place. */
  readonly problems: readonly string[]
}

/**
 * Reads the part of a hash route after `?`. Names that are not known are left alone. Never v1: a
 * link does not decide that a connection isn't encrypted (S2).
 */
export function parseAddress(hash: string): AskedFor {
  const query = new URLSearchParams(hash.includes('?') ? hash.slice(hash.indexOf('?') + 1) : '')
  const problems: string[] = []
  const peer = query.get('peer')?.trim()
  const garbage = wholeNumber(query, 'garbage', MAX_GARBAGE_LEN, 'bytes', problems)
  const decoys = wholeNumber(query, 'decoys', MOST_HANDSHAKE_DECOYS, 'decoys', problems)
  const timeout = wholeNumber(query, 'timeout', MOST_TIMEOUT, 'seconds', problems)
  const role = parseRole(query, problems)
  const settings = {
    ...(peer && { peer }),
    ...parseNetwork(query, problems),
    ...(garbage !== undefined && { garbage }),
    ...(decoys !== undefined && { decoys }),
    ...(timeout !== undefined && { timeout }),
    ...(role && { role }),
  }
  return { settings, problems }
}

/** Settings to start with: what was asked for, and defaults by what the bridge offers. */
export function resolveSettings(
  asked: AskedFor,
  targets: readonly Target[],
): { readonly settings: SessionSettings; readonly problems: readonly string[] } {
  const offersDemo = targets.some(({ name }) => name === DEMO)
  const peer = asked.settings.peer ?? (offersDemo ? DEMO : SIMULATED)
  const target = targets.find(({ name }) => name === peer)
  const problems = [...asked.problems]
  const isDialled = peer !== SIMULATED
  if (isDialled && asked.settings.role === 'responder') {
    problems.push(`role=responder: only with peer=${SIMULATED}; a bridge’s peer is dialled by us.`)
  }
  const settings: SessionSettings = {
    ...networkNamed(target?.network ?? 'regtest'),
    garbage: undefined,
    decoys: 0,
    transport: 'v2',
    ...asked.settings,
    peer,
    role: isDialled ? 'initiator' : (asked.settings.role ?? 'initiator'),
  }
  return { settings, problems }
}

/** The address that starts such a session. Whether it is v1 is not said (S2). */
export function formatAddress(settings: SessionSettings): string {
  const { peer, network, magic, garbage, decoys, timeout, role } = settings
  const query = new URLSearchParams({ peer, network })
  if (network === 'custom') query.set('magic', toHex(magic))
  if (garbage !== undefined) query.set('garbage', String(garbage))
  if (decoys > 0) query.set('decoys', String(decoys))
  if (timeout !== undefined) query.set('timeout', String(timeout))
  if (role === 'responder') query.set('role', role)
  return `#/session?${query}`
}

/** A network of a known name, with its magic. */
export const networkNamed = (name: NetworkName): Network => ({
  network: name,
  magic: Networks[name].magic,
})

function parseNetwork(query: URLSearchParams, problems: string[]): Partial<Network> {
  const name = query.get('network')?.trim().toLowerCase()
  const hex = query.get('magic')?.trim().toLowerCase()
  const magic = hex === undefined ? undefined : parseMagic(hex, problems)
  const known = name !== undefined && isNetwork(name) ? name : undefined
  if (name !== undefined && name !== 'custom' && !known) {
    problems.push(`network=${name}: one of ${Object.keys(Networks).join(', ')}, custom.`)
  }
  if (!magic) {
    if (name === 'custom' && hex === undefined) {
      problems.push('network=custom: needs its magic too, such as magic=fabfb5da.')
    }
    return known ? networkNamed(known) : {}
  }
  if (name === 'custom') return { network: 'custom', magic }
  const network = networkOfMagic(magic) ?? 'custom'
  if (known && network !== known) {
    problems.push(`network=${known}: does not go with magic=${hex}; the magic is taken.`)
  }
  return { network, magic }
}

function parseMagic(hex: string, problems: string[]): Uint8Array | undefined {
  if (hex.length === MAGIC_HEX_LEN && /^[0-9a-f]*$/.test(hex)) return fromHex(hex)
  problems.push(`magic=${hex}: 4 bytes in hex, such as fabfb5da.`)
  return undefined
}

function parseRole(query: URLSearchParams, problems: string[]): Role | undefined {
  const role = query.get('role')?.trim().toLowerCase()
  if (role === undefined || role === 'initiator' || role === 'responder') return role
  problems.push(`role=${role}: initiator or responder.`)
  return undefined
}

function wholeNumber(
  query: URLSearchParams,
  name: string,
  most: number,
  unit: string,
  problems: string[],
): number | undefined {
  const text = query.get(name)?.trim()
  if (text === undefined) return undefined
  if (!/^\d+$/.test(text)) {
    problems.push(`${name}=${text}: a whole number, 0 to ${most}.`)
    return undefined
  }
  const value = Number(text)
  if (value <= most) return value
  problems.push(`${name}=${text}: at most ${most} ${unit}.`)
  return undefined
}

const isNetwork = (name: string): name is NetworkName => Object.hasOwn(Networks, name)
