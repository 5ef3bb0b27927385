/** The tables of the READMEs, from what was measured. */

import { type Growth, isLessBetter, type Row, resultOf } from '../measure/rows.js'
import { amount, around, number, power, times } from './numbers.js'
import type { PartResults } from './results.js'
import { type Demand, type Judged, judge, shortfall, TARGETS, type Verdict } from './targets.js'

const WHERE = { node: 'Node', chromium: 'Chromium' } as const

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

function table(head: readonly string[], lines: readonly (readonly string[])[]): string {
  return [
    line(head),
    line(head.map((_, i) => (i === 0 ? '---' : '---:'))),
    ...lines.map(line),
  ].join('\n')
}

function demanded(demand: Demand, { unit }: Row): string {
  if (demand.asks === 'amount')
    return `${isLessBetter(unit) ? '≤' : '≥'} ${amount(demand.bound, unit)}`
  if (demand.asks === 'ratio' && isLessBetter(unit) && demand.atLeast < 1)
    return `≤ ${number(100 / demand.atLeast)} % of ${demand.to}`
  return demand.atLeast < 1
    ? `≥ ${number(100 * demand.atLeast)} % of ${demand.to}`
    : `≥ ${demand.atLeast}× ${demand.to}`
}

const measured = ({ demand, measured: value }: Verdict, { unit }: Row): string => {
  if (demand.asks === 'amount') return amount(value, unit)
  if (demand.atLeast >= 1) return times(value)
  return `${number(isLessBetter(unit) ? 100 / value : 100 * value)} %`
}

/** Each target beside what was measured; one that was not is named so. */
export function targetTable(parts: readonly PartResults[]): string {
  const rows = parts.flatMap((part) => part.rows)
  const lines = TARGETS.map((target) => {
    const judged = judge(target, rows)
    return judged ? targetLine(judged) : [`\`${target.row}\``, '', 'not measured', '']
  })
  return table(['what', 'target', 'measured', 'met'], lines)
}

/** Each target that is missed, and by how much of it. */
export function missedList(parts: readonly PartResults[]): string {
  const rows = parts.flatMap((part) => part.rows)
  const lines = TARGETS.flatMap((target) => {
    const judged = judge(target, rows)
    if (!judged) return []
    const { row, verdicts } = judged
    return verdicts
      .filter(({ isMet }) => !isMet)
      .map((verdict) => {
        const by = `${number(100 * shortfall(verdict))} %`
        const wanted = demanded(verdict.demand, row)
        return `- ${row.what}, ${WHERE[row.where]}: ${measured(verdict, row)}, wanted ${wanted}: missed by ${by}.`
      })
  })
  return lines.length > 0 ? lines.join('\n') : 'None of those that were measured.'
}

function targetLine({ target, row, result, verdicts }: Judged): string[] {
  const isOurs = !target.row.startsWith('page/')
  return [
    `${row.what}, ${WHERE[row.where]}${isOurs ? ` (${result.contender.replace('v2scope ', '')})` : ''}`,
    target.demands.map((demand) => demanded(demand, row)).join(', '),
    verdicts.map((verdict) => measured(verdict, row)).join(', '),
    verdicts.every(({ isMet }) => isMet) ? 'yes' : 'no',
  ]
}

/** Rows of one engine and one part, a column for each contender. */
export function contenderTable(
  { rows }: Pick<PartResults, 'rows'>,
  where: Row['where'],
  ids: (id: string) => boolean = () => true,
): string {
  const chosen = rows.filter((row) => row.where === where && ids(row.id))
  const contenders = [
    ...new Set(chosen.flatMap(({ results }) => results.map(({ contender }) => contender))),
  ]
  const lines = chosen.map((row) => [
    row.what,
    ...contenders.map((contender) => {
      const result = resultOf(row, contender)
      return result ? `${amount(result.median, row.unit)} ${around(result)}` : ''
    }),
  ])
  return table([WHERE[where], ...contenders], lines)
}

/** What grows, each in a line: its cost at each size, and how it grows. */
export function growthTable(growth: readonly Growth[]): string {
  const lines = growth.map(({ what, of, where, contender, points, unit, exponent, wanted }) => [
    `${what} (${contender}, ${WHERE[where]})`,
    points.map(({ n, value }) => `${n.toLocaleString('en')}: ${amount(value, unit)}`).join('; '),
    of,
    `${power(exponent)} (${wanted})`,
  ])
  return table(['what', 'cost', 'n', 'grows like (wanted)'], lines)
}

export function machineLine({ machine, measuredAt, commit }: PartResults): string {
  const { cpu, cores, memory, system, node, chromium, load } = machine
  const day = measuredAt.slice(0, 10)
  return `${cpu}, ${cores} cores, ${memory} GB, ${system}; Node ${node}, Chromium ${chromium}, headless; load ${load} before; ${day}${commit ? `, ${commit}` : ''}.`
}
