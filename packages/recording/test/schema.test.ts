import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { decodeRecording, encodeRecording, keepLevel, recordingSchema } from '../src/file.js'
import { RECORDING_LEVELS } from '../src/index.js'
import { changed, type Json } from './broken-files.js'
import { aPlan, KINDS, v2Session } from './sessions.js'

const published = readFileSync(
  new URL('../schema/recording-1.schema.json', import.meta.url),
  'utf8',
)
const accepts = new Ajv2020({
  strict: true,
  strictTuples: false,
  formats: { 'date-time': true },
}).compile(JSON.parse(published))

describe('the published schema', () => {
  it('is current; if not: node scripts/write-recording-schema.mjs', () => {
    expect(JSON.parse(published)).toEqual(JSON.parse(recordingSchema()))
  })

  it('is named without a host', () => {
    expect(JSON.parse(published)).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:v2scope:recording:1',
    })
  })

  for (const [name, make] of KINDS) {
    it.each(RECORDING_LEVELS)(`accepts a session (${name}) at the level %s`, (level) => {
      const json = JSON.parse(encodeRecording(keepLevel(make().recording, level)))
      expect(accepts(json) || accepts.errors).toBe(true)
    })
  }

  const { recording } = v2Session(aPlan)
  const key = recording.events.findIndex(({ type }) => type === 'key_sent')
  // biome-ignore format: a table
  const BROKEN: readonly (readonly [name: string, change: (json: Json) => void])[] = [
    ['another version', (json) => { json.version = 2 }],
    ['an unknown key', (json) => { json.extra = 1 }],
    ['an unknown key of an event', (json) => { json.events[0].extra = 1 }],
    ['an unknown event', (json) => { json.events[0].type = 'key_lost' }],
    ['an odd number of digits', (json) => { json.events[0].bytes += '0' }],
    ['digits in upper case', (json) => { json.settings.magic = 'FABFB5DA' }],
    ['a key that is too short', (json) => { json.events[key].bytes = '00' }],
    ['a seq below 0', (json) => { json.events[0].seq = -1 }],
    ['a time that is text', (json) => { json.time = '0' }],
    ['no standing', (json) => { delete json.standing }],
    ['a level of its own', (json) => { json.level = 'most' }],
    ['a seed of 65 characters', (json) => { json.settings.seed = 'x'.repeat(65) }],
  ]

  it.each(BROKEN)('refuses, as reading does, %s', (_name, change) => {
    const broken = changed(recording, change)
    expect(accepts(JSON.parse(broken))).toBe(false)
    expect(() => decodeRecording(broken)).toThrow()
  })
})
