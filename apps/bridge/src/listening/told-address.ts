import type { AddressInfo, Socket } from 'node:net'
import { networkInterfaces } from 'node:os'
import { formatAddress, withoutMapping } from '../targets.js'

const EVERY_ADDRESS: readonly string[] = ['0.0.0.0', '::']

/**
 * HOST:PORT that a node can dial. A port on every address has none of its own: then it is the
 * address where the page has reached the bridge.
 * @param pageSocket the page's connection
 */
export function toldAddress(
  { address, port }: AddressInfo,
  { localAddress }: Pick<Socket, 'localAddress'>,
): string {
  if (!EVERY_ADDRESS.includes(address) || localAddress === undefined) {
    return formatAddress(address, port)
  }
  const local = withoutMapping(localAddress)
  const onlyIPv4 = address === '0.0.0.0' && local.includes(':')
  return formatAddress((onlyIPv4 && ipv4Beside(local)) || local, port)
}

/** The IPv4 address of the interface that has this IPv6 one. */
function ipv4Beside(ipv6: string): string | undefined {
  const same = Object.values(networkInterfaces()).find((addresses) =>
    addresses?.some(({ address }) => address === ipv6),
  )
  return same?.find(({ family }) => family === 'IPv4')?.address
}
