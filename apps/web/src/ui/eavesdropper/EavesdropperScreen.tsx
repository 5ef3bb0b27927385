import { useWords } from '../../words/words.js'
import { Header } from '../header/Header.js'
import { useLayout } from '../parts/use-layout.js'
import styles from './EavesdropperScreen.module.css'

/** What a passive observer of the wire has: bytes, sizes and times, and no key. */
export function EavesdropperScreen() {
  const { screens } = useWords()
  const layout = useLayout()
  return (
    <div className={styles.screen}>
      <Header layout={layout} />
      <main className={styles.main} aria-label={screens.names.eavesdropper}>
        <h2 className={styles.title}>{screens.names.eavesdropper}</h2>
      </main>
    </div>
  )
}
