// @vitest-environment node
import { REMOTE_ERROR_ROWS } from '@v2scope/bip324'
import { toSessionFailure } from '@v2scope/recording'
import { describe, expect, it } from 'vitest'
import { ADVICE, adviceFor } from '../../src/session/failure-advice.js'

describe('advice', () => {
  it.each(Object.entries(ADVICE))('%s: in whole sentences', (_, advice) => {
    expect(advice).toMatch(/^[A-Z].{20,}[.”)]$/s)
  })

  it('is there for every code of the transport', () => {
    for (const code of Object.keys(REMOTE_ERROR_ROWS)) expect(ADVICE).toHaveProperty(code)
  })

  it.each(['GARBAGE_TERMINATOR_MISSING', 'HANDSHAKE_TIMEOUT'] as const)(
    'H5 %s names another network',
    (code) => expect(adviceFor(code)).toContain('choose the network the peer is on'),
  )

  it('S2 says that v1 is not encrypted, and offers it after v2 alone', () => {
    const cause = { code: 'CLOSED_BEFORE_KEY', row: 'S2', message: 'closed' } as const
    expect(adviceFor('CLOSED_BEFORE_KEY')).toContain('NOT encrypted')
    expect(toSessionFailure(cause, 'v2', 3).v1MayWork).toBe(true)
    expect(toSessionFailure(cause, 'v1', 3).v1MayWork).toBe(false)
  })

  it('is there for codes that nobody knows', () => {
    expect(adviceFor('RELAY_4777')).toContain('does not know')
  })
})
