import type { SessionFailure } from '@v2scope/recording'
import { RotateCcw, TriangleAlert } from 'lucide-react'
import { useWords } from '../../words/words.js'
import { FailureTicket } from '../bridge/FailureTicket.js'
import { isRow } from '../explanations.js'
import { Button } from '../parts/Button.js'
import { InEnglish } from '../parts/InEnglish.js'
import { WayOut } from './EndLine.js'
import styles from './FailurePanel.module.css'

const TICKET_WANTED = 'RELAY_4401'

interface Props {
  readonly failure: SessionFailure
  /** Whether it is said what to do: of a recording there is nothing to be done. */
  readonly advised: boolean
  /** Undefined where there is nothing to try: the session is only looked at. */
  readonly onAgain?: (() => void) | undefined
  readonly onV1?: (() => void) | undefined
}

/** What went wrong, by which rule, and what to do: in the place where it happened. */
export function FailurePanel({ failure, advised, onAgain, onV1 }: Props) {
  const { code, row, message, offset, v1MayWork } = failure
  const { explain, failures: words, ladder } = useWords()
  const TEXT = ladder.failure
  return (
    <div className={styles.panel} role="alert" data-testid="failure">
      <strong>
        <TriangleAlert size={15} aria-hidden />
        {TEXT.title}
      </strong>
      <p>{words.what(code, message)}</p>
      <InEnglish>{message}</InEnglish>
      <WayOut />
      <p className={styles.codes}>
        <code translate="no" data-testid="failure-code">
          {code}
        </code>
        {offset !== undefined && <span>{TEXT.offset(offset)}</span>}
      </p>
      {row !== '' && (
        <p className={styles.rule}>
          <b>{TEXT.rule(row)}</b>
          {isRow(row) && ` · ${explain.rules[row]}`}
        </p>
      )}
      {advised && <p>{words.advice(code)}</p>}
      {onAgain && code === TICKET_WANTED && <FailureTicket onUsed={onAgain} />}
      {onAgain && (
        <p className={styles.actions}>
          <Button look="primary" onClick={onAgain} data-testid="failure-again">
            <RotateCcw size={14} aria-hidden />
            {TEXT.again}
          </Button>
          {v1MayWork && onV1 && (
            <Button onClick={onV1} data-testid="try-v1">
              {TEXT.v1}
            </Button>
          )}
        </p>
      )}
    </div>
  )
}
