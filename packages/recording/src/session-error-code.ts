/** Everything that can end a session, or be the reason why something asked of it is not done. */

import type { LocalErrorCode, RemoteErrorCode } from '@v2scope/bip324'
import type { MessageErrorCode } from '@v2scope/messages'
import type { PeerErrorCode } from '@v2scope/peer'

/** Close codes of the relay, as the bridge and browsers give them. */
export type RelayCloseCode =
  | 1000
  | 1001
  | 1003
  | 1006
  | 1008
  | 1009
  | 1011
  | 4400
  | 4401
  | 4403
  | 4404
  | 4408
  | 4409
  | 4410
  | 4420
  | 4429
  | 4502
  | 4503
  | 4504
  | 4505
  | 4506

export type RelayErrorCode = `RELAY_${RelayCloseCode}`

export type PageErrorCode =
  /** Nothing that is a bridge answers where the page came from. */
  | 'NO_BRIDGE'
  /** The bridge took the WebSocket, and said nothing. */
  | 'RELAY_SILENT'
  /** The bridge has as many connections as it takes. */
  | 'BRIDGE_FULL'
  /** The bridge does not accept the address under which the page was opened. */
  | 'PAGE_REFUSED'
  /** The bridge is up, and takes no WebSocket from here: a browser does not tell why. */
  | 'UPGRADE_REFUSED'
  /** The bridge ended the relay because we had sent nothing: one of the causes of its code 4505. */
  | 'FIRST_BYTE_TIMEOUT'
  /** What answered does not speak the relay's wire. */
  | 'RELAY_PROTOCOL'
  /** The session can't be started as it was set up. */
  | 'BAD_SETTINGS'
  /** A fault of the page itself. */
  | 'UNEXPECTED'

export type SessionErrorCode = RemoteErrorCode | PeerErrorCode | RelayErrorCode | PageErrorCode

/** Why something that was asked of a session did not happen. */
export type RefusalCode =
  | LocalErrorCode
  | MessageErrorCode
  | RemoteErrorCode
  /** Not yet. */
  | 'NOT_READY'
  | 'SESSION_OVER'
  /** What was to be changed on the wire has passed. */
  | 'PLACE_PASSED'
  /** Hold keeps as much as it can. */
  | 'TOO_MUCH_HELD'
  /** What is shaped waits for its turn, and more than enough of it. */
  | 'TOO_MUCH_WAITS'
  /** It is a part of how a session begins. */
  | 'ONLY_FROM_THE_START'
  /** There is no peer to send to. */
  | 'RECORDING'
