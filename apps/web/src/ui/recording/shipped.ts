/** The recordings that come with the page. */

export interface ShippedRecording {
  /** Relative to the page. */
  readonly url: string
  readonly name: string
}

export const SHIPPED: readonly ShippedRecording[] = [
  { url: 'recordings/plain.v2scope.json', name: 'A plain session' },
  { url: 'recordings/rekeys.v2scope.json', name: 'Across rekeys, with decoys' },
  { url: 'recordings/failure.v2scope.json', name: 'One that fails' },
]

export const isShipped = (url: string): boolean => SHIPPED.some((shipped) => shipped.url === url)
