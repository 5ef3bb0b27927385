// @vitest-environment node
import { expect, it } from 'vitest'
import { compareSessionId, readSessionId } from '../../src/session/session-id.js'
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

const OTHER = 'f'.repeat(64)
/** As `bitcoin-cli getpeerinfo` prints it; an input takes its line breaks away. */
const answer = (...ids: string[]) =>
  JSON.stringify(
    ids.map((id, i) => ({
      id: i,
      addr: '127.0.0.1:1',
      transport_protocol_type: id ? 'v2' : 'v1',
      session_id: id,
      bytessent_per_msg: { ping: 32 },
    })),
    null,
    2,
  )

it('takes the ids out of all that a node says of its connections', () => {
  expect(compareSessionId(answer(OTHER, OURS, ''), OURS)).toEqual({ result: 'match' })
  expect(compareSessionId(answer('', OURS).replaceAll('\n', ''), OURS).result).toBe('match')
  expect(compareSessionId(answer('', OTHER), OURS)).toEqual({ result: 'mismatch', at: 0 })
  const others = compareSessionId(answer(OTHER, OTHER, ''), OURS)
  expect(others).toEqual({ result: 'none', of: 2 })
  expect(words.comparison(others)).toContain('None of the 2 ids')
  const v1 = compareSessionId(answer('', ''), OURS)
  expect(v1).toEqual({ result: 'incomplete', why: { code: 'NO_ID' } })
  expect(words.comparison(v1)).toContain('v1')
})

it('reads an id where there is one', () => {
  expect(readSessionId(answer('', OTHER))).toBe(OTHER)
  expect(readSessionId(answer(OURS, OTHER))).toBeUndefined()
  expect(readSessionId(answer(''))).toBeUndefined()
  expect(readSessionId(` 0x${OURS.toUpperCase()}`)).toBe(OURS)
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
