import { isIP } from 'node:net'

export const NETWORKS = ['mainnet', 'testnet3', 'testnet4', 'signet', 'regtest'] as const
export type Network = (typeof NETWORKS)[number]

/** What a relay may dial. */
export interface Target {
  readonly name: string
  /** A host name or an IP address, an IPv6 one without brackets. */
  readonly host: string
  readonly port: number
  /** `null` when it is not known. */
  readonly network: Network | null
}

/** The name under which the demo node is offered. */
export const DEMO = 'demo'

const DEFAULT_PORTS: ReadonlyMap<number, Network> = new Map([
  [8333, 'mainnet'],
  [18333, 'testnet3'],
  [48333, 'testnet4'],
  [38333, 'signet'],
  [18444, 'regtest'],
])

/** On which nodes listen unless told otherwise. */
export const NODE_PORTS: readonly number[] = [...DEFAULT_PORTS.keys()]

/** The network whose nodes listen on `port` unless told otherwise. */
export function networkOfPort(port: number): Network | null {
  return DEFAULT_PORTS.get(port) ?? null
}

/** `HOST:PORT`, an IPv6 address in brackets. */
export function formatAddress(host: string, port: number): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`
}

/** Whether only this machine reaches `host`. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
}

/** RFC 4291 §2.5.5.2: an IPv4 address as a dual-stack socket names it. */
export function withoutMapping(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/, '')
}
