import type { FaultPlan } from '@v2scope/lab'
import { SIMULATED } from '@v2scope/recording'
import type { FaultsWords } from '../../../words/faults.js'
import { useActions } from '../../session-hooks.js'
import { useLabPeer } from '../peer/lab-peer.js'
import { type ChosenFault, planOf } from './chosen-fault.js'
import styles from './FaultCard.module.css'
import { Guess } from './Guess.js'
import { expect } from './guesses.js'
import { OwnForm } from './own/OwnForm.js'
import { Picture } from './Picture.js'
import { planText } from './plan-text.js'
import { Result } from './Result.js'
import { Running } from './Running.js'
import { useFaultRun } from './use-fault-run.js'
import { Variants } from './Variants.js'

interface Props {
  readonly TEXT: FaultsWords
  readonly chosen: ChosenFault
  /** The address names a fault that there is not. */
  readonly isMissing: boolean
}

/** The fault that is chosen, from what is done to what came of it. */
export function FaultCard({ TEXT, chosen, isMissing }: Props) {
  const plan = planOf(chosen)
  const title = chosen.type === 'own' ? TEXT.own.name : TEXT.name(chosen.fault.plan)
  return (
    <section className={styles.card} aria-label={title} data-testid="fault-card">
      {isMissing && (
        <p className={styles.missing} role="status">
          {TEXT.own.wrongLink}
        </p>
      )}
      <header className={styles.head}>
        <h3>{title}</h3>
        {chosen.type === 'catalogue' && <Variants TEXT={TEXT} chosen={chosen} />}
      </header>
      {chosen.type === 'own' && <OwnForm TEXT={TEXT} draft={chosen.draft} read={chosen.read} />}
      {plan && (
        <>
          <p className={styles.done}>{TEXT.done(plan)}</p>
          <Picture TEXT={TEXT} plan={plan} />
          <Course key={planText(plan)} TEXT={TEXT} chosen={chosen} plan={plan} />
        </>
      )}
    </section>
  )
}

interface CourseProps extends Pick<Props, 'TEXT' | 'chosen'> {
  readonly plan: FaultPlan
}

/** First the guess; then it happens; then what came of it. */
function Course({ TEXT, chosen, plan }: CourseProps) {
  const { start, canStart, isOther, draft } = useLabPeer()
  const { again } = useActions()
  const run = useFaultRun(plan)
  const needsSimulated = plan.on === 'peer' && plan.place === 'peer' && draft.peer !== SIMULATED
  const guess = (outcome: Parameters<typeof expect>[1]) => {
    expect(planText(plan), outcome)
    start({ fault: plan }, chosen.type === 'catalogue' ? chosen.fault.settings : undefined)
  }
  const whyNot = needsSimulated
    ? TEXT.place.simulatedOnly
    : canStart
      ? undefined
      : TEXT.guess.cannotStart
  // with another peer it is another matter
  if (run.state === 'not run' || isOther)
    return <Guess TEXT={TEXT} whyNot={whyNot} onGuess={guess} />
  if (run.state === 'over') {
    return <Result TEXT={TEXT} chosen={chosen} plan={plan} standing={run.standing} />
  }
  return <Running TEXT={TEXT} run={run} plan={plan} onAgain={() => again(false)} />
}
