import { Fragment, useEffect, useState } from 'react'
import type { WireItem } from '../../session/item.js'
import { useWords } from '../../words/words.js'
import { join } from '../parts/join.js'
import { useIsPresent, useView } from '../session-hooks.js'
import { ItemLink } from './ItemLink.js'
import styles from './Links.module.css'

/** A longer list would push the fields away. */
const SHOWN = 5
/** After so long an answer that has not come is not expected any more. */
const PATIENCE_MS = 5000

interface Props {
  readonly item: WireItem
  /** Called once something else is selected. */
  readonly onOpen?: () => void
  /** A line of its own between others, with a border. */
  readonly framed?: boolean
}

/** What a message asked for and what came, or what it answers. */
export function Links({ item, onOpen, framed = false }: Props) {
  if (item.asks === undefined && item.answers === undefined) return null
  return (
    <div className={join(styles.links, framed && styles.framed)}>
      {item.asks && <Asks {...{ item, onOpen }} asks={item.asks} />}
      {item.answers && <Answers {...{ item, onOpen }} to={item.answers.seq} />}
    </div>
  )
}

interface LineProps {
  readonly item: WireItem
  readonly onOpen: (() => void) | undefined
}

interface AsksProps extends LineProps {
  readonly asks: NonNullable<WireItem['asks']>
}

function Asks({ item, asks, onOpen }: AsksProps) {
  const TEXT = useWords().details.links
  const answers = useView(({ links }) => links.answersTo(item.seq))
  const done = answers.reduce((sum, { answers: of }) => sum + (of?.count ?? 0), 0)
  return (
    <p data-testid="link-asks">
      {TEXT.asks(asks.what, asks.count)}
      {done > 0 && asks.count > 1 && ` · ${TEXT.part(done, asks.count)}`}
      {answers.length > 0 && ` · ${TEXT.answeredBy}`}
      {answers.slice(0, SHOWN).map((answer, i) => (
        <Fragment key={answer.seq}>
          {i === 0 ? ' ' : ', '}
          <ItemLink item={answer} onOpen={onOpen} /> {TEXT.after(answer.time - item.time)}
        </Fragment>
      ))}
      {answers.length > SHOWN && ` ${TEXT.more(answers.length - SHOWN)}`}
      {done < asks.count && <Missing key={answers.length} {...{ item, asks }} />}
    </p>
  )
}

/** What has not come, and once it is late what that means. */
function Missing({ item, asks }: Pick<AsksProps, 'item' | 'asks'>) {
  const TEXT = useWords().details.links
  const isLate = useIsLate(item)
  const late = item.direction === 'sent' ? TEXT.silence(asks.what) : TEXT.notAnswered
  return ` · ${isLate ? late : TEXT.waiting}`
}

/** In a session that is over, or that has gone on for long since, or after some time of waiting. */
function useIsLate({ time }: WireItem): boolean {
  const present = useIsPresent()
  const isOver = useView(
    ({ recording, status: { state } }) =>
      recording !== undefined || state === 'closed' || state === 'failed',
  )
  const isLong = useView(({ items }) => (items.last()?.time ?? time) - time > PATIENCE_MS)
  const [waited, setWaited] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setWaited(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [])
  return !present || isOver || isLong || waited
}

function Answers({ item, to, onOpen }: LineProps & { readonly to: number }) {
  const TEXT = useWords().details.links
  const asker = useView(({ items }) => items.at(items.indexOfSeq(to)))
  return (
    <p data-testid="link-answers">
      {TEXT.answers}{' '}
      {asker ? (
        <>
          <ItemLink item={asker} onOpen={onOpen} />, {TEXT.since(item.time - asker.time)}
        </>
      ) : (
        TEXT.gone
      )}
    </p>
  )
}
