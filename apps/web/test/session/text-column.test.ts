// @vitest-environment node
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { TextColumn } from '../../src/session/text-column.js'

it('gives back every text, short or long, in ASCII or beyond it', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({ unit: 'binary-ascii', minLength: 200, maxLength: 300 }),
  )
  fc.assert(
    fc.property(fc.array(text), (texts) => {
      const column = new TextColumn()
      const ids = texts.map((one) => column.add(one))
      column.seal()
      expect(ids.map((id) => column.at(id))).toEqual(texts)
    }),
  )
})
