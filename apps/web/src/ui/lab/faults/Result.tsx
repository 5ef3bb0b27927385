import type { FaultPlan, FaultStanding, Outcome } from '@v2scope/lab'
import { ArrowRight, RotateCcw } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { FaultsWords } from '../../../words/faults.js'
import { KeyNames } from '../../commands/KeyNames.js'
import { Button } from '../../parts/Button.js'
import { join } from '../../parts/join.js'
import { useActions } from '../../session-hooks.js'
import { chooseFault } from '../lab-route.js'
import { type ChosenFault, nextOf } from './chosen-fault.js'
import { useGuesses } from './guesses.js'
import { OutcomeIcon } from './OutcomeIcon.js'
import { planText } from './plan-text.js'
import styles from './Result.module.css'
import { ResultFacts } from './ResultFacts.js'

interface Props {
  readonly TEXT: FaultsWords
  readonly chosen: ChosenFault
  readonly plan: FaultPlan
  readonly standing: FaultStanding & { readonly outcome: Outcome }
}

/** What was expected beside what happened; who noticed, where, by which rule; and why it is built so. */
export function Result({ TEXT, chosen, plan, standing }: Props) {
  const words = TEXT.result
  const guess = useGuesses(({ tried }) => tried.get(planText(plan))?.guess)
  const place = useRef<HTMLDivElement>(null)
  const { outcome } = standing
  // read from here on, by whoever does not see it
  useEffect(() => {
    if (document.activeElement === document.body) place.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div ref={place} tabIndex={-1} className={styles.result} data-testid="fault-result">
      <div className={styles.both} role="status">
        <Tile label={words.expected} outcome={guess} TEXT={TEXT} />
        <Tile label={words.happened} outcome={outcome} TEXT={TEXT} strong />
        {guess && (
          <p className={join(styles.verdict, guess === outcome && styles.right)}>
            {guess === outcome ? words.right : words.wrong}
          </p>
        )}
      </div>
      <ResultFacts TEXT={TEXT} chosen={chosen} plan={plan} standing={standing} />
      <div className={styles.why}>
        <h4>{words.why}</h4>
        <p>{TEXT.why(plan, standing.done?.part)}</p>
      </div>
      <Onwards TEXT={TEXT} chosen={chosen} />
    </div>
  )
}

interface TileProps extends Pick<Props, 'TEXT'> {
  readonly label: string
  readonly outcome: Outcome | undefined
  readonly strong?: boolean
}

function Tile({ TEXT, label, outcome, strong = false }: TileProps) {
  return (
    <p className={join(styles.tile, strong && styles.strong)}>
      <span>{label}</span>
      {outcome ? (
        <b>
          <OutcomeIcon outcome={outcome} size={strong ? 24 : 20} />
          {TEXT.guess.names[outcome]}
        </b>
      ) : (
        <i>{TEXT.result.noGuess}</i>
      )}
    </p>
  )
}

/** The same again, by one key; the next one. */
function Onwards({ TEXT, chosen }: Pick<Props, 'TEXT' | 'chosen'>) {
  const words = TEXT.result
  const { again } = useActions()
  const next = nextOf(chosen)
  return (
    <p className={styles.onwards}>
      <Button
        onClick={() => again(false)}
        title={words.againWhy}
        aria-keyshortcuts="R"
        data-testid="fault-again"
      >
        <RotateCcw size={14} aria-hidden />
        {words.again}
        <KeyNames keys={['r']} />
      </Button>
      {next && (
        <Button look="primary" onClick={() => chooseFault(next.id)} data-testid="next-fault">
          {words.next}
          <ArrowRight size={14} aria-hidden />
        </Button>
      )}
    </p>
  )
}
