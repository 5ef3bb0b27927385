import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeRecording, MAX_FILE_LEN } from '../src/file.js'
import { failureOf, utf8 } from './broken-files.js'
import { aPlan, v2Session } from './sessions.js'

const file = encodeRecording(v2Session(aPlan).recording)

describe('a file that is broken', () => {
  it('is refused over 256 MiB before it is read', () => {
    const error = failureOf(new Uint8Array(MAX_FILE_LEN + 1))
    expect(error).toMatchObject({ code: 'TOO_BIG' })
    expect(error.message).toContain('256 MiB')
    expect(failureOf(new Uint8Array(MAX_FILE_LEN))).toMatchObject({ code: 'NOT_JSON' })
  })

  it('is refused where it is no text, and says where', () => {
    const bytes = utf8(file)
    bytes[file.indexOf('\n') + 5] = 0xff
    expect(failureOf(bytes)).toMatchObject({ code: 'NOT_TEXT', where: 'line 2, column 5' })
  })

  it('says where it ends, if it was cut short', () => {
    fc.assert(
      fc.property(fc.nat(file.length - 3), (length) => {
        const lines = file.slice(0, length).split('\n')
        const end = `line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`
        const error = failureOf(file.slice(0, length))
        expect(error).toMatchObject({ code: 'NOT_JSON', where: end })
        expect(error.message).toContain(`ends too early: it stops being JSON at ${end}`)
      }),
    )
  })

  it('says where it stops being JSON', () => {
    expect(failureOf('{"format":\n "v2scope" "version":1}')).toMatchObject({
      code: 'NOT_JSON',
      where: 'line 2, column 12',
    })
    expect(failureOf('\n\n}').where).toBe('line 3, column 1')
    expect(failureOf('{"a":[1,2,]}').where).toBe('line 1, column 11')
    expect(failureOf('{"a":01}').where).toBe('line 1, column 7')
    expect(failureOf('"a\\x"').where).toBe('line 1, column 3')
    expect(failureOf('[1] 2').where).toBe('line 1, column 5')
  })

  it.each(['null', '[]', '{}', '"v2scope recording"', '{"format":"other","version":1}', '7'])(
    'is no recording where it is other JSON: %s',
    (json) => expect(failureOf(json)).toMatchObject({ code: 'NOT_A_RECORDING', where: 'line 1' }),
  )

  it('tells to reload the page where it is of a newer version, whatever is in it', () => {
    const error = failureOf('{"format":"v2scope recording","version":2,"things":[]}')
    expect(error).toMatchObject({ code: 'NEWER_VERSION' })
    expect(error.message).toContain('version 2')
    expect(error.message).toContain('Reload the page')
  })

  it('survives nesting of any depth', () => {
    const depth = 200_000
    expect(failureOf('['.repeat(depth))).toMatchObject({
      code: 'NOT_JSON',
      where: `line 1, column ${depth + 1}`,
    })
  })
})
