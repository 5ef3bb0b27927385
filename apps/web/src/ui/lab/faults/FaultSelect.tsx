import { ChevronDown } from 'lucide-react'
import type { FaultsWords } from '../../../words/faults.js'
import { chooseFault } from '../lab-route.js'
import { type ChosenFault, sideOf, writeOwn } from './chosen-fault.js'
import { Score } from './FaultList.js'
import styles from './FaultSelect.module.css'
import { LISTED } from './fault-list.js'
import { START } from './own/own-draft.js'

/** No kind of the catalogue has a colon. */
const OWN = ':own'

interface Props {
  readonly TEXT: FaultsWords
  readonly chosen: ChosenFault
}

/** The list, where there is no room for it. */
export function FaultSelect({ TEXT, chosen }: Props) {
  const words = TEXT.list
  const choose = (value: string) => {
    if (value === OWN) {
      writeOwn(START)
      return
    }
    const line = LISTED.find(({ kind }) => kind === value)
    const side = chosen.type === 'catalogue' ? sideOf(chosen.fault.plan) : 'ours'
    const fault = line?.variants.find(({ plan }) => sideOf(plan) === side) ?? line?.variants[0]
    if (fault) chooseFault(fault.id)
  }
  return (
    <div className={styles.choose}>
      <p className={styles.intro}>{TEXT.intro}</p>
      <label className={styles.field}>
        <span>{words.choose}</span>
        <select
          value={chosen.type === 'own' ? OWN : chosen.line.kind}
          onChange={({ target }) => choose(target.value)}
          data-testid="fault-select"
        >
          {(['wire', 'peer'] as const).map((on) => (
            <optgroup key={on} label={words[on]}>
              {LISTED.filter((line) => line.on === on).map(({ kind, variants: [first] }) => (
                <option key={kind} value={kind}>
                  {first && TEXT.name(first.plan)}
                </option>
              ))}
              {on === 'wire' && <option value={OWN}>{TEXT.own.name} …</option>}
            </optgroup>
          ))}
        </select>
        <ChevronDown size={16} aria-hidden />
      </label>
      <Score TEXT={TEXT} />
    </div>
  )
}
