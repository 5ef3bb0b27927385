import { createServer } from 'node:net'
import { CloseCode } from '../close-codes.js'
import type { Profile } from '../limits.js'
import { type Refusal, refuse } from '../refusal.js'
import { formatAddress, isLoopback } from '../targets.js'

/** Where ports are opened for pages that want to be dialled. */
export interface ListenAt {
  /** An address of this machine. */
  readonly host: string
  /** 0: a free one for each page; else one page at a time. */
  readonly port: number
}

/** What is so without `--listen`: whoever is on this machine already may dial its pages. */
export function usualListenAt(bridge: { profile?: Profile; host: string }): ListenAt | false {
  const { profile = 'local', host } = bridge
  return profile === 'local' && isLoopback(host) && { host: '127.0.0.1', port: 0 }
}

export const LISTENING_IS_OFF = refuse(
  CloseCode.notAllowed,
  'This bridge opens no ports for nodes to dial; its operator can allow it with --listen',
)

export const portIsBusy = ({ port }: ListenAt): Refusal =>
  refuse(
    CloseCode.targetBusy,
    `Another page is listening on port ${port}, the only one here; try again when it has ended`,
  )

/** What the page is told of a port that could not be opened. */
export function listenFailure({ host, port }: ListenAt, error: Error): Refusal {
  const at = formatAddress(host, port)
  const cause = 'code' in error ? String(error.code) : error.message
  if (cause === 'EADDRINUSE') {
    return refuse(CloseCode.targetBusy, `Port ${port} of the bridge is taken; try again later`)
  }
  return refuse(
    CloseCode.notAllowed,
    `The bridge can't listen on ${at} (${cause}): its operator should mend --listen`,
  )
}

/** Opens such a port and closes it again. @returns why that failed, or `null`. */
export function tryListenAt({ host, port }: ListenAt): Promise<Error | null> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', resolve)
    server.listen(port, host, () => server.close(() => resolve(null)))
  })
}
