/** What an upgrade asks for, by the path of its URL. */
export type Route =
  /** `/relay/NAME`: a relay to a named target. */
  | { readonly kind: 'target'; readonly name: string }
  /** `/relay?addr=HOST:PORT`: a relay to a free address; `null` where none is given. */
  | { readonly kind: 'address'; readonly address: string | null }
  /** `/listen`: a port for nodes to dial. */
  | { readonly kind: 'listen' }
  /** `/accept/ID`: a relay to a node that has dialled such a port. */
  | { readonly kind: 'accept'; readonly id: string }

/** @returns `null` where there is no WebSocket at this path. */
export function routeOf(url: URL): Route | null {
  const { pathname, searchParams } = url
  if (pathname === '/relay') return { kind: 'address', address: searchParams.get('addr') }
  const name = after('/relay/', pathname)
  if (name !== null) return { kind: 'target', name }
  if (pathname === '/listen') return { kind: 'listen' }
  const id = after('/accept/', pathname)
  if (id !== null) return { kind: 'accept', id }
  return null
}

/** What is asked for, in the words of the log. */
export function askedFor(route: Route): string {
  switch (route.kind) {
    case 'target':
      return route.name
    case 'address':
      return route.address ?? ''
    case 'listen':
      return 'listen'
    case 'accept':
      return 'inbound'
  }
}

function after(prefix: string, pathname: string): string | null {
  return pathname.startsWith(prefix) ? decoded(pathname.slice(prefix.length)) : null
}

function decoded(encoded: string): string {
  try {
    return decodeURIComponent(encoded)
  } catch {
    return encoded
  }
}
