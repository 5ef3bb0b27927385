// @vitest-environment node
import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CopyForm, copyAs } from '../../src/ui/details/copy-forms.js'
import { toHexText } from '../../src/ui/parts/format.js'

const THREE = Uint8Array.of(0x00, 0x7f, 0xff)
const SEVENTEEN = Uint8Array.from({ length: 17 }, (_, i) => i)

describe('bytes as text', () => {
  it.each<[CopyForm, string]>([
    ['hex', '007fff'],
    ['typescript', 'new Uint8Array([0x00, 0x7f, 0xff])'],
    ['c', 'const uint8_t bytes[3] = {0x00, 0x7f, 0xff};'],
    ['python', 'b"\\x00\\x7f\\xff"'],
    ['rust', 'const BYTES: [u8; 3] = [0x00, 0x7f, 0xff];'],
  ])('is in a line where they are few: %s', (form, text) => {
    expect(copyAs(form, THREE)).toBe(text)
  })

  const LINE =
    '0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x0e, 0x0f'
  const BYTES = '\\x00\\x01\\x02\\x03\\x04\\x05\\x06\\x07\\x08\\x09\\x0a\\x0b\\x0c\\x0d\\x0e\\x0f'
  it.each<[CopyForm, string]>([
    ['hex', '000102030405060708090a0b0c0d0e0f10'],
    ['typescript', `new Uint8Array([\n  ${LINE},\n  0x10,\n])`],
    ['c', `const uint8_t bytes[17] = {\n  ${LINE},\n  0x10,\n};`],
    ['python', `(\n    b"${BYTES}"\n    b"\\x10"\n)`],
    ['rust', `const BYTES: [u8; 17] = [\n  ${LINE},\n  0x10,\n];`],
  ])('has 16 of them on a line: %s', (form, text) => {
    expect(copyAs(form, SEVENTEEN)).toBe(text)
  })

  it('is the same bytes again in Python and in JavaScript', () => {
    const some = fc.sample(fc.uint8Array({ maxLength: 70 }), { seed: 1, numRuns: 20 })
    const [texts, scripts] = [
      some.map((data) => copyAs('python', data)),
      some.map((data) => copyAs('typescript', data)),
    ]
    const expected = some.map(toHexText)
    const python = `for b in [${texts.join(',\n')}]: print(b.hex())`
    expect(lines(execFileSync('python3', ['-c', python]))).toEqual(expected)
    const node = `for (const b of [${scripts.join(',')}]) console.log(Buffer.from(b).toString('hex'))`
    expect(lines(execFileSync(process.execPath, ['-e', node]))).toEqual(expected)
  })
})

const lines = (output: Buffer): string[] => output.toString().split('\n').slice(0, -1)
