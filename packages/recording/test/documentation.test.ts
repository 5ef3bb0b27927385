import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { decodeRecording, encodeRecording, MAX_FILE_LEN } from '../src/file.js'
import { RECORDING_LEVELS } from '../src/index.js'

const text = readFileSync(new URL('../FORMAT.md', import.meta.url), 'utf8')

describe('FORMAT.md', () => {
  it('shows a whole file, as it is written', () => {
    const [, example = ''] = /```json\n([^`]*)```/.exec(text) ?? []
    const recording = decodeRecording(example)
    expect(recording).toMatchObject({ level: 'wire', events: { length: 4 } })
    expect(encodeRecording(recording)).toBe(example)
  })

  it('names every level and the limit', () => {
    for (const level of RECORDING_LEVELS) expect(text).toContain(`| \`${level}\` |`)
    expect(text).toContain(`at most ${MAX_FILE_LEN / 2 ** 20} MiB`)
  })
})
