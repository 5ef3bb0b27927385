/** What the bridge can dial, as its `/targets` tells. */

import { type NetworkName, Networks } from '@v2scope/bip324'
import { INBOUND } from '@v2scope/recording'
import type { SessionEnvironment } from './environment.js'
import { isNodeAddress } from './node-address.js'

/** The name under which a bridge offers its demo node. */
export const DEMO = 'demo'

export interface Target {
  readonly name: string
  /** Undefined where the bridge does not know it. */
  readonly network: NetworkName | undefined
  /** HOST:PORT */
  readonly address: string
}

/** @param base the address of the page @returns undefined if no bridge answers */
export async function fetchTargets(
  { get }: Pick<SessionEnvironment, 'get'>,
  base: string,
): Promise<readonly Target[] | undefined> {
  try {
    const { status, text } = await get(new URL('targets', base).href)
    const answer: unknown = status === 200 ? JSON.parse(text) : undefined
    return Array.isArray(answer) ? answer.flatMap(toTarget) : undefined
  } catch {
    return undefined
  }
}

/**
 * On the origin that the page came from: ws(s)://…/relay/NAME, …/relay?addr=HOST:PORT for a node that
 * the bridge has no name for, or …/listen for who is to dial us.
 */
export function relayUrl(base: string, peer: string): string {
  const url = new URL(wayTo(peer), base)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  url.hash = ''
  return url.href
}

function wayTo(peer: string): string {
  if (peer === INBOUND) return 'listen'
  return `relay${isNodeAddress(peer) ? '?addr=' : '/'}${encodeURIComponent(peer)}`
}

function toTarget(entry: unknown): Target[] {
  if (typeof entry !== 'object' || entry === null || !('name' in entry)) return []
  if (typeof entry.name !== 'string') return []
  const address = 'address' in entry && typeof entry.address === 'string' ? entry.address : ''
  return [{ name: entry.name, network: toNetwork('network' in entry && entry.network), address }]
}

const toNetwork = (value: unknown): NetworkName | undefined =>
  Object.values(Networks).find((network) => network.name === value)?.name
