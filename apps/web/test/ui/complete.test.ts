import { describe, expect, it } from 'vitest'
import { accept, complete } from '../../src/ui/packets/complete.js'
import { parseFilter } from '../../src/ui/packets/filter.js'

const TYPES = new Map([
  ['inv', 40],
  ['ping', 7],
  ['pong', 9],
  ['version', 2],
  ['version packet', 2],
])
/** `|` is where one writes. */
const at = (text: string) => {
  const cursor = text.indexOf('‸')
  return [text.replace('‸', ''), cursor] as const
}
const options = (text: string) => complete(...at(text), TYPES).options.map(({ insert }) => insert)

describe('what could stand in the filter', () => {
  it.each<[string, readonly string[]]>([
    ['d‸', ['dir:', 'decoy:']],
    ['dir:in d‸', ['dir:', 'decoy:']],
    ['-d‸', ['dir:', 'decoy:']],
    ['(d‸', ['dir:', 'decoy:']],
    ['dir:‸', ['dir:in', 'dir:out']],
    ['dir:o‸', ['dir:out']],
    ['siz‸', ['size>']],
    ['size>‸', []],
    ['type:p‸', ['type:pong', 'type:ping', 'type:"version packet"']],
    ['type:"ver‸', ['type:version', 'type:"version packet"']],
    ['pi‸', ['type:ping']],
    ['in‸', ['type:inv', 'type:ping']],
    ['"in"‸', []],
    ['dir:‸ type:inv', ['dir:in', 'dir:out']],
    ['nothing‸', []],
  ])('at %j: %j', (text, wanted) => {
    expect(options(text)).toEqual(wanted)
  })

  it('is every key where nothing is written', () => {
    expect(options('‸')).toContain('epoch:')
    expect(options('dir:in ‸')).toHaveLength(9)
  })

  it('takes the place of the word, and writing goes on behind it', () => {
    const [text, cursor] = at('d‸ type:inv')
    const completion = complete(text, cursor, TYPES)
    const [first] = completion.options
    if (!first) throw new Error('there is no option')
    expect(accept(text, completion, first)).toEqual({ text: 'dir: type:inv', cursor: 4 })
  })

  it('is right once it is whole', () => {
    for (const key of ['dir:', 'decoy:', 'kind:', 'type:']) {
      for (const option of complete(key, key.length, TYPES).options) {
        const { text } = accept(key, { start: 0, end: key.length }, option)
        expect(parseFilter(text).ok).toBe(true)
      }
    }
  })
})
