/** `?cipher=reference`, before the # of the page's address or behind it: the readable core, to compare with. */

const ASKED = /[?&]cipher=reference(?=[&#]|$)/

export const asksForReference = ({ search, hash }: Pick<Location, 'search' | 'hash'>): boolean =>
  ASKED.test(search) || ASKED.test(hash)

/** The address with what another asks for. @param now the address before */
export const withCipherOf = (now: string, hash: string): string =>
  !ASKED.test(now) || ASKED.test(hash)
    ? hash
    : `${hash}${hash.includes('?') ? '&' : '?'}cipher=reference`
