import { toHex } from '@v2scope/bip324'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeRecording, keepLevel } from '../src/file.js'
import { RECORDING_LEVELS, type Recording } from '../src/index.js'
import { acrossRekeys, aPlan, KINDS, plans, v1Session, v2Session } from './sessions.js'

/** Every array of bytes that is marked as secret or is one by its name, wherever it is. */
function secretsIn(value: unknown): string[] {
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return []
  const isSecret = 'secret' in value && value.secret === true
  return Object.entries(value).flatMap(([key, inner]) => {
    const isNamed = ['privateKey', 'oldKey', 'ikm'].includes(key) || (isSecret && key === 'output')
    return isNamed && inner instanceof Uint8Array ? [toHex(inner)] : secretsIn(inner)
  })
}

const received = ({ events }: Recording, direction: 'sent' | 'received') =>
  toHex(
    Uint8Array.from(
      events.flatMap((event) => (event.direction === direction ? [...event.bytes] : [])),
    ),
  )

/** Fewer would say that something was missed: those of the handshake alone. */
const LEAST_SECRETS = 8

function expectNoSecrets(recording: Recording): void {
  const secrets = new Set(secretsIn(recording))
  expect(secrets.size).toBeGreaterThanOrEqual(LEAST_SECRETS)
  const whole = encodeRecording(recording)
  for (const level of ['decrypted', 'wire'] as const) {
    const file = encodeRecording(keepLevel(recording, level))
    for (const secret of secrets) {
      expect(whole).toContain(secret)
      expect(file).not.toContain(secret)
    }
    expect(file).not.toContain('"seed"')
  }
}

describe('decrypted', () => {
  it('holds no secret of any session', () => {
    fc.assert(
      fc.property(plans, (plan) => expectNoSecrets(v2Session(plan).recording)),
      { numRuns: 30 },
    )
  })

  it('holds no secret across rekeys', () => {
    const { recording } = v2Session(acrossRekeys)
    const rekeys = recording.events.filter(({ type }) => type === 'rekeyed')
    // two in each direction, each of two ciphers
    expect(rekeys.length).toBeGreaterThanOrEqual(8)
    expectNoSecrets(recording)
  })

  it('holds everything else', () => {
    const { recording } = v2Session(aPlan)
    const kept = keepLevel(recording, 'decrypted')
    expect(kept).toMatchObject({ level: 'decrypted', standing: recording.standing })
    const about = ({ events }: Recording, type: string) =>
      events.find((event) => event.type === type)
    const [was, is] = [about(recording, 'ecdh_computed'), about(kept, 'ecdh_computed')]
    if (was?.type !== 'ecdh_computed' || is?.type !== 'ecdh_computed') throw new Error('no ECDH')
    expect(is.decodings).toStrictEqual(was.decodings)
    expect(is.ecdhX.inputs.x_theirs).toStrictEqual(was.ecdhX.inputs.x_theirs)
    expect(is.ecdhX).toMatchObject({ name: 'ecdh_x', formula: was.ecdhX.formula })
    expect(is.ecdhX.output).toHaveLength(0)
    const [before, after] = [about(recording, 'keys_derived'), about(kept, 'keys_derived')]
    if (before?.type !== 'keys_derived' || after?.type !== 'keys_derived')
      throw new Error('no keys')
    const filled = after.expansions.flatMap(({ name, output }) => (output.length > 0 ? [name] : []))
    expect(filled).toEqual(['garbage_terminators', 'session_id'])
    expect(after).toMatchObject({
      salt: before.salt,
      sendGarbageTerminator: before.sendGarbageTerminator,
      recvGarbageTerminator: before.recvGarbageTerminator,
    })
    const rest = ({ events }: Recording) =>
      events.filter(({ type }) => type !== 'ecdh_computed' && type !== 'keys_derived')
    expect(rest(kept)).toStrictEqual(rest(recording))
  })
})

describe('the wire alone', () => {
  it.each(KINDS)('is what went over the wire, in both directions: %s', (_name, make) => {
    const { recording, wire } = make()
    const kept = keepLevel(recording, 'wire')
    expect(received(kept, 'sent')).toBe(toHex(wire.sent))
    expect(received(kept, 'received')).toBe(toHex(wire.received))
  })

  it('is what went over the wire of any session', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const { recording, wire } = v2Session(plan)
        const kept = keepLevel(recording, 'wire')
        expect(received(kept, 'sent')).toBe(toHex(wire.sent))
        expect(received(kept, 'received')).toBe(toHex(wire.received))
      }),
      { numRuns: 40 },
    )
  })

  it('shows keys, and runs of bytes that differ in direction or time from the ones beside them', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const { events } = keepLevel(v2Session(plan).recording, 'wire')
        expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i))
        for (const [i, event] of events.entries()) {
          expect(['key_sent', 'key_received', 'wire_bytes']).toContain(event.type)
          expect(Number.isInteger(event.time)).toBe(true)
          const previous = events[i - 1]
          if (event.type !== 'wire_bytes' || previous?.type !== 'wire_bytes') continue
          const isNew = event.direction !== previous.direction || event.time !== previous.time
          expect(isNew).toBe(true)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('is the same file whether what was sent at once was a decoy or a message', () => {
    const shape = (decoys: readonly number[]) => {
      const traffic = decoys.map((decoy) => ({ isOurs: true, decoy, wait: 0 }))
      const { events, settings } = keepLevel(v2Session({ ...aPlan, traffic }).recording, 'wire')
      return { settings, events: events.map(({ type, bytes, time }) => [type, bytes.length, time]) }
    }
    // 20 bytes more each packet: 3 of 20 bytes of contents are as long as 4 of 10
    expect(shape([20, 20, 20])).toEqual(shape([10, 10, 10, 10]))
  })

  it('tells nothing of what was decrypted', () => {
    const { recording } = v2Session(aPlan)
    const { standing, settings, view } = keepLevel(recording, 'wire')
    expect(Object.keys(standing).sort()).toEqual(['droppedBytes', 'phase', 'state', 'transport'])
    expect(settings).toMatchObject({ garbage: undefined, decoys: 0 })
    expect(view).toBeUndefined()
  })

  it('tells where a session failed, and why only where that is in the clear', () => {
    const make = (name: string) => KINDS.find(([kind]) => kind === name)?.[1]().recording
    const changed = make('a changed packet')
    const last = make('nothing at all')
    if (!changed || !last) throw new Error('no such sessions')
    const { standing, events } = keepLevel(changed, 'wire')
    expect(changed.standing.failure?.message).toContain('Packet 1')
    expect(standing.failure).toMatchObject({ code: 'AUTHENTICATION_FAILED', row: 'P5' })
    expect(standing.failure?.message).not.toContain('Packet')
    expect(standing.failure?.offset).toBeUndefined()
    expect(standing.failure?.afterSeq).toBe(events.length - 1)
    const before = keepLevel(last, 'wire').standing.failure
    expect(before).toMatchObject({ code: 'CLOSED_BEFORE_KEY' })
    expect(before?.message).toBe(last.standing.failure?.message)
  })

  it.each(['RELAY_4502', 'NO_BRIDGE', 'BRIDGE_FULL', 'UPGRADE_REFUSED', 'FIRST_BYTE_TIMEOUT'])(
    'tells what came of the way to the peer: %s',
    (code) => {
      const { recording } = v2Session(aPlan)
      const failure = { code, row: '', message: 'so it was', v1MayWork: false, afterSeq: -1 }
      const failed = { ...recording, standing: { ...recording.standing, failure } }
      expect(keepLevel(failed, 'wire').standing.failure).toEqual(failure)
    },
  )

  it('keeps v1 messages whole', () => {
    const { recording } = v1Session('v1', 'initiator')
    const messages = ({ events }: Recording) =>
      events.filter(({ type }) => type === 'v1_message').map(({ seq, time, ...rest }) => rest)
    expect(messages(recording).length).toBeGreaterThan(4)
    expect(messages(keepLevel(recording, 'wire'))).toStrictEqual(messages(recording))
  })
})

describe('a level', () => {
  it('is never raised, and kept twice it is the same', () => {
    const { recording } = v2Session(aPlan)
    for (const level of RECORDING_LEVELS) {
      const kept = keepLevel(recording, level)
      expect(kept.level).toBe(level)
      expect(keepLevel(kept, 'secrets')).toStrictEqual(kept)
      expect(keepLevel(kept, level)).toStrictEqual(kept)
    }
    const twice = keepLevel(keepLevel(recording, 'decrypted'), 'wire')
    expect(twice).toStrictEqual(keepLevel(recording, 'wire'))
  })
})
