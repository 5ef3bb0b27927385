import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WireItem } from '../../src/session/item.js'
import { ItemList } from '../../src/session/item-list.js'
import { parseFilter } from '../../src/ui/packets/filter.js'
import { LeftPackets } from '../../src/ui/packets/left-packets.js'
import { en } from '../../src/words/en/index.js'
import { zh } from '../../src/words/zh/index.js'
import { packed } from '../session/packed.js'
import { item } from './support.js'

const PACKETS = [
  item(1, { kind: 'version packet', wireBytes: 20, epoch: 0 }),
  item(2, {
    label: 'inv',
    direction: 'received',
    wireBytes: 61,
    summary: 'inventory 1: tx 1',
    epoch: 1,
  }),
  item(3, { label: 'ping', wireBytes: 29, summary: 'nonce 0xABCD', time: 1234.56 }),
  item(4, { kind: 'decoy', direction: 'received', wireBytes: 1001, epoch: 3, time: 1500 }),
  item(5, {
    label: 'inv',
    wireBytes: 1000,
    summary: 'inventory 27: tx 27',
    epoch: 3,
    time: 2000.04,
  }),
]

function left(text: string, items: readonly WireItem[] = PACKETS): readonly number[] {
  const parsed = parseFilter(text)
  if (!parsed.ok) throw new Error(parsed.problem.code)
  return items.filter(parsed.filter.matches).map(({ seq }) => seq)
}

function problemOf(text: string) {
  const parsed = parseFilter(text)
  if (parsed.ok) throw new Error('nothing is wrong with it')
  return parsed.problem
}

describe('the filter of packets', () => {
  it.each<[string, readonly number[]]>([
    ['', [1, 2, 3, 4, 5]],
    ['   ', [1, 2, 3, 4, 5]],
    ['dir:in', [2, 4]],
    ['dir:out', [1, 3, 5]],
    ['dir=out', [1, 3, 5]],
    ['dir!=out', [2, 4]],
    ['type:inv', [2, 5]],
    ['TYPE:Inv', [2, 5]],
    ['type:"version packet"', [1]],
    ['kind:version', [1]],
    ['kind:message', [2, 3, 5]],
    ['decoy:yes', [4]],
    ['decoy:no', [1, 2, 3, 5]],
    ['epoch:3', [4, 5]],
    ['epoch>=1', [2, 4, 5]],
    ['epoch<1', [1, 3]],
    ['size>1000', [4]],
    ['size>=1000', [4, 5]],
    ['size>=1k', [4, 5]],
    ['size>=1,000', [4, 5]],
    ['size<29', [1]],
    ['size<=29', [1, 3]],
    ['size:29', [3]],
    ['size=29', [3]],
    ['size!=29', [1, 2, 4, 5]],
    ['size:29..61', [2, 3]],
    ['size:..61', [1, 2, 3]],
    ['size:1000..', [4, 5]],
    ['size>28 size<1000', [2, 3]],
    ['contents:9 number<3', [1, 2]],
    ['time>1.5', [5]],
    ['time>=1.5', [4, 5]],
    ['time<2ms', [1]],
    ['time:1.2346', [3]],
    ['time:1.2345', []],
    ['time:1.2..1.5', [3, 4]],
    ['time:1500ms', [4]],
    ['-type:inv', [1, 3, 4]],
    ['!type:inv', [1, 3, 4]],
    ['-"tx 27" dir:out', [1, 3]],
    ['type:ping or decoy:yes', [3, 4]],
    ['type:ping | decoy:yes', [3, 4]],
    ['dir:in (type:inv or decoy:yes) size>100', [4]],
    ['dir:in type:inv or type:ping', [2, 3]],
    ['-(dir:in or type:ping)', [1, 5]],
    ['--dir:in', [2, 4]],
    ['dir:in type:inv decoy:no size>60 epoch:1 "tx 1"', [2]],
    ['abcd', [3]],
    ['inventory 27', [5]],
    ['"inventory 1"', [2]],
    ['"dir:in"', []],
    ['127.0.0.1:8333', []],
    ['nothing of the kind', []],
  ])('%j leaves %j', (text, seqs) => {
    expect(left(text)).toEqual(seqs)
  })

  it('leaves out what is no packet', () => {
    const key = item(0, { kind: 'key' })
    expect(left('', [key])).toEqual([])
    expect(left('size>0', [key])).toEqual([])
    expect(left('-type:ping', [key])).toEqual([])
  })

  it.each<[string, ReturnType<typeof problemOf>['code'], RegExp]>([
    ['dir:up', 'UNKNOWN_VALUE', /dir:in, dir:out/],
    ['dir:', 'UNKNOWN_VALUE', /dir:in, dir:out/],
    ['decoy:yas', 'UNKNOWN_VALUE', /Did you mean decoy:yes\? .*decoy:yes, decoy:no/],
    ['decoy:constructor', 'UNKNOWN_VALUE', /decoy:yes, decoy:no/],
    ['dir>in', 'NOT_A_NUMBER_KEY', /dir>: .*write dir:/],
    ['type>a', 'NOT_A_NUMBER_KEY', /write type:/],
    ['type:', 'TYPE_MISSING', /name of a message/],
    ['epoch:x', 'NUMBER_MISSING', /epoch:3/],
    ['epoch:-1', 'NUMBER_MISSING', /epoch:3/],
    ['size>big', 'NUMBER_MISSING', /size>1000/],
    ['size>1.5', 'NUMBER_MISSING', /size>1000/],
    ['size>1..2', 'NUMBER_MISSING', /size>1000/],
    ['time:..', 'NUMBER_MISSING', /time:1.5..2.0/],
    ['time:2..1.5', 'RANGE_BACKWARDS', /time:2..1.5: ends before it begins/],
    ['dekoy:yes', 'UNKNOWN_KEY', /dekoy: .*mean decoy:\?.*as text: "dekoy:yes"/i],
    ['sise>1', 'UNKNOWN_KEY', /mean size:\?/],
    ['whatever:1', 'UNKNOWN_KEY', /There are dir, type, size/],
    ['dir:in "half', 'UNCLOSED_QUOTE', /"half: a quotation mark is missing/],
    ['dir:in or', 'NOTHING_THERE', /or: a word is missing/],
    ['| dir:in', 'NOTHING_THERE', /\|: a word is missing/],
    ['()', 'NOTHING_THERE', /a word is missing/],
    ['(dir:in', 'UNCLOSED_PARENTHESIS', /closing parenthesis is missing/],
    ['dir:in) type:inv', 'UNOPENED_PARENTHESIS', /too many/],
  ])('says what is wrong with %j', (text, code, words) => {
    const problem = problemOf(text)
    expect(problem.code).toBe(code)
    expect(en.packets.filter.problem(problem)).toMatch(words)
    expect(zh.packets.filter.problem(problem)).toMatch(/[\u4e00-\u9fff]/)
  })

  it('takes any text, and finds any quoted text where it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(typeof parseFilter(text).ok).toBe('boolean')
        const quoted = text.replaceAll('"', '')
        const packet = item(7, { summary: `before ${quoted} after` })
        expect(left(`"${quoted}"`, [packet])).toEqual([7])
      }),
    )
  })
})

/** A filter as it is written, and by itself what it asks. */
interface Written {
  readonly text: string
  readonly asks: (item: WireItem) => boolean
}

const LABELS = ['inv', 'ping', 'addrv2', 'größe']
const TEXTS = ['', 'tx', 'Tx', 'ÄRGER', 'ärger', '数据包', 'ß', 'İ', 'K', 'K', '😀 ok', 'nonce']

const words: fc.Arbitrary<Written> = fc.oneof(
  fc.constantFrom<Written>(
    { text: 'dir:in', asks: ({ direction }) => direction === 'received' },
    { text: 'dir:out', asks: ({ direction }) => direction === 'sent' },
    { text: 'decoy:yes', asks: ({ kind }) => kind === 'decoy' },
    { text: 'decoy:no', asks: ({ kind }) => kind !== 'decoy' },
    { text: 'kind:rejected', asks: ({ kind }) => kind === 'rejected' },
  ),
  fc.constantFrom(...LABELS).map((label) => ({
    text: `type:${label.toUpperCase()}`,
    asks: (packet: WireItem) => packet.label.toLowerCase() === label.toUpperCase().toLowerCase(),
  })),
  fc.constantFrom(...TEXTS).map((wanted) => ({
    text: `"${wanted}"`,
    asks: ({ label, summary = '' }: WireItem) =>
      [label, summary].some((text) => text.toLowerCase().includes(wanted.toLowerCase())),
  })),
  fc.nat(60).chain((bound) =>
    fc.constantFrom<Written>(
      { text: `size>${bound}`, asks: ({ wireBytes }) => wireBytes > bound },
      { text: `size<${bound}`, asks: ({ wireBytes }) => wireBytes < bound },
      { text: `size>=${bound}`, asks: ({ wireBytes }) => wireBytes >= bound },
      { text: `size<=${bound}`, asks: ({ wireBytes }) => wireBytes <= bound },
      { text: `size!=${bound}`, asks: ({ wireBytes }) => wireBytes !== bound },
      { text: `time>${bound}ms`, asks: ({ time }) => time > bound },
      {
        text: `time:${bound}ms..${bound + 9}ms`,
        asks: ({ time }) => time >= bound && time <= bound + 9,
      },
      { text: `epoch:${bound % 3}`, asks: ({ epoch }) => epoch === bound % 3 },
      { text: `contents>${bound}`, asks: ({ contentsBytes = -1 }) => contentsBytes > bound },
      { text: `number<${bound}`, asks: ({ number = -1 }) => number < bound },
    ),
  ),
)

const { written } = fc.letrec<{ written: Written }>((tie) => ({
  written: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    words,
    tie('written').map(({ text, asks }) => ({
      text: `-(${text})`,
      asks: (i: WireItem) => !asks(i),
    })),
    fc.tuple(tie('written'), tie('written')).map(([a, b]) => ({
      text: `(${a.text} or ${b.text})`,
      asks: (i: WireItem) => a.asks(i) || b.asks(i),
    })),
    fc.tuple(tie('written'), tie('written')).map(([a, b]) => ({
      text: `${a.text} ${b.text}`,
      asks: (i: WireItem) => a.asks(i) && b.asks(i),
    })),
  ),
}))

const anyItem = fc.record({
  kind: fc.constantFrom<WireItem['kind']>('message', 'decoy', 'rejected', 'v1 message', 'garbage'),
  direction: fc.constantFrom<WireItem['direction']>('sent', 'received'),
  wireBytes: fc.nat(70),
  time: fc.double({ min: 0, max: 70, noNaN: true }),
  label: fc.constantFrom(...LABELS),
  summary: fc.option(
    fc.array(fc.constantFrom(...TEXTS)).map((texts) => texts.join(' ')),
    {
      nil: undefined,
    },
  ),
  packet: fc.option(fc.record({ number: fc.nat(70), contentsBytes: fc.nat(70) }), {
    nil: undefined,
  }),
  epoch: fc.nat(3),
})

type AnyItem = typeof anyItem extends fc.Arbitrary<infer T> ? T : never

const toItem = ({ packet, summary, epoch, ...rest }: AnyItem, seq: number): WireItem => ({
  seq,
  ...rest,
  ...(packet && rest.kind !== 'v1 message' && { epoch }),
  ...packet,
  ...(summary !== undefined && { summary }),
})

const conditionOf = (text: string) => {
  const parsed = parseFilter(text)
  if (!parsed.ok) throw new Error(`${text}: ${parsed.problem.code}`)
  return parsed.filter.condition
}

const indices = ({ left: found }: LeftPackets) =>
  Array.from({ length: found.length }, (_, i) => found.at(i))

describe('the packets that are left', () => {
  it('are those that a look at every one of them leaves, however they come', () => {
    fc.assert(
      fc.property(written, fc.array(fc.array(anyItem)), ({ text, asks }, batches) => {
        const packets = new LeftPackets(conditionOf(text))
        const all: WireItem[] = []
        let items = ItemList.empty()
        for (const batch of batches) {
          const more = batch.map((one, i) => toItem(one, all.length + i))
          all.push(...more)
          items = items.with(packed(more))
          packets.lookAt(items)
        }
        const wanted = all.filter((i) => i.number !== undefined && asks(i)).map(({ seq }) => seq)
        expect(indices(packets)).toEqual(wanted)
        expect(left(text, all)).toEqual(wanted)
      }),
      { numRuns: 500 },
    )
  })

  it('are found across chunks of the list, and counted for a part of it', () => {
    const count = 40_000
    const all = Array.from({ length: count }, (_, i) =>
      item(i, {
        number: i % 1000,
        summary: `the ${i % 7}th`,
        direction: i % 2 ? 'sent' : 'received',
      }),
    )
    const packets = new LeftPackets(conditionOf('"the 3TH" dir:in number<500'))
    packets.lookAt(ItemList.empty().with(packed(all)))
    const wanted = all
      .filter(({ number = 0 }, i) => i % 7 === 3 && i % 2 === 0 && number < 500)
      .map(({ seq }) => seq)
    expect(indices(packets)).toEqual(wanted)
    expect(packets.left.countBelow(20_000)).toBe(wanted.filter((i) => i < 20_000).length)
  })
})
