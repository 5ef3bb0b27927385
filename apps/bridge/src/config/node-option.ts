import { formatAddress, NETWORKS, networkOfPort, type Target } from '../targets.js'
import { readAddress } from './address-text.js'
import { type Kind, type Reading, textKind } from './value-kinds.js'

const EXAMPLE = 'mine=127.0.0.1:8333'

/** `NAME=HOST:PORT[/NETWORK]`. */
export const node: Kind<Target> = textKind('NAME=HOST:PORT[/NETWORK]', readTarget, showTarget)

const TARGET_FORM = /^(?<name>[^=]*)=(?<address>[^/]*)(?:\/(?<network>.*))?$/

function readTarget(spec: string): Reading<Target> {
  const parts = TARGET_FORM.exec(spec)?.groups
  if (!parts) return { wrong: `that is not NAME=HOST:PORT; write it as ${EXAMPLE}` }
  const { name = '', address = '', network: networkName } = parts
  if (!/^[A-Za-z0-9._-]{1,64}$/.test(name)) {
    return {
      wrong: 'a name is 1 to 64 letters, digits, ".", "_" or "-"; write one before the "="',
    }
  }
  const dialled = readAddress(address)
  // Nobody can dial port 0.
  if (dialled === null || dialled.port === 0) {
    const example = `${formatAddress('127.0.0.1', 8333)} or ${formatAddress('::1', 18444)}`
    return { wrong: `"${address}" is not HOST:PORT; write one such as ${example}` }
  }
  const network = NETWORKS.find((known) => known === networkName)
  if (networkName !== undefined && network === undefined) {
    const known = NETWORKS.join(', ')
    return { wrong: `"${networkName}" is no network; write one of ${known} after the "/"` }
  }
  return { value: { name, ...dialled, network: network ?? networkOfPort(dialled.port) } }
}

function showTarget({ name, host, port, network }: Target): string {
  return `${name}=${formatAddress(host, port)}${network === null ? '' : `/${network}`}`
}
