/** S5: compares the session id that the peer's side shows with ours. */

export type SessionIdComparison =
  | { readonly result: 'match'; readonly text: string }
  /** @property at the first hex digit, from 0, that differs */
  | { readonly result: 'mismatch'; readonly text: string; readonly at: number }
  /** Not 64 hex digits: nothing can be said yet. */
  | { readonly result: 'incomplete'; readonly text: string }

const DIGITS = 64

/**
 * White space, capitals, quotes, a leading 0x and the name `session_id` of a line of `getpeerinfo` don't matter.
 * @param ours 64 hex digits in lower case
 */
export function compareSessionId(pasted: string, ours: string): SessionIdComparison {
  const theirs = digitsOf(pasted)
  if (theirs === '') {
    return { result: 'incomplete', text: 'Paste the session_id that the peer’s side shows.' }
  }
  const wrong = /[^0-9a-f]/.exec(theirs)
  if (wrong) {
    const text = `“${wrong[0]}” is not a hex digit: a session id is ${DIGITS} of 0–9 and a–f.`
    return { result: 'incomplete', text }
  }
  if (theirs.length !== DIGITS) {
    const text = `${theirs.length} hex digits; a session id has ${DIGITS}.`
    return { result: 'incomplete', text }
  }
  if (theirs === ours) {
    const text = 'The same on both sides: nobody sits in between.'
    return { result: 'match', text }
  }
  const at = [...theirs].findIndex((digit, i) => digit !== ours[i])
  const text = `Not the same (digit ${at + 1} is the first that differs): this is the id of another connection, or somebody sits in between.`
  return { result: 'mismatch', text, at }
}

const digitsOf = (pasted: string): string =>
  pasted
    .toLowerCase()
    .replace(/session_id/g, '')
    .replace(/["'“”,:\s]/g, '')
    .replace(/^0x/, '')
