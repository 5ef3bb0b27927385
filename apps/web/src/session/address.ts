/** The address of the page, `#/session?peer=NAME&network=regtest&…`, and what it stands for. */

import {
  fromHex,
  MAX_GARBAGE_LEN,
  type NetworkName,
  Networks,
  networkOfMagic,
  type Role,
  toHex,
} from '@v2scope/bip324'
import { INBOUND, type SessionSettings, SIMULATED } from '@v2scope/recording'
import type { AddressProblem } from './address-problem.js'
import { formatLook, type Look, parseLook } from './look.js'
import { isNodeAddress, networkOfAddress, readNodeAddress } from './node-address.js'
import { Query } from './query.js'
import { isSeed } from './seed.js'
import type { SessionView } from './session-view.js'
import { DEMO, type Target } from './targets.js'

/** Decoys before our version packet, at most: so many are made and shown at once. */
export const MOST_HANDSHAKE_DECOYS = 1000
/** Seconds, at most, that an address may give the handshake. */
const MOST_TIMEOUT = 3600
const MAGIC_HEX_LEN = 8

type Network = Pick<SessionSettings, 'network' | 'magic'>

/** What is looked at: the first part of a hash route. */
export const SCREENS = ['session', 'keys', 'eavesdropper', 'lab', 'compare'] as const
export type Screen = (typeof SCREENS)[number]

/** What an address asks for; the rest is up to what the bridge offers. */
export interface AskedFor {
  readonly screen: Screen
  readonly settings: Partial<SessionSettings>
  /** Address of a recording to be shown, in place of a session: relative to the page, or absolute. */
  readonly recording?: string
  /** What is to be selected in it. */
  readonly look?: Look
  /** Whether what we would send is held from the start. */
  readonly hold?: boolean
  readonly problems: readonly AddressProblem[]
}

/**
 * Reads a hash route. Names that are not known are left alone. Never v1: a link does not decide that
 * a connection isn't encrypted (S2).
 */
export function parseAddress(hash: string): AskedFor {
  const query = new Query(hash)
  const { screen, recording } = parseRoute(hash, query)
  const peer = query.text('peer')?.trim()
  const garbage = query.wholeNumber('garbage', MAX_GARBAGE_LEN, 'bytes')
  const decoys = query.wholeNumber('decoys', MOST_HANDSHAKE_DECOYS, 'decoys')
  const timeout = query.wholeNumber('timeout', MOST_TIMEOUT, 'seconds')
  const look = parseLook(query)
  const seed = parseSeed(query)
  const role = parseRole(query)
  const isHeld = parseHold(query)
  const settings = {
    ...(peer && { peer }),
    ...(seed !== undefined && { seed }),
    ...parseNetwork(query),
    ...(garbage !== undefined && { garbage }),
    ...(decoys !== undefined && { decoys }),
    ...(timeout !== undefined && { timeout }),
    ...(role && { role }),
  }
  return {
    screen,
    settings,
    ...(recording !== undefined && { recording }),
    ...(Object.keys(look).length > 0 && { look }),
    ...(isHeld && { hold: true }),
    problems: query.problems,
  }
}

/** Settings to start with: what was asked for, and defaults by what the bridge offers. */
export function resolveSettings(
  asked: AskedFor,
  targets: readonly Target[],
): { readonly settings: SessionSettings; readonly problems: readonly AddressProblem[] } {
  const { seed, ...wanted } = asked.settings
  const problems = [...asked.problems]
  const peer =
    namedPeer(asked, problems) ?? (targets.some(({ name }) => name === DEMO) ? DEMO : SIMULATED)
  const target = targets.find(({ name }) => name === peer)
  const network = isNodeAddress(peer) ? networkOfAddress(peer) : target?.network
  const isLive = peer !== SIMULATED
  const role = roleWith(peer, wanted.role)
  if (wanted.role !== undefined && wanted.role !== role) {
    problems.push({ code: 'ONLY_SIMULATED', name: 'role', value: wanted.role })
  }
  if (isLive && seed !== undefined) {
    problems.push({ code: 'ONLY_SIMULATED', name: 'seed', value: seed })
  }
  const settings: SessionSettings = {
    ...networkNamed(network ?? 'regtest'),
    garbage: undefined,
    decoys: 0,
    transport: 'v2',
    ...wanted,
    ...(!isLive && seed !== undefined && { seed }),
    peer,
    role,
  }
  return { settings, problems }
}

/** Our role with a peer: with a simulated one, as wanted. */
export function roleWith(peer: string, wanted: Role = 'initiator'): Role {
  if (peer === SIMULATED) return wanted
  return peer === INBOUND ? 'responder' : 'initiator'
}

/** The peer that an address names, if by its seed alone; undefined: what the bridge offers. */
export const peerOf = ({ settings: { peer, seed } }: AskedFor): string | undefined =>
  peer ?? (seed === undefined ? undefined : SIMULATED)

/** Undefined too where it is an address that no bridge would read. */
function namedPeer(asked: AskedFor, problems: AddressProblem[]): string | undefined {
  const peer = peerOf(asked)
  if (peer === undefined || !isNodeAddress(peer)) return peer
  const { address, problem } = readNodeAddress(peer, undefined)
  if (problem) problems.push({ code: 'BAD_NODE', value: peer, problem })
  return address
}

/**
 * The address that starts such a session. Whether it is v1 is not said (S2).
 * @param look what is to be selected; only what a seed makes has it again
 */
export function formatAddress(
  settings: SessionSettings,
  look: Look = {},
  screen: Screen = 'session',
  hold = false,
): string {
  const { peer, seed, network, magic, garbage, decoys, timeout, role } = settings
  const query = new URLSearchParams({ peer, network })
  if (network === 'custom') query.set('magic', toHex(magic))
  if (garbage !== undefined) query.set('garbage', String(garbage))
  if (decoys > 0) query.set('decoys', String(decoys))
  if (timeout !== undefined) query.set('timeout', String(timeout))
  if (role !== roleWith(peer)) query.set('role', role)
  if (seed !== undefined) query.set('seed', seed)
  if (hold) query.set('hold', '1')
  return `#/${screen}?${query}${seed === undefined ? '' : formatLook(look)}`
}

/** @param url of the recording; undefined where it is a file of the user's, which has no address */
export function formatRecordingAddress(
  url: string | undefined,
  look: Look = {},
  screen: Screen = 'session',
): string {
  const route = screen === 'session' ? 'recording' : screen
  if (url === undefined) return `#/${route}`
  return `#/${route}?${new URLSearchParams({ url })}${formatLook(look)}`
}

/** Whether a session is the one that an address asks for, whatever is looked at in it. */
export function isSessionOf(
  { recording, recordingUrl, settings, status }: SessionView,
  asked: AskedFor,
  targets: readonly Target[],
): boolean {
  if (asked.recording !== undefined) return recordingUrl === asked.recording
  if (recording || (asked.hold && !status.hold?.isOn)) return false
  return formatAddress(resolveSettings(asked, targets).settings) === formatAddress(settings)
}

/** A network of a known name, with its magic. */
export const networkNamed = (name: NetworkName): Network => ({
  network: name,
  magic: Networks[name].magic,
})

/** The screen, and the address of a recording where one is asked for. */
function parseRoute(hash: string, query: Query): Pick<AskedFor, 'screen' | 'recording'> {
  const route = hash.replace(/^#?\/?/, '').replace(/\?.*$/s, '')
  const screen = SCREENS.find((name) => name === route) ?? 'session'
  const url = query.text('url')?.trim()
  if (route === 'recording' && !url) {
    query.problems.push({ code: 'RECORDING_MISSING' })
  } else if (route !== '' && route !== 'recording' && route !== screen) {
    query.problems.push({ code: 'NO_SUCH_PAGE', route })
  }
  const isOfRecording = route === 'recording' || screen !== 'session'
  return { screen, ...(url && isOfRecording && { recording: url }) }
}

function parseSeed(query: Query): string | undefined {
  const seed = query.text('seed')
  if (seed === undefined || isSeed(seed)) return seed
  query.problems.push({ code: 'BAD_SEED', value: seed })
  return undefined
}

function parseHold(query: Query): boolean {
  const hold = query.word('hold')
  if (hold !== undefined && hold !== '0' && hold !== '1') {
    query.problems.push({ code: 'BAD_HOLD', value: hold })
  }
  return hold === '1'
}

function parseNetwork(query: Query): Partial<Network> {
  const { problems } = query
  const name = query.word('network')
  const hex = query.word('magic')
  const magic = hex === undefined ? undefined : parseMagic(hex, problems)
  const known = name !== undefined && isNetwork(name) ? name : undefined
  if (name !== undefined && name !== 'custom' && !known) {
    problems.push({ code: 'NO_SUCH_NETWORK', value: name, known: Object.keys(Networks) })
  }
  if (!magic) {
    if (name === 'custom' && hex === undefined) {
      problems.push({ code: 'MAGIC_MISSING' })
    }
    return known ? networkNamed(known) : {}
  }
  if (name === 'custom') return { network: 'custom', magic }
  const network = networkOfMagic(magic) ?? 'custom'
  if (known && network !== known) {
    problems.push({ code: 'OTHER_MAGIC', network: known, magic: hex ?? '' })
  }
  return { network, magic }
}

function parseMagic(hex: string, problems: AddressProblem[]): Uint8Array | undefined {
  if (hex.length === MAGIC_HEX_LEN && /^[0-9a-f]*$/.test(hex)) return fromHex(hex)
  problems.push({ code: 'BAD_MAGIC', value: hex })
  return undefined
}

function parseRole(query: Query): Role | undefined {
  const role = query.word('role')
  if (role === undefined || role === 'initiator' || role === 'responder') return role
  query.problems.push({ code: 'BAD_ROLE', value: role })
  return undefined
}

const isNetwork = (name: string): name is NetworkName => Object.hasOwn(Networks, name)
