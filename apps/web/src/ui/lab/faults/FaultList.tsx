import { Pencil } from 'lucide-react'
import type { FaultsWords } from '../../../words/faults.js'
import { join } from '../../parts/join.js'
import { chooseFault } from '../lab-route.js'
import { type ChosenFault, sideOf, writeOwn } from './chosen-fault.js'
import styles from './FaultList.module.css'
import { LISTED, type ListedFault } from './fault-list.js'
import { scoreOf, useGuesses } from './guesses.js'
import { OutcomeIcon } from './OutcomeIcon.js'
import { START } from './own/own-draft.js'
import { planText } from './plan-text.js'

interface Props {
  readonly TEXT: FaultsWords
  readonly chosen: ChosenFault
}

/** All there are to choose from, with what came of those that were tried; and a way to one’s own. */
export function FaultList({ TEXT, chosen }: Props) {
  const words = TEXT.list
  return (
    <nav className={styles.list} aria-label={words.label}>
      <p className={styles.intro}>{TEXT.intro}</p>
      {(['wire', 'peer'] as const).map((on) => (
        <section key={on}>
          <h3>{words[on]}</h3>
          <ul>
            {LISTED.filter((line) => line.on === on).map((line) => (
              <Line key={line.kind} TEXT={TEXT} line={line} chosen={chosen} />
            ))}
            {on === 'wire' && (
              <li>
                <button
                  type="button"
                  aria-current={chosen.type === 'own' ? 'true' : undefined}
                  onClick={() => writeOwn(chosen.type === 'own' ? chosen.draft : START)}
                  data-testid="fault-own"
                >
                  <span className={styles.mark}>
                    <Pencil size={14} aria-hidden />
                  </span>
                  <span>{TEXT.own.name} …</span>
                </button>
              </li>
            )}
          </ul>
        </section>
      ))}
      <Score TEXT={TEXT} />
    </nav>
  )
}

interface LineProps extends Props {
  readonly line: ListedFault
}

function Line({ TEXT, line, chosen }: LineProps) {
  const tried = useGuesses((state) => state.tried)
  const isChosen = chosen.type === 'catalogue' && chosen.line === line
  const plan = line.variants[0]?.plan
  if (!plan) return null
  const seen = line.variants
    .map((fault) => tried.get(planText(fault.plan)))
    .find((one) => one?.last !== undefined)
  const isRight = seen?.guess && seen.guess === seen.first
  const choose = () => {
    const side = chosen.type === 'catalogue' ? sideOf(chosen.fault.plan) : 'ours'
    const fault = line.variants.find((one) => sideOf(one.plan) === side) ?? line.variants[0]
    if (fault) chooseFault(fault.id)
  }
  return (
    <li>
      <button
        type="button"
        aria-current={isChosen ? 'true' : undefined}
        onClick={choose}
        data-testid="fault-line"
      >
        <span
          className={join(styles.mark)}
          title={seen?.last && TEXT.list.tried(seen.last, isRight)}
        >
          {seen?.last && (
            <OutcomeIcon outcome={seen.last} label={TEXT.list.tried(seen.last, isRight)} />
          )}
        </span>
        <span>{TEXT.name(plan)}</span>
      </button>
    </li>
  )
}

export function Score({ TEXT }: Pick<Props, 'TEXT'>) {
  const { right, of } = scoreOf(useGuesses())
  if (of === 0) return null
  return (
    <p className={styles.score} title={TEXT.list.scoreWhy} data-testid="score">
      {TEXT.list.score(right, of)}
    </p>
  )
}
