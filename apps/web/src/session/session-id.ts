/** S5: compares the session id that the peer's side shows with ours. */

export type SessionIdComparison =
  | { readonly result: 'match' }
  /** @property at the first hex digit, from 0, that differs */
  | { readonly result: 'mismatch'; readonly at: number }
  /** @property of how many ids were pasted, none of which is ours */
  | { readonly result: 'none'; readonly of: number }
  /** Not 64 hex digits: nothing can be said yet. */
  | {
      readonly result: 'incomplete'
      readonly why:
        | { readonly code: 'NOTHING' }
        /** What a node says of connections, none of which has an id. */
        | { readonly code: 'NO_ID' }
        | { readonly code: 'NO_DIGIT'; readonly character: string }
        | { readonly code: 'LENGTH'; readonly digits: number }
    }

/** Hex digits of a session id. */
export const SESSION_ID_DIGITS = 64

/**
 * White space, capitals, quotes, a leading 0x and the name `session_id` of a line of `getpeerinfo` don't matter;
 * of the whole of its answer, or of one connection in it, the ids are taken.
 * @param ours 64 hex digits in lower case
 */
export function compareSessionId(pasted: string, ours: string): SessionIdComparison {
  const ids = idsInAnswer(pasted)
  if (ids?.length === 0) return { result: 'incomplete', why: { code: 'NO_ID' } }
  if (ids?.includes(ours)) return { result: 'match' }
  if (ids && ids.length > 1) return { result: 'none', of: ids.length }
  const theirs = ids?.[0] ?? digitsOf(pasted)
  if (theirs === '') return { result: 'incomplete', why: { code: 'NOTHING' } }
  const [character] = /[^0-9a-f]/u.exec(theirs) ?? []
  if (character !== undefined) {
    return { result: 'incomplete', why: { code: 'NO_DIGIT', character } }
  }
  if (theirs.length !== SESSION_ID_DIGITS) {
    return { result: 'incomplete', why: { code: 'LENGTH', digits: theirs.length } }
  }
  if (theirs === ours) return { result: 'match' }
  return { result: 'mismatch', at: [...theirs].findIndex((digit, i) => digit !== ours[i]) }
}

/** @returns the 64 hex digits of what was pasted, in lower case; undefined where it is no session id, or many */
export function readSessionId(pasted: string): string | undefined {
  const ids = idsInAnswer(pasted)
  if (ids && ids.length !== 1) return undefined
  const digits = ids?.[0] ?? digitsOf(pasted)
  return /^[0-9a-f]+$/.test(digits) && digits.length === SESSION_ID_DIGITS ? digits : undefined
}

/** In lower case; undefined where it is no answer, which has a brace for each connection. */
function idsInAnswer(pasted: string): string[] | undefined {
  if (!pasted.includes('{')) return undefined
  const found = pasted.toLowerCase().matchAll(/["']session_id["']\s*:\s*["']([0-9a-f]{64})["']/g)
  return [...found].map(([, id = '']) => id)
}

const digitsOf = (pasted: string): string =>
  pasted
    .toLowerCase()
    .replace(/session_id/g, '')
    .replace(/["'“”,:\s]/g, '')
    .replace(/^0x/, '')
