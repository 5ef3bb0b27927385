import { distance } from 'fastest-levenshtein'

/** Edits beyond which a name is another word, as a part of its length. */
const LIKE = 1 / 3

/** The name that was probably meant; `null` where none is near. */
export function nearest(name: string, known: readonly string[]): string | null {
  const edits = (other: string) => distance(name.toLowerCase(), other.toLowerCase())
  const [best] = known.toSorted((a, b) => edits(a) - edits(b))
  if (best === undefined) return null
  return edits(best) <= Math.max(name.length, best.length) * LIKE ? best : null
}

/** `, did you mean …?` or where they are listed. */
export function instead(name: string, known: readonly string[]): string {
  const meant = nearest(name, known)
  return meant === null ? '--help lists the options.' : `did you mean ${meant}?`
}
