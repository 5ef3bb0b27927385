import { ArrowLeft } from 'lucide-react'
import { useWords } from '../../words/words.js'
import { Header } from '../header/Header.js'
import { Button } from '../parts/Button.js'
import { useLayout } from '../parts/use-layout.js'
import { DropZone } from '../recording/DropZone.js'
import { Opening } from '../recording/Opening.js'
import { useActions } from '../session-hooks.js'
import { CompareFacts } from './CompareFacts.js'
import { CompareRows } from './CompareRows.js'
import styles from './CompareScreen.module.css'
import { SidesBar } from './SidesBar.js'
import { TooFew } from './TooFew.js'
import { useSides } from './use-sides.js'

/** Two sessions side by side: what they were set to, what became of them, and what crossed the wire. */
export function CompareScreen() {
  const { compare: TEXT, screens } = useWords()
  const { goTo } = useActions()
  const layout = useLayout()
  const sides = useSides()
  const { pair } = sides
  return (
    <div className={styles.screen}>
      <Header layout={layout} />
      <Opening />
      <main className={styles.main} aria-label={TEXT.title}>
        <h2 className={styles.title}>{TEXT.title}</h2>
        {(layout === 'narrow' || layout === 'middle') && (
          <Button className={styles.back} onClick={() => goTo('session')}>
            <ArrowLeft size={15} aria-hidden />
            {screens.names.session}
          </Button>
        )}
        {pair ? (
          <>
            <SidesBar {...sides} pair={pair} />
            <CompareFacts left={pair.left.view} right={pair.right.view} />
            <CompareRows
              key={`${pair.left.view.id} ${pair.right.view.id}`}
              left={pair.left}
              right={pair.right}
            />
          </>
        ) : (
          <TooFew {...sides} />
        )}
      </main>
      <DropZone />
    </div>
  )
}
