import type { Eavesdropping, StreamRow } from '@v2scope/eavesdropper'
import { type ReactNode, useCallback } from 'react'
import type { EavesdropperWords } from '../../../words/eavesdropper.js'
import { join } from '../../parts/join.js'
import { Pane } from '../../parts/Pane.js'
import { Scroller } from '../../parts/Scroller.js'
import { type Layout, useLayout } from '../../parts/use-layout.js'
import { useActions } from '../../session-hooks.js'
import { useSelect } from '../../use-select.js'
import { NothingYet } from '../SessionLine.js'
import { SavingsTable } from './SavingsTable.js'
import styles from './Stream.module.css'
import { StreamItem } from './StreamItem.js'
import { TellingLegend } from './Told.js'

interface Props {
  readonly TEXT: EavesdropperWords
  readonly now: Eavesdropping | undefined
}

const PER_LINE: Readonly<Record<Layout, number>> = { narrow: 8, middle: 8, wide: 16, widest: 16 }

/** The raw stream beside the same messages as v1, and what either costs. */
export function Stream({ TEXT, now }: Props) {
  const { stream } = TEXT
  if (!now || now.stream.first.length === 0) return <NothingYet TEXT={TEXT} />
  const isV1 = now.transport === 'v1'
  return (
    <>
      <Pane title={isV1 ? stream.titleOfV1 : stream.title} className={styles.pane}>
        <div className={styles.intro}>
          <p>{isV1 ? stream.introOfV1 : stream.intro}</p>
          <TellingLegend TEXT={TEXT} />
        </div>
        <div className={join(styles.heads, isV1 && styles.one)}>
          <h3>{stream.wire[now.transport]}</h3>
          {!isV1 && <h3>{stream.same}</h3>}
        </div>
        <Rows TEXT={TEXT} now={now} isV1={isV1} />
      </Pane>
      <SavingsTable TEXT={TEXT} savings={now.savings} isV1={isV1} />
    </>
  )
}

interface RowsProps {
  readonly TEXT: EavesdropperWords
  readonly now: Eavesdropping
  readonly isV1: boolean
}

function Rows({ TEXT, now, isV1 }: RowsProps) {
  const { first, newest, leftOut } = now.stream
  const perLine = PER_LINE[useLayout()]
  const { goTo } = useActions()
  const select = useSelect()
  const onOpen = useCallback(
    (seq: number) => {
      select(seq, true)
      goTo('session')
    },
    [select, goTo],
  )
  const item = (row: StreamRow) => (
    <StreamItem key={row.seq} {...{ row, TEXT, perLine, isV1, onOpen }} />
  )
  // what v1 has nothing of comes first, and is much: the messages are what is to be seen
  const found = first.findIndex(({ v1 }) => v1 !== undefined)
  const messages = found < 0 ? 0 : found
  return (
    <Scroller label={TEXT.stream.list} className={styles.scroller}>
      <ol>
        <Handshake rows={first.slice(0, messages)} TEXT={TEXT} item={item} />
        {first.slice(messages).map(item)}
        {leftOut > 0 && <li className={styles.leftOut}>{TEXT.stream.leftOut(leftOut)}</li>}
        {newest.map(item)}
      </ol>
    </Scroller>
  )
}

interface HandshakeProps {
  readonly rows: readonly StreamRow[]
  readonly TEXT: EavesdropperWords
  readonly item: (row: StreamRow) => ReactNode
}

/** Closed until somebody wants to see that there is nothing to be seen. */
function Handshake({ rows, TEXT, item }: HandshakeProps) {
  if (rows.length === 0) return null
  const bytes = rows.reduce((sum, { wire }) => sum + wire.length, 0)
  return (
    <li>
      <details className={styles.handshake} data-testid="stream-handshake">
        <summary>{TEXT.stream.handshake(bytes)}</summary>
        <ol>{rows.map(item)}</ol>
      </details>
    </li>
  )
}
