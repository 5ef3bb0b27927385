/** What a screen has in the address for itself: `#/lab?tab=faults&fault=ID&peer=…`, `#/eavesdropper?tab=traffic&study=SEED`. */

import type { Screen } from './address.js'

/** Names that only screens use, in this order. */
const NAMES = ['tab', 'fault', 'study'] as const

export type ScreenQuery = Readonly<Partial<Record<(typeof NAMES)[number], string>>>

/** @returns of an address of this screen, what it has; of another's nothing, for it isn't meant for it */
export function screenQueryOf(hash: string, screen: Screen): ScreenQuery {
  if (!hash.startsWith(`#/${screen}?`)) return {}
  const query = new URLSearchParams(hash.slice(hash.indexOf('?')))
  return Object.fromEntries(
    NAMES.flatMap((name) => (query.has(name) ? [[name, query.get(name)]] : [])),
  )
}

/** The address with this in place of what it has; all else in it stays as it is written. */
export function withScreenQuery(hash: string, screenQuery: ScreenQuery): string {
  const [route = ''] = hash.split('?', 1)
  const parts = hash.slice(route.length + 1).split('&')
  const rest = parts.filter((part) => !isOurs(part))
  const own = NAMES.flatMap((name) => {
    const value = screenQuery[name]
    return value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]
  })
  if (own.length === 0 && rest.length === parts.length) return hash
  const query = [...own, ...rest.filter(Boolean)].join('&')
  return query === '' ? route : `${route}?${query}`
}

const isOurs = (part: string): boolean => NAMES.some((name) => part.startsWith(`${name}=`))
