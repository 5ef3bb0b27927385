import { describe, expect, it } from 'vitest'
import { decodeRecording, encodeRecording, keepLevel } from '../src/file.js'
import { changed, failureOf, type Json } from './broken-files.js'
import { aPlan, v2Session } from './sessions.js'

const { recording } = v2Session(aPlan)
const file = encodeRecording(recording)
const indexOf = (type: string) => recording.events.findIndex((event) => event.type === type)

describe('a value that is wrong', () => {
  const packet = indexOf('packet_sent')
  const at = `events[${packet}]`
  // biome-ignore format: a table
  const WRONG: readonly (readonly [where: string, says: string, change: (json: Json) => void])[] = [
    ['the recording', 'Unrecognized key: "extra"', (json) => { json.extra = 1 }],
    ['settings', 'Unrecognized key: "port"', (json) => { json.settings.port = 1 }],
    [at, 'Unrecognized key: "colour"', (json) => { json.events[packet].colour = 1 }],
    ['events', 'expected array', (json) => { json.events = {} }],
    [`${at}.type`, 'Invalid discriminator', (json) => { json.events[packet].type = 'packet' }],
    [`${at}.bytes`, 'even number', (json) => { json.events[packet].bytes += '0' }],
    [`${at}.bytes`, 'even number', (json) => { json.events[packet].bytes = 'AB' }],
    [`${at}.fields`, 'fields are about', (json) => { json.events[packet].bytes += '00' }],
    [`${at}.fields[1]`, 'does not follow', (json) => { json.events[packet].fields[1].start += 1 }],
    [`${at}.contents`, 'as `length` says', (json) => { json.events[packet].length += 1 }],
    [`${at}.direction`, 'expected one of', (json) => { json.events[packet].direction = 'up' }],
    [`${at}.role`, 'expected one of', (json) => { json.events[packet].role = 'us' }],
    [`${at}.seq`, 'not higher than', (json) => { json.events[packet].seq = 0 }],
    [`${at}.seq`, 'Too big', (json) => { json.events[packet].seq = 2 ** 60 }],
    [`${at}.time`, 'before', (json) => { json.events[packet - 1].time = 1e6 }],
    ['events[0].time', 'Too big', (json) => { json.events[0].time = 1e300 }],
    ['time', 'expected number', (json) => { json.time = '1' }],
    ['settings.magic', 'not 4 bytes long', (json) => { json.settings.magic = '00' }],
    ['settings.magic', 'not the magic of mainnet', (json) => { json.settings.network = 'mainnet' }],
    ['settings.seed', 'Too small', (json) => { json.settings.seed = '' }],
    ['settings.seed', 'Too big', (json) => { json.settings.seed = 'x'.repeat(65) }],
    ['settings.seed', 'gives away every key', (json) => { json.level = 'decrypted' }],
    ['startedAt', 'clock of its own', (json) => { json.startedAt = '2026-01-02T03:04:05.678Z' }],
    ['startedAt', 'ISO', (json) => { json.startedAt = 'yesterday' }],
    ['level', 'expected one of', (json) => { json.level = 'all' }],
  ]

  it.each(WRONG)('is named: %s (%s)', (where, says, change) => {
    const error = failureOf(changed(recording, change))
    expect(error).toMatchObject({ code: 'BAD_VALUE', where: `${where} (line 1)` })
    expect(error.message).toContain(says)
    expect(error.message).toContain(where)
  })

  it('is named with the line that it is on', () => {
    const lines = file.split('\n')
    lines[packet + 1] = (lines[packet + 1] ?? '').replace('"tag":"', '"tag":"0')
    expect(failureOf(lines.join('\n')).where).toBe(`${at}.tag (line ${packet + 2})`)
  })

  it('is what a level does not hold', () => {
    const without = (json: Json) => {
      delete json.settings.seed
      json.level = 'decrypted'
    }
    const ecdh = indexOf('ecdh_computed')
    expect(failureOf(changed(recording, without)).message).toContain(`events[${ecdh}]`)
    expect(failureOf(changed(recording, without)).message).toContain('it holds a secret')
    const up = (json: Json) => {
      json.level = 'secrets'
    }
    const decrypted = keepLevel(recording, 'decrypted')
    expect(failureOf(changed(decrypted, up)).message).toContain('a secret is missing')
    const wire = (json: Json) => {
      json.level = 'wire'
      json.settings.garbage = null
      json.settings.decoys = 0
    }
    expect(failureOf(changed(decrypted, wire)).where).toBe('standing.sessionId (line 1)')
    const downFromWire = (json: Json) => {
      json.level = 'decrypted'
    }
    expect(failureOf(changed(keepLevel(recording, 'wire'), downFromWire)).message).toContain(
      'no such event',
    )
  })

  it('pollutes no prototype', () => {
    const text = file
      .replace('"settings":{', '"settings":{"__proto__":{"polluted":1},')
      .replace('"inputs":{', '"inputs":{"__proto__":"00","constructor":"00",')
    expect(failureOf(text)).toMatchObject({ code: 'BAD_VALUE' })
    const inInputs = decodeRecording(
      file.replace('"inputs":{', '"inputs":{"__proto__":"00","constructor":"00",'),
    )
    expect(inInputs.events).toHaveLength(recording.events.length)
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
    for (const event of inInputs.events) {
      if (event.type !== 'ecdh_computed') continue
      const { inputs = {} } = event.decodings[0].steps[0] ?? {}
      expect(Object.getPrototypeOf(inputs)).toBe(Object.prototype)
    }
  })
})
