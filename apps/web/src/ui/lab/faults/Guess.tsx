import type { Outcome } from '@v2scope/lab'
import { Eye } from 'lucide-react'
import type { FaultsWords } from '../../../words/faults.js'
import { Button } from '../../parts/Button.js'
import styles from './Guess.module.css'
import { OUTCOMES } from './guesses.js'
import { OutcomeIcon } from './OutcomeIcon.js'

interface Props {
  readonly TEXT: FaultsWords
  /** Undefined: it can be done. */
  readonly whyNot: string | undefined
  /** @param outcome undefined: no guess, only a look */
  readonly onGuess: (outcome: Outcome | undefined) => void
}

/** What the reader expects comes before what happens, and sets it going. */
export function Guess({ TEXT, whyNot, onGuess }: Props) {
  const words = TEXT.guess
  const guess = (outcome: Outcome | undefined) => {
    if (whyNot === undefined) onGuess(outcome)
  }
  return (
    <div className={styles.guess}>
      <h4>{words.question}</h4>
      <div className={styles.choices}>
        {OUTCOMES.map((outcome) => (
          <button
            key={outcome}
            type="button"
            className={styles.choice}
            aria-disabled={whyNot !== undefined}
            onClick={() => guess(outcome)}
            data-testid={`guess-${outcome.replaceAll(' ', '-')}`}
          >
            <OutcomeIcon outcome={outcome} size={22} />
            <b>{words.names[outcome]}</b>
            <span>{words.meanings[outcome]}</span>
          </button>
        ))}
      </div>
      <p className={styles.foot}>
        <Button
          look="ghost"
          aria-disabled={whyNot !== undefined}
          onClick={() => guess(undefined)}
          data-testid="just-show"
        >
          <Eye size={15} aria-hidden />
          {words.show}
        </Button>
        <span role="status" className={whyNot === undefined ? styles.hint : styles.whyNot}>
          {whyNot ?? words.hint}
        </span>
      </p>
    </div>
  )
}
