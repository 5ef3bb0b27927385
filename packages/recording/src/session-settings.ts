/** How a session is set up. */

import type { NetworkName, Role } from '@v2scope/bip324'

/** The peer of a simulated session. */
export const SIMULATED = 'simulated'

/** Any node that dials us, by way of a port of the bridge's. */
export const INBOUND = 'inbound'

export interface SessionSettings {
  /** `simulated`, `inbound`, or the name of a target of the bridge, such as `demo`. */
  readonly peer: string
  /** Of a simulated session: everything in it comes from this text, 1..64 characters. */
  readonly seed?: string
  readonly network: NetworkName | 'custom'
  /** 4 bytes. */
  readonly magic: Uint8Array
  /** Bytes of garbage, 0..4095; undefined: random. */
  readonly garbage: number | undefined
  /** Decoys before our version packet. */
  readonly decoys: number
  /** Seconds from connecting to the peer's verack; S4's 60 if absent. */
  readonly timeout?: number
  /** Ours: `responder` where the peer dials us, or is simulated and would. */
  readonly role: Role
  /** v1, which is not encrypted, only where the user asked for it (S2). */
  readonly transport: 'v2' | 'v1'
}
