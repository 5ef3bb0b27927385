import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeRecording, encodeRecording, keepLevel, RecordingError } from '../src/file.js'
import { RECORDING_LEVELS } from '../src/index.js'
import { utf8 } from './broken-files.js'
import { aPlan, v2Session } from './sessions.js'

const { recording } = v2Session(aPlan)
const file = encodeRecording(recording)

describe('a file that was damaged', () => {
  const kept = RECORDING_LEVELS.map((level) => encodeRecording(keepLevel(recording, level)))
  const read = (damaged: string | Uint8Array) => {
    try {
      return decodeRecording(damaged)
    } catch (error) {
      if (!(error instanceof RecordingError)) throw error
      expect(error.where).not.toBe('')
      expect(error.message).toContain(error.where)
      return error
    }
  }

  it('gives a recording or says what is wrong, whichever bytes are changed', () => {
    const flips = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), {
      minLength: 1,
      maxLength: 4,
    })
    fc.assert(
      fc.property(fc.constantFrom(...kept), flips, (text, changes) => {
        const bytes = utf8(text)
        for (const [at, mask] of changes) {
          const i = at % bytes.length
          bytes[i] = (bytes[i] ?? 0) ^ mask
        }
        read(bytes)
      }),
      { numRuns: 400 },
    )
  })

  it('gives a recording or says what is wrong, whatever is cut out of it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kept), fc.nat(), fc.nat(200), (text, at, length) => {
        const start = at % text.length
        read(text.slice(0, start) + text.slice(start + length))
      }),
      { numRuns: 300 },
    )
  })

  it('gives a recording or says what is wrong, whichever lines are missing or elsewhere', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kept), fc.nat(), fc.nat(), (text, from, to) => {
        const lines = text.split('\n')
        const moved = lines.splice(from % lines.length, 1)
        read(lines.join('\n'))
        lines.splice(to % lines.length, 0, ...moved)
        read(lines.join('\n'))
      }),
      { numRuns: 200 },
    )
  })

  it('gives a recording or says what is wrong, whatever value is put into it', () => {
    const json = JSON.parse(file)
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...Object.keys(json)), (value, key) => {
        read(JSON.stringify({ ...json, [key]: value }))
      }),
    )
  })
})
