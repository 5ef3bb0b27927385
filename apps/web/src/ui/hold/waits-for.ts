/** While nothing is held: what has to happen for something of ours to be there to hold. */

import type { SessionStatus } from '../../session/status.js'

export type WaitsFor =
  | 'connection'
  | 'peer key'
  | 'peer terminator'
  | 'peer version packet'
  | 'peer message'
  | 'you'

/** @returns undefined where the session is over, and nothing comes any more */
export function waitsFor({ state, phase }: SessionStatus): WaitsFor | undefined {
  switch (state) {
    case 'connecting':
      return 'connection'
    case 'failed':
    case 'closed':
      return undefined
    case 'ready':
      return 'you'
    case 'handshake':
    case 'established':
      switch (phase) {
        case 'key exchange':
          return 'peer key'
        case 'garbage':
          return 'peer terminator'
        case 'version negotiation':
          return 'peer version packet'
        case 'application':
          return 'peer message'
      }
  }
}
