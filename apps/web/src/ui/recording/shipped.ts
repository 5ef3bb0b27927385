/** The recordings that come with the page. */

export type ShippedName = 'plain' | 'rekeys' | 'failure'

export interface ShippedRecording {
  /** Relative to the page. */
  readonly url: string
  readonly name: ShippedName
}

export const SHIPPED: readonly ShippedRecording[] = [
  { url: 'recordings/plain.v2scope.json', name: 'plain' },
  { url: 'recordings/rekeys.v2scope.json', name: 'rekeys' },
  { url: 'recordings/failure.v2scope.json', name: 'failure' },
]

export const isShipped = (url: string): boolean => SHIPPED.some((shipped) => shipped.url === url)
