import ipaddr from 'ipaddr.js'
import { OpenCounts } from '../callers/open-counts.js'
import { CloseCode } from '../close-codes.js'
import type { Destination } from '../destination.js'
import { Rate } from '../rate.js'
import { type Refusal, refuse } from '../refusal.js'
import { formatAddress } from '../targets.js'
import type { Tuning } from '../tuning.js'
import { BackOff } from './back-off.js'
import type { Ip } from './ip.js'
import { waitText } from './wait-text.js'

/** A stranger's leave for one dial, and for the connection that comes of it. */
export type Visit = { readonly kind: 'visit' } & Pick<Destination, 'dialled' | 'left'>

const SECOND = 1000

/**
 * Keeps a room behind one bridge from being a burden to nodes that don't know of it. A node has about
 * 114 slots for those who dial it, and no limit of its own for one address.
 */
export class Strangers {
  readonly #bounds: Tuning
  readonly #toAddress = new OpenCounts()
  readonly #toNetwork = new OpenCounts()
  readonly #dials: Rate
  readonly #backOff: BackOff

  constructor(bounds: Tuning) {
    this.#bounds = bounds
    this.#dials = new Rate(bounds.strangerDialsPerSecond, SECOND)
    this.#backOff = new BackOff(bounds)
  }

  /** Counts from here on, until it has been left. */
  async visit(ip: Ip, port: number): Promise<Visit | Refusal> {
    const address = formatAddress(ip.toString(), port)
    const network = networkOf(ip)
    const { strangerConnections, strangerNetworkConnections } = this.#bounds
    if (this.#toAddress.of(address) >= strangerConnections) {
      return busy(`${strangerConnections} connections to ${address} are open; wait until one ends`)
    }
    if (this.#toNetwork.of(network) >= strangerNetworkConnections) {
      return busy(
        `${strangerNetworkConnections} connections to ${network} are open; wait until one ends`,
      )
    }
    // at once, for others may ask while we wait below
    this.#toAddress.add(address)
    this.#toNetwork.add(network)
    const left = () => {
      this.#toAddress.remove(address)
      this.#toNetwork.remove(network)
    }
    const refusal = await this.#mayDial(address)
    if (refusal !== null) {
      left()
      return refusal
    }
    return { kind: 'visit', left, dialled: (outcome) => this.#note(address, outcome) }
  }

  async #mayDial(address: string): Promise<Refusal | null> {
    const untilRetry = await this.#backOff.wait(address)
    if (untilRetry > 0) {
      return busy(`${address} did not take the last dial; ${waitText(untilRetry)}`)
    }
    const untilDial = await this.#dials.take()
    if (untilDial > 0) return busy(`Too many dials to public nodes; ${waitText(untilDial)}`)
    return null
  }

  #note(address: string, outcome: 'connected' | 'failed'): void {
    void (outcome === 'failed' ? this.#backOff.failed(address) : this.#backOff.succeeded(address))
  }
}

const busy = (reason: string) => refuse(CloseCode.targetBusy, reason)

/** What most likely is one operator's: the /24 of an IPv4 address, the /64 of an IPv6 one. */
function networkOf(ip: Ip): string {
  const isIpv4 = ip.kind() === 'ipv4'
  const bytes = ip.toByteArray().map((byte, index) => (index < (isIpv4 ? 3 : 8) ? byte : 0))
  return `${ipaddr.fromByteArray(bytes)}/${isIpv4 ? 24 : 64}`
}
