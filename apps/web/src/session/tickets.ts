/** A ticket: the signed word of a bridge that its bearer may use it. Told to that bridge, and to nobody else. */

import type { AddressBar } from './address-bar.js'

const KEY = 'v2scope.ticket'
/** RFC 7515 §7.1, the compact form: three parts in base64url. A subprotocol may have these letters. */
const FORM = /^[\w-]+\.[\w-]+\.[\w-]+$/
/** In characters: with it the request still fits what servers take of headers. */
const MOST = 4096

/** The ticket of this tab, if there is one. */
export interface Tickets {
  get(): string | undefined
  /** @returns whether it has the form of a ticket: else the one before it stays */
  keep(text: string): boolean
  forget(): void
}

/** Kept until the tab is closed; where storage is forbidden, as long as the page. */
export function tabTickets(
  storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
): Tickets {
  let ticket: string | undefined
  const put = (text: string | undefined) => {
    ticket = text
    try {
      if (text === undefined) storage().removeItem(KEY)
      else storage().setItem(KEY, text)
    } catch {
      // it lasts as long as the page
    }
  }
  const kept = readKept(storage)
  if (isTicket(kept)) ticket = kept
  return {
    get: () => ticket,
    keep: (text) => {
      const trimmed = text.trim()
      if (!isTicket(trimmed)) return false
      put(trimmed)
      return true
    },
    forget: () => put(undefined),
  }
}

/** What an address had of tickets: it has none any more. */
export type InAddress = 'none' | 'kept' | 'malformed'

/**
 * Takes `ticket=…` out of the hash, before anything else reads it.
 * @returns what was there; one of another form is dropped
 */
export function takeFromAddress(tickets: Tickets, { location, history }: AddressBar): InAddress {
  const { hash } = location
  const [route = '', ...rest] = hash.split('?')
  const parts = rest.join('?').split('&')
  const isOfTicket = (part: string) => new URLSearchParams(part).has('ticket')
  const [found] = parts.filter(isOfTicket)
  if (found === undefined) return 'none'
  const others = parts.filter((part) => !isOfTicket(part)).join('&')
  history.replaceState(null, '', others === '' ? route || '#' : `${route}?${others}`)
  return tickets.keep(new URLSearchParams(found).get('ticket') ?? '') ? 'kept' : 'malformed'
}

const isTicket = (text: string | null): text is string =>
  text !== null && text.length <= MOST && FORM.test(text)

function readKept(storage: () => Pick<Storage, 'getItem'>): string | null {
  try {
    return storage().getItem(KEY)
  } catch {
    return null
  }
}
