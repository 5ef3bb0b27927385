// @vitest-environment node
import { REMOTE_ERROR_ROWS } from '@v2scope/bip324'
import { toSessionFailure } from '@v2scope/recording'
import { describe, expect, it } from 'vitest'
import { failures as en } from '../../src/words/en/failures.js'
import { failures as zh } from '../../src/words/zh/failures.js'

const OF_BRIDGES = [1000, 1001, 1003, 1006, 1008, 1009, 4400, 4401, 4403, 4404, 4408, 4409]
  .concat(4410, 4420, 4429, 4502, 4503, 4504, 4505, 4506)
  .map((code) => `RELAY_${code}`)
const OF_THE_WAY = ['NO_BRIDGE', 'BRIDGE_FULL', 'PAGE_REFUSED', 'UPGRADE_REFUSED']
const CODES = [
  ...Object.keys(REMOTE_ERROR_ROWS),
  'PING_TIMEOUT',
  'FIRST_BYTE_TIMEOUT',
  ...OF_BRIDGES,
  ...OF_THE_WAY,
]

describe('advice', () => {
  it.each(CODES)('%s: in whole sentences', (code) => {
    expect(en.advice(code)).toMatch(/^[A-Z].{20,}[.”)]$/s)
    expect(zh.advice(code)).toMatch(/^.{6,}[。）]$/s)
  })

  it.each(['GARBAGE_TERMINATOR_MISSING', 'HANDSHAKE_TIMEOUT'])(
    'H5 %s names another network',
    (code) => expect(en.advice(code)).toContain('choose the network the peer is on'),
  )

  it('S2 says that v1 is not encrypted, and offers it after v2 alone', () => {
    const cause = { code: 'CLOSED_BEFORE_KEY', row: 'S2', message: 'closed' } as const
    expect(en.advice('CLOSED_BEFORE_KEY')).toContain('NOT encrypted')
    expect(zh.advice('CLOSED_BEFORE_KEY')).toContain('不加密')
    expect(toSessionFailure(cause, 'v2', 3).v1MayWork).toBe(true)
    expect(toSessionFailure(cause, 'v1', 3).v1MayWork).toBe(false)
  })

  it.each(['RELAY_4777', 'toString'])('is there for %s, which nobody knows', (code) => {
    expect(en.advice(code)).toContain('does not know')
    expect(zh.advice(code)).toContain('不认识')
  })
})

describe('what happened', () => {
  it('is the core’s own words in English, and told by the code in Chinese', () => {
    const said = 'The peer closed the connection in the middle of packet 7.'
    expect(en.what('CLOSED_IN_PACKET', said)).toBe(said)
    expect(zh.what('CLOSED_IN_PACKET', said)).toBe('对端在一个数据包的中间关闭了连接。')
  })

  it('names a code that nobody knows', () => {
    expect(zh.what('RELAY_4777', 'closed')).toContain('RELAY_4777')
  })

  it('is told of what was refused too', () => {
    expect(en.refusal('NOT_READY', 'Not yet.')).toBe('Not yet.')
    expect(zh.refusal('NOT_READY', 'Not yet.')).toContain('verack')
    expect(zh.refusal('PACKET_TOO_LARGE', 'Too large.')).toContain('数据包')
  })
})
