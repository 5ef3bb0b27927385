/** What the page knows of the bridge: what it offers and allows, our ticket, and what answers behind it. */

import { fetchLimits } from './bridge-limits.js'
import type { FromWorker } from './contract.js'
import type { ProbeResult } from './probe-result.js'
import type { SessionActions } from './store.js'
import type { StoreContext } from './store-context.js'
import { fetchTargets, relayUrl } from './targets.js'

/** The latest that was asked; it ends within 10 s. */
export interface ProbeView {
  readonly id: number
  readonly peer: string
  /** 4 bytes, of the network in which it was asked. */
  readonly magic: Uint8Array
  /** Undefined while it is being waited for. */
  readonly result: ProbeResult | undefined
}

type BridgeActions = Pick<
  SessionActions,
  'refreshTargets' | 'refreshLimits' | 'takeTicket' | 'forgetTicket' | 'probe' | 'endProbe'
>

export function bridgeActions(context: StoreContext): BridgeActions {
  const { options, store } = context
  const { port, tickets } = options
  return {
    refreshTargets: () => refreshTargets(context),
    refreshLimits: () => refreshLimits(context),
    takeTicket: (text) => {
      const isKept = tickets.keep(text)
      if (isKept) {
        store.setState({ hasTicket: true })
        void refreshLimits(context)
      }
      return isKept
    },
    forgetTicket: () => {
      tickets.forget()
      store.setState({ hasTicket: false })
      void refreshLimits(context)
    },
    probe: (peer, magic) => {
      const probe = { id: (store.getState().probe?.id ?? 0) + 1, peer, magic }
      store.setState({ probe: { ...probe, result: undefined } })
      port.post({ type: 'probe', probe: probe.id, magic, ...relayTo(context, peer) })
    },
    endProbe: () => {
      store.setState({ probe: undefined })
      port.post({ type: 'end_probe' })
    },
  }
}

/** The way to a peer, as the worker is told of it. */
export function relayTo({ options: { base, tickets } }: StoreContext, peer: string) {
  const ticket = tickets.get()
  return { relayUrl: relayUrl(base, peer), ...(ticket !== undefined && { ticket }) }
}

export function takeProbed(
  { store }: StoreContext,
  { probe: id, result }: Extract<FromWorker, { type: 'probed' }>,
): void {
  const { probe } = store.getState()
  if (probe?.id === id) store.setState({ probe: { ...probe, result } })
}

/** What may be dialled; what else is allowed, where there is a bridge, comes when it comes. */
export async function refreshTargets(context: StoreContext): Promise<void> {
  const { options, store } = context
  const targets = await fetchTargets(options.environment, options.base)
  store.setState({ targets: targets ?? [], bridge: targets ? 'present' : 'absent' })
  if (targets) void refreshLimits(context)
  else store.setState({ limits: undefined })
}

async function refreshLimits({ options, store }: StoreContext): Promise<void> {
  const { environment, base, tickets } = options
  const ticket = tickets.get()
  const limits = await fetchLimits(environment, base, ticket)
  // what was asked with another ticket is no answer any more
  if (tickets.get() === ticket) store.setState({ limits })
}
