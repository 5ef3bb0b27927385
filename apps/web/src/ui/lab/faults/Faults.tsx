import { useFaultsWords } from '../../../words/faults.js'
import { Ladder } from '../../lazy-panes.js'
import { useLayout } from '../../parts/use-layout.js'
import { useChosenFault } from './chosen-fault.js'
import { FaultCard } from './FaultCard.js'
import { FaultList } from './FaultList.js'
import { FaultSelect } from './FaultSelect.js'
import styles from './Faults.module.css'
import { useNoteOutcomes } from './use-fault-run.js'

/** Faults of the wire and of a peer: guess, watch, understand. */
export function Faults() {
  const TEXT = useFaultsWords()
  const layout = useLayout()
  const { chosen, isMissing } = useChosenFault()
  useNoteOutcomes()
  if (!TEXT || !chosen) return null
  return (
    <div className={styles.faults} data-testid="faults">
      {layout === 'narrow' || layout === 'middle' ? (
        <FaultSelect TEXT={TEXT} chosen={chosen} />
      ) : (
        <FaultList TEXT={TEXT} chosen={chosen} />
      )}
      <FaultCard TEXT={TEXT} chosen={chosen} isMissing={isMissing} />
      <section className={styles.ladder} aria-label={TEXT.ladder}>
        <Ladder />
      </section>
    </div>
  )
}
