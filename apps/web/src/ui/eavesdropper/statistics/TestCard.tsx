import { Ban, CircleHelp, Dices } from 'lucide-react'
import type { ByteTest, EavesdropperWords } from '../../../words/eavesdropper.js'
import type { StreamOf } from './Statistics.js'
import styles from './TestCard.module.css'
import { testRow } from './test-row.js'
import type { Verdict } from './verdicts.js'

interface Props {
  readonly TEXT: EavesdropperWords
  readonly test: ByteTest
  readonly streams: readonly StreamOf[]
}

/** One test: what it asks, what it has found of each stream, and what it can't show. */
export function TestCard({ TEXT, test, streams }: Props) {
  const words = TEXT.statistics
  const { name, asks, cannot } = words.tests[test]
  return (
    <section className={styles.card} aria-label={name} data-testid={`test-${test}`}>
      <h3>{name}</h3>
      <p>{asks}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.columns.stream}</th>
            <th scope="col">{words.columns.value}</th>
            <th scope="col">{words.columns.expected}</th>
            <th scope="col">{words.columns.verdict}</th>
          </tr>
        </thead>
        <tbody>
          {streams.map((stream) => (
            <Row key={stream.name} TEXT={TEXT} test={test} stream={stream} />
          ))}
        </tbody>
      </table>
      <p className={styles.cannot}>
        <b>{words.cannotLabel}:</b> {cannot}
      </p>
    </section>
  )
}

interface RowProps extends Omit<Props, 'streams'> {
  readonly stream: StreamOf
}

function Row({ TEXT, test, stream: { name, why, of } }: RowProps) {
  const words = TEXT.statistics
  if (!of) {
    return (
      <tr>
        <th scope="row">{name}</th>
        <td colSpan={3} className={styles.none}>
          {why}
        </td>
      </tr>
    )
  }
  const row = testRow(test, of, words)
  return (
    <tr data-verdict={row.verdict}>
      <th scope="row">
        {name}
        <small>{words.sample(of.bytes)}</small>
      </th>
      <td>
        {row.value}
        {row.p !== undefined && <small>{row.p}</small>}
      </td>
      <td>{row.expected}</td>
      <td>
        <VerdictMark verdict={row.verdict} words={words} />
      </td>
    </tr>
  )
}

const ICONS = { random: Dices, told: Ban, few: CircleHelp }

interface MarkProps {
  readonly verdict: Verdict
  readonly words: EavesdropperWords['statistics']
}

export function VerdictMark({ verdict, words }: MarkProps) {
  const Icon = ICONS[verdict]
  return (
    <span
      className={styles.verdict}
      data-verdict={verdict}
      title={verdict === 'told' ? words.threshold : undefined}
    >
      <Icon size={14} aria-hidden />
      {words.verdicts[verdict]}
    </span>
  )
}
