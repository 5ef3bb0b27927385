import type { IncomingMessage } from 'node:http'
import type { Caller, Callers } from '../caller.js'
import { CloseCode } from '../close-codes.js'
import { type Refusal, refuse } from '../refusal.js'
import { addressKey, clientAddress, type Trust } from './client-address.js'
import type { UpgradeRate } from './upgrade-rate.js'

/** Pages, by the addresses that they come from. */
export class CheckedCallers implements Callers {
  readonly #trust: Trust
  readonly #rate: UpgradeRate

  constructor(trust: Trust, rate: UpgradeRate) {
    this.#trust = trust
    this.#rate = rate
  }

  /** What limits count `request` by. */
  keyOf(request: IncomingMessage): string {
    return addressKey(clientAddress(request, this.#trust))
  }

  async identify(request: IncomingMessage): Promise<Caller | Refusal> {
    const key = this.keyOf(request)
    const hasty = await this.#rate.take(key)
    if (hasty !== null) return hasty
    // a browser says whose page asks, which has been checked by now
    if (request.headers.origin === undefined) {
      return refuse(
        CloseCode.ticket,
        'No Origin was sent: without a ticket, pages alone may use this',
      )
    }
    return { kind: 'caller', key }
  }
}
