// @vitest-environment node
import { expect, it } from 'vitest'
import { compareSessionId } from '../../src/session/session-id.js'
import { session as words } from '../../src/words/en/session.js'

const OURS = '0123456789abcdef'.repeat(4)

it.each([
  OURS,
  ` ${OURS}\n`,
  OURS.toUpperCase(),
  `"session_id": "${OURS}",`,
  OURS.replace(/(.{8})/g, '$1 '),
])('S5 %j matches', (pasted) => {
  expect(compareSessionId(pasted, OURS).result).toBe('match')
})

it('says where another id differs', () => {
  const other = `${OURS.slice(0, 40)}f${OURS.slice(41)}`
  expect(compareSessionId(other, OURS)).toMatchObject({ result: 'mismatch', at: 40 })
  expect(words.comparison(compareSessionId(other, OURS))).toContain('digit 41')
})

it.each([
  ['', 'Paste'],
  ['0123', '4 hex digits'],
  [`${OURS}0`, '65 hex digits'],
  ['not hex', '“n” is not a hex digit'],
])('%j is incomplete: %s', (pasted, said) => {
  const comparison = compareSessionId(pasted, OURS)
  expect(comparison.result).toBe('incomplete')
  expect(words.comparison(comparison)).toContain(said)
})
