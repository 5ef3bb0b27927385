import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inRoot } from '../../scripts/lib/paths.mjs'
import type { Result, Row } from '../measure/rows.js'
import { columns, growthTable, rowTable } from '../report/console.js'
import { missedList, targetTable } from '../report/markdown.js'
import { amount, around, number, times } from '../report/numbers.js'
import { README_PATHS, withTables } from '../report/readme.js'
import { measuredParts, type PartResults, writeResults } from '../report/results.js'
import { judge, TARGETS } from '../report/targets.js'

const result = (contender: string, median: number): Result => ({
  contender,
  median,
  low: median * 0.98,
  high: median * 1.02,
  rounds: 5,
})

const fresh: Row = {
  id: 'crypto/fresh',
  where: 'chromium',
  what: 'first handshake',
  unit: 'ms',
  results: [result('baseline', 30), result('v2scope reference', 25), result('v2scope fast', 5)],
}

const results = (rows: readonly Row[]): PartResults => ({
  part: 'crypto',
  isQuick: false,
  measuredAt: '2026-01-02T03:04:05.000Z',
  machine: {
    cpu: 'a processor',
    cores: 2,
    memory: 8,
    system: 'linux',
    node: '20.19.0',
    chromium: '156',
    load: 0,
  },
  rows,
  growth: [],
})

it('writes numbers with three digits, and all of those before the point', () => {
  expect([0.06234, 4.2149, 55_300.4, 1_234_567, 0].map(number)).toEqual([
    '0.0623',
    '4.21',
    '55,300',
    '1,230,000',
    '0',
  ])
  expect(amount(1_234_567, 'packets/s')).toBe('1,230,000 packets/s')
  expect(around(result('any', 100))).toBe('±2 %')
  expect([0.123, 1.26, 74.4, Number.NaN].map(times)).toEqual(['0.12×', '1.3×', '74×', '–'])
})

describe('targets', () => {
  const target = TARGETS.find(({ row }) => row === 'crypto/fresh')
  if (!target) throw new Error('the first handshake has no target')

  it('judge the fast one where it was measured, by ratio and by amount', () => {
    const judged = judge(target, [fresh])
    expect(judged?.result.contender).toBe('v2scope fast')
    expect(judged?.verdicts.map(({ measured, isMet }) => [measured, isMet])).toEqual([
      [6, true],
      [5, true],
    ])
  })

  it('judge the reference where there is no other, and say that it misses', () => {
    const row = { ...fresh, results: fresh.results.slice(0, 2) }
    const verdicts = judge(target, [row])?.verdicts ?? []
    expect(verdicts.map(({ isMet }) => isMet)).toEqual([false, false])
    expect(targetTable([results([row])])).toContain(
      '| first handshake, Chromium (reference) | ≥ 5× baseline, ≤ 6 ms | 1.2×, 25 ms | no |',
    )
  })

  it('are told by how much they are missed', () => {
    const row = { ...fresh, results: [result('baseline', 30), result('v2scope fast', 7.5)] }
    expect(missedList([results([row])]).split('\n')).toEqual([
      '- first handshake, Chromium: 4.0×, wanted ≥ 5× baseline: missed by 20 %.',
      '- first handshake, Chromium: 7.5 ms, wanted ≤ 6 ms: missed by 25 %.',
    ])
    expect(missedList([results([fresh])])).toBe('None of those that were measured.')
  })

  it('know percents, of speed and of memory', () => {
    const speed: Row = {
      ...fresh,
      id: 'packets/decrypt/100000',
      where: 'node',
      unit: 'MB/s',
      results: [result('Node native', 3000), result('v2scope fast', 900)],
    }
    const memory: Row = {
      ...fresh,
      id: 'packets/allocation',
      where: 'node',
      unit: 'B',
      results: [result('the contents alone', 1200), result('v2scope fast', 1250)],
    }
    const table = targetTable([results([speed, memory])])
    expect(table).toContain('| ≥ 25 % of Node native | 30 % | yes |')
    expect(table).toContain('| ≤ 105 % of the contents alone | 104 % | yes |')
  })

  it('name what was not measured', () => {
    expect(judge(target, [{ ...fresh, where: 'node' }])).toBeUndefined()
    expect(targetTable([])).toContain('| `crypto/fresh` |  | not measured |  |')
  })

  it('reckon speeds the other way round than times', () => {
    const row: Row = {
      ...fresh,
      id: 'packets/decrypt/32',
      unit: 'packets/s',
      results: [result('baseline', 50_000), result('v2scope fast', 1_500_000)],
    }
    const packets = TARGETS.find(({ row: id }) => id === row.id)
    const verdicts = packets && judge(packets, [row])?.verdicts
    expect(verdicts?.map(({ measured, isMet }) => [measured, isMet])).toEqual([
      [30, true],
      [1_500_000, true],
    ])
  })
})

describe('what a terminal shows', () => {
  it('has columns as wide as what is in them', () => {
    expect(
      columns([
        ['a', '10'],
        ['long', '5'],
      ]),
    ).toEqual(['a      10', 'long    5'])
  })

  it('compares each with each, the baseline first', () => {
    const [title, head, ...lines] = rowTable(fresh)
    expect(title).toBe('first handshake · Chromium')
    expect(head).toMatch(/median +spread +× baseline +× reference +× fast$/)
    expect(lines[2]).toMatch(/^ {2}v2scope fast +5 ms +±2 % +6\.0× +5\.0×$/)
  })

  it('says how something grows', () => {
    const lines = growthTable({
      id: 'growth/bytes',
      where: 'node',
      what: 'a packet',
      of: 'bytes',
      unit: 'ms',
      contender: 'v2scope fast',
      points: [
        { n: 0, value: 0.01 },
        { n: 1_000_000, value: 2 },
      ],
      exponent: 1.004,
      from: 1000,
      wanted: 1,
    })
    expect(lines).toContain('  1,000,000 bytes      2 ms   2 ns each')
    expect(lines.at(-1)).toBe('  from 1,000 on it grows like n^1.00')
  })
})

describe('results', () => {
  it('come back as they were written, but for digits that nobody measured; quick ones do not', () => {
    const dir = mkdtempSync(join(tmpdir(), 'v2scope-bench-'))
    try {
      const row = { ...fresh, results: [result('baseline', 30.123456)] }
      writeResults(dir, results([row]))
      writeResults(dir, { ...results([]), part: 'page', isQuick: true })
      const read = measuredParts(dir)
      expect(read.map(({ part }) => part)).toEqual(['crypto'])
      expect(read[0]?.rows[0]?.results[0]?.median).toBe(30.12)
      expect(existsSync(join(dir, 'quick', 'page.json'))).toBe(true)
    } finally {
      rmSync(dir, { recursive: true })
    }
  })
})

describe('the READMEs', () => {
  const parts = measuredParts(inRoot('bench/results'))

  it.each(README_PATHS)('%s says what bench/results says', (name) => {
    const text = readFileSync(inRoot(name), 'utf8')
    expect(text).toContain('<!-- bench:targets -->')
    expect(withTables(text, parts)).toBe(text)
  })

  it('have tables in their places alone, and no place of an unknown name', () => {
    const text = 'before <!-- bench:targets -->\nold\n<!-- /bench --> after'
    const written = withTables(text, [results([fresh])])
    expect(written).toMatch(
      /^before <!-- bench:targets -->\n\n\| what [\s\S]*\n<!-- \/bench --> after$/,
    )
    expect(written).not.toContain('old')
    expect(withTables(written, [results([fresh])])).toBe(written)
    expect(() => withTables(text.replace('targets', 'tragets'), [])).toThrow('no table "tragets"')
  })

  it('have a target for nothing that is not measured', () => {
    const ids = parts.flatMap(({ part, rows }) =>
      rows.map(({ id, where }) => `${part} ${id} ${where}`),
    )
    const measured = new Set(parts.map(({ part }) => part))
    for (const { part, row, where } of TARGETS)
      if (measured.has(part)) expect(ids).toContain(`${part} ${row} ${where}`)
  })
})
