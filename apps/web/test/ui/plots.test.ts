// @vitest-environment happy-dom
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { align } from '../../src/ui/plots/align.js'
import { nearest } from '../../src/ui/plots/nearest.js'
import type { PlotModel, PlotPoint, PlotSeries, Shape } from '../../src/ui/plots/plot-model.js'
import { shapePath } from '../../src/ui/plots/shapes.js'
import { csvOf, tsvOf } from '../../src/ui/plots/table-text.js'
import { optionsOf } from '../../src/ui/plots/uplot-options.js'

const series = (name: string, points: readonly PlotPoint[], rest: Partial<PlotSeries> = {}) => ({
  name,
  colour: '--you' as const,
  draws: 'points' as const,
  shape: 'circle' as const,
  points,
  ...rest,
})

const model = (all: readonly PlotSeries[]): PlotModel => ({
  x: { label: 'x', scale: 'linear', min: 0, max: 10, text: String },
  y: { label: 'y', scale: { linearTo: 20 }, min: -10, max: 10, text: String },
  series: all,
  levels: [],
  describe: ({ name }, { x, y }) => `${name} ${x} ${y}`,
})

const points = fc
  .array(fc.record({ x: fc.nat(20), y: fc.integer() }), { maxLength: 20 })
  .map((all) => all.toSorted((a, b) => a.x - b.x))

describe('what uPlot is given', () => {
  it('has every point of every series once, over one x that never falls', () => {
    fc.assert(
      fc.property(fc.array(points, { minLength: 1, maxLength: 4 }), (all) => {
        const [xs, ...ys] = align(all.map((of, i) => series(`${i}`, of)))
        expect(xs).toEqual(xs.toSorted((a, b) => a - b))
        all.forEach((of, i) => {
          const values = ys[i] ?? []
          expect(values).toHaveLength(xs.length)
          const there = xs.flatMap((x, row) => {
            const y = values[row]
            return y === undefined ? [] : [{ x, y }]
          })
          expect(there).toEqual(of)
        })
      }),
    )
  })

  it('shares a row between series that have the same x', () => {
    const [xs] = align([series('a', [{ x: 1, y: 2 }]), series('b', [{ x: 1, y: 3 }])])
    expect(xs).toEqual([1])
  })

  it('has the scales of the model, the colours of the theme, and no legend of its own', () => {
    const options = optionsOf(
      { ...model([series('a', [], { draws: 'bars' })]), levels: [{ y: 1, label: 'chance' }] },
      {
        width: 300,
        height: 200,
        colours: (name) => `colour of ${name}`,
        font: 'sans',
        onPointer: () => {},
      },
    )
    expect(options.legend).toEqual({ show: false })
    expect(options.scales).toEqual({
      x: { time: false, range: [0, 10] },
      y: { time: false, range: [-10, 10], distr: 4, asinh: 20 },
    })
    expect(options.series[1]).toMatchObject({ stroke: 'colour of --you', fill: 'colour of --you' })
  })
})

describe('what the pointer means', () => {
  const at = ({ x, y }: PlotPoint) => ({ x: x * 10, y: y * 10 })

  it('is the nearest point', () => {
    const of = model([series('a', [{ x: 1, y: 1 }]), series('b', [{ x: 3, y: 1 }])])
    expect(nearest(of, { x: 26, y: 12 }, at)?.series.name).toBe('b')
  })

  it('is nothing where none is near', () => {
    expect(nearest(model([series('a', [{ x: 1, y: 1 }])]), { x: 90, y: 90 }, at)).toBeUndefined()
  })

  it('is a bar anywhere along it', () => {
    const of = model([series('a', [{ x: 1, y: 30 }], { draws: 'bars' })])
    expect(nearest(of, { x: 11, y: 0 }, at)?.point).toEqual({ x: 1, y: 30 })
  })
})

describe('a mark', () => {
  const SHAPES: readonly Shape[] = [
    'circle',
    'square',
    'diamond',
    'triangle',
    'inverted',
    'cross',
    'star',
  ]

  it('is told from all others by its shape alone', () => {
    expect(new Set(SHAPES.map((shape) => shapePath(shape, 0, 0, 5))).size).toBe(SHAPES.length)
  })
})

describe('a table as text', () => {
  const table = (rows: readonly (readonly (string | number)[])[]) => ({
    name: 'a table',
    columns: ['a', 'b'],
    rows,
  })

  it('is CSV by RFC 4180: what would end a cell is quoted', () => {
    expect(
      csvOf(
        table([
          ['x,y', 'say "no"'],
          [1.5, 'two\nlines'],
        ]),
      ),
    ).toBe('a,b\r\n"x,y","say ""no"""\r\n1.5,"two\nlines"\r\n')
  })

  it('is nothing that a spreadsheet would reckon, but keeps its negative numbers', () => {
    expect(csvOf(table([['=1+1', -5]]))).toBe("a,b\r\n'=1+1,-5\r\n")
  })

  it('is TSV with as many cells in each line as there are columns', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.integer())), (rows) => {
        const lines = tsvOf(table(rows)).split('\n').slice(0, -1)
        expect(lines).toHaveLength(rows.length + 1)
        for (const line of lines) expect(line.split('\t')).toHaveLength(2)
      }),
    )
  })
})
