import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decodeMessage,
  encodeMessage,
  isKnownType,
  type Message,
  MessageError,
} from '../src/index.js'
import { MESSAGES, roundTrip, TYPES } from './messages.js'
import { expectTiling } from './tiling.js'

/** Decodes any bytes: a value whose spans tile, or a MessageError inside the payload. */
function expectValueOrError(messageType: string, payload: Uint8Array): void {
  try {
    const decoded = decodeMessage(messageType, payload)
    expectTiling(decoded.fields, 0, payload.length)
    expect(structuredClone(decoded)).toEqual(decoded)
  } catch (error) {
    if (!(error instanceof MessageError)) throw error
    expect(error.offset).toBeGreaterThanOrEqual(0)
    expect(error.offset).toBeLessThanOrEqual(payload.length)
    expect(error.field).not.toBe('')
  }
}

/** Bytes behind such a message would be its last field. */
const lacksTail = (message: Message): boolean =>
  message.type === 'version' && message.relay === undefined

const arbitraries: readonly [string, fc.Arbitrary<Message>][] = Object.entries(MESSAGES)

describe.each(arbitraries)('%s', (type, arbitrary) => {
  it('decodes what it encodes to the same value, its spans tiling the payload', () => {
    fc.assert(
      fc.property(arbitrary, (message) => {
        const payload = encodeMessage(message)
        const { message: decoded, fields } = decodeMessage(type, payload)
        expect(decoded).toEqual(message)
        expectTiling(fields, 0, payload.length)
        expect(encodeMessage(decoded)).toEqual(payload)
      }),
    )
  })

  it('gives a value or a MessageError for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (payload) =>
        expectValueOrError(type, payload),
      ),
      { numRuns: 300 },
    )
  })

  it('gives a value or a MessageError for its own bytes, cut short, changed or with more behind', () => {
    const edit = fc.record({
      keep: fc.double({ min: 0, max: 1, noNaN: true }),
      at: fc.nat(),
      flip: fc.integer({ min: 0, max: 255 }),
      more: fc.uint8Array({ maxLength: 20 }),
    })
    fc.assert(
      fc.property(arbitrary, edit, (message, { keep, at, flip, more }) => {
        const payload = encodeMessage(message)
        const kept = payload.subarray(0, Math.round(payload.length * keep))
        const edited = Uint8Array.of(...kept, ...more)
        if (edited.length > 0) edited[at % edited.length] = (edited[at % edited.length] ?? 0) ^ flip
        expectValueOrError(type, edited)
      }),
      { numRuns: 300 },
    )
  })

  it('shows bytes after its last field as extra bytes', () => {
    fc.assert(
      fc.property(arbitrary, fc.uint8Array({ minLength: 1, maxLength: 9 }), (message, more) => {
        fc.pre(!lacksTail(message))
        const payload = Uint8Array.of(...encodeMessage(message), ...more)
        const { message: decoded, fields } = decodeMessage(type, payload)
        expect(decoded).toEqual(message)
        expect(fields.at(-1)?.name).toBe('extra bytes')
        expectTiling(fields, 0, payload.length)
      }),
    )
  })

  it('has a summary of one line where it has fields, and a name that is known', () => {
    fc.assert(
      fc.property(arbitrary, (message) => {
        const { summary, fields } = decodeMessage(type, encodeMessage(message))
        expect(summary).toMatch(fields.length === 0 ? /^$/ : /^[\x20-\x7e]+$/)
      }),
      { numRuns: 20 },
    )
    expect(isKnownType(type)).toBe(true)
  })
})

describe('any other type', () => {
  it('is shown as bytes, whatever its name', () => {
    const names = fc.oneof(
      fc.string(),
      fc.constantFrom('uproof', 'TX', 'constructor', '__proto__', 'toString', 'unknown', ''),
    )
    fc.assert(
      fc.property(names, fc.uint8Array(), (messageType, payload) => {
        fc.pre(!TYPES.includes(messageType))
        const { message, fields, summary } = decodeMessage(messageType, payload)
        expect(message).toEqual({ type: 'unknown', messageType, payload })
        expect(roundTrip(message)).toEqual(message)
        expect(fields.map(({ name }) => name)).toEqual(payload.length > 0 ? ['payload'] : [])
        expectTiling(fields, 0, payload.length)
        expect(summary).toBe(`payload ${payload.length} B`)
      }),
    )
  })

  it('keeps a copy: the payload may be overwritten afterwards', () => {
    const payload = Uint8Array.of(1, 2, 3)
    const { message } = decodeMessage('utreexotx', payload)
    payload.fill(9)
    expect(message).toEqual({
      type: 'unknown',
      messageType: 'utreexotx',
      payload: Uint8Array.of(1, 2, 3),
    })
  })
})
