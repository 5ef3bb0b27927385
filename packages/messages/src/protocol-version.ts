/** The version of the whole protocol, as peers tell it. */

/** What a form starts with: WTXID_RELAY_VERSION of Bitcoin Core, the last before BIP434's. */
export const FORM_PROTOCOL_VERSION = 70016n
