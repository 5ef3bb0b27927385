/** What a probe found. */

import type { ProbeFinding } from '@v2scope/peer'

export type ProbeResult =
  | Exclude<ProbeFinding, { readonly kind: 'nothing' }>
  /** It took the connection, and ended it without a byte: by a FIN, or by a reset. */
  | { readonly kind: 'hung up'; readonly how: 'closed' | 'reset' }
  /** Time was up: there was a connection and no byte came, or there was none yet. */
  | { readonly kind: 'no answer'; readonly isOpen: boolean }
  /** The bridge did not connect, or ended it: as a session would fail. */
  | { readonly kind: 'no way'; readonly code: string; readonly message: string }
