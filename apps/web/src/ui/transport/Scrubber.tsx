import { useWords } from '../../words/words.js'
import { join } from '../parts/join.js'
import { useActions } from '../session-hooks.js'
import styles from './Scrubber.module.css'
import { usePosition } from './use-position.js'

/** All steps of the session on a line, and what the one at the cursor is. */
export function Scrubber() {
  const words = useWords().stepping
  const { taken, all, what, isFollowing } = usePosition()
  const { seek } = useActions()
  return (
    <div className={styles.scrubber}>
      <input
        type="range"
        min={0}
        max={all}
        value={taken}
        aria-label={words.scrubber}
        aria-valuetext={words.valueText(taken, all, what)}
        onChange={({ target }) => seek(target.valueAsNumber)}
        data-testid="scrubber"
      />
      <p className={join(styles.said, isFollowing && styles.following)} data-testid="step-words">
        <span className={styles.position}>{words.position(taken, all)}</span>
        <span className={styles.what}>{what}</span>
      </p>
      {!isFollowing && (
        <p role="status" aria-live="polite" className={styles.spoken}>
          {words.valueText(taken, all, what)}
        </p>
      )}
    </div>
  )
}
