/** A session id as two people read it to each other. */

/** Of hex digits that are read without a pause. */
const GROUP = 4

/** 64 hex digits -> sixteen groups of four. */
export const groupsOf = (id: string): readonly string[] =>
  id.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []

/** The digits of a group as they are said. @param digits by hex digit */
export const aloud = (group: string, digits: Readonly<Record<string, string>>): string =>
  [...group].map((digit) => digits[digit] ?? digit).join(' ')

/** The first group, from 0, that is another one; undefined where none is. */
export function firstOtherGroup(one: string, other: string): number | undefined {
  const others = groupsOf(other)
  const at = groupsOf(one).findIndex((group, i) => group !== others[i])
  return at < 0 ? undefined : at
}
