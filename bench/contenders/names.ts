/** Who is measured, by the names that tables and JSON have. */

export const BASELINE = 'baseline'
export const REFERENCE = 'v2scope reference'
export const FAST = 'v2scope fast'
export const FAST_INTO = 'v2scope fast, into given memory'
export const LIBSODIUM = 'libsodium-wrappers'
export const STABLELIB = '@stablelib/chacha20poly1305'
export const WEB_CRYPTO = 'WebCrypto'
export const NODE_NATIVE = 'Node native'
/** No contender: what the contents themselves take, where memory is measured. */
export const CONTENTS_ALONE = 'the contents alone'

/** The page, as it comes. */
export const PAGE = 'v2scope page'
/** The page with `cipher=reference` in its address. */
export const PAGE_BY_REFERENCE = 'v2scope page, cipher=reference'
