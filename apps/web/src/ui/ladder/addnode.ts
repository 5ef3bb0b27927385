/** The command that makes a node dial us. */

import type { NetworkName } from '@v2scope/bip324'

const FLAGS: Readonly<Record<NetworkName, string>> = {
  mainnet: '',
  testnet3: ' -testnet',
  testnet4: ' -testnet4',
  signet: ' -signet',
  regtest: ' -regtest',
}

/**
 * Once, and in v2: without the last word a node does as its `v2transport` says.
 * @param address HOST:PORT @param network whose flag the node's client needs
 */
export function addnodeCommand(address: string, network: NetworkName | 'custom'): string {
  const flag = network === 'custom' ? '' : FLAGS[network]
  // a shell takes bare brackets for a pattern
  const argument = address.includes('[') ? `'${address}'` : address
  return `bitcoin-cli${flag} addnode ${argument} onetry true`
}
