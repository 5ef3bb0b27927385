/** S5: compares the session id that the peer's side shows with ours. */

export type SessionIdComparison =
  | { readonly result: 'match' }
  /** @property at the first hex digit, from 0, that differs */
  | { readonly result: 'mismatch'; readonly at: number }
  /** Not 64 hex digits: nothing can be said yet. */
  | {
      readonly result: 'incomplete'
      readonly why:
        | { readonly code: 'NOTHING' }
        | { readonly code: 'NO_DIGIT'; readonly character: string }
        | { readonly code: 'LENGTH'; readonly digits: number }
    }

/** Hex digits of a session id. */
export const SESSION_ID_DIGITS = 64

/**
 * White space, capitals, quotes, a leading 0x and the name `session_id` of a line of `getpeerinfo` don't matter.
 * @param ours 64 hex digits in lower case
 */
export function compareSessionId(pasted: string, ours: string): SessionIdComparison {
  const theirs = digitsOf(pasted)
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

/** @returns the 64 hex digits of what was pasted, in lower case; undefined where it is no session id */
export function readSessionId(pasted: string): string | undefined {
  const digits = digitsOf(pasted)
  return /^[0-9a-f]+$/.test(digits) && digits.length === SESSION_ID_DIGITS ? digits : undefined
}

const digitsOf = (pasted: string): string =>
  pasted
    .toLowerCase()
    .replace(/session_id/g, '')
    .replace(/["'“”,:\s]/g, '')
    .replace(/^0x/, '')
