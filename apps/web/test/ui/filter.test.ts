import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WireItem } from '../../src/session/contract.js'
import { parseFilter } from '../../src/ui/packets/filter.js'
import { LeftPackets } from '../../src/ui/packets/left-packets.js'
import { item } from './support.js'

const PACKETS = [
  item(1, { kind: 'version packet', wireBytes: 20, epoch: 0 }),
  item(2, {
    label: 'inv',
    direction: 'received',
    wireBytes: 61,
    summary: '1 item: 1 tx',
    epoch: 1,
  }),
  item(3, { label: 'ping', wireBytes: 29, summary: 'nonce 0xABCD' }),
  item(4, { kind: 'decoy', direction: 'received', wireBytes: 1001, epoch: 3 }),
  item(5, { label: 'inv', wireBytes: 1000, summary: '27 items: 27 tx', epoch: 3 }),
]

function left(text: string, items: readonly WireItem[] = PACKETS): readonly number[] {
  const parsed = parseFilter(text)
  if (!parsed.ok) throw new Error(parsed.message)
  return items.filter(parsed.filter.matches).map(({ seq }) => seq)
}

const messageOf = (text: string): string => {
  const parsed = parseFilter(text)
  return parsed.ok ? '' : parsed.message
}

describe('the filter of packets', () => {
  it.each<[string, readonly number[]]>([
    ['', [1, 2, 3, 4, 5]],
    ['   ', [1, 2, 3, 4, 5]],
    ['dir:in', [2, 4]],
    ['dir:out', [1, 3, 5]],
    ['type:inv', [2, 5]],
    ['TYPE:Inv', [2, 5]],
    ['type:"version packet"', [1]],
    ['decoy:yes', [4]],
    ['decoy:no', [1, 2, 3, 5]],
    ['epoch:3', [4, 5]],
    ['size>1000', [4]],
    ['size<29', [1]],
    ['size>28 size<1000', [2, 3]],
    ['dir:in type:inv decoy:no size>60 epoch:1 "1 tx"', [2]],
    ['abcd', [3]],
    ['27 items', [5]],
    ['"1 item"', [2]],
    ['"dir:in"', []],
    ['nothing of the kind', []],
  ])('%j leaves %j', (text, seqs) => {
    expect(left(text)).toEqual(seqs)
  })

  it('leaves out what is no packet', () => {
    const key = item(0, { kind: 'key' })
    expect(left('', [key])).toEqual([])
    expect(left('size>0', [key])).toEqual([])
  })

  it.each<[string, RegExp]>([
    ['dir:up', /dir:in or dir:out/],
    ['dir:', /dir:in or dir:out/],
    ['decoy:constructor', /decoy:yes or decoy:no/],
    ['type:', /the name of a message/],
    ['epoch:x', /whole number/],
    ['epoch:-1', /whole number/],
    ['size>big', /size>1000/],
    ['size:1000', /size>1000/],
    ['dekoy:yes', /dekoy: no such word.*"dekoy:yes"/],
    ['epoch>1', /epoch>: no such word/],
    ['dir:in "half', /"half: a quotation mark is missing/],
  ])('says what is wrong with %j', (text, words) => {
    expect(messageOf(text)).toMatch(words)
  })

  it('takes any text, and finds any quoted text where it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(typeof parseFilter(text).ok).toBe('boolean')
        const quoted = text.replaceAll('"', '')
        const packet = item(7, { summary: `before ${quoted} after` })
        expect(left(`"${quoted}"`, [packet])).toEqual([7])
      }),
    )
  })
})

describe('the packets that are left', () => {
  it('are as many as a filter of all at once leaves, however they come', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.constantFrom(...PACKETS, item(0, { kind: 'key' })), { maxLength: 5 })),
        (batches) => {
          const parsed = parseFilter('dir:in')
          if (!parsed.ok) throw new Error(parsed.message)
          const index = new LeftPackets(parsed.filter)
          const all: WireItem[] = []
          for (const batch of batches) {
            all.push(...batch)
            index.lookAt(all)
          }
          expect(index.left).toEqual(all.filter(parsed.filter.matches))
        },
      ),
    )
  })

  it('are looked at once each', () => {
    let looks = 0
    const matches = () => {
      looks += 1
      return true
    }
    const index = new LeftPackets({ text: 'x', matches })
    index.lookAt(PACKETS.slice(0, 2))
    index.lookAt(PACKETS)
    expect(looks).toBe(PACKETS.length)
  })
})
