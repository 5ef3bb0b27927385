import type { IncomingMessage } from 'node:http'
import type { PageFile, Representation } from './page-files.js'

/** RFC 9110 §12.5.3: the best that the browser takes; the file as it is if there is none. */
export function chosenFor(
  { headers }: Pick<IncomingMessage, 'headers'>,
  { compressed, asItIs }: PageFile,
): Representation {
  const qualities = qualitiesOf(headers['accept-encoding'])
  const isTaken = ({ coding }: Representation) =>
    (qualities.get(coding) ?? qualities.get('*') ?? 0) > 0
  return compressed.find(isTaken) ?? asItIs
}

/** RFC 9110 §13.1.2: whether the browser has these very bytes. */
export function isKnown(
  { headers }: Pick<IncomingMessage, 'headers'>,
  { etag }: Representation,
): boolean {
  const known = (headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim())
  // a proxy on the way may have called it weak
  return known.some((tag) => tag === '*' || tag.replace(/^W\//, '') === etag)
}

/** By coding, in lower case; 0 is "not this one". */
function qualitiesOf(header: string | string[] | undefined): ReadonlyMap<string, number> {
  const parts = String(header ?? '').split(',')
  return new Map(
    parts.map((part) => {
      const [coding = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase())
      const quality = parameters.find((text) => text.startsWith('q='))
      return [coding, quality === undefined ? 1 : Number(quality.slice(2)) || 0]
    }),
  )
}
