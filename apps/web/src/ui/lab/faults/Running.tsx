import type { FaultPlan } from '@v2scope/lab'
import { LoaderCircle, RotateCcw, TriangleAlert } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { FaultsWords } from '../../../words/faults.js'
import { useWords } from '../../../words/words.js'
import { Button } from '../../parts/Button.js'
import { useApp } from '../../session-hooks.js'
import { useGuesses } from './guesses.js'
import { OutcomeIcon } from './OutcomeIcon.js'
import { planText } from './plan-text.js'
import styles from './Running.module.css'
import type { FaultRun } from './use-fault-run.js'

interface Props {
  readonly TEXT: FaultsWords
  readonly run: Extract<FaultRun, { state: 'running' | 'in vain' }>
  readonly plan: FaultPlan
  readonly onAgain: () => void
}

/** From the guess to what comes of it; or why it came to nothing. */
export function Running({ TEXT, run, plan, onAgain }: Props) {
  const guess = useGuesses(({ tried }) => tried.get(planText(plan))?.guess)
  const place = useRef<HTMLDivElement>(null)
  // the button that was pressed is gone
  useEffect(() => place.current?.focus({ preventScroll: true }), [])
  return (
    <div ref={place} tabIndex={-1} className={styles.running} data-testid="fault-running">
      {guess && (
        <p className={styles.guess}>
          <span>{TEXT.result.expected}</span> <OutcomeIcon outcome={guess} size={18} />
          <b>{TEXT.guess.names[guess]}</b>
        </p>
      )}
      {run.state === 'in vain' ? (
        <InVain TEXT={TEXT} onAgain={onAgain} />
      ) : (
        <p className={styles.now} role="status">
          <LoaderCircle size={18} className={styles.turning} aria-hidden />
          <span>{stateOf(run, TEXT)}</span>
          {run.standing?.state === 'watching' && <small>{TEXT.run.watchingWhy}</small>}
        </p>
      )}
    </div>
  )
}

function stateOf({ standing }: Props['run'], { run: words }: FaultsWords): string {
  if (!standing) return words.starting
  if (standing.state !== 'waiting') return words.watching
  return standing.waitsFor ? words.waiting(standing.waitsFor) : words.starting
}

function InVain({ TEXT, onAgain }: Pick<Props, 'TEXT' | 'onAgain'>) {
  const { failures } = useWords()
  const failure = useApp(({ current }) => current?.status.failure)
  return (
    <div className={styles.vain} role="alert">
      <strong>
        <TriangleAlert size={16} aria-hidden />
        {TEXT.run.inVain}
      </strong>
      <p>{failure ? failures.what(failure.code, failure.message) : TEXT.run.inVainWhy}</p>
      {failure && <p>{failures.advice(failure.code)}</p>}
      <Button look="primary" onClick={onAgain} data-testid="fault-again">
        <RotateCcw size={14} aria-hidden />
        {TEXT.result.again}
      </Button>
    </div>
  )
}
