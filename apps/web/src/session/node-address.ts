/** The address of a node that no bridge has named, HOST:PORT, in the forms that bridges read. */

import { type NetworkName, Networks } from '@v2scope/bip324'

/** Names of targets have no colon. */
export const isNodeAddress = (peer: string): boolean => peer.includes(':')

export type NodeAddressProblem =
  | 'EMPTY'
  /** The network has no port of its own. */
  | 'PORT_MISSING'
  | 'BAD_PORT'
  /** More than one colon, and no brackets. */
  | 'BRACKETS_MISSING'
  | 'BAD_IPV6'
  /** `127.1`, `2130706433`, `0x7f.1`, `010.0.0.1`: other programs read these in ways of their own. */
  | 'BAD_IPV4'
  | 'BAD_NAME'

export type NodeAddress =
  | { readonly address: string; readonly problem?: never }
  | { readonly address?: never; readonly problem: NodeAddressProblem }

const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/
/** RFC 1035 §2.3.1 and RFC 1123 §2.1: letters, digits and hyphens, which are not at an end. */
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i
const MOST_NAME = 253
/** No top-level domain is a number, or begins with a digit. */
const NUMBER = /^(?:\d[\d-]*|0x[0-9a-f]*)$/i
const MOST_PORT = 65_535

/** @param defaultPort where none is written; undefined: one has to be */
export function readNodeAddress(text: string, defaultPort: number | undefined): NodeAddress {
  const { host, port } = split(text.trim())
  const problem = host === '' ? 'EMPTY' : problemOfHost(host)
  if (problem) return { problem }
  const lower = host.toLowerCase()
  if (port === undefined) {
    return defaultPort === undefined
      ? { problem: 'PORT_MISSING' }
      : { address: `${lower}:${defaultPort}` }
  }
  if (!/^[1-9]\d{0,4}$/.test(port) || Number(port) > MOST_PORT) return { problem: 'BAD_PORT' }
  return { address: `${lower}:${port}` }
}

/** The port that the nodes of a network listen on, unless told otherwise. */
export const defaultPortOf = (network: NetworkName | 'custom'): number | undefined =>
  network === 'custom' ? undefined : Networks[network].defaultPort

/** The network whose nodes listen on the port of an address. */
export function networkOfAddress(address: string): NetworkName | undefined {
  const { port } = split(address.trim())
  return Object.values(Networks).find(({ defaultPort }) => String(defaultPort) === port)?.name
}

/** @returns no port where none is written, and a host with colons as it is */
function split(text: string): { readonly host: string; readonly port: string | undefined } {
  const [, inBrackets, rest] = /^(\[[^\]]*\])(?::(.*))?$/s.exec(text) ?? []
  if (inBrackets !== undefined) return { host: inBrackets, port: rest }
  const [host = '', port, ...more] = text.split(':')
  return more.length > 0 ? { host: text, port: undefined } : { host, port }
}

function problemOfHost(host: string): NodeAddressProblem | undefined {
  if (host.startsWith('[')) return isIpv6(host.slice(1, -1)) ? undefined : 'BAD_IPV6'
  if (host.includes(':')) return isIpv6(host) ? 'BRACKETS_MISSING' : 'BAD_NAME'
  if (IPV4.test(host)) return undefined
  const labels = host.split('.')
  const last = labels.at(-1) ?? ''
  if (NUMBER.test(last)) return 'BAD_IPV4'
  const isName = labels.every((label) => LABEL.test(label)) && /^[a-z]/i.test(last)
  return isName && host.length <= MOST_NAME ? undefined : 'BAD_NAME'
}

const isIpv6 = (text: string): boolean =>
  /^[0-9a-f:.]+$/i.test(text) && URL.canParse(`http://[${text}]/`)
