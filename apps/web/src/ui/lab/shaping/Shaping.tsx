import { useShapingWords } from '../../../words/shaping.js'
import { Cost } from './Cost.js'
import { Hidden } from './Hidden.js'
import { Picture } from './Picture.js'
import { Settings } from './Settings.js'
import styles from './Shaping.module.css'
import { Strategies } from './Strategies.js'

/** Decoys and shaping: what they hide, and what they cost. */
export function Shaping() {
  const TEXT = useShapingWords()
  if (!TEXT) return null
  return (
    <div className={styles.panel} data-testid="shaping">
      <p className={styles.intro}>{TEXT.intro}</p>
      <div className={styles.columns}>
        <Strategies TEXT={TEXT} />
        <div className={styles.rest}>
          <Settings TEXT={TEXT} />
          <Picture TEXT={TEXT} />
          <div className={styles.both}>
            <Cost TEXT={TEXT} />
            <Hidden TEXT={TEXT} />
          </div>
        </div>
      </div>
    </div>
  )
}
