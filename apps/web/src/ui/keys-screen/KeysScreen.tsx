import { useWords } from '../../words/words.js'
import { Header } from '../header/Header.js'
import { CipherStates } from '../keys/CipherStates.js'
import { KeyColumns } from '../keys/KeyColumns.js'
import { NoKeys, WireOnly } from '../keys/NoKeys.js'
import { useSchedule } from '../keys/use-schedule.js'
import { useLayout } from '../parts/use-layout.js'
import { KeysBar } from './KeysBar.js'
import { KeysFoot } from './KeysFoot.js'
import styles from './KeysScreen.module.css'

/** Epochs of each cipher that there is room for. */
const EPOCHS = { narrow: 2, middle: 3, wide: 4, widest: 8 } as const

/** The key schedule, as a screen of its own that can be printed. */
export function KeysScreen() {
  const { keys: TEXT, screens } = useWords()
  const layout = useLayout()
  const nodes = useSchedule()
  return (
    <div className={styles.screen}>
      <div className={styles.header}>
        <Header layout={layout} />
      </div>
      <main className={styles.main} aria-label={TEXT.label}>
        <h2 className={styles.title}>{screens.names.keys}</h2>
        <KeysBar />
        {nodes.length === 0 ? (
          <NoKeys />
        ) : (
          <>
            <div className={styles.columns}>
              <KeyColumns nodes={nodes} />
              <WireOnly nodes={nodes} />
            </div>
            <div className={styles.ciphers}>
              <CipherStates shown={EPOCHS[layout]} />
            </div>
          </>
        )}
      </main>
      <KeysFoot nodes={nodes} />
    </div>
  )
}
