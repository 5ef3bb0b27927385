import { useWords } from '../../words/words.js'
import { Header } from '../header/Header.js'
import { useLayout } from '../parts/use-layout.js'
import styles from './LabScreen.module.css'

/** What happens when somebody interferes: faults, a man in the middle, decoys and shaping. */
export function LabScreen() {
  const { screens } = useWords()
  const layout = useLayout()
  return (
    <div className={styles.screen}>
      <Header layout={layout} />
      <main className={styles.main} aria-label={screens.names.lab}>
        <h2 className={styles.title}>{screens.names.lab}</h2>
      </main>
    </div>
  )
}
