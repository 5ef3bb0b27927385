/** How long a payload can be. */

/** MAX_PROTOCOL_MESSAGE_LENGTH of Bitcoin Core, bytes: what bounds parts that have no own limit. */
export const MAX_PAYLOAD_LENGTH = 4_000_000
