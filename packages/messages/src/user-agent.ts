/** BIP14: the user agent, text that a peer chooses freely and that may be any bytes. */

import { textContent, withLength } from './with-length.js'

/** MAX_SUBVERSION_LENGTH of Bitcoin Core, bytes. */
export const MAX_USER_AGENT_LENGTH = 256

/** The user agent behind its length, escaped where it is not printable. */
export const USER_AGENT = withLength(
  { name: 'user agent', fieldKey: 'version.user agent' },
  textContent({ min: 0, max: MAX_USER_AGENT_LENGTH }, '/Satoshi:29.1.0/'),
)
